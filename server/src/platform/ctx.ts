import type { Kysely, Transaction } from 'kysely'
import type { Actor } from './actor.ts'
import type { Config } from './config.ts'
import type { Database, Db } from './db/database.ts'
import { inTransaction } from './db/database.ts'
import type { DB } from './db/schema.gen.ts'
import type { Wake } from './events/wake.ts'
import type { JobQueue } from './jobs/job-queue.ts'
import type { Keys } from './keys.ts'
import type { Logger } from './log.ts'
import type { Mailer } from './mail/mailer.ts'
import type { NamesOfPeople } from './module.ts'
import type { PersonalData } from './personal-data.ts'

/** What one process has: made at start, handed down, never looked up from thin air. */
export type App = {
  config: Config
  log: Logger
  keys: Keys
  database: Database
  jobs: JobQueue
  wake: Wake
  mailer: Mailer
  /** What each module keeps of people. */
  personalData: Array<{ module: string } & PersonalData>
  namesOfPeople: NamesOfPeople
}

/** Stands for the organization where there is none: sign-in, certificate check. */
export const noOrganization = '00000000-0000-0000-0000-000000000000'

/** What every verb takes first. In writes and jobs `db` is already the transaction. */
export type Ctx = {
  app: App
  db: Db
  actor: Actor
  /** The one organization this request or job is about. */
  organizationId: string
  now: Date
  requestId: string
  log: Logger
  ip: string | null
  userAgent: string | null
  /** Work for the end of the transaction, such as the audit chain, whose lock is best held shortly. */
  beforeCommit: Array<() => Promise<void>>
  /** Work for after the commit that may be lost without harm, such as a wake-up. */
  afterCommit: Array<() => void>
}

export type CtxSeed = Pick<Ctx, 'actor' | 'organizationId' | 'requestId'> &
  Partial<Pick<Ctx, 'now' | 'ip' | 'userAgent' | 'log'>>

/** A context for reads, outside a transaction. */
export function createCtx(app: App, seed: CtxSeed): Ctx {
  return {
    app,
    db: app.database.db,
    now: new Date(),
    log: app.log,
    ip: null,
    userAgent: null,
    ...seed,
    beforeCommit: [],
    afterCommit: [],
  }
}

/** Runs `work` as one transaction with a context of its own; what it recorded for later follows the commit. */
export async function withTransaction<T>(
  app: App,
  seed: CtxSeed,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  let ctx!: Ctx
  const result = await inTransaction(app.database.db as Kysely<DB>, async (tx: Transaction<DB>) => {
    ctx = { ...createCtx(app, seed), db: tx }
    const value = await work(ctx)
    for (const finish of ctx.beforeCommit) await finish()
    return value
  })
  for (const follow of ctx.afterCommit) follow()
  return result
}
