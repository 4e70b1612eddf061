import { basename, resolve } from 'node:path'
import {
  type ImportRow,
  importFrom,
  type Progress,
  reportLines,
  type ToldLine,
} from '../modules/imports/index.ts'
import { courseById } from '../modules/learning/index.ts'
import { system } from '../platform/actor.ts'
import { createCtx } from '../platform/ctx.ts'
import { organizationId, withStoa } from './with-stoa.ts'

type Options = { organization: string; publish: boolean; json?: boolean }

type Outcome = { row: ImportRow; slug: string | null; lines: ToldLine[] }

/**
 * Imports a course package, an archive or a folder, and prints its fidelity report. Exit code 0 when the course is
 * there, 1 when the package was refused, 130 after Ctrl-C; nothing is left then.
 */
export async function importCourse(file: string, options: Options): Promise<void> {
  // npm runs scripts in the folder of the project; the person named the file from where they stand.
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file)
  const interrupted = new AbortController()
  const interrupt = () => interrupted.abort()
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  try {
    const outcome = await withStoa(async (stoa): Promise<Outcome> => {
      const organization = await organizationId(stoa, options.organization)
      const seed = { actor: system, organizationId: organization, requestId: 'stoa-import-course' }
      const ctx = createCtx(stoa.app, seed)
      const order = { path, fileName: basename(path), publish: options.publish }
      const row = await importFrom(ctx, order, { signal: interrupted.signal, onProgress: showProgress() })
      const course = row.courseId ? await courseById(ctx, row.courseId) : null
      const lines: ToldLine[] = []
      for await (const line of reportLines(ctx, row.id)) lines.push(line)
      return { row, slug: course?.slug ?? null, lines }
    })
    if (options.json) printJson(outcome)
    else printReport(outcome)
    if (outcome.row.state !== 'done') process.exitCode = interrupted.signal.aborted ? 130 : 1
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}

/** One line on a terminal that is written over; elsewhere a line a stage. Goes to standard error. */
function showProgress(): (progress: Progress) => void {
  const { stderr } = process
  let stage = ''
  return (progress) => {
    const isNew = progress.stage !== stage
    stage = progress.stage
    if (stderr.isTTY) {
      const files = stage === 'files' ? ` ${progress.filesDone} of ${progress.filesTotal}` : ''
      stderr.write(`\r\x1b[K${String(Math.floor(progress.percent)).padStart(3)} %  ${stage}${files}`)
      if (stage === 'report') stderr.write('\r\x1b[K')
    } else if (isNew) stderr.write(`${stage}\n`)
  }
}

function printJson({ row, slug, lines }: Outcome) {
  const { state, courseId, title, imported, converted, dropped, problem } = row
  const found = { importId: row.id, state, courseId, slug, title, problem }
  if (state !== 'done') {
    const code = problem?.code ?? 'imports.cancelled'
    console.log(
      JSON.stringify({ ok: false, code, message: problem?.message ?? 'The import was cancelled.', ...found }),
    )
    return
  }
  console.log(JSON.stringify({ ok: true, ...found, counts: { imported, converted, dropped }, lines }))
}

function printReport({ row, slug, lines }: Outcome) {
  if (row.state !== 'done') {
    console.error(row.problem?.message ?? 'The import was cancelled. Nothing was left behind.')
    return
  }
  const isDraft = !row.publish || row.problem !== null
  console.log(`“${row.title}” is here as ${slug}${isDraft ? ', a draft' : ', published'}.`)
  if (row.problem) console.log(row.problem.message)
  console.log(
    `\n${'kind'.padEnd(28)}${['imported', 'converted', 'dropped'].map((word) => word.padStart(11)).join('')}`,
  )
  const table = [...row.summary, { kind: 'all', ...row }]
  for (const { kind, ...counts } of table) {
    const cells = [counts.imported, counts.converted, counts.dropped].map((count) =>
      String(count).padStart(11),
    )
    console.log(`${kind.padEnd(28)}${cells.join('')}`)
  }
  const dropped = lines.filter((line) => line.outcome === 'dropped')
  if (dropped.length > 0) console.log('\nDropped, and why:')
  for (const { sourceKind, sourceId, title, message } of dropped) {
    console.log(`  ${sourceKind} ${title ?? sourceId}: ${message}`)
  }
}
