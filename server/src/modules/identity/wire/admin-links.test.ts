import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { joinOrganization } from '../joining/registration.ts'
import { type GivenOrganization, givenOrganization, givenPerson, mailTo } from '../testing.ts'
import { patientConfig, serviceAt, type WireService, withKey } from './admin-testing.ts'

let stoa: TestStoa
let ours: GivenOrganization
let theirs: GivenOrganization
let service: WireService
let stranger: WireService

beforeAll(async () => {
  stoa = await testStoa(patientConfig())
  stranger = withKey(stoa, null)
})
beforeEach(async () => {
  ours = await givenOrganization(stoa)
  theirs = await givenOrganization(stoa)
  service = await serviceAt(stoa, ours.id)
})
afterAll(() => stoa.close())

const address = () => `${randomBytes(5).toString('hex')}@people.test`
const password = 'seven blue herons'
const generate = (body: object) => service('POST', '/admin/generate_link', body)
const verify = (type: string, hashed: string) => stranger('POST', '/verify', { type, token_hash: hashed })
const signIn = (email: string) => stoa.strangerAt(ours).post('/identity/sessions', { email, password })

test('a sign-up link makes a person who waits, and lets them in with the password given', async () => {
  const email = address()
  const site = stoa.app.config.auth.siteUrl
  const { status, body } = await generate({
    type: 'signup',
    email,
    password,
    data: { full_name: 'Ines Moreau' },
    redirect_to: `${site}/welcome`,
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    email,
    user_metadata: { full_name: 'Ines Moreau' },
    verification_type: 'signup',
    redirect_to: `${site}/welcome`,
    email_otp: expect.stringMatching(/^\d{6}$/),
  })
  expect(body).not.toHaveProperty('email_confirmed_at')
  const link = new URL(body.action_link)
  expect(link.pathname).toBe('/auth/v1/verify')
  expect(Object.fromEntries(link.searchParams)).toEqual({
    token: body.hashed_token,
    type: 'signup',
    redirect_to: `${site}/welcome`,
  })
  expect((await signIn(email)).body.code).toBe('identity.email_not_verified')
  const entered = await verify('signup', body.hashed_token)
  expect(entered).toMatchObject({ status: 200, body: { user: { id: body.id, email } } })
  expect((await signIn(email)).status).toBe(201)
  expect((await verify('signup', body.hashed_token)).status).toBe(403)
  expect((await generate({ type: 'signup', email, password })).body.error_code).toBe('email_exists')
})

test('of fifty who open a generated link at once, one gets in', async () => {
  const person = await givenPerson(stoa, ours)
  const { body } = await generate({ type: 'magiclink', email: person.email })
  const tries = await Promise.all(Array.from({ length: 50 }, () => verify('magiclink', body.hashed_token)))
  expect(tries.filter((one) => one.status === 200)).toHaveLength(1)
})

test('a service may ask again at once; only the newest link works', async () => {
  const person = await givenPerson(stoa, ours)
  const first = await generate({ type: 'recovery', email: person.email })
  const second = await generate({ type: 'recovery', email: person.email.toUpperCase() })
  expect([first.status, second.status]).toEqual([200, 200])
  expect((await verify('recovery', first.body.hashed_token)).status).toBe(403)
  const byCode = await stranger('POST', '/verify', {
    type: 'recovery',
    email: person.email,
    token: second.body.email_otp,
  })
  expect(byCode).toMatchObject({ status: 200, body: { user: { id: person.userId } } })
})

test('a magic link for an address nobody has is a sign-up', async () => {
  const { body } = await generate({ type: 'magiclink', email: address() })
  expect(body).toMatchObject({ verification_type: 'signup', id: expect.any(String) })
})

test('a change of address waits for both', async () => {
  const person = await givenPerson(stoa, ours)
  const newEmail = address()
  const about = { email: person.email, new_email: newEmail }
  const current = await generate({ type: 'email_change_current', ...about })
  expect(current.body).toMatchObject({ new_email: newEmail, verification_type: 'email_change_current' })
  expect(current.body.action_link).toContain('type=email_change&')
  const next = await generate({ type: 'email_change_new', ...about })
  expect((await verify('email_change', current.body.hashed_token)).body.msg).toContain('other email')
  const done = await verify('email_change', next.body.hashed_token)
  expect(done).toMatchObject({ status: 200, body: { user: { id: person.userId, email: newEmail } } })
})

test.each([
  [{ type: 'recovery', email: 'nobody@people.test' }, 404, 'user_not_found'],
  [
    { type: 'email_change_new', email: 'nobody@people.test', new_email: 'a@people.test' },
    404,
    'user_not_found',
  ],
  [{ type: 'email_change_new', email: 'nobody@people.test' }, 400, 'validation_failed'],
  [{ type: 'signup', email: 'xx:;x@x.x', password }, 400, 'validation_failed'],
  [{ type: 'signup', email: 'nobody@people.test', password: 'short' }, 422, 'weak_password'],
  [{ type: 'throne', email: 'nobody@people.test' }, 400, 'validation_failed'],
  [{ type: 'signup' }, 400, 'validation_failed'],
])('%j is refused', async (body, status, code) => {
  const answer = await generate(body)
  expect({ status: answer.status, code: answer.body.error_code }).toEqual({ status, code })
})

test('there is no link for somebody of another organization, nor for a guest who belongs there, too', async () => {
  const other = await givenPerson(stoa, theirs)
  for (const type of ['magiclink', 'recovery'])
    expect((await generate({ type, email: other.email })).status).toBe(404)
  await stoa.inside(ours.id, (ctx) => joinOrganization(ctx, other.userId, 'student'))
  const about = { email: other.email, new_email: address() }
  for (const type of ['magiclink', 'recovery', 'email_change_new'])
    expect((await generate({ type, ...about })).body.error_code, type).toBe('person_belongs_elsewhere')
})

test('somebody else’s address is no new address', async () => {
  const [person, other] = [await givenPerson(stoa, ours), await givenPerson(stoa, theirs)]
  const answer = await generate({ type: 'email_change_new', email: person.email, new_email: other.email })
  expect(answer.body.error_code).toBe('email_exists')
})

test('redirects lead only where the operator allows', async () => {
  const person = await givenPerson(stoa, ours)
  const { body } = await generate({
    type: 'magiclink',
    email: person.email,
    redirect_to: 'https://evil.example/',
  })
  expect(body.redirect_to).toBe(stoa.app.config.auth.siteUrl)
})

test('an invitation goes out by mail and its link lets in', async () => {
  const email = address()
  const invited = await service('POST', '/invite', { email, data: { team: 'blue' } })
  expect(invited).toMatchObject({
    status: 200,
    body: { email, invited_at: expect.any(String), user_metadata: { team: 'blue' } },
  })
  const [, token] = /[?&]token=([A-Za-z0-9_-]+)/.exec((await mailTo(stoa, email)).text) ?? []
  expect(token).toBeTruthy()
  expect(await verify('invite', token!)).toMatchObject({ status: 200, body: { user: { email } } })
  expect((await service('POST', '/invite', { email })).body.error_code).toBe('email_exists')
  expect((await service('POST', '/invite', { email: 'xx:;x@x.x' })).body.msg).toBe(
    'Unable to validate email address: invalid format',
  )
})

test('whoever waits in two organizations is let in by the link of either', async () => {
  const email = address()
  const there = await serviceAt(stoa, theirs.id)
  await there('POST', '/invite', { email })
  const here = await generate({ type: 'invite', email, data: { team: 'blue' } })
  expect(here.status).toBe(200)
  expect(await verify('invite', here.body.hashed_token)).toMatchObject({ status: 200 })
  const memberships = await stoa.sql('select 1 from auth.memberships where user_id = $1', [here.body.id])
  expect(memberships).toHaveLength(2)
})
