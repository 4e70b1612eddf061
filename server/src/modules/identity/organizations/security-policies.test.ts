import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashToken, randomToken } from '../../../platform/keys.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { insertSession } from '../sessions/sessions.queries.ts'
import { type GivenPerson, givenOrganization, givenPerson } from '../testing.ts'

let stoa: TestStoa
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())

const open = {
  requireSecondFactor: false,
  requireSso: false,
  oneSessionPerPerson: false,
  sessionMaxHours: null as number | null,
  sessionIdleHours: null as number | null,
  allowApiTokens: true,
  allowAnonymous: false,
  apiTokenMaxDays: null as number | null,
}
const path = '/identity/security-policy'

async function given(role = 'owner') {
  const organization = await givenOrganization(stoa)
  await givenPerson(stoa, organization, 'owner')
  return { organization, boss: await givenPerson(stoa, organization, role) }
}

async function anotherSession(person: GivenPerson): Promise<{ token: string }> {
  const token = randomToken()
  const end = new Date(Date.now() + 24 * 3600_000)
  await stoa.inside(person.organizationId, (ctx) =>
    insertSession(ctx.db, {
      userId: person.userId,
      organizationId: person.organizationId,
      tokenHash: hashToken(token),
      notAfter: end,
      idleAfter: end,
      ip: null,
      userAgent: 'test',
    }),
  )
  return { token }
}

test('the rules are open until somebody who may sets them; the change is in the audit trail', async () => {
  const { organization, boss } = await given('admin')
  const learner = await givenPerson(stoa, organization)
  expect((await stoa.as(boss).get(path)).body).toEqual(open)
  expect((await stoa.as(learner).get(path)).status).toBe(403)
  expect((await stoa.as(learner).put(path, open)).status).toBe(403)
  expect((await stoa.as(boss).put(path, { ...open, sessionIdleHours: 8 })).status).toBe(200)
  expect((await stoa.as(boss).get(path)).body).toEqual({ ...open, sessionIdleHours: 8 })
  const [entry] = await stoa.sql<{ prev_values: object; new_values: object }>(
    `select prev_values, new_values from audit.entries where organization_id = $1 and action = 'identity.security_policy_changed'`,
    [organization.id],
  )
  expect(entry).toEqual({ prev_values: { sessionIdleHours: null }, new_values: { sessionIdleHours: 8 } })
  for (const wrong of [{ sessionMaxHours: 0 }, { apiTokenMaxDays: 1e9 }, { requireSso: 'yes' }, { extra: 1 }])
    expect((await stoa.as(boss).put(path, { ...open, ...wrong })).status).toBe(422)
  const stale = await stoa.as(boss).put(path, open, { 'if-match': '"0"' })
  expect(stale.status).toBe(412)
})

test('it takes a recent proof', async () => {
  const { boss } = await given()
  await stoa.sql(
    `update auth.sessions set authenticated_at = now() - interval '16 minutes' where user_id = $1`,
    [boss.userId],
  )
  expect((await stoa.as(boss).put(path, open)).body.code).toBe('identity.proof_too_old')
})

test('nobody asks for a second factor they do not have themselves', async () => {
  const { boss } = await given()
  const wanted = { ...open, requireSecondFactor: true }
  expect((await stoa.as(boss).put(path, wanted)).body.code).toBe('identity.would_lock_you_out')
  await stoa.sql(
    `insert into auth.mfa_factors (user_id, factor_type, status) values ($1, 'totp', 'verified')`,
    [boss.userId],
  )
  await stoa.sql(`update auth.sessions set aal = 'aal2' where user_id = $1`, [boss.userId])
  expect((await stoa.as(boss).put(path, wanted)).status).toBe(200)
})

test('single sign-on is required only where one stands that lets people in', async () => {
  const { organization, boss } = await given('admin')
  const owner = await givenPerson(stoa, organization, 'owner')
  const wanted = { ...open, requireSso: true }
  const refusal = async (person: GivenPerson) => (await stoa.as(person).put(path, wanted)).body.code
  expect(await refusal(owner)).toBe('identity.sso_not_ready')
  const [provider] = await stoa.sql<{ id: string }>(
    `insert into auth.sso_providers (organization_id, kind, disabled) values ($1, 'oidc', true) returning id`,
    [organization.id],
  )
  const domain = `d${randomBytes(4).toString('hex')}.test`
  const [claim] = await stoa.sql<{ id: string }>(
    `insert into auth.sso_domains (organization_id, sso_provider_id, domain, verification_token) values ($1, $2, $3, 't') returning id`,
    [organization.id, provider?.id, domain],
  )
  expect(await refusal(owner)).toBe('identity.sso_not_ready')
  await stoa.sql(`update auth.sso_providers set disabled = false where id = $1`, [provider?.id])
  expect(await refusal(owner)).toBe('identity.sso_not_ready')
  await stoa.sql(`update auth.sso_domains set verified_at = now(), verified_by = 'operator' where id = $1`, [
    claim?.id,
  ])
  await stoa.sql(
    `insert into auth.proven_domains (domain, organization_id, sso_domain_id) values ($1, $2, $3)`,
    [domain, organization.id, claim?.id],
  )
  // An administrator whose own address does not lead to it would be outside the next moment; an owner never is.
  expect(await refusal(boss)).toBe('identity.would_lock_you_out')
  expect((await stoa.as(owner).put(path, wanted)).status).toBe(200)
  expect((await stoa.as(boss).get('/identity/people')).body.code).toBe('on_hold')
  expect((await stoa.as(owner).get('/identity/people')).status).toBe(200)
})

test('limits hold for those who are in already, wherever they look from', async () => {
  const { organization, boss } = await given()
  const learner = await givenPerson(stoa, organization)
  const old = await anotherSession(learner)
  await stoa.sql(`update auth.sessions set created_at = now() - interval '3 hours' where token_hash = $1`, [
    hashToken(old.token),
  ])
  const elsewhere = await givenOrganization(stoa)
  const roaming = await anotherSession(learner)
  await stoa.sql(
    `update auth.sessions set created_at = now() - interval '3 hours', organization_id = $2 where token_hash = $1`,
    [hashToken(roaming.token), elsewhere.id],
  )
  const changed = await stoa.as(boss).put(path, { ...open, sessionMaxHours: 2, sessionIdleHours: 1 })
  expect(changed.body.ended.sessionsShortened).toBeGreaterThanOrEqual(3)
  expect((await stoa.as(old).get('/identity/me/api-tokens')).status).toBe(401)
  const here = { 'stoa-organization': organization.slug }
  expect((await stoa.as(roaming).get('/identity/me/api-tokens', here)).status).toBe(403)
  expect((await stoa.as(learner).get('/identity/me/api-tokens')).status).toBe(200)
  // A sign of life does not carry a session beyond the idle limit.
  await stoa.sql(`update auth.sessions set refreshed_at = now() - interval '10 minutes' where user_id = $1`, [
    learner.userId,
  ])
  await stoa.as(learner).get('/identity/me')
  const rows = await stoa.sql<{ idle: boolean }>(
    `select bool_and(idle_after <= now() + interval '61 minutes') as idle from auth.sessions
      where user_id = $1 and organization_id = $2`,
    [learner.userId, organization.id],
  )
  expect(rows[0]?.idle).toBe(true)
})

test('one session for each: the newest stays, and the one of who says so', async () => {
  const { organization, boss } = await given()
  await anotherSession(boss)
  const learner = await givenPerson(stoa, organization)
  const newer = await anotherSession(learner)
  const changed = await stoa.as(boss).put(path, { ...open, oneSessionPerPerson: true })
  expect(changed.body.ended.sessionsEnded).toBe(2)
  expect((await stoa.as(boss).get(path)).status).toBe(200)
  expect((await stoa.as(learner).get('/identity/me')).status).toBe(401)
  expect((await stoa.as(newer).get('/identity/me')).status).toBe(200)
})
