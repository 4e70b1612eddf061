import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
} from '../../modules/identity/testing.ts'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { anyone, refuse, signedIn } from '../actor.ts'
import { Conflict, NotFound } from '../errors.ts'
import { insertRun } from '../jobs/runs.queries.ts'
import { defineModule } from '../module.ts'
import { route } from './route.ts'
import { Id, Json, Nullable } from './schemas.ts'

const Note = Type.Object(
  { text: Type.String({ maxLength: 20 }), stars: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
)
let calls = 0

const desk = defineModule({
  name: 'admin',
  routes: [
    route({
      method: 'POST',
      path: '/notes',
      summary: 'Write a note',
      body: Note,
      status: 201,
      allow: signedIn,
      response: Type.Object({ runId: Type.String(), call: Type.Integer() }),
      async handle(ctx, _thing, { body }) {
        calls += 1
        const runId = await insertRun(ctx.db, {
          organizationId: ctx.organizationId,
          kind: body.text,
          detail: {},
          startedBy: ctx.actor.userId,
          requestId: ctx.requestId,
        })
        if (body.text === 'tear') throw Conflict()
        if (body.text === 'bug') throw new Error('the password is hunter2')
        return { runId, call: calls }
      },
    }),
    route({
      method: 'GET',
      path: '/notes/:noteId',
      summary: 'Read a note',
      params: Type.Object({ noteId: Type.String() }),
      allow: anyone,
      response: Type.Object({ id: Type.String(), title: Nullable(Type.String()) }),
      load: async (_ctx, { params }) => {
        if (params.noteId === 'hidden') throw NotFound()
        return { id: params.noteId, title: null }
      },
      version: () => 7,
      handle: async (_ctx, note) => note,
    }),
    route({
      method: 'PATCH',
      path: '/notes/:noteId',
      summary: 'Change a note',
      params: Type.Object({ noteId: Type.String() }),
      allow: anyone,
      load: async (_ctx, { params }) => ({ id: params.noteId }),
      version: () => 7,
      response: Type.Null(),
      handle: async () => null,
    }),
    route({
      method: 'POST',
      path: '/knocks',
      summary: 'Knock',
      allow: anyone,
      response: Type.Null(),
      limits: [{ by: 'ip', max: 5, windowSeconds: 60 }],
      handle: async () => null,
    }),
    route({
      method: 'GET',
      path: '/whence',
      summary: 'Where I come from',
      allow: anyone,
      response: Type.Object({ ip: Nullable(Type.String()) }),
      handle: async (ctx) => ({ ip: ctx.ip }),
    }),
    route({
      method: 'PUT',
      path: '/piles',
      summary: 'Put something on a pile',
      body: Type.Object(
        {
          notes: Type.Optional(Type.Array(Note, { maxItems: 10 })),
          anything: Type.Optional(Json),
          at: Type.Optional(Type.String({ format: 'date-time' })),
          id: Type.Optional(Id),
        },
        { additionalProperties: false },
      ),
      allow: anyone,
      response: Type.Null(),
      handle: async () => null,
    }),
    route({
      method: 'GET',
      path: '/closed',
      summary: 'Closed',
      allow: () => refuse('closed_today'),
      response: Type.Null(),
      handle: async () => null,
    }),
  ],
})

let stoa: TestStoa
let organization: GivenOrganization
let person: GivenPerson
beforeAll(async () => {
  stoa = await testStoa({}, [desk])
})
afterAll(() => stoa.close())
beforeEach(async () => {
  organization = await givenOrganization(stoa)
  person = await givenPerson(stoa, organization, 'owner')
})

const notes = async () =>
  (
    await stoa.sql<{ kind: string }>('select kind from platform.runs where organization_id = $1', [
      organization.id,
    ])
  ).map((row) => row.kind)

// The test's routes live beside those of a module that everybody has.
const write = (body: unknown, headers = {}) => stoa.as(person).post('/admin/notes', body, headers)

test('a refused body names each field and writes nothing', async () => {
  const { status, body, headers } = await write({ text: 'x'.repeat(21), stars: '3', extra: true })
  expect(status).toBe(422)
  expect(headers['content-type']).toContain('application/problem+json')
  expect(body).toMatchObject({ code: 'invalid_input', status: 422, instance: '/api/v1/admin/notes' })
  expect(body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
    '/extra',
    '/stars',
    '/text',
  ])
  expect(await notes()).toEqual([])
})

test('a body made of mistakes gets one of them named, not an answer many times its size', async () => {
  const notes = Array.from({ length: 100_000 }, () => ({}))
  const { status, text, body } = await stoa.stranger.put('/admin/piles', { notes })
  expect(status).toBe(422)
  expect(body.errors).toEqual([expect.objectContaining({ pointer: '/notes', code: 'maxItems' })])
  expect(text.length).toBeLessThan(1000)
})

test('a body that nests without end is refused before anybody walks down into it', async () => {
  const nested = `{"anything":{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`
  const json = { 'content-type': 'application/json' }
  for (const headers of [json, { ...json, 'idempotency-key': 'deep' }]) {
    const { status, body } = await stoa.stranger.put('/admin/piles', nested, headers)
    expect(status).toBe(422)
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '', code: 'nesting' })])
  }
})

test.each([
  ['an id in another spelling', { id: 'urn:uuid:0198b0c0-0000-7000-8000-000000000000' }, '/id'],
  ['a second that no clock here shows', { at: '2016-12-31T23:59:60Z' }, '/at'],
  ['a day that never was', { at: '2026-02-30T00:00:00Z' }, '/at'],
])('%s is refused, because the database does not take it', async (_what, given, pointer) => {
  const { status, body } = await stoa.stranger.put('/admin/piles', given)
  expect(status).toBe(422)
  expect(body.errors).toEqual([expect.objectContaining({ pointer, code: 'format' })])
})

describe('where a caller comes from', () => {
  const whence = async (at: TestStoa, forwarded: string) =>
    (
      await at.server.inject({
        url: '/api/v1/admin/whence',
        headers: { 'x-forwarded-for': forwarded, 'stoa-organization': (await givenOrganization(at)).slug },
        remoteAddress: '10.0.0.9',
      })
    ).json().ip

  test('is what the connection says', async () => {
    expect(await whence(stoa, '198.51.100.7')).toBe('10.0.0.9')
  })

  test('is what the proxy in front adds, not what the caller wrote before it', async () => {
    const behindProxy = await testStoa({ trustProxy: true }, [desk])
    try {
      expect(await whence(behindProxy, '198.51.100.7')).toBe('198.51.100.7')
      expect(await whence(behindProxy, '203.0.113.1, 198.51.100.7')).toBe('198.51.100.7')
    } finally {
      await behindProxy.close()
    }
  })
})

test.each([
  ['no JSON', 'not json at all', 'application/json', 400],
  ['another type', '<note/>', 'application/xml', 400],
  ['nothing', '', 'application/json', 400],
])('a body that is %s gets a clear 400', async (_what, payload, type, status) => {
  const answer = await stoa.server.inject({
    method: 'POST',
    url: '/api/v1/admin/notes',
    payload,
    headers: { 'content-type': type, authorization: `Bearer ${person.token}` },
  })
  expect(answer.statusCode).toBe(status)
  expect(answer.json().code).toBe('malformed_request')
})

test('an address that cannot be read is refused in words, with the guards of every answer', async () => {
  for (const url of ['/api/v1/%zz', '/courses/%E0%A4%A', '/%']) {
    const answer = await stoa.server.inject({ url, headers: { 'x-request-id': 'asked-by-hand' } })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'malformed_request', requestId: 'asked-by-hand' })
    expect(answer.headers).toMatchObject({
      'x-request-id': 'asked-by-hand',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  }
})

test('an answer of the API is kept nowhere, however its address is written', async () => {
  for (const url of ['/api/v1/admin/whence', '/%61pi/v1/admin/whence'])
    expect((await stoa.server.inject(url)).headers['cache-control']).toBe('no-store')
})

test('a huge body is refused with its limit', async () => {
  const { status, body } = await write({ text: 'x'.repeat(2_000_000), stars: 1 })
  expect([status, body.code]).toEqual([413, 'too_large'])
})

test('a text that cannot be stored is refused, not a crash', async () => {
  const { status, body } = await write({ text: 'a\u0000b', stars: 1 })
  expect([status, body.code]).toEqual([400, 'malformed_request'])
})

test('what a failing request wrote is gone', async () => {
  expect((await write({ text: 'tear', stars: 1 })).status).toBe(409)
  expect(await notes()).toEqual([])
})

test('a bug is a 500 that says nothing about its inside', async () => {
  const { status, text } = await write({ text: 'bug', stars: 1 })
  expect(status).toBe(500)
  expect(text).not.toContain('hunter2')
  expect(await notes()).toEqual([])
})

test('the same Idempotency-Key twice changes once and answers the same', async () => {
  const key = { 'idempotency-key': 'abc' }
  const first = await write({ text: 'once', stars: 1 }, key)
  const second = await write({ text: 'once', stars: 1 }, key)
  expect(second.body).toEqual(first.body)
  expect(second.headers['idempotency-replayed']).toBe('true')
  expect(await notes()).toEqual(['once'])
  expect((await write({ text: 'other', stars: 1 }, key)).body.code).toBe('idempotency_key_reused')
})

test('a body a route does not ask for counts for nothing, however deep it nests', async () => {
  const answer = await stoa.server.inject({
    method: 'PATCH',
    url: '/api/v1/admin/notes/one',
    payload: '['.repeat(200_000) + ']'.repeat(200_000),
    headers: {
      authorization: `Bearer ${person.token}`,
      'content-type': 'application/json',
      'idempotency-key': 'a key of one',
    },
  })
  expect(answer.statusCode).toBe(200)
})

test('what is kept for a repeated request can be read by nobody', async () => {
  await write({ text: 'a-secret-of-somebody', stars: 1 }, { 'idempotency-key': 'sealed' })
  const [kept] = await stoa.sql<{ body: string; fingerprint: string }>(
    `select body, fingerprint from platform.idempotency_keys where key = 'sealed'`,
  )
  expect(kept?.body).toMatch(/^v1\./)
  expect(JSON.stringify(await stoa.sql('select * from platform.idempotency_keys'))).not.toContain('runId')
  // A plain digest of a request with a password in it could be guessed offline.
  const url = '/api/v1/admin/notes'
  const plain = [`POST ${url}\n${person.organizationId}\n{"text":"a-secret-of-somebody","stars":1}`]
  expect(plain.map((text) => createHash('sha256').update(text).digest('hex'))).not.toContain(
    kept?.fingerprint,
  )
})

test('twenty at once with one key change once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => write({ text: 'raced', stars: 1 }, { 'idempotency-key': 'race' })),
  )
  expect(new Set(answers.map((answer) => answer.body.runId)).size).toBe(1)
  expect(await notes()).toEqual(['raced'])
})

test('a key that failed may be used again', async () => {
  const key = { 'idempotency-key': 'failed' }
  expect((await write({ text: 'tear', stars: 1 }, key)).status).toBe(409)
  expect((await write({ text: 'tear', stars: 1 }, key)).status).toBe(409)
})

test('a version that was read before answers 304, one that is old is refused on a write', async () => {
  const first = await stoa.as(person).get('/admin/notes/1')
  expect(first.headers.etag).toBe('"7"')
  expect((await stoa.as(person).get('/admin/notes/1', { 'if-none-match': '"7"' })).status).toBe(304)
  expect((await stoa.as(person).patch('/admin/notes/1', undefined, { 'if-match': '"6"' })).body.code).toBe(
    'version_mismatch',
  )
  expect((await stoa.as(person).patch('/admin/notes/1', undefined, { 'if-match': '"7"' })).status).toBe(200)
})

test('an answer is complete: null where empty', async () => {
  expect((await stoa.as(person).get('/admin/notes/1')).body).toEqual({ id: '1', title: null })
})

test('invisible is 404, refused is 403 with a reason, unknown is 401', async () => {
  expect((await stoa.as(person).get('/admin/notes/hidden')).status).toBe(404)
  expect((await stoa.as(person).get('/admin/closed')).body).toMatchObject({
    status: 403,
    params: { reason: 'closed_today' },
  })
  expect((await stoa.strangerAt(organization).post('/admin/notes', { text: 'a', stars: 1 })).status).toBe(401)
  expect((await stoa.as({ token: 'x'.repeat(43) }).get('/admin/notes/1')).status).toBe(401)
})

test('who owns a whole network of addresses is still one who knocks', async () => {
  const from = (remoteAddress: string) =>
    stoa.server.inject({
      method: 'POST',
      url: '/api/v1/admin/knocks',
      headers: { 'stoa-organization': organization.slug },
      remoteAddress,
    })
  const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => from(`2001:db8:0:7:${n}::${n + 1}`)))
  expect(answers.some((answer) => answer.statusCode === 429)).toBe(true)
  expect((await from('2001:db8:0:8::1')).statusCode).toBe(200)
  expect((await from('::ffff:198.51.100.7')).statusCode).toBe(200)
})

test('the sixth knock in a minute is refused and told when to come back', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => stoa.strangerAt(organization).post('/admin/knocks')),
  )
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(5)
  const refused = answers.find((answer) => answer.status === 429)
  expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused?.headers).toMatchObject({ 'ratelimit-limit': '5', 'ratelimit-remaining': '0' })
})

test.each([
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ origin: 'http://stoa.test' }, 200],
  [{ 'sec-fetch-site': 'same-origin' }, 200],
  [{}, 200],
])('a write with %j answers %i', async (headers, status) => {
  expect((await stoa.as(person).patch('/admin/notes/1', undefined, headers)).status).toBe(status)
})

test('a request keeps the id it came with, unless that is no id', async () => {
  expect(
    (await stoa.as(person).get('/admin/notes/1', { 'x-request-id': 'order-12345' })).headers['x-request-id'],
  ).toBe('order-12345')
  expect(
    (await stoa.as(person).get('/admin/notes/1', { 'x-request-id': 'a\tb' })).headers['x-request-id'],
  ).toMatch(/^[0-9a-f-]{36}$/)
})

test('the numbers are told on this machine only, and not through a proxy on it', async () => {
  const numbers = async (from: object) => (await stoa.server.inject({ url: '/metrics', ...from })).statusCode
  expect(await numbers({})).toBe(200)
  expect(await numbers({ remoteAddress: '203.0.113.9' })).toBe(404)
  for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
    expect(await numbers({ headers: { [name]: '203.0.113.9' } })).toBe(404)
})

test('health, readiness and numbers are there', async () => {
  expect((await stoa.server.inject('/healthz')).json()).toEqual({ status: 'ok' })
  expect((await stoa.server.inject('/readyz')).json()).toEqual({ status: 'ready' })
  expect((await stoa.server.inject('/metrics')).payload).toContain('stoa_http_request_seconds_bucket')
  const elsewhere = await stoa.server.inject({ url: '/metrics', remoteAddress: '203.0.113.9' })
  expect(elsewhere.statusCode).toBe(404)
})

test('the API is described by a document, and by a page whose scripts its policy allows', async () => {
  const document = (await stoa.server.inject('/api/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toContain('/api/v1/learning/courses')
  const page = await stoa.server.inject('/api/docs/')
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')])
  expect(page.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-/)
})
