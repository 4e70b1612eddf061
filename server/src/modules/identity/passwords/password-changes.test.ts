import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, givenOrganization, givenPerson, mailTo, tokenMailedTo } from '../testing.ts'

let stoa: TestStoa
let organization: GivenOrganization
beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa)
})
afterAll(() => stoa.close())

const password = 'seven blue herons'
const next = 'eleven grey otters'
const given = () => givenPerson(stoa, organization, 'student', 'Ada Novak', password)
const ask = (email: string) =>
  stoa.strangerAt(organization).post('/identity/password-reset-requests', { email })
const reset = (token: string, chosen = next) =>
  stoa.stranger.post('/identity/password-resets', { token, password: chosen })
const signIn = (email: string, chosen: string) =>
  stoa.strangerAt(organization).post('/identity/sessions', { email, password: chosen })

test('a reset ends every session at once and brings a new password', async () => {
  const person = await given()
  expect((await ask(person.email)).status).toBe(202)
  const token = await tokenMailedTo(stoa, person.email)
  expect((await reset(token)).status).toBe(200)
  expect((await stoa.as(person).get('/identity/me')).status).toBe(401)
  expect((await signIn(person.email, password)).status).toBe(401)
  expect((await signIn(person.email, next)).status).toBe(201)
  expect((await mailTo(stoa, person.email)).subject).toBe('Your password was changed')
  expect((await reset(token)).status).toBe(410)
})

test('the answer is the same for an address nobody has', async () => {
  const person = await given()
  const known = await ask(person.email)
  const unknown = await ask('nobody-here@people.test')
  expect([known.status, unknown.status]).toEqual([202, 202])
  expect(unknown.body).toEqual({ email: 'nobody-here@people.test' })
  await stoa.settle()
  expect(await stoa.sql(`select 1 from platform.mails where recipient = 'nobody-here@people.test'`)).toEqual(
    [],
  )
})

test('of fifty who use a reset link at the same time one succeeds', async () => {
  const person = await given()
  await ask(person.email)
  const token = await tokenMailedTo(stoa, person.email)
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => reset(token, `choice of otter ${n}`)),
  )
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  expect(answers.filter((answer) => answer.status === 410)).toHaveLength(49)
})

test('a reset voids the other open links, and a link ends after an hour', async () => {
  const person = await given()
  await ask(person.email)
  const first = await tokenMailedTo(stoa, person.email)
  await ask(person.email)
  const second = await tokenMailedTo(stoa, person.email)
  await reset(second)
  expect((await reset(first)).status).toBe(410)
  await ask(person.email)
  const third = await tokenMailedTo(stoa, person.email)
  await stoa.sql(
    `update auth.one_time_tokens set expires_at = now() - interval '1 second' where relates_to = $1`,
    [person.email],
  )
  expect((await reset(third)).status).toBe(410)
})

test('a weak new password does not use the link up', async () => {
  const person = await given()
  await ask(person.email)
  const token = await tokenMailedTo(stoa, person.email)
  expect((await reset(token, 'qwertyuiop')).body.code).toBe('identity.password_common')
  expect((await reset(token)).status).toBe(200)
})

test('changing the password needs the present one and ends the other sessions', async () => {
  const person = await given()
  const other = (await signIn(person.email, password)).body
  const change = (currentPassword: string, newPassword = next) =>
    stoa.as(person).put('/identity/me/password', { currentPassword, newPassword })
  const wrong = await change('not this one')
  expect([wrong.status, wrong.body.code]).toEqual([403, 'identity.wrong_password'])
  expect((await change(password)).status).toBe(200)
  expect((await stoa.as(person).get('/identity/me')).status).toBe(200)
  expect((await stoa.as(other).get('/identity/me')).status).toBe(401)
  expect((await mailTo(stoa, person.email)).subject).toBe('Your password was changed')
  expect(
    (await stoa.stranger.put('/identity/me/password', { currentPassword: password, newPassword: next }))
      .status,
  ).toBe(401)
})

test('the mail is in the language of its reader', async () => {
  const person = await given()
  const preferences = await stoa.as(person).get('/identity/me/preferences')
  await stoa.as(person).put('/identity/me/preferences', { ...preferences.body, language: 'de' })
  await ask(person.email)
  const mail = await mailTo(stoa, person.email)
  expect(mail.subject).toBe('Wählen Sie ein neues Passwort')
  expect(mail.html).toContain('lang="de"')
})

test('whoever signs in with the old password while it is changed is not left inside', async () => {
  const person = await given()
  await ask(person.email)
  const token = await tokenMailedTo(stoa, person.email)
  const signIns = Array.from({ length: 14 }, () => signIn(person.email, password))
  const [changed, ...entered] = await Promise.all([reset(token), ...signIns])
  expect(changed.status).toBe(200)
  const tokens = entered.flatMap(({ body }) => body.token ?? [])
  const alive = await Promise.all(tokens.map((token) => stoa.as({ token }).get('/identity/me')))
  expect(alive.map(({ status }) => status)).toEqual(tokens.map(() => 401))
})

test('a password of any characters and great length counts as it was typed, to the last one', async () => {
  const sam = await givenPerson(stoa, organization, 'student', 'Sam Sample', 'seven blue herons')
  const chosen = `${'only lower case words and spaces '.repeat(4)}Ünïcödé 🦉`
  const change = await stoa
    .as(sam)
    .put('/identity/me/password', { currentPassword: 'seven blue herons', newPassword: chosen })
  expect(change.status).toBe(200)
  const status = async (password: string) => {
    await stoa.sql('delete from platform.rate_limits')
    return (await stoa.strangerAt(organization).post('/identity/sessions', { email: sam.email, password }))
      .status
  }
  expect([...chosen].length).toBeGreaterThan(128)
  expect(await status(chosen)).toBe(201)
  for (const other of [
    chosen.slice(0, -2),
    chosen.toUpperCase(),
    chosen.toLowerCase(),
    ` ${chosen}`,
    `${chosen} `,
  ])
    expect([other, await status(other)]).toEqual([other, 401])
})
