import { randomUUID } from 'node:crypto'
import { fromKysely, PgBoss } from 'pg-boss'
import { type Actor, anonymous, system } from '../actor.ts'
import { type App, type Ctx, createCtx, withTransaction } from '../ctx.ts'
import type { Logger } from '../log.ts'
import { jobSchema } from './job-schema.ts'
import type { Envelope, JobKind } from './jobs.ts'

export type JobQueue = {
  send(ctx: Ctx, name: string, envelope: Envelope, options: { key?: string; after?: Date }): Promise<void>
  /** Registers the kinds and, when `work` is true, starts carrying them. */
  start(app: App, jobs: JobKind[], work: boolean): Promise<void>
  /** Carries what waits now, one after the other, until nothing is due; for commands and tests. */
  drain(): Promise<number>
  /** Lets running jobs finish for a while, then hands them back. */
  stop(): Promise<void>
}

/** The queue in the same database (pg-boss), so a job and its cause commit together. */
export function createJobQueue(url: string, log: Logger): JobQueue {
  const boss = new PgBoss({
    connectionString: url,
    schema: jobSchema,
    application_name: 'stoa jobs',
    max: 4,
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    useListenNotify: true,
  })
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))
  const stopping = new AbortController()
  let started = false
  let known: { app: App; jobs: JobKind[] } | null = null

  return {
    async send(ctx, name, envelope, options) {
      await boss.send(name, envelope, {
        db: fromKysely(ctx.db as never),
        // The queue keeps one waiting job per key; work without a key gets one of its own.
        singletonKey: options.key ?? randomUUID(),
        ...(options.after ? { startAfter: options.after } : {}),
      })
    },
    async start(app, jobs, work) {
      await boss.start()
      started = true
      known = { app, jobs }
      const existing = new Set((await boss.getQueues()).map((queue) => queue.name))
      for (const job of jobs) {
        if (existing.has(job.name)) continue
        await boss.createQueue(job.name, {
          policy: 'short',
          retryLimit: job.retries,
          retryBackoff: true,
          retryDelay: 2,
          retryDelayMax: 3600,
          expireInSeconds: job.expireSeconds,
          notify: true,
        })
      }
      if (!work) return
      for (const job of jobs) {
        let worker = ''
        worker = await boss.work<Envelope>(job.name, { pollingIntervalSeconds: 5 }, async ([task]) => {
          if (!task) return
          // There may be more where this came from: look again at once, not at the next poll.
          boss.notifyWorker(worker)
          await carry(app, job, task.data, task.signal, stopping.signal)
        })
      }
    },
    async drain() {
      if (!known) return 0
      let carried = 0
      for (;;) {
        const before = carried
        for (const job of known.jobs) {
          const tasks = await boss.fetch<Envelope>(job.name, { batchSize: 20, includeMetadata: true })
          // A batch comes in any order; one after the other is the order they were sent in.
          tasks.sort((a, b) => a.createdOn.getTime() - b.createdOn.getTime())
          for (const task of tasks) {
            carried += 1
            try {
              await carry(known.app, job, task.data, stopping.signal, stopping.signal)
              await boss.complete(job.name, task.id)
            } catch (error) {
              await boss.fail(job.name, task.id, { message: (error as Error).message })
            }
          }
        }
        if (carried === before) return carried
      }
    },
    async stop() {
      stopping.abort()
      if (started) await boss.stop({ graceful: true, timeout: 15_000 })
    },
  }
}

async function carry(app: App, job: JobKind, envelope: Envelope, signal: AbortSignal, stopping: AbortSignal) {
  const actor: Actor =
    envelope.actor.kind === 'person'
      ? {
          ...anonymous,
          ...envelope.actor,
          kind: 'person',
          permissions: system.permissions,
          rank: system.rank,
        }
      : system
  const log = app.log.child({ requestId: envelope.requestId, job: job.name })
  const seed = { actor, organizationId: envelope.organizationId, requestId: envelope.requestId, log }
  const both = AbortSignal.any([signal, stopping])
  try {
    if (job.transaction)
      await withTransaction(app, seed, (ctx) => job.handle(ctx, envelope.data as never, both))
    else await job.handle(createCtx(app, seed), envelope.data as never, both)
  } catch (error) {
    log.error({ err: error }, 'a job failed')
    throw error
  }
}
