import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.gen.ts'

/** Kysely over the live schema, camelCase in TypeScript. Inside a write it is the transaction. */
export type Db = Kysely<DB> | Transaction<DB>

// bigint counters and sizes stay below 2^53 here; numbers read better than strings.
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value))
pg.types.setTypeParser(pg.types.builtins.NUMERIC, (value) => Number(value))

export type Database = {
  /** For reads outside a transaction. */
  db: Kysely<DB>
  pool: pg.Pool
  close(): Promise<void>
}

export type DatabaseOptions = {
  url: string
  /** Connections at most. */
  max: number
  /** Sees the text of each statement; tests put the tenant guard here. */
  onStatement?: (text: string) => void
}

/** Opens a pool as the app's role. Statements that run longer than 30 s are ended by the server. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    application_name: 'stoa',
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // The pool listens only while a connection is idle: one that breaks in the pause between two statements of a
  // transaction (server restart, idle timeout) must fail that transaction, not the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  keepPlans(pool)
  if (options.onStatement) watch(pool, options.onStatement)
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { db, pool, close: () => db.destroy() }
}

/** A statement is prepared once it came this often; so many are at most, as each takes memory on every connection. */
const oftenEnough = 3
const mostPrepared = 300

/**
 * Lets PostgreSQL keep the plans of statements that come again and again: joining eight tables by their keys takes
 * it less time than planning to. Measured: twice the requests for a page, thrice for a list.
 */
function keepPlans(pool: pg.Pool) {
  const names = new Map<string, string>()
  const seen = new Map<string, number>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= mostPrepared) return known
    const times = (seen.get(text) ?? 0) + 1
    if (times < oftenEnough) {
      // Statements of ever changing shape must not pile up here.
      if (seen.size > 5000) seen.clear()
      seen.set(text, times)
      return undefined
    }
    seen.delete(text)
    const name = `stoa_${names.size}`
    names.set(text, name)
    return name
  }
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const planned = (...args: unknown[]) => {
      const [text, values, ...rest] = args
      if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return query(...args)
      const name = nameOf(text)
      return name === undefined ? query(...args) : query({ name, text, values }, ...rest)
    }
    client.query = planned as typeof client.query
  })
}

function watch(pool: pg.Pool, onStatement: (text: string) => void) {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const watched = (...args: unknown[]) => {
      const first = args[0]
      const text = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text
      if (text) onStatement(text)
      return query(...args)
    }
    client.query = watched as typeof client.query
  })
}

/** PostgreSQL's code of an error, or null when it is none of PostgreSQL's. */
export function sqlState(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null
}

const unreached = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
])
/** What the driver says of a connection that was cut, or that did not become free in time. */
const cutOff =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection)/

/**
 * True when the database cannot be asked at this moment: nobody reaches it, it restarts, it ran out of something
 * (classes 08 and 53, https://www.postgresql.org/docs/18/errcodes-appendix.html), or a statement took too long.
 */
export function isOutOfReach(error: unknown): boolean {
  const { code, syscall, message } = (error ?? {}) as { code?: string; syscall?: string; message?: string }
  // Files have some of these codes too, but are not asked for by these calls.
  if (code && unreached.has(code)) return /^(connect|getaddrinfo|read|write)$/.test(syscall ?? 'connect')
  const state = sqlState(error)
  if (state) return /^(08|53|57P)/.test(state) || state === '57014'
  return cutOff.test(message ?? '')
}

/** Name of the constraint an error is about. */
export const constraintOf = (error: unknown): string | null =>
  (error as { constraint?: string } | null)?.constraint ?? null

const retryable = new Set(['40001', '40P01'])

/**
 * Runs `work` in one transaction. Serialization failures and deadlocks are tried again, here and nowhere
 * else, so `work` must be repeatable: no network calls inside.
 */
export async function inTransaction<T>(
  db: Kysely<DB>,
  work: (tx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      const state = sqlState(error)
      if (!state || !retryable.has(state) || attempt >= 5) throw error
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 5 * (0.5 + Math.random())))
    }
  }
}

/** True when the database answers. */
export async function answers(db: Kysely<DB>): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch {
    return false
  }
}
