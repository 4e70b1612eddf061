import { setTimeout } from 'node:timers/promises'
import { modules } from './modules.ts'
import type { Config } from './platform/config.ts'
import type { App } from './platform/ctx.ts'
import { openDatabase } from './platform/db/database.ts'
import { appUrl } from './platform/db/migrate.ts'
import { createDispatcher, type Dispatcher } from './platform/events/dispatcher.ts'
import { organizationsWaiting } from './platform/events/outbox.queries.ts'
import { createWake, silentWake } from './platform/events/wake.ts'
import { createJobQueue } from './platform/jobs/job-queue.ts'
import { createKeys } from './platform/keys.ts'
import { createLog, type Logger } from './platform/log.ts'
import { mailJobs } from './platform/mail/mail.ts'
import { createMailer } from './platform/mail/mailer.ts'
import { startSchedules } from './platform/schedules.ts'
import { textJobs } from './platform/sms/text-messages.ts'

export type Stoa = {
  app: App
  dispatcher: Dispatcher
  /** Begins to carry jobs, events and housekeeping. */
  work(): Promise<void>
  /** Carries everything that waits, until nothing does; for commands and tests. */
  settle(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens one process's worth of Stoa on a migrated database.
 * @param ownerUrl address of the database as its owner; the app itself connects as its own role
 */
export async function openStoa(
  config: Config,
  ownerUrl: string,
  options: { log?: Logger; onStatement?: (text: string) => void; live?: boolean } = {},
): Promise<Stoa> {
  const log = options.log ?? createLog(config)
  const keys = createKeys(config.secret)
  const url = appUrl(ownerUrl, keys)
  const database = openDatabase({
    url,
    max: 16,
    ...(options.onStatement ? { onStatement: options.onStatement } : {}),
  })
  const app: App = {
    config,
    log,
    keys,
    database,
    jobs: createJobQueue(url, log),
    wake: options.live ? createWake(url, log) : silentWake,
    mailer: createMailer(config, database, log),
    personalData: modules.flatMap(({ name, personalData }) =>
      personalData ? { module: name, ...personalData } : [],
    ),
    namesOfPeople: modules.find((module) => module.namesOfPeople)?.namesOfPeople ?? (async () => new Map()),
  }
  const dispatcher = createDispatcher(
    app,
    modules.flatMap((module) => module.subscribers ?? []),
  )
  const jobs = [
    dispatcher.redeliver,
    ...mailJobs,
    ...textJobs,
    ...modules.flatMap((module) => module.jobs ?? []),
  ]
  let schedules: { stop(): Promise<void> } | null = null
  let queueReady: Promise<void> | null = null
  const startQueue = (work: boolean) => {
    queueReady ??= app.jobs.start(app, jobs, work)
    return queueReady
  }
  if (!options.live) await startQueue(false)

  return {
    app,
    dispatcher,
    async work() {
      const carries = config.role !== 'api'
      await startQueue(carries)
      if (!carries) return
      dispatcher.start()
      schedules = startSchedules(app, modules)
    },
    async settle() {
      await startQueue(false)
      for (;;) {
        const events = await dispatcher.drain()
        const carried = await app.jobs.drain()
        if (events + carried > 0) continue
        if ((await organizationsWaiting(app.database.db)).length === 0) return
        // Events wait behind a transaction that is still open, also one of another database of the server.
        await setTimeout(5)
      }
    },
    async close() {
      await schedules?.stop()
      await dispatcher.stop()
      await app.jobs.stop()
      await app.mailer.close()
      await app.wake.close()
      await database.close()
    },
  }
}
