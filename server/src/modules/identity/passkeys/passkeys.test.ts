import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testConfig } from '../../../testing/test-config.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { givenApp } from '../factors/testing.ts'
import { removeEnded } from '../housekeeping.queries.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
  mailTo,
} from '../testing.ts'
import { givenPasskey } from './testing.ts'
import { softAuthenticator, type Twist } from './testing-webauthn.ts'

let stoa: TestStoa
let organization: GivenOrganization
let person: GivenPerson

beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa)
})
afterAll(() => stoa.close())
beforeEach(async () => {
  await stoa.sql('delete from platform.rate_limits')
  person = await givenPerson(stoa, organization)
})

type Device = ReturnType<typeof softAuthenticator>
const ask = async () => (await stoa.strangerAt(organization).post('/identity/passkey-challenges')).body
const send = (challengeId: string, credential: object) =>
  stoa.strangerAt(organization).post('/identity/passkey-sessions', { challengeId, credential })
async function signIn(device: Device, twist: Twist = {}) {
  const { challengeId, options } = await ask()
  return send(challengeId, device.get(options, twist))
}

test('a passkey is added and signs in, without an address', async () => {
  const { id, device } = await givenPasskey(stoa, person)
  expect((await mailTo(stoa, person.email)).text).toContain('Laptop')
  const question = await ask()
  expect(question.options.allowCredentials ?? []).toEqual([])
  const entered = await send(question.challengeId, device.get(question.options))
  expect(entered.status).toBe(201)
  expect(entered.body).toMatchObject({ person: { id: person.userId }, owes: null })
  expect((await stoa.as(entered.body).get('/identity/me')).status).toBe(200)
  const [session] = await stoa.sql(
    `select s.aal, c.authentication_method from auth.sessions s join auth.mfa_amr_claims c on c.session_id = s.id
      where s.user_id = $1`,
    [person.userId],
  )
  expect(session).toEqual({ aal: 'aal2', authentication_method: 'passkey' })
  const list = await stoa.as(person).get('/identity/passkeys')
  expect(list.body.items).toEqual([
    {
      id,
      name: 'Laptop',
      isSynced: false,
      lastUsedAt: expect.any(String),
      createdAt: expect.any(String),
    },
  ])
})

test('a passkey whose authenticator checked nobody is one factor, and a second one is owed', async () => {
  const { device } = await givenPasskey(stoa, person)
  await givenApp(stoa, person)
  expect((await signIn(device, { userVerified: false })).body).toMatchObject({ owes: 'second_factor' })
  expect((await signIn(device)).body).toMatchObject({ owes: null })
})

test.each<[string, Twist]>([
  ['another site', { origin: 'http://evil.test' }],
  ['another domain', { rpId: 'evil.test' }],
  ['another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ['nobody', { userHandle: null }],
  [
    'somebody else',
    { userHandle: Buffer.from('0199aaaa-0000-7000-8000-000000000001').toString('base64url') },
  ],
])('a signature for %s is refused', async (_, twist) => {
  const { device } = await givenPasskey(stoa, person)
  const refused = await signIn(device, twist)
  expect([refused.status, refused.body.code]).toEqual([403, 'identity.passkey_refused'])
  const tries = await stoa.sql('select success, method from auth.login_history where user_id = $1', [
    person.userId,
  ])
  expect(tries).toEqual([{ success: false, method: 'passkey' }])
})

test('a key nobody added, and one that was removed, are refused', async () => {
  const { id, device } = await givenPasskey(stoa, person)
  await stoa.settle()
  expect((await stoa.as(person).delete(`/identity/passkeys/${id}`)).status).toBe(200)
  expect((await mailTo(stoa, person.email)).subject).toContain('removed')
  expect((await signIn(device)).body.code).toBe('identity.passkey_refused')
})

test('a key that counts backwards is a copy: refused and noted', async () => {
  const { device } = await givenPasskey(stoa, person)
  expect((await signIn(device, { counter: 10 })).status).toBe(201)
  for (const counter of [10, 3, 0])
    expect((await signIn(device, { counter })).body.code).toBe('identity.passkey_refused')
  await stoa.settle()
  const noted = await stoa.sql(
    `select target_id from audit.entries where action = 'identity.key_copied' and target_id = $1`,
    [person.userId],
  )
  expect(noted).toHaveLength(3)
  expect((await signIn(device, { counter: 11 })).status).toBe(201)
})

test('fifty tries with one signature: exactly one gets in', async () => {
  const { device } = await givenPasskey(stoa, person)
  const { challengeId, options } = await ask()
  const credential = device.get(options, { counter: 0 })
  const answers = await Promise.all(Array.from({ length: 50 }, () => send(challengeId, credential)))
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
  expect(answers.filter((answer) => answer.body.code === 'identity.passkey_challenge_over')).toHaveLength(49)
})

test('fifty tries to add one passkey: exactly one is added', async () => {
  const asked = await stoa.as(person).post('/identity/passkeys/challenges')
  const credential = softAuthenticator('http://stoa.test').create(asked.body.options)
  const body = { challengeId: asked.body.challengeId, credential }
  await stoa.sql('delete from platform.rate_limits')
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => stoa.as(person).post('/identity/passkeys', body)),
  )
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
})

test('a challenge ends, and one kind of challenge is no other', async () => {
  const { device } = await givenPasskey(stoa, person)
  const { challengeId, options } = await ask()
  await stoa.sql('update auth.webauthn_challenges set expires_at = now() where id = $1', [challengeId])
  expect((await send(challengeId, device.get(options))).body.code).toBe('identity.passkey_challenge_over')
  const registration = (await stoa.as(person).post('/identity/passkeys/challenges')).body
  const crossed = await send(
    registration.challengeId,
    device.get({ challenge: registration.options.challenge }),
  )
  expect(crossed.body.code).toBe('identity.passkey_challenge_over')
})

test('nobody adds a passkey with the challenge of somebody else, or touches theirs', async () => {
  const other = await givenPerson(stoa, organization, 'owner')
  const asked = (await stoa.as(person).post('/identity/passkeys/challenges')).body
  const credential = softAuthenticator('http://stoa.test').create(asked.options)
  const taken = await stoa
    .as(other)
    .post('/identity/passkeys', { challengeId: asked.challengeId, credential })
  expect(taken.body.code).toBe('identity.passkey_challenge_over')
  const { id } = await givenPasskey(stoa, person)
  expect((await stoa.as(other).patch(`/identity/passkeys/${id}`, { name: 'Mine' })).status).toBe(404)
  expect((await stoa.as(other).delete(`/identity/passkeys/${id}`)).status).toBe(404)
  expect((await stoa.as(person).patch(`/identity/passkeys/${id}`, { name: 'Desk' })).body.name).toBe('Desk')
  expect((await stoa.stranger.get('/identity/passkeys')).status).toBe(401)
})

test('a credential that belongs to somebody else is not added a second time', async () => {
  const { credential } = await givenPasskey(stoa, person)
  const other = await givenPerson(stoa, organization)
  const asked = (await stoa.as(other).post('/identity/passkeys/challenges')).body
  const device = softAuthenticator('http://stoa.test')
  const own = device.create(asked.options)
  await stoa.sql('update auth.webauthn_credentials set credential_id = $1 where credential_id = $2', [
    own.id,
    credential.id,
  ])
  const refused = await stoa
    .as(other)
    .post('/identity/passkeys', { challengeId: asked.challengeId, credential: own })
  expect([refused.status, refused.body.code]).toEqual([422, 'identity.passkey_exists'])
})

test('an unlocked screen is not enough to add or remove one', async () => {
  const { id } = await givenPasskey(stoa, person)
  await stoa.sql(`update auth.sessions set authenticated_at = now() - interval '20 minutes'`)
  const me = stoa.as(person)
  expect((await me.post('/identity/passkeys/challenges')).body.code).toBe('identity.proof_too_old')
  expect((await me.delete(`/identity/passkeys/${id}`)).body.code).toBe('identity.proof_too_old')
})

test('a banned person stays out, passkey or not', async () => {
  const { device } = await givenPasskey(stoa, person)
  await stoa.sql(`update auth.users set banned_until = now() + interval '1 day' where id = $1`, [
    person.userId,
  ])
  expect((await signIn(device)).body.code).toBe('identity.banned')
})

test('what is no credential is refused and does no harm', async () => {
  const { device } = await givenPasskey(stoa, person)
  const { challengeId, options } = await ask()
  const good = device.get(options)
  const broken: unknown[] = [
    {},
    null,
    'x',
    { ...good, id: 'x'.repeat(5000) },
    { ...good, type: 'other' },
    { ...good, response: { ...good.response, signature: '\u0000' } },
    { ...good, response: { ...good.response, authenticatorData: 'AAAA' } },
    { ...good, response: { ...good.response, clientDataJSON: 'bm90IGpzb24' } },
    { ...good, response: { ...good.response, userHandle: 5 } },
  ]
  for (const credential of broken) {
    const answer = await send(challengeId, credential as object)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  }
  const attestation = (await stoa.as(person).post('/identity/passkeys/challenges')).body
  const made = softAuthenticator('http://stoa.test').create(attestation.options)
  for (const attestationObject of ['AAAA', 'o2NmbXRkbm9uZQ', 'x'.repeat(60_000)]) {
    const credential = { ...made, response: { ...made.response, attestationObject } }
    const body = { challengeId: attestation.challengeId, credential }
    expect((await stoa.as(person).post('/identity/passkeys', body)).status).toBe(403)
  }
})

test('where the operator switched passkeys off there are none', async () => {
  const without = await testStoa({ auth: { ...testConfig().auth, passkeysEnabled: false } })
  try {
    const answer = await without.stranger.post('/identity/passkey-challenges')
    expect([answer.status, answer.body.code]).toEqual([422, 'identity.passkeys_off'])
  } finally {
    await without.close()
  }
})

test('housekeeping forgets challenges and factors nobody finished', async () => {
  await ask()
  await stoa.as(person).post('/identity/factors', { type: 'totp' })
  await stoa.sql(`update auth.webauthn_challenges set expires_at = now() - interval '2 days'`)
  await stoa.sql(
    `update auth.mfa_factors set created_at = now() - interval '2 days' where status = 'unverified'`,
  )
  await removeEnded(stoa.app.database.db)
  expect(await stoa.sql('select 1 from auth.webauthn_challenges')).toEqual([])
  expect(await stoa.sql(`select 1 from auth.mfa_factors where status = 'unverified'`)).toEqual([])
})
