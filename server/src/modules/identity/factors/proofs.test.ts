import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { givenPasskey } from '../passkeys/testing.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
  mailTo,
} from '../testing.ts'
import { appCode, givenApp } from './testing.ts'

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

const timePassed = () => stoa.sql(`update auth.sessions set authenticated_at = now() - interval '20 minutes'`)
const prove = (who: { token: string }, body: object) => stoa.as(who).post('/identity/proofs', body)
/** A dangerous act, to see whether the proof is recent. */
const act = (who: { token: string }) => stoa.as(who).post('/identity/passkeys/challenges')

test('the password makes the proof recent again and changes the token', async () => {
  await timePassed()
  expect((await act(person)).body.code).toBe('identity.proof_too_old')
  const ways = await stoa.as(person).get('/identity/proofs')
  expect(ways.body).toMatchObject({ password: true, factors: [], passkeys: false, mailedCode: true })
  const wrong = await prove(person, { by: 'password', password: 'wrong' })
  expect([wrong.status, wrong.body.code]).toEqual([403, 'identity.wrong_password'])
  const proven = await prove(person, { by: 'password', password })
  expect(proven.status).toBe(200)
  expect((await act(person)).status).toBe(401)
  expect((await act(proven.body)).status).toBe(201)
  const [session] = await stoa.sql('select aal from auth.sessions where user_id = $1', [person.userId])
  expect(session).toEqual({ aal: 'aal1' })
})

test('wrong passwords are counted', async () => {
  const tries = await Promise.all(
    Array.from({ length: 50 }, () => prove(person, { by: 'password', password: 'wrong' })),
  )
  expect(tries.filter((answer) => answer.status === 403)).toHaveLength(10)
  expect((await prove(person, { by: 'password', password })).status).toBe(429)
})

test('a second factor, or a passkey, proves as well', async () => {
  const app = await givenApp(stoa, person)
  await timePassed()
  const wrong = await prove(app, { by: 'factor', factorId: app.factorId, code: '000000' })
  expect(wrong.body.code).toBe('identity.wrong_code')
  const proven = await prove(app, { by: 'factor', factorId: app.factorId, code: appCode(app.secret) })
  expect((await act(proven.body)).status).toBe(201)

  const { device } = await givenPasskey(stoa, proven.body)
  await timePassed()
  const ask = async () => (await stoa.stranger.post('/identity/passkey-challenges')).body
  const question = await ask()
  const by = { by: 'passkey', challengeId: question.challengeId, credential: device.get(question.options) }
  const again = await prove(proven.body, by)
  expect((await act(again.body)).status).toBe(201)
})

test('the passkey of somebody else proves nothing', async () => {
  const other = await givenPerson(stoa, organization)
  const { device } = await givenPasskey(stoa, other)
  await timePassed()
  const { challengeId, options } = (await stoa.stranger.post('/identity/passkey-challenges')).body
  const refused = await prove(person, { by: 'passkey', challengeId, credential: device.get(options) })
  expect(refused.body.code).toBe('identity.passkey_refused')
  expect((await act(person)).body.code).toBe('identity.proof_too_old')
})

test('a factor that was begun and not proven is no proof', async () => {
  const begun = await stoa.as(person).post('/identity/factors', { type: 'totp' })
  const { factor, totp } = begun.body
  await timePassed()
  const refused = await prove(person, { by: 'factor', factorId: factor.id, code: appCode(totp.secret) })
  expect(refused.status).toBe(404)
})

test('a code by mail proves for who has no second factor, once', async () => {
  await timePassed()
  const sent = await stoa.as(person).post('/identity/proofs/mailed-codes')
  expect([sent.status, sent.body]).toEqual([202, { email: person.email }])
  const code = /\b\d{6}\b/.exec((await mailTo(stoa, person.email)).text)?.[0]
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => prove(person, { by: 'mailed_code', code })),
  )
  const right = answers.filter((answer) => answer.status === 200)
  expect(right).toHaveLength(1)
  expect((await act(right[0]!.body)).status).toBe(201)
  const app = await givenApp(stoa, { ...person, token: right[0]!.body.token })
  expect((await stoa.as(app).post('/identity/proofs/mailed-codes')).body.code).toBe('identity.no_mailed_code')
})

test('who owes a second factor proves by signing in with it, not here', async () => {
  await givenApp(stoa, person)
  const entered = await stoa
    .strangerAt(organization)
    .post('/identity/sessions', { email: person.email, password })
  expect((await prove(entered.body, { by: 'password', password })).status).toBe(403)
})

test.each([
  {},
  { by: 'password' },
  { by: 'other' },
  { by: 'mailed_code', code: 'abc' },
  { by: ['password'] },
])('what is no proof is refused: %j', async (body) => {
  expect((await prove(person, body)).status).toBe(422)
})
