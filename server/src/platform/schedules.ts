import type { App } from './ctx.ts'
import { removeOld } from './events/outbox.queries.ts'
import { removeOldKeys } from './http/idempotency.queries.ts'
import { removeOldHits } from './http/limits.queries.ts'
import { removeOldMails } from './mail/mails.queries.ts'
import type { Module, Schedule } from './module.ts'
import { due, makePartitions } from './schedules.queries.ts'
import { removeOldTexts } from './sms/text-messages.queries.ts'

const hour = 3600

const own: Schedule[] = [
  {
    name: 'platform.remove_old',
    everySeconds: hour,
    async run(app) {
      await removeOldHits(app.database.db)
      await removeOldKeys(app.database.db)
      await removeOld(app.database.db)
      await removeOldMails(app.database.db)
      await removeOldTexts(app.database.db)
    },
  },
  { name: 'platform.partitions', everySeconds: 24 * hour, run: (app) => makePartitions(app.database.db) },
]

/** Runs the housekeeping of all modules; the database decides which process does it. */
export function startSchedules(app: App, modules: Module[]): { stop(): Promise<void> } {
  const schedules = [...own, ...modules.flatMap((module) => module.schedules ?? [])]
  let running: Promise<void> | null = null
  const look = () => {
    running ??= (async () => {
      for (const schedule of schedules) {
        try {
          if (await due(app.database.db, schedule.name, schedule.everySeconds)) await schedule.run(app)
        } catch (error) {
          app.log.error({ err: error, schedule: schedule.name }, 'housekeeping failed')
        }
      }
    })().finally(() => {
      running = null
    })
  }
  const timer = setInterval(look, 10_000)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
