import type { FastifyInstance } from 'fastify'
import type { App } from './ctx.ts'
import type { Subscriber } from './events/events.ts'
import type { Route } from './http/route.ts'
import type { JobKind } from './jobs/jobs.ts'
import type { PersonalData } from './personal-data.ts'

/** Housekeeping that runs again and again, in one process at a time. */
export type Schedule = { name: string; everySeconds: number; run(app: App): Promise<void> }

/** What a module brings; read only by modules.ts. */
export type Module = {
  name: string
  routes: Route[]
  jobs?: JobKind[]
  subscribers?: Subscriber[]
  schedules?: Schedule[]
  personalData?: PersonalData
  /** Paths of its own outside /api/v1 (file bytes, other protocols). */
  mount?: (server: FastifyInstance, app: App) => void
}

export const defineModule = (module: Module): Module => module
