import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../../../platform/actor.ts'
import { createCtx, noOrganization } from '../../../platform/ctx.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { issuerOf, signServiceToken } from '../sessions/access-tokens.ts'
import { publicKeySet, rotateSigningKeys, tokenKeys } from '../sessions/signing-keys.ts'
import { type GivenOrganization, type GivenPerson, givenOrganization, givenPerson } from '../testing.ts'
import { patientConfig, serviceAt, type WireService, withKey } from './admin-testing.ts'
import { wireRoutes } from './mount.ts'

let stoa: TestStoa
let ours: GivenOrganization
let theirs: GivenOrganization
let person: GivenPerson

beforeAll(async () => {
  stoa = await testStoa(patientConfig())
  ours = await givenOrganization(stoa)
  theirs = await givenOrganization(stoa)
  person = await givenPerson(stoa, ours, 'student', 'Sam Sample')
})
afterAll(() => stoa.close())

const guarded = wireRoutes.filter((route) => route.allow === 'service')

/** Something each endpoint takes, so that it is the caller who is refused. */
const bodies: Record<string, object> = {
  '/admin/generate_link': { type: 'magiclink', email: 'a@people.test' },
  '/invite': { email: 'a@people.test' },
}

const call = (service: WireService, route: (typeof guarded)[number], headers: Record<string, string> = {}) =>
  service(
    route.method as 'GET',
    route.path
      .replace(':userId', person?.userId ?? randomUUID())
      .replace(/:(identifier)/g, 'custom:x')
      .replace(/:\w+/g, randomUUID()),
    route.body ? (bodies[route.path] ?? {}) : undefined,
    headers,
  )

/** Signs with the keys of the installation. */
async function signed(claims: object, expires = '1h') {
  const key = (await tokenKeys(stoa.app)).find((one) => one.signs)!
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: key.algorithm, ...(key.id ? { kid: key.id } : {}) })
    .setIssuer(issuerOf(stoa.app))
    .setExpirationTime(expires)
    .sign(key.key)
}

test('the walk reaches every administrative endpoint', () => {
  expect(guarded.map((route) => `${route.method} ${route.path}`)).toEqual(
    expect.arrayContaining([
      'GET /admin/users',
      'POST /admin/users',
      'GET /admin/users/:userId',
      'PUT /admin/users/:userId',
      'DELETE /admin/users/:userId',
      'GET /admin/users/:userId/factors',
      'PUT /admin/users/:userId/factors/:factorId',
      'DELETE /admin/users/:userId/factors/:factorId',
      'GET /admin/users/:userId/passkeys',
      'DELETE /admin/users/:userId/passkeys/:passkeyId',
      'POST /admin/generate_link',
      'POST /invite',
      'GET /admin/audit',
    ]),
  )
  for (const route of wireRoutes)
    if (route.path.startsWith('/admin/')) expect(route.allow, route.path).toBe('service')
})

test.each(guarded.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s serves programs of the operator only',
  async (_name, route) => {
    const anon = await signServiceToken(stoa.app, 'anon', ours.id)
    const service = await signServiceToken(stoa.app, 'service_role', ours.id)
    const none = [
      Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url'),
      service.split('.')[1],
      '',
    ].join('.')
    const publicKey = JSON.stringify((await publicKeySet(stoa.app)).keys[0])
    const confused = await new SignJWT({ role: 'service_role' })
      .setProtectedHeader({ alg: 'HS256', kid: JSON.parse(publicKey).kid })
      .sign(new TextEncoder().encode(publicKey))
    const apps = await stoa.sql<{ id: string }>('select id from auth.sessions where user_id = $1', [
      person.userId,
    ])
    const user = await signed({
      sub: person.userId,
      aud: 'authenticated',
      role: 'authenticated',
      session_id: apps[0]?.id,
    })
    const stranger = withKey(stoa, null)
    const tries: Array<[string, WireService, number, string, Record<string, string>?]> = [
      ['no token', stranger, 401, 'no_authorization'],
      ['basic', stranger, 401, 'no_authorization', { authorization: 'Basic YTpi' }],
      ['anon', withKey(stoa, anon), 403, 'not_admin'],
      ['anon as apikey', stranger, 403, 'not_admin', { apikey: anon }],
      ['user', withKey(stoa, user), 403, 'not_admin'],
      ['user with a service key aside', withKey(stoa, user), 403, 'not_admin', { apikey: service }],
      ['session token', withKey(stoa, person.token), 403, 'bad_jwt'],
      ['garbage', withKey(stoa, 'this-is-a-bad-token'), 403, 'bad_jwt'],
      ['unsigned', withKey(stoa, none), 403, 'bad_jwt'],
      ['signed with the public key', withKey(stoa, confused), 403, 'bad_jwt'],
      ['over', withKey(stoa, await signed({ role: 'service_role' }, '1 hour ago')), 403, 'bad_jwt'],
    ]
    for (const [who, service, status, code, headers] of tries) {
      const answer = await call(service, route, headers)
      expect({ who, status: answer.status, code: answer.body?.error_code }).toEqual({ who, status, code })
    }
  },
)

test.each(
  guarded
    .filter((route) => route.path.includes(':userId'))
    .map((route) => [`${route.method} ${route.path}`, route] as const),
)('%s does not find somebody of another organization', async (_name, route) => {
  const answer = await call(await serviceAt(stoa, theirs.id), route)
  expect({ status: answer.status, code: answer.body.error_code }).toEqual({
    status: 404,
    code: 'user_not_found',
  })
  expect(
    await call(await serviceAt(stoa, theirs.id), route, { 'stoa-organization': ours.slug }),
  ).toMatchObject({ status: 403, body: { error_code: 'not_admin' } })
})

test('a key works as apikey, too, and both roles of programs may', async () => {
  const key = await signServiceToken(stoa.app, 'service_role', ours.id)
  expect((await withKey(stoa, null)('GET', '/admin/users', undefined, { apikey: key })).status).toBe(200)
  const admin = await signed({ sub: '1234567890', role: 'supabase_admin' })
  const there = { 'stoa-organization': ours.slug }
  expect((await withKey(stoa, admin)('GET', '/admin/users', undefined, there)).status).toBe(200)
})

test('a key of the installation acts in the organization the request names', async () => {
  const operator = await serviceAt(stoa, null)
  for (const organization of [ours, theirs]) {
    const { body } = await operator('GET', '/admin/users', undefined, {
      'stoa-organization': organization.slug,
    })
    const ids = body.users.map((user: { id: string }) => user.id)
    expect(ids.includes(person.userId)).toBe(organization === ours)
  }
})

test('after two rotations a key is void at once', async () => {
  const key = await signServiceToken(stoa.app, 'service_role', ours.id)
  const service = withKey(stoa, key)
  const rotate = () =>
    rotateSigningKeys(
      createCtx(stoa.app, { actor: system, organizationId: noOrganization, requestId: 'rotate' }),
    )
  await rotate()
  expect((await service('GET', '/admin/users')).status).toBe(200)
  await rotate()
  expect((await service('GET', '/admin/users')).body.error_code).toBe('bad_jwt')
})

test('the trail is read page by page, in the protocol’s words', async () => {
  const service = await serviceAt(stoa, ours.id)
  const made = await service('POST', '/admin/users', { email: `${randomUUID()}@people.test` })
  await service('DELETE', `/admin/users/${made.body.id}`)
  const { body, headers } = await service('GET', '/admin/audit?page=1&per_page=2')
  expect(body).toHaveLength(2)
  expect(body[0]).toMatchObject({
    id: expect.any(String),
    created_at: expect.any(String),
    payload: {
      action: 'user_deleted',
      log_type: 'team',
      actor_username: 'service_role',
      traits: { entity_id: made.body.id },
    },
  })
  const total = Number(headers['x-total-count'])
  expect(total).toBeGreaterThan(3)
  const seen = new Set<string>()
  for (let page = 1; page <= Math.ceil(total / 2); page += 1)
    for (const entry of (await service('GET', `/admin/audit?page=${page}&per_page=2`)).body)
      seen.add(entry.id)
  expect(seen.size).toBe(total)
  expect((await service('GET', '/admin/audit?page=999')).body).toEqual([])
  const theirsSeen = await (await serviceAt(stoa, theirs.id))('GET', '/admin/audit?per_page=1000')
  for (const entry of theirsSeen.body) expect(seen.has(entry.id)).toBe(false)
})
