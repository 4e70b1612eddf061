import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Answer } from '../../../testing/test-stoa.ts'
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
import { appCode, type GivenFactor, givenApp, timePasses } from './testing.ts'

const password = 'correct horse battery staple'
let stoa: TestStoa
let organization: GivenOrganization
let person: GivenPerson
let app: GivenFactor

beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa)
})
afterAll(() => stoa.close())
beforeEach(async () => {
  await stoa.sql('delete from platform.rate_limits')
  person = await givenPerson(stoa, organization, 'student', 'Sam Sample', password)
  app = await givenApp(stoa, person)
})

const signIn = async () =>
  (await stoa.strangerAt(organization).post('/identity/sessions', { email: person.email, password }))
    .body as { token: string }
const verify = (who: { token: string }, factorId: string, body: object) =>
  stoa.as(who).post(`/identity/factors/${factorId}/verifications`, body)
const recover = (who: { token: string }, code: string) =>
  stoa.as(who).post('/identity/recovery-codes/verifications', { code })

/** The same try fifty times at once, by three sessions of the person. */
async function fifty(attempt: (who: { token: string }) => Promise<Answer>): Promise<number[]> {
  const sessions = await Promise.all([signIn(), signIn(), signIn()])
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => attempt(sessions[n % 3]!)))
  return answers.map((answer) => answer.status)
}
const successes = (statuses: number[]) => statuses.filter((status) => status === 200).length

test('fifty tries with one code of an authenticator app: exactly one gets in', async () => {
  const code = appCode(app.secret)
  expect(successes(await fifty((who) => verify(who, app.factorId, { code })))).toBe(1)
  await stoa.sql('delete from platform.rate_limits')
  expect((await verify(await signIn(), app.factorId, { code })).status).toBe(403)
})

test('fifty tries with one text message: exactly one gets in', async () => {
  const phone = '+4915123456789'
  const me = stoa.as(app)
  const { id } = (await me.post('/identity/factors', { type: 'phone', phone })).body.factor
  const ask = async (who: { token: string }) =>
    (await stoa.as(who).post(`/identity/factors/${id}/challenges`, {})).body.id
  const codeSent = async () => /\d{6}/.exec(await textTo(stoa, phone))?.[0]
  const proof = { challengeId: await ask(app), code: await codeSent() }
  expect((await verify(app, id, proof)).status).toBe(200)
  await timePasses(stoa)
  const challengeId = await ask(await signIn())
  const code = await codeSent()
  expect(successes(await fifty((who) => verify(who, id, { challengeId, code })))).toBe(1)
})

test('fifty tries with one recovery code: exactly one gets in', async () => {
  const [code = ''] = app.recoveryCodes
  expect(successes(await fifty((who) => recover(who, code)))).toBe(1)
  await stoa.sql('delete from platform.rate_limits')
  expect((await recover(await signIn(), code)).status).toBe(403)
})

test('fifty tries with one signature of a security key: exactly one gets in', async () => {
  const key = softAuthenticator('http://stoa.test')
  const { id } = (await stoa.as(app).post('/identity/factors', { type: 'webauthn' })).body.factor
  const ask = async (who: { token: string }) =>
    (await stoa.as(who).post(`/identity/factors/${id}/challenges`, {})).body
  const made = await ask(app)
  await verify(app, id, { challengeId: made.id, credential: key.create(made.key.options) })
  await timePasses(stoa)
  const asked = await ask(await signIn())
  // Some keys do not count: then the challenge alone keeps the signature from being used again.
  const credential = key.get(asked.key.options, { counter: 0 })
  expect(successes(await fifty((who) => verify(who, id, { challengeId: asked.id, credential })))).toBe(1)
})

test('a hundred guesses at once do not pass the limit, in however many sessions', async () => {
  // Mails of earlier stories are on their way no more.
  await stoa.settle()
  const sessions = await Promise.all(Array.from({ length: 5 }, signIn))
  const guess = (n: number) => verify(sessions[n % 5]!, app.factorId, { code: String(n).padStart(6, '0') })
  const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => guess(n)))
  const checked = answers.filter((answer) => answer.status !== 429)
  expect(checked.length).toBeLessThanOrEqual(5)
  // Even the right code is not looked at until the window has passed.
  const refused = await verify(sessions[0]!, app.factorId, { code: appCode(app.secret) })
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, expect.any(String)])
  // The person learns that somebody got that far, once.
  expect((await mailTo(stoa, person.email)).subject).toContain('guess')
  const mails = await stoa.sql(
    `select 1 from platform.mails where user_id = $1 and type = 'identity.factor_guesses'`,
    [person.userId],
  )
  expect(mails).toHaveLength(1)
  await timePasses(stoa)
  expect((await verify(sessions[0]!, app.factorId, { code: appCode(app.secret) })).status).toBe(200)
})

test('a hundred guesses at recovery codes do not pass the limit', async () => {
  const sessions = await Promise.all(Array.from({ length: 5 }, signIn))
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      recover(sessions[n % 5]!, `aaaaaaaaaaaa${String(n).padStart(4, '2')}`),
    ),
  )
  expect(answers.filter((answer) => answer.status !== 429).length).toBeLessThanOrEqual(5)
  expect((await recover(sessions[0]!, app.recoveryCodes[0]!)).status).toBe(429)
  await timePasses(stoa)
  expect((await recover(sessions[0]!, app.recoveryCodes[0]!)).status).toBe(200)
})

test('once a later code was used, the ones before it are over', async () => {
  const entered = await signIn()
  const after = await verify(entered, app.factorId, { code: appCode(app.secret, 1) })
  expect(after.status).toBe(200)
  expect((await verify(after.body, app.factorId, { code: appCode(app.secret) })).status).toBe(403)
})

test('recovery codes are told once, work as they are written down, and are replaced as a whole', async () => {
  expect(app.recoveryCodes).toHaveLength(10)
  expect(new Set(app.recoveryCodes).size).toBe(10)
  for (const code of app.recoveryCodes) expect(code).toMatch(/^[a-z2-7]{16}$/)
  const stored = JSON.stringify(await stoa.sql('select * from auth.mfa_recovery_codes'))
  expect(stored).not.toContain(app.recoveryCodes[0])

  const entered = await signIn()
  const written = (app.recoveryCodes[0] ?? '').toUpperCase().replace(/(.{4})(?=.)/g, '$1-')
  const recovered = await recover(entered, ` ${written} `)
  expect(recovered.body).toMatchObject({ owes: null, recoveryCodesLeft: 9 })
  const list = await stoa.as(recovered.body).get('/identity/factors')
  expect(list.body.recoveryCodesLeft).toBe(9)

  const renewed = await stoa.as(recovered.body).post('/identity/recovery-codes')
  expect(renewed.status).toBe(201)
  expect(renewed.body.codes).toHaveLength(10)
  await stoa.sql('delete from platform.rate_limits')
  const again = await signIn()
  expect((await recover(again, app.recoveryCodes[1]!)).status).toBe(403)
  expect((await recover(again, renewed.body.codes[0])).status).toBe(200)
})

test('a recovery code of one person is worth nothing to another', async () => {
  const other = await givenPerson(stoa, organization, 'student', 'Other', password)
  const theirs = await givenApp(stoa, other)
  expect((await recover(await signIn(), theirs.recoveryCodes[0]!)).status).toBe(403)
})

test('new recovery codes need a recent proof and a second factor', async () => {
  const bare = await givenPerson(stoa, organization)
  expect((await stoa.as(bare).post('/identity/recovery-codes')).body.code).toBe('identity.no_second_factor')
  const entered = await signIn()
  expect((await stoa.as(entered).post('/identity/recovery-codes')).body.code).toBe('on_hold')
  await stoa.sql(`update auth.sessions set authenticated_at = now() - interval '20 minutes'`)
  expect((await stoa.as(app).post('/identity/recovery-codes')).body.code).toBe('identity.proof_too_old')
})

test('a session raised by a factor falls when the factor is removed, except where it was removed', async () => {
  const entered = await signIn()
  const raised = (await verify(entered, app.factorId, { code: appCode(app.secret) })).body
  const second = await givenApp(stoa, { ...person, token: app.token }, 'Second')
  expect((await stoa.as(second).delete(`/identity/factors/${app.factorId}`)).status).toBe(200)
  expect((await stoa.as(raised).get('/identity/me')).body.code).toBe('on_hold')
  expect((await stoa.as(second).get('/identity/me')).status).toBe(200)
})

test('a session that single sign-on alone opened adds no further way in', async () => {
  const bare = await givenPerson(stoa, organization)
  const begun = await stoa.as(bare).post('/identity/factors', { type: 'totp' })
  await stoa.sql('update auth.sessions set sso_provider_id = user_id where user_id = $1', [bare.userId])
  const me = stoa.as(bare)
  expect((await me.get('/identity/factors')).body.kinds).toEqual([])
  const { factor, totp } = begun.body
  for (const answer of [
    await me.post('/identity/factors', { type: 'totp' }),
    await verify(bare, factor.id, { code: appCode(totp.secret) }),
    await me.post('/identity/passkeys/challenges'),
  ])
    expect([answer.status, answer.body.code]).toEqual([403, 'identity.own_sign_in_needed'])
})

test('somebody who acts in another’s name, and a token for programs, do not touch factors', async () => {
  await stoa.sql('update auth.sessions set impersonated_by = user_id where user_id = $1', [person.userId])
  const me = stoa.as(app)
  for (const answer of [
    await me.get('/identity/factors'),
    await me.post('/identity/factors', { type: 'totp' }),
    await me.delete(`/identity/factors/${app.factorId}`),
    await verify(app, app.factorId, { code: appCode(app.secret) }),
    await me.post('/identity/recovery-codes'),
  ])
    expect(answer.status).toBe(403)
})
