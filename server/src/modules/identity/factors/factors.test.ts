import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { softAuthenticator } from '../passkeys/testing-webauthn.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
  mailTo,
  textTo,
} from '../testing.ts'
import { appCode, givenApp, timePasses } from './testing.ts'

const origin = 'http://stoa.test'
const password = 'correct horse battery staple'
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
  person = await givenPerson(stoa, organization, 'student', 'Sam Sample', password)
})

const signIn = async (email = person.email) => {
  const answer = await stoa.strangerAt(organization).post('/identity/sessions', { email, password })
  expect(answer.status).toBe(201)
  return answer.body as { token: string; owes: string | null }
}
const verify = (who: { token: string }, factorId: string, body: object) =>
  stoa.as(who).post(`/identity/factors/${factorId}/verifications`, body)
const challenge = (who: { token: string }, factorId: string) =>
  stoa.as(who).post(`/identity/factors/${factorId}/challenges`, {})

test('an authenticator app is added, proven, and asked for at the next sign-in', async () => {
  const begun = await stoa.as(person).post('/identity/factors', { type: 'totp', name: 'Phone app' })
  expect(begun.status).toBe(201)
  const { factor, totp } = begun.body
  expect(factor).toMatchObject({ type: 'totp', isVerified: false, name: 'Phone app', phone: null })
  expect(totp.uri).toContain('otpauth://totp/Test%20academy')
  expect(totp.uri).toContain(encodeURIComponent(person.email))
  expect(totp.qrCode).toMatch(/^<svg/)
  const [row] = await stoa.sql<{ secret: string }>('select secret from auth.mfa_factors where id = $1', [
    factor.id,
  ])
  expect(row?.secret).not.toContain(totp.secret)

  // Before it is proven it changes nothing.
  expect((await signIn()).owes).toBeNull()
  const proven = await verify(person, factor.id, { code: appCode(totp.secret) })
  expect(proven.status).toBe(200)
  expect(proven.body).toMatchObject({ owes: null, person: { id: person.userId } })
  expect(proven.body.recoveryCodes).toHaveLength(10)
  expect((await mailTo(stoa, person.email)).text).toContain('Phone app')
  // The old token does not rise along.
  expect((await stoa.as(person).get('/identity/me')).status).toBe(401)
  expect((await stoa.as(proven.body).get('/identity/me')).status).toBe(200)

  await timePasses(stoa)
  const entered = await signIn()
  expect(entered.owes).toBe('second_factor')
  expect((await stoa.as(entered).get('/identity/me')).body.code).toBe('on_hold')
  const usable = await stoa.as(entered).get('/identity/factors/challengeable')
  expect(usable.body).toEqual({
    items: [{ id: factor.id, type: 'totp', name: 'Phone app', phoneEnding: null }],
    hasRecoveryCodes: true,
  })
  const wrong = await verify(entered, factor.id, { code: '000000' })
  expect([wrong.status, wrong.body.code]).toEqual([403, 'identity.wrong_code'])
  const right = await verify(entered, factor.id, { code: appCode(totp.secret) })
  expect(right.body).toMatchObject({ owes: null, recoveryCodes: null })
  expect((await stoa.as(right.body).get('/identity/me')).status).toBe(200)
  const tries = await stoa.sql(
    `select success, failure_reason from auth.login_history where user_id = $1 and method = 'totp'`,
    [person.userId],
  )
  expect(tries).toEqual([{ success: false, failure_reason: 'identity.wrong_code' }])
})

test('a cookie session gets its new token as a cookie', async () => {
  const app = await givenApp(stoa, person)
  const signedIn = await stoa
    .strangerAt(organization)
    .post('/identity/sessions', { email: person.email, password, mode: 'cookie' })
  const cookieOf = (answer: typeof signedIn) => String(answer.headers['set-cookie']).split(';')[0] ?? ''
  const cookie = cookieOf(signedIn)
  const raised = await stoa.stranger.post(
    `/identity/factors/${app.factorId}/verifications`,
    { code: appCode(app.secret), mode: 'cookie' },
    { cookie },
  )
  expect(raised.body.token).toBeNull()
  const next = cookieOf(raised)
  expect(next).not.toBe(cookie)
  expect((await stoa.stranger.get('/identity/me', { cookie: next })).status).toBe(200)
  expect((await stoa.stranger.get('/identity/me', { cookie })).status).toBe(401)
})

test('who owes a second factor cannot add another one, nor finish one that was begun', async () => {
  // Somebody with the password begins a factor of their own and waits.
  const intruder = await signIn()
  const planted = await stoa.as(intruder).post('/identity/factors', { type: 'totp', name: 'Evil' })
  await givenApp(stoa, person)
  const refused = await stoa.as(intruder).post('/identity/factors', { type: 'totp', name: 'Evil 2' })
  expect(refused.status).toBe(403)
  expect((await stoa.as(intruder).get('/identity/factors')).status).toBe(403)
  const { id } = planted.body.factor
  expect((await challenge(intruder, id)).body.code).toBe('identity.second_factor_needed')
  const finished = await verify(intruder, id, { code: appCode(planted.body.totp.secret) })
  expect(finished.body.code).toBe('identity.second_factor_needed')
  expect((await stoa.as(intruder).delete(`/identity/factors/${id}`)).status).toBe(403)
})

test('of two first factors proven at the same time, one is first', async () => {
  const sessions = await Promise.all([signIn(), signIn()])
  const begun = await Promise.all(
    sessions.map((one, n) => stoa.as(one).post('/identity/factors', { type: 'totp', name: `App ${n}` })),
  )
  const proven = await Promise.all(
    begun.map(({ body }, n) => verify(sessions[n]!, body.factor.id, { code: appCode(body.totp.secret) })),
  )
  expect(proven.map((answer) => answer.status).sort()).toEqual([200, 403])
})

test('somebody whose organization asks for a second factor adds one while held back', async () => {
  const strict = await givenOrganization(stoa)
  const member = await givenPerson(stoa, strict)
  await stoa.sql(
    'insert into auth.security_policies (organization_id, require_second_factor) values ($1, true)',
    [strict.id],
  )
  expect((await stoa.as(member).get('/identity/me')).body.code).toBe('on_hold')
  expect((await stoa.as(member).get('/identity/factors')).body).toMatchObject({ items: [], isRequired: true })
  const app = await givenApp(stoa, member)
  expect((await stoa.as(app).get('/identity/me')).status).toBe(200)
  const last = await stoa.as(app).delete(`/identity/factors/${app.factorId}`)
  expect([last.status, last.body.code]).toEqual([409, 'identity.last_factor_needed'])
  const second = await givenApp(stoa, { ...member, token: app.token }, 'Other')
  expect((await stoa.as(second).delete(`/identity/factors/${app.factorId}`)).status).toBe(200)
})

test('a phone gets a code that works once', async () => {
  const phone = '+49 151 2345 6789'
  const begun = await stoa.as(person).post('/identity/factors', { type: 'phone', name: 'Mobile', phone })
  expect(begun.body.factor.phone).toBe('+4915123456789')
  const { id } = begun.body.factor
  const asked = await challenge(person, id)
  expect(asked.status).toBe(201)
  const text = await textTo(stoa, '+4915123456789')
  const code = /\d{6}/.exec(text)?.[0] ?? ''
  expect(text).toContain(`@stoa.test #${code}`)
  expect(JSON.stringify(await stoa.sql('select * from auth.mfa_challenges'))).not.toContain(code)
  const unasked = await verify(person, id, { code })
  expect(unasked.body.code).toBe('identity.challenge_over')
  const proven = await verify(person, id, { challengeId: asked.body.id, code })
  expect(proven.status).toBe(200)
  const again = await verify(proven.body, id, { challengeId: asked.body.id, code })
  expect(again.body.code).toBe('identity.challenge_over')
  // Not a minute later, but at once: the number is not flooded.
  const soon = await challenge(proven.body, id)
  expect([soon.status, soon.headers['retry-after']]).toEqual([429, expect.any(String)])
  expect((await stoa.as(proven.body).post('/identity/factors', { type: 'phone', phone })).body.code).toBe(
    'identity.phone_factor_exists',
  )
})

test('a code that has ended, or that was sent to another factor, is worth nothing', async () => {
  const ids: string[] = []
  for (const phone of ['+4915123456701', '+4915123456702'])
    ids.push((await stoa.as(person).post('/identity/factors', { type: 'phone', phone })).body.factor.id)
  const [first = '', second = ''] = ids
  const asked = await challenge(person, first)
  await challenge(person, second)
  const code = /\d{6}/.exec(await textTo(stoa, '+4915123456701'))?.[0] ?? ''
  const elsewhere = await verify(person, second, { challengeId: asked.body.id, code })
  expect(elsewhere.body.code).toBe('identity.challenge_over')
  await stoa.sql('update auth.mfa_challenges set expires_at = now() where id = $1', [asked.body.id])
  const late = await verify(person, first, { challengeId: asked.body.id, code })
  expect(late.body.code).toBe('identity.challenge_over')
})

test.each(['0151 2345678', '+49', 'sam', '+49151234567890123', '+4915112345678\u0000'])(
  'a phone number without a country is refused: %j',
  async (phone) => {
    const answer = await stoa.as(person).post('/identity/factors', { type: 'phone', phone })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  },
)

test('a security key is added and used; copies, strangers and other sites are refused', async () => {
  const key = softAuthenticator(origin)
  const begun = await stoa.as(person).post('/identity/factors', { type: 'webauthn', name: 'Key' })
  const { id } = begun.body.factor
  const asked = await challenge(person, id)
  expect(asked.body.key.type).toBe('create')
  expect(asked.body.key.options.user.id).not.toContain(person.userId)
  for (const twist of [{ origin: 'http://evil.test' }, { rpId: 'evil.test' }, { challenge: 'AAAA' }]) {
    const credential = softAuthenticator(origin).create(asked.body.key.options, twist)
    const refused = await verify(person, id, { challengeId: asked.body.id, credential })
    expect([refused.status, refused.body.code]).toEqual([403, 'identity.wrong_key'])
  }
  const credential = key.create(asked.body.key.options)
  const proven = await verify(person, id, { challengeId: asked.body.id, credential })
  expect(proven.status).toBe(200)

  const entered = await signIn()
  await stoa.sql('delete from platform.rate_limits')
  const question = async () => (await challenge(entered, id)).body
  const one = await question()
  expect(one.key).toMatchObject({ type: 'request', options: { allowCredentials: [{ id: credential.id }] } })
  const twists = [{ origin: 'http://evil.test' }, { rpId: 'evil.test' }, { challenge: 'AAAA' }]
  for (const twist of twists) {
    const refused = await verify(entered, id, {
      challengeId: one.id,
      credential: key.get(one.key.options, twist),
    })
    expect(refused.body.code).toBe('identity.wrong_key')
  }
  await stoa.sql('delete from platform.rate_limits')
  const right = await verify(entered, id, { challengeId: one.id, credential: key.get(one.key.options) })
  expect(right.body).toMatchObject({ owes: null })
  // A copy of the key counts from further behind.
  const other = await signIn()
  const two = (await challenge(other, id)).body
  const copied = await verify(other, id, {
    challengeId: two.id,
    credential: key.get(two.key.options, { counter: 1 }),
  })
  expect(copied.body.code).toBe('identity.wrong_key')
  await stoa.settle()
  const noted = await stoa.sql(`select 1 from audit.entries where action = 'identity.key_copied'`)
  expect(noted).toHaveLength(1)
})

test('factors are renamed and removed; names are one of a kind', async () => {
  const app = await givenApp(stoa, person)
  await stoa.settle()
  const me = stoa.as(app)
  const taken = await me.post('/identity/factors', { type: 'totp', name: 'app' })
  expect([taken.status, taken.body.code]).toEqual([422, 'identity.factor_name_taken'])
  // One that was begun and left is in nobody's way.
  const begun = await me.post('/identity/factors', { type: 'totp', name: 'Other' })
  expect((await me.post('/identity/factors', { type: 'totp', name: 'other' })).status).toBe(201)
  expect((await me.patch(`/identity/factors/${begun.body.factor.id}`, { name: 'X' })).status).toBe(404)
  expect((await me.patch(`/identity/factors/${app.factorId}`, { name: 'OTHER' })).status).toBe(422)
  expect((await me.patch(`/identity/factors/${app.factorId}`, { name: 'Telephone' })).body.name).toBe(
    'Telephone',
  )
  await stoa.sql(`update auth.sessions set authenticated_at = now() - interval '1 hour' where user_id = $1`, [
    person.userId,
  ])
  expect((await me.delete(`/identity/factors/${app.factorId}`)).body.code).toBe('identity.proof_too_old')
  expect((await me.post('/identity/factors', { type: 'totp', name: 'New' })).body.code).toBe(
    'identity.proof_too_old',
  )
  await stoa.sql('update auth.sessions set authenticated_at = now() where user_id = $1', [person.userId])
  expect((await me.delete(`/identity/factors/${app.factorId}`)).status).toBe(200)
  expect((await mailTo(stoa, person.email)).text).toContain('Telephone')
  const left = await stoa.sql('select 1 from auth.mfa_recovery_codes where user_id = $1', [person.userId])
  expect(left).toHaveLength(0)
  const levels = await stoa.sql('select distinct aal from auth.sessions where user_id = $1', [person.userId])
  expect(levels).toEqual([{ aal: 'aal1' }])
  expect((await signIn()).owes).toBeNull()
})

test('nobody touches the factors of somebody else', async () => {
  const app = await givenApp(stoa, person)
  const other = await givenPerson(stoa, organization, 'owner')
  expect((await stoa.as(other).delete(`/identity/factors/${app.factorId}`)).status).toBe(404)
  expect((await stoa.as(other).patch(`/identity/factors/${app.factorId}`, { name: 'X' })).status).toBe(404)
  expect((await challenge(other, app.factorId)).status).toBe(404)
  expect((await verify(other, app.factorId, { code: appCode(app.secret) })).status).toBe(404)
  expect((await stoa.stranger.get('/identity/factors')).status).toBe(401)
  expect((await verify({ token: 'x' }, app.factorId, { code: '123456' })).status).toBe(401)
})

test('nobody has more factors than the operator lets them, also not at the same time', async () => {
  const begun = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      stoa.as(person).post('/identity/factors', { type: 'totp', name: `App ${n}` }),
    ),
  )
  expect(begun.filter((answer) => answer.status === 201)).toHaveLength(10)
  expect(begun.filter((answer) => answer.body.code === 'identity.too_many_factors')).toHaveLength(10)
})
