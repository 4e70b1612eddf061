import type { FastifyInstance } from 'fastify'
import type { App, Ctx } from './ctx.ts'
import type { Subscriber } from './events/events.ts'
import type { Route } from './http/route.ts'
import type { JobKind } from './jobs/jobs.ts'
import type { PersonalData } from './personal-data.ts'

/** Housekeeping that runs again and again, in one process at a time. */
export type Schedule = { name: string; everySeconds: number; run(app: App): Promise<void> }

/** Names of people by id, those there are, in one look; what modules below the one that knows people say them by. */
export type NamesOfPeople = (ctx: Ctx, ids: Iterable<string>) => Promise<Map<string, string>>

/** What a module brings; read only by modules.ts. */
export type Module = {
  name: string
  routes: Route[]
  jobs?: JobKind[]
  subscribers?: Subscriber[]
  schedules?: Schedule[]
  personalData?: PersonalData
  /** Brought by the one module that knows people. */
  namesOfPeople?: NamesOfPeople
  /** Paths of its own outside /api/v1 (file bytes, other protocols). */
  mount?: (server: FastifyInstance, app: App) => void
}

export const defineModule = (module: Module): Module => module
