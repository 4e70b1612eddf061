import { rmSync } from 'node:fs'
import type { FastifyInstance, InjectOptions } from 'fastify'
import pg from 'pg'
import { inject } from 'vitest'
import { authenticate } from '../modules/identity/index.ts'
import { modules } from '../modules.ts'
import { system } from '../platform/actor.ts'
import type { Config } from '../platform/config.ts'
import { type Ctx, withTransaction } from '../platform/ctx.ts'
import { createServer } from '../platform/http/server.ts'
import type { Logger } from '../platform/log.ts'
import type { Module } from '../platform/module.ts'
import { openStoa, type Stoa } from '../stoa.ts'
import { tenantGuard } from './tenant-guard.ts'
import { testConfig } from './test-config.ts'
import { openTestDatabase } from './test-database.ts'

/** An answer of the API, parsed. */
// biome-ignore lint/suspicious/noExplicitAny: the body of an answer has the shape the test says it has
export type Answer = { status: number; body: any; text: string; headers: Record<string, string> }

export type Caller = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  delete(path: string, headers?: Record<string, string>, body?: unknown): Promise<Answer>
}

export type TestStoa = Stoa & {
  server: FastifyInstance
  ownerUrl: string
  /** Calls the API as somebody with this session token, in their organization. Paths begin after /api/v1. */
  as(person: { token: string }): Caller
  stranger: Caller
  /** A stranger who looks at one organization. */
  strangerAt(organization: { slug: string }): Caller
  /** Calls a verb or a door directly, as the system, in one transaction. */
  inside<T>(organizationId: string, work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** Rows straight from the database, as its owner: for looking behind the curtain and for tampering. */
  sql<T = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>
  /** Statements run since the last call. */
  statements(): string[]
}

/**
 * A whole Stoa on a database of its own, for one test file. Close it in afterAll.
 * @param more modules that exist only for the test
 * @param log where the log goes, for a test that reads it
 */
export async function testStoa(
  changes: Partial<Config> = {},
  more: Module[] = [],
  log?: Logger,
): Promise<TestStoa> {
  const database = await openTestDatabase()
  const { ownerUrl } = database
  const config = testConfig(changes)
  const guard = tenantGuard(inject('tenantTables'))
  let seen: string[] = []
  const stoa = await openStoa(config, ownerUrl, {
    ...(log ? { log } : {}),
    onStatement(text) {
      seen.push(text)
      guard(text)
    },
  })
  const server = await createServer(stoa.app, [...modules, ...more], authenticate)
  await server.ready()
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  // The database is dropped while its last connections still say goodbye.
  owner.on('error', () => {})

  const caller = (base: Record<string, string>): Caller => {
    const call = async (
      method: InjectOptions['method'],
      path: string,
      body: unknown,
      headers: Record<string, string> = {},
    ) => {
      const answer = await server.inject({
        method,
        url: `/api/v1${path}`,
        headers: { ...base, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      } as InjectOptions)
      const json = String(answer.headers['content-type'] ?? '').includes('json')
      return {
        status: answer.statusCode,
        body: json && answer.payload ? JSON.parse(answer.payload) : null,
        text: answer.payload,
        headers: answer.headers as Record<string, string>,
      }
    }
    return {
      get: (path, headers) => call('GET', path, undefined, headers),
      post: (path, body, headers) => call('POST', path, body, headers),
      put: (path, body, headers) => call('PUT', path, body, headers),
      patch: (path, body, headers) => call('PATCH', path, body, headers),
      delete: (path, headers, body) => call('DELETE', path, body, headers),
    }
  }

  return {
    ...stoa,
    server,
    ownerUrl,
    as: (person) => caller({ authorization: `Bearer ${person.token}` }),
    stranger: caller({}),
    strangerAt: (organization) => caller({ 'stoa-organization': organization.slug }),
    inside: (organizationId, work) =>
      withTransaction(stoa.app, { actor: system, organizationId, requestId: 'test' }, work),
    async sql<T>(text: string, values: unknown[] = []) {
      return (await owner.query(text, values)).rows as T[]
    },
    statements() {
      const before = seen
      seen = []
      return before
    },
    async close() {
      await server.close()
      await stoa.close()
      await owner.end()
      await database.close()
      rmSync(config.dataDir, { recursive: true, force: true })
    },
  }
}
