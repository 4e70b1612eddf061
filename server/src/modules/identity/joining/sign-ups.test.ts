import { randomBytes } from 'node:crypto'
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
const newEmail = () => `${randomBytes(4).toString('hex')}@people.test`
const at = () => stoa.strangerAt(organization)
const signUp = (email: string, changes: object = {}) =>
  at().post('/identity/sign-ups', { email, password, name: 'Ada Novak', ...changes })

test('a stranger signs up, opens the link, gives the password and is a learner', async () => {
  const email = newEmail()
  const answer = await signUp(email, { next: '/courses/first' })
  expect(answer.status).toBe(202)
  expect(answer.body).toEqual({ email })

  const mail = await mailTo(stoa, email)
  expect(mail.subject).toBe('Confirm your email address for Test academy')
  expect(mail.text).toContain('next=%2Fcourses%2Ffirst')
  const token = await tokenMailedTo(stoa, email)
  const session = await at().post('/identity/email-verifications', { token, password })
  expect(session.status).toBe(201)
  expect(session.body.organization.slug).toBe(organization.slug)

  const me = await stoa.as({ token: session.body.token }).get('/identity/me')
  expect(me.body.person).toMatchObject({ name: 'Ada Novak', email })
  expect(me.body.roles).toMatchObject([{ key: 'student' }])
  expect(me.body.permissions).toEqual([])
})

test('nobody exists before the address is proven', async () => {
  const email = newEmail()
  await signUp(email)
  expect(await stoa.sql('select 1 from auth.users where email = $1', [email])).toEqual([])
  const right = await at().post('/identity/sessions', { email, password })
  expect([right.status, right.body.code]).toEqual([403, 'identity.email_not_verified'])
  const wrong = await at().post('/identity/sessions', { email, password: 'something else' })
  expect([wrong.status, wrong.body.code]).toEqual([401, 'identity.wrong_credentials'])
})

test('the answer does not tell whether an address has an account; its mail does', async () => {
  const known = await givenPerson(stoa, organization, 'student', 'Known Person', password)
  const unknown = newEmail()
  const first = await signUp(known.email)
  const second = await signUp(unknown)
  expect([first.status, Object.keys(first.body), first.headers['content-length']]).toEqual([
    second.status,
    Object.keys(second.body),
    second.headers['content-length'],
  ])
  expect((await mailTo(stoa, known.email)).subject).toBe('You have an account at Test academy already')
  const [count] = await stoa.sql<{ n: number }>(
    'select count(*)::int as n from auth.users where lower(email) = $1',
    [known.email],
  )
  expect(count!.n).toBe(1)
})

test('an account planted for somebody else never comes to be', async () => {
  const email = newEmail()
  const planted = 'what the planter chose'
  await signUp(email, { password: planted, name: 'Planter' })
  const plantedLink = await tokenMailedTo(stoa, email)
  // The owner follows the planter's link without knowing the planter's password.
  const lured = await at().post('/identity/email-verifications', { token: plantedLink, password })
  expect([lured.status, lured.body.code]).toEqual([403, 'identity.wrong_sign_up_password'])
  // The owner signs up, and everything the planter has is worthless.
  await signUp(email, { name: 'Owner' })
  const token = await tokenMailedTo(stoa, email)
  expect((await at().post('/identity/email-verifications', { token, password })).status).toBe(201)
  const late = await at().post('/identity/email-verifications', { token: plantedLink, password: planted })
  expect(late.status).toBe(410)
  expect((await at().post('/identity/sessions', { email, password: planted })).status).toBe(401)
  expect((await at().post('/identity/sessions', { email, password })).body.person.name).toBe('Owner')
})

test('an unproven person loses password and sessions when the owner of the address arrives', async () => {
  const planted = await givenPerson(stoa, organization, 'student', 'Unproven', 'planted long ago')
  await stoa.sql('update auth.users set email_confirmed_at = null where id = $1', [planted.userId])
  await stoa.sql('update auth.user_emails set is_verified = false where user_id = $1', [planted.userId])
  await signUp(planted.email)
  const token = await tokenMailedTo(stoa, planted.email)
  expect((await at().post('/identity/email-verifications', { token, password })).status).toBe(201)
  expect((await stoa.as(planted).get('/identity/me')).status).toBe(401)
  const old = await at().post('/identity/sessions', { email: planted.email, password: 'planted long ago' })
  expect(old.status).toBe(401)
})

test('of fifty who use a link at the same time one comes in', async () => {
  const email = newEmail()
  await signUp(email)
  const token = await tokenMailedTo(stoa, email)
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => at().post('/identity/email-verifications', { token, password })),
  )
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
  expect(answers.filter((answer) => answer.status === 410)).toHaveLength(49)
  expect(await stoa.sql('select 1 from auth.users where email = $1', [email])).toHaveLength(1)
})

test('two links for one address make one person', async () => {
  const email = newEmail()
  await signUp(email)
  const first = await tokenMailedTo(stoa, email)
  await signUp(email)
  const second = await tokenMailedTo(stoa, email)
  const answers = await Promise.all(
    [first, second].map((token) => at().post('/identity/email-verifications', { token, password })),
  )
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 410])
})

test('a link ends after a day', async () => {
  const email = newEmail()
  await signUp(email)
  const token = await tokenMailedTo(stoa, email)
  await stoa.sql(`update auth.one_time_tokens set expires_at = now() where relates_to = $1`, [email])
  const late = await at().post('/identity/email-verifications', { token, password })
  expect([late.status, late.body.code]).toEqual([410, 'identity.link_not_valid'])
})

test('passwords that are guessed first are refused', async () => {
  const email = newEmail()
  for (const weak of ['qwertyuiop', 'Password123!', 'aaaaaaaaaaaa', email, '1234567890']) {
    const answer = await signUp(email, { password: weak })
    expect([weak, answer.status, answer.body.code]).toEqual([weak, 422, 'identity.password_common'])
  }
  expect((await signUp(email, { password: 'short' })).body.errors).toMatchObject([{ pointer: '/password' }])
  expect((await signUp(email, { password: 'é'.repeat(900) })).body.code).toBe('identity.password_too_long')
})

test('nobody is flooded with mail through us', async () => {
  const email = newEmail()
  for (let n = 0; n < 8; n += 1) expect((await signUp(email)).status).toBe(202)
  await stoa.settle()
  expect(await stoa.sql('select 1 from platform.mails where recipient = $1', [email])).toHaveLength(5)
})

test('an organization by invitation takes nobody who knocks', async () => {
  const closed = await givenOrganization(stoa)
  const owner = await givenPerson(stoa, closed, 'owner')
  await stoa.as(owner).patch('/identity/settings', { signUp: 'invitation' })
  const body = { email: newEmail(), password, name: 'Ada' }
  const answer = await stoa.strangerAt(closed).post('/identity/sign-ups', body)
  expect([answer.status, answer.body.code]).toEqual([403, 'identity.sign_up_closed'])
  expect((await stoa.strangerAt(closed).get('/identity/organization')).body.signUpOpen).toBe(false)
})

test('hostile sign-ups are refused with a reason', async () => {
  const email = newEmail()
  for (const bad of [
    { name: '' },
    { name: '   ' },
    { name: 'x'.repeat(121) },
    { name: 'a\u0000b' },
    { email: 'nobody' },
    { email: `${'x'.repeat(250)}@people.test` },
    { email: 'a@b.test\r\nBcc: c@d.test' },
    { next: 'https://elsewhere.test' },
    { next: '//elsewhere.test' },
    { next: '/\\elsewhere.test' },
    { timeZone: 'Nowhere/Land' },
    { language: 'xx' },
    { password: 123456789012 },
    { role: 'owner' },
  ]) {
    const answer = await signUp(email, bad)
    expect([JSON.stringify(bad), answer.status >= 400 && answer.status < 500]).toEqual([
      JSON.stringify(bad),
      true,
    ])
  }
  expect(await stoa.sql('select 1 from auth.one_time_tokens where relates_to = $1', [email])).toEqual([])
})

test('secrets are stored as hashes only', async () => {
  const email = newEmail()
  await signUp(email)
  const token = await tokenMailedTo(stoa, email)
  const tables = ['auth.one_time_tokens', 'platform.outbox', 'audit.entries', 'platform.mails']
  for (const table of tables) {
    const [row] = await stoa.sql<{ text: string | null }>(
      `select string_agg(t::text, ' ') as text from ${table} t`,
    )
    expect(row?.text ?? '').not.toContain(token)
    expect(row?.text ?? '').not.toContain(password)
  }
})
