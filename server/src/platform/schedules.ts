import type { App } from './ctx.ts'
import type { Module, Schedule } from './module.ts'
import { due, kept, makePartitions, removeOld } from './schedules.queries.ts'

const hour = 3600

const own: Schedule[] = [
  {
    name: 'platform.remove_old',
    everySeconds: hour,
    run: (app) => eachByItself(app, kept, (one) => removeOld(app.database.db, one)),
  },
  { name: 'platform.partitions', everySeconds: 24 * hour, run: (app) => makePartitions(app.database.db) },
]

/**
 * Does one thing after the other. One that fails is logged and left for the next time: what is wrong with it must
 * not keep the others waiting, which may be those of other organizations.
 */
export async function eachByItself<T extends object>(
  app: App,
  things: T[],
  work: (thing: T) => Promise<unknown>,
): Promise<void> {
  for (const thing of things) {
    try {
      await work(thing)
    } catch (error) {
      app.log.error({ err: error, about: thing }, 'a part of the housekeeping failed')
    }
  }
}

/**
 * Runs the housekeeping of all modules; the database decides which process does it. Each piece runs beside the
 * others: one that waits for a slow server elsewhere, or never ends, holds up itself only.
 */
export function startSchedules(app: App, modules: Module[]): { look(): void; stop(): Promise<void> } {
  const schedules = [...own, ...modules.flatMap((module) => module.schedules ?? [])]
  const running = new Map<string, Promise<void>>()
  let looking: Promise<void> | null = null

  async function carry(schedule: Schedule) {
    try {
      await schedule.run(app)
    } catch (error) {
      app.log.error({ err: error, schedule: schedule.name }, 'housekeeping failed')
    } finally {
      running.delete(schedule.name)
    }
  }
  async function beginWhatIsDue() {
    for (const schedule of schedules) {
      if (running.has(schedule.name)) continue
      try {
        const isDue = await due(app.database.db, schedule.name, schedule.everySeconds)
        if (isDue) running.set(schedule.name, carry(schedule))
      } catch (error) {
        app.log.error({ err: error, schedule: schedule.name }, 'housekeeping could not begin')
      }
    }
  }
  function look() {
    looking ??= beginWhatIsDue().finally(() => {
      looking = null
    })
  }
  const timer = setInterval(look, 10_000)
  timer.unref()
  return {
    look,
    async stop() {
      clearInterval(timer)
      await looking
      await Promise.all(running.values())
    },
  }
}
