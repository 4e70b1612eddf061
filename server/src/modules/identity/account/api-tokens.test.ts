import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, type GivenPerson, givenOrganization, givenPerson } from '../testing.ts'

let stoa: TestStoa
let org: GivenOrganization
let admin: GivenPerson

beforeAll(async () => {
  stoa = await testStoa()
  org = await givenOrganization(stoa)
  await givenPerson(stoa, org, 'owner')
  admin = await givenPerson(stoa, org, 'admin')
})
afterAll(() => stoa.close())

const wish = (changes: object = {}) => ({
  name: 'Nightly export',
  scopes: ['identity:read'],
  expiresInDays: 30,
  ...changes,
})

async function givenToken(person: GivenPerson, changes: object = {}) {
  const made = await stoa.as(person).post('/identity/me/api-tokens', wish(changes))
  expect(made.status).toBe(201)
  return made.body as { id: string; token: string; prefix: string }
}

test('a token is shown once, stored hashed, and acts for its person within its scopes', async () => {
  const made = await givenToken(admin, { scopes: ['learning:read', 'identity:read'] })
  expect(made.token).toMatch(/^stoa_[a-z0-9]{12}_[A-Za-z0-9_-]{43}$/)
  expect(made.token.split('_')[1]).toBe(made.prefix)
  const program = stoa.as(made)
  expect((await program.get('/identity/people')).status).toBe(200)
  expect((await program.get('/identity/me')).body.person.id).toBe(admin.userId)
  expect((await program.patch('/identity/me', { name: 'Changed' })).body.code).toBe('scope_missing')
  expect((await program.get('/audit/entries')).body.code).toBe('scope_missing')
  const { items } = (await stoa.as(admin).get('/identity/me/api-tokens')).body
  const listed = items.find((item: { id: string }) => item.id === made.id)
  expect(listed).toMatchObject({ name: 'Nightly export', scopes: ['identity:read', 'learning:read'] })
  expect(listed.lastUsedAt).not.toBeNull()
  const secret = made.token.split('_').slice(2).join('_')
  expect(JSON.stringify(items)).not.toContain(secret)
  await stoa.settle()
  const everywhere = await stoa.sql<{ found: number }>(
    `select (select count(*) from audit.entries e where e::text like '%' || $1 || '%')
          + (select count(*) from platform.idempotency_keys k where k::text like '%' || $1 || '%')
          + (select count(*) from auth.api_tokens t where t::text like '%' || $1 || '%') as found`,
    [secret],
  )
  expect(Number(everywhere[0]?.found)).toBe(0)
})

test('a repeated request with an Idempotency-Key does not leave the token lying about', async () => {
  const key = { 'idempotency-key': 'make-a-token' }
  const made = await stoa.as(admin).post('/identity/me/api-tokens', wish(), key)
  expect(made.status).toBe(201)
  const rows = await stoa.sql(`select 1 from platform.idempotency_keys where body like '%' || $1 || '%'`, [
    made.body.token,
  ])
  expect(rows).toEqual([])
})

test('a token does nothing that only the person may do', async () => {
  const owner = await givenPerson(stoa, org, 'owner', 'Olga Owner', 'correct horse battery staple')
  const { token, id } = await givenToken(owner, { scopes: ['identity:write', 'admin:write'] })
  const program = stoa.as({ token })
  expect((await program.patch('/identity/me', { name: 'Olga' })).status).toBe(200)
  const learner = await givenPerson(stoa, org)
  const refused = [
    await program.post('/identity/me/api-tokens', wish()),
    await program.delete(`/identity/me/api-tokens/${id}`),
    await program.put('/identity/me/password', {
      presentPassword: 'correct horse battery staple',
      password: 'quite another passphrase',
    }),
    await program.delete('/identity/me/membership'),
    await program.post(`/identity/people/${learner.userId}/impersonations`, { reason: 'To look' }),
    await program.put(`/identity/people/${learner.userId}/impersonations`, { reason: 'To look' }),
    await program.put('/identity/security-policy', openPolicy),
  ]
  expect(refused.map(({ status }) => status).filter((status) => status < 400)).toEqual([])
  expect(refused[0]?.body.params.reason).toBe('session_required')
  expect((await stoa.as(owner).get('/identity/me')).status).toBe(200)
})

const openPolicy = {
  requireSecondFactor: false,
  requireSso: false,
  oneSessionPerPerson: false,
  sessionMaxHours: null,
  sessionIdleHours: null,
  allowApiTokens: true,
  allowAnonymous: false,
  apiTokenMaxDays: null,
}

test('a token ends at once: revoked, expired, its person banned, deactivated or gone', async () => {
  const use = (token: { token: string }) => stoa.as(token).get('/identity/me/api-tokens')
  const people = await Promise.all(Array.from({ length: 6 }, () => givenPerson(stoa, org, 'student')))
  const tokens = await Promise.all(people.map((person) => givenToken(person)))
  const [revoked, expired, banned, inactive, removed, left] = people as [
    GivenPerson,
    GivenPerson,
    GivenPerson,
    GivenPerson,
    GivenPerson,
    GivenPerson,
  ]
  for (const token of tokens) expect((await use(token)).status).toBe(200)
  expect((await stoa.as(revoked).delete(`/identity/me/api-tokens/${tokens[0]?.id}`)).status).toBe(200)
  await stoa.sql(`update auth.api_tokens set expires_at = now() - interval '1 second' where user_id = $1`, [
    expired.userId,
  ])
  await stoa.as(admin).put(`/identity/people/${banned.userId}/ban`, { reason: 'Spam', until: null })
  await stoa.as(admin).put(`/identity/people/${inactive.userId}/deactivation`)
  await stoa.as(admin).delete(`/identity/people/${removed.userId}`)
  await stoa.as(left).delete('/identity/me/membership')
  for (const token of tokens) expect((await use(token)).status).toBe(401)
  // What ended does not come back with the person.
  await stoa.as(admin).delete(`/identity/people/${inactive.userId}/deactivation`)
  await stoa.as(left).put('/identity/me/membership')
  expect((await use(tokens[3]!)).status).toBe(401)
  expect((await use(tokens[5]!)).status).toBe(401)
})

test('a token is worthless in another organization of its person', async () => {
  const other = await givenOrganization(stoa, 'Next door')
  const { token } = await givenToken(admin)
  await stoa.inside(other.id, async (ctx) => {
    await stoa.sql(`insert into auth.memberships (organization_id, user_id) values ($1, $2)`, [
      ctx.organizationId,
      admin.userId,
    ])
  })
  expect((await stoa.as({ token }).get('/identity/people')).status).toBe(200)
  expect((await stoa.as({ token }).get('/identity/people', { 'stoa-organization': other.slug })).status).toBe(
    401,
  )
})

test('only the whole token opens: a right prefix with a wrong secret is nobody', async () => {
  const { token, prefix } = await givenToken(admin)
  const wrong = [
    `stoa_${prefix}_${'A'.repeat(43)}`,
    `stoa_${'a'.repeat(12)}_${token.split('_').slice(2).join('_')}`,
    `${token}A`,
    token.slice(0, -1),
    token.toUpperCase(),
    `scim_${prefix}_${token.slice(18)}`,
  ]
  for (const guess of wrong)
    expect((await stoa.as({ token: guess }).get('/identity/people')).status).toBe(401)
})

test('scopes come from a closed list; lifetimes obey the organization', async () => {
  const me = stoa.as(admin)
  for (const scopes of [['*'], ['identity:admin'], [], ['identity:read', 'identity:read'], 'identity:read'])
    expect((await me.post('/identity/me/api-tokens', wish({ scopes }))).status).toBe(422)
  expect((await me.post('/identity/me/api-tokens', wish({ expiresInDays: null }))).status).toBe(201)
  expect((await me.post('/identity/me/api-tokens', wish({ name: 'a\u0000b' }))).status).toBe(400)

  const strict = await givenOrganization(stoa, 'Strict')
  const boss = await givenPerson(stoa, strict, 'owner')
  const long = await givenToken(boss, { expiresInDays: 300 })
  const limited = { ...openPolicy, apiTokenMaxDays: 30 }
  const changed = await stoa.as(boss).put('/identity/security-policy', limited)
  expect(changed.body.ended.tokensShortened).toBe(1)
  const [row] = await stoa.sql<{ days: number }>(
    `select extract(epoch from expires_at - created_at) / 86400 as days from auth.api_tokens where id = $1`,
    [long.id],
  )
  expect(Number(row?.days)).toBeCloseTo(30)
  for (const expiresInDays of [31, null]) {
    const refused = await stoa.as(boss).post('/identity/me/api-tokens', wish({ expiresInDays }))
    expect(refused.body.code).toBe('identity.token_lasts_too_long')
  }
  await stoa.as(boss).put('/identity/security-policy', { ...limited, allowApiTokens: false })
  expect((await stoa.as(long).get('/identity/people')).status).toBe(401)
  expect((await stoa.as(boss).post('/identity/me/api-tokens', wish())).body.code).toBe(
    'identity.api_tokens_off',
  )
})

test('making one asks for a recent proof', async () => {
  const person = await givenPerson(stoa, org, 'mentor')
  await stoa.sql(`update auth.sessions set authenticated_at = now() - interval '1 hour' where user_id = $1`, [
    person.userId,
  ])
  const refused = await stoa.as(person).post('/identity/me/api-tokens', wish())
  expect(refused.body.code).toBe('identity.proof_too_old')
})

test('a person has fifty live tokens at most, however many are asked for at once', async () => {
  const person = await givenPerson(stoa, org, 'mentor')
  await Promise.all(Array.from({ length: 30 }, () => givenToken(person)))
  const asked = await Promise.all(
    Array.from({ length: 29 }, () => stoa.as(person).post('/identity/me/api-tokens', wish())),
  )
  expect(asked.filter(({ status }) => status === 201)).toHaveLength(20)
  expect(asked.filter(({ body }) => body.code === 'identity.too_many_api_tokens')).toHaveLength(9)
})

test('administrators see and revoke the tokens of their organization and no other', async () => {
  const person = await givenPerson(stoa, org, 'student', 'Tess Token')
  const { id, token } = await givenToken(person)
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa, 'Elsewhere'), 'owner')
  const { items } = (await stoa.as(admin).get('/identity/api-tokens')).body
  expect(items.find((item: { id: string }) => item.id === id)?.person.name).toBe('Tess Token')
  const hers = (await stoa.as(admin).get(`/identity/api-tokens?personId=${person.userId}`)).body
  expect(hers.items).toEqual([expect.objectContaining({ id })])
  expect((await stoa.as(person).get('/identity/api-tokens')).status).toBe(403)
  expect((await stoa.as(neighbour).get('/identity/api-tokens')).body.items).toEqual([])
  expect((await stoa.as(neighbour).delete(`/identity/api-tokens/${id}`)).status).toBe(404)
  expect((await stoa.as(neighbour).delete(`/identity/me/api-tokens/${id}`)).status).toBe(404)
  expect((await stoa.as(admin).delete(`/identity/me/api-tokens/${id}`)).status).toBe(404)
  expect((await stoa.as(admin).delete(`/identity/api-tokens/${id}`)).status).toBe(200)
  expect((await stoa.as({ token }).get('/identity/me')).status).toBe(401)
  expect((await stoa.as(admin).delete(`/identity/api-tokens/${id}`)).status).toBe(404)
})
