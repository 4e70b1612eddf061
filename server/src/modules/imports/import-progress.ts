import type { App } from '../../platform/ctx.ts'
import { beat } from '../../platform/jobs/runs.queries.ts'

export const stages = ['reading', 'files', 'writing', 'report'] as const
export type Stage = (typeof stages)[number]

/** How far an import is. `filesDone` and `filesTotal` count the stage `files`. */
export type Progress = { stage: Stage; percent: number; filesDone: number; filesTotal: number }

/** The person asked the import to stop. */
export class ImportCancelled extends Error {}

const beatMilliseconds = 5_000
const tellMilliseconds = 500

export type ProgressReport = {
  /** Aborts when the person cancels, and when the process ends. */
  signal: AbortSignal
  /** Tells how far the work is, now and then to the database; throws when the work is to end. */
  at(progress: Progress): Promise<void>
  stop(): Promise<void>
}

/** Shows the progress of a run, and gives signs of life while nothing moves, so that nobody else takes the run up. */
export function showProgress(
  app: App,
  run: { organizationId: string; id: string },
  ending: AbortSignal,
  onProgress?: (progress: Progress) => void | Promise<void>,
): ProgressReport {
  const cancelled = new AbortController()
  const signal = AbortSignal.any([ending, cancelled.signal])
  let last: Progress = { stage: 'reading', percent: 0, filesDone: 0, filesTotal: 0 }
  let told = 0
  let telling: Promise<void> | null = null

  const tell = () => {
    told = Date.now()
    const { stage, percent, ...detail } = last
    telling ??= beat(app.database.db, run.organizationId, run.id, {
      stage,
      percent: Math.floor(percent),
      detail,
    })
      .then(({ cancelRequested }) => {
        if (cancelRequested) cancelled.abort(new ImportCancelled())
      })
      .catch((error) => app.log.warn({ err: error, run: run.id }, 'progress of an import could not be shown'))
      .finally(() => {
        telling = null
      })
    return telling
  }
  const timer = setInterval(tell, beatMilliseconds)
  timer.unref()

  return {
    signal,
    async at(progress) {
      const isNewStage = progress.stage !== last.stage
      last = progress
      await onProgress?.(progress)
      if (isNewStage || Date.now() - told >= tellMilliseconds) await tell()
      signal.throwIfAborted()
    },
    async stop() {
      clearInterval(timer)
      await telling
    },
  }
}
