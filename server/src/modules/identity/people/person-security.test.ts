import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anonymous } from '../../../platform/actor.ts'
import { withTransaction } from '../../../platform/ctx.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { firstTokens } from '../sessions/refresh-tokens.ts'
import { openSession } from '../sessions/sessions.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
  mailTo,
} from '../testing.ts'

const password = 'seven blue herons'
let stoa: TestStoa
let organization: GivenOrganization
let admin: GivenPerson
let sam: GivenPerson
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())
beforeEach(async () => {
  await stoa.sql('delete from platform.rate_limits')
  organization = await givenOrganization(stoa)
  admin = await givenPerson(stoa, organization, 'admin', 'Ada Admin')
  sam = await givenPerson(stoa, organization, 'student', 'Sam Sample', password)
})

const at = (path = '') => `/identity/people/${sam.userId}${path}`
const givenFactor = () =>
  stoa.sql(
    `insert into auth.mfa_factors (user_id, factor_type, status, secret) values ($1, 'totp', 'verified', 'x')`,
    [sam.userId],
  )
const isIn = async (token: string) => (await stoa.as({ token }).get('/identity/me')).status === 200

test('an administrator sees where a person is signed in here, and signs them out on one device', async () => {
  const second = (
    await stoa.strangerAt(organization).post('/identity/sessions', { email: sam.email, password })
  ).body
  const elsewhere = await givenOrganization(stoa)
  await stoa.sql('update auth.sessions set organization_id = $2 where user_id = $1 and user_agent = $3', [
    sam.userId,
    elsewhere.id,
    'test',
  ])
  const { items } = (await stoa.as(admin).get(at('/sessions'))).body
  expect(items).toHaveLength(1)
  const other = await stoa.sql<{ id: string }>('select id from auth.sessions where organization_id = $1', [
    elsewhere.id,
  ])
  expect((await stoa.as(admin).delete(at(`/sessions/${other[0]!.id}`))).status).toBe(404)
  expect((await stoa.as(admin).delete(at(`/sessions/${items[0].id}`))).status).toBe(200)
  expect(await isIn(second.token)).toBe(false)
})

test('an administrator takes away second factors that were lost, and the person is told', async () => {
  await givenFactor()
  const before = (await stoa.as(admin).get(at())).body
  expect(before).toMatchObject({
    factors: ['totp'],
    hasFactor: true,
    apiTokens: 0,
    can: { resetFactors: true, impersonate: true },
  })
  expect((await stoa.as(admin).delete(at('/factors'))).status).toBe(200)
  expect((await stoa.as(admin).get(at())).body).toMatchObject({
    factors: [],
    hasFactor: false,
    can: { resetFactors: false },
  })
  expect((await mailTo(stoa, sam.email)).text).toContain('Ada Admin')
  const entry = (await stoa.as(admin).get('/audit/entries?action=identity.factors_reset')).body.items[0]
  expect(entry).toMatchObject({ entityId: sam.userId, metadata: { removed: 1 } })
})

test('second factors of somebody who belongs to others, too, are not this organization’s to take', async () => {
  await givenFactor()
  const elsewhere = await givenOrganization(stoa)
  await stoa.sql('insert into auth.memberships (organization_id, user_id) values ($1, $2)', [
    elsewhere.id,
    sam.userId,
  ])
  expect((await stoa.as(admin).delete(at('/factors'))).body.code).toBe('identity.factors_used_elsewhere')
})

test('it asks for a recent proof, and refuses the wrong people', async () => {
  await givenFactor()
  const mentor = await givenPerson(stoa, organization, 'mentor')
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
  const owner = await givenPerson(stoa, organization, 'owner')
  for (const path of ['/sessions', '/factors']) {
    const call = (who: { token: string }) =>
      path === '/sessions' ? stoa.as(who).get(at(path)) : stoa.as(who).delete(at(path))
    expect([path, (await call(mentor)).status]).toEqual([path, 403])
    expect([path, (await call(neighbour)).status]).toEqual([path, 404])
  }
  expect((await stoa.as(admin).get(`/identity/people/${owner.userId}/sessions`)).status).toBe(403)
  expect((await stoa.as(admin).delete(`/identity/people/${owner.userId}/factors`)).status).toBe(403)
  await stoa.sql(`update auth.sessions set authenticated_at = now() - interval '1 hour' where user_id = $1`, [
    admin.userId,
  ])
  expect((await stoa.as(admin).delete(at('/factors'))).body.code).toBe('identity.proof_too_old')
})

test('a ban ends every way in at once: cookie, app with access token and refresh token, API token', async () => {
  const { access, refresh } = await withTransaction(
    stoa.app,
    { actor: anonymous, organizationId: organization.id, requestId: 'test' },
    async (ctx) => {
      const { sessionId } = await openSession(ctx, sam.userId, { method: 'password', carrier: 'app' })
      const tokens = await firstTokens(ctx, { sessionId, userId: sam.userId }, 'password')
      return { access: tokens.accessToken, refresh: tokens.refreshToken }
    },
  )
  const made = await stoa
    .as(sam)
    .post('/identity/me/api-tokens', { name: 'script', scopes: ['identity:read'], expiresAt: null })
  const tokens = [sam.token, access, made.body.token].filter(Boolean) as string[]
  const seen = async (token: string) =>
    (await stoa.as({ token }).get('/identity/me', { 'stoa-organization': organization.slug })).body
      ?.isMember === true
  expect(await Promise.all(tokens.map(seen))).toEqual(tokens.map(() => true))
  expect((await stoa.as(admin).put(at('/ban'), { reason: 'rude', until: null })).status).toBe(200)
  expect(await Promise.all(tokens.map(seen))).toEqual(tokens.map(() => false))
  expect(await stoa.sql('select 1 from auth.refresh_tokens where user_id = $1', [sam.userId])).toHaveLength(0)
  expect(refresh.length).toBeGreaterThan(0)
})

test('people are found by second factor and by when they were seen', async () => {
  await givenFactor()
  await stoa.sql(`update auth.memberships set last_seen_at = now() - interval '40 days' where user_id = $1`, [
    sam.userId,
  ])
  const names = async (query: string) =>
    (await stoa.as(admin).get(`/identity/people?${query}`)).body.items.map(
      (row: { name: string }) => row.name,
    )
  expect(await names('hasFactor=true')).toEqual(['Sam Sample'])
  expect(await names('hasFactor=false')).toEqual(['Ada Admin'])
  expect(await names('seenWithinDays=60')).toEqual(['Sam Sample'])
  expect(await names('notSeenForDays=30')).toEqual(['Sam Sample', 'Ada Admin'])
  expect(await names('notSeenForDays=60&hasFactor=true')).toEqual([])
})
