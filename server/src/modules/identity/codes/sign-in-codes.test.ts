import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testConfig } from '../../../testing/test-config.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
  mailTo,
  textTo,
  tokenMailedTo,
} from '../testing.ts'

const base = testConfig()
let stoa: TestStoa
let organization: GivenOrganization
let sam: GivenPerson
let count = 0
const fresh = () => `new-${++count}@people.test`
beforeAll(async () => {
  stoa = await testStoa({ auth: { ...base.auth, mailPauseSeconds: 0, smsPauseSeconds: 0 } })
})
afterAll(() => stoa.close())
beforeEach(async () => {
  await stoa.sql('delete from platform.rate_limits')
  organization = await givenOrganization(stoa)
  sam = await givenPerson(stoa, organization, 'student', 'Sam Sample')
})

const at = () => stoa.strangerAt(organization)
const ask = (body: object) => at().post('/identity/sign-in-codes', body)
const redeem = (body: object) => at().post('/identity/sign-in-codes/redemptions', body)
const codeTo = async (email: string) => /code (\d{6})/.exec((await mailTo(stoa, email)).text)![1]!
const close = () =>
  stoa.sql(`update auth.organizations set settings = '{"signUp": "invitation"}' where id = $1`, [
    organization.id,
  ])
const mails = async (email: string) => {
  await stoa.settle()
  return (await stoa.sql('select 1 from platform.caught_mails where recipient = $1', [email])).length
}

test('somebody signs in by the code they got by mail', async () => {
  expect((await ask({ email: sam.email })).body).toEqual({ codeLength: 6, seconds: 600 })
  const code = await codeTo(sam.email)
  const entered = await redeem({ email: sam.email, code: ` ${code.slice(0, 3)}-${code.slice(3)} ` })
  expect([entered.status, entered.body.person.id]).toEqual([201, sam.userId])
  const [session] = await stoa.sql<{ methods: string[] }>(
    `select array_agg(authentication_method) as methods from auth.mfa_amr_claims c join auth.sessions s on s.id = c.session_id
      where s.user_id = $1`,
    [sam.userId],
  )
  expect(session?.methods).toEqual(['otp'])
})

test('the link works on another device, once, and comes back to the page it began at', async () => {
  await ask({ email: sam.email, next: '/courses/knots' })
  expect((await mailTo(stoa, sam.email)).text).toContain('&next=%2Fcourses%2Fknots')
  const token = await tokenMailedTo(stoa, sam.email)
  // Programs that look at links in mails ask with GET, which uses nothing up.
  await stoa.server.inject({ method: 'GET', url: `/sign-in/link?token=${token}` })
  await stoa.server.inject({
    method: 'GET',
    url: '/api/v1/identity/sign-in-codes/redemptions',
    query: { token },
  })
  expect((await redeem({ token })).body.person.id).toBe(sam.userId)
  expect((await redeem({ token })).body.code).toBe('identity.link_not_valid')
})

test('a code that is typed lives ten minutes at most, whatever the link it came with does', async () => {
  const late = (email: string) =>
    stoa.sql(
      `update auth.one_time_tokens set sent_at = now() - interval '601 seconds' where relates_to = $1`,
      [email],
    )
  expect(stoa.app.config.auth.mailerOtpSeconds).toBeGreaterThan(600)
  await ask({ email: sam.email })
  const code = await codeTo(sam.email)
  const link = await tokenMailedTo(stoa, sam.email)
  await late(sam.email)
  expect((await redeem({ email: sam.email, code })).body.code).toBe('identity.wrong_code')
  expect((await redeem({ token: link })).status).toBe(201)
})

test('no code stands in the subject of a mail, which administrators may read', async () => {
  const mine = await givenOrganization(stoa)
  const attacker = await givenPerson(stoa, mine, 'owner')
  await stoa.strangerAt(mine).post('/identity/sign-in-codes', { email: sam.email })
  const code = await codeTo(sam.email)
  const seen = await stoa.as(attacker).get('/notifications/mails')
  expect(seen.body.items.map(({ recipient }: { recipient: string }) => recipient)).toContain(sam.email)
  expect(seen.text).not.toContain(code)
})

test('of fifty redemptions at the same time one gets in: by code, by link, and across both', async () => {
  await ask({ email: sam.email })
  const code = await codeTo(sam.email)
  const token = await tokenMailedTo(stoa, sam.email)
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => redeem(n % 2 ? { token } : { email: sam.email, code })),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  for (const { status } of answers) expect([201, 403, 410, 429]).toContain(status)
})

test('a hundred guesses from everywhere end the code before they find it', async () => {
  await ask({ email: sam.email })
  const code = await codeTo(sam.email)
  const guesses = Array.from({ length: 100 }, (_, n) =>
    String((Number(code) + 1 + n) % 1_000_000).padStart(6, '0'),
  )
  const answers = await Promise.all(
    guesses.map((guess, n) =>
      stoa.server.inject({
        method: 'POST',
        url: '/api/v1/identity/sign-in-codes/redemptions',
        remoteAddress: `10.1.${n}.7`,
        headers: { 'stoa-organization': organization.slug },
        payload: { email: sam.email, code: guess },
      }),
    ),
  )
  expect(answers.some(({ statusCode }) => statusCode === 201)).toBe(false)
  expect((await redeem({ email: sam.email, code })).status).not.toBe(201)
})

test('the answer is the same for an address nobody has, and nobody is made by asking', async () => {
  const email = fresh()
  const known = await ask({ email: sam.email })
  const unknown = await ask({ email })
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
  await stoa.settle()
  expect(await stoa.sql('select 1 from auth.users where email = $1', [email])).toHaveLength(0)
})

test('where everybody may sign up, somebody new begins to exist when they use the code', async () => {
  const email = fresh()
  await ask({ email })
  const entered = await redeem({ email, code: await codeTo(email), name: 'Nina New' })
  expect(entered.body).toMatchObject({
    person: { name: 'Nina New', email },
    organization: { id: organization.id },
  })
  expect((await stoa.as(entered.body).get('/identity/me')).body.isMember).toBe(true)
})

test('where people come by invitation only, somebody new gets no mail and no account', async () => {
  await close()
  const email = fresh()
  expect((await ask({ email })).status).toBe(202)
  expect(await mails(email)).toBe(0)
  await ask({ email: sam.email })
  expect((await redeem({ email: sam.email, code: await codeTo(sam.email) })).status).toBe(201)
})

test('a door that closes after the code was sent makes no member', async () => {
  const email = fresh()
  await ask({ email })
  const code = await codeTo(email)
  await close()
  const entered = await redeem({ email, code })
  expect(entered.body.organization).toBeNull()
})

test('what was planted under an unproven address is gone when its owner comes by a code', async () => {
  const planted = await givenPerson(stoa, organization, 'student', 'Planter', 'planted long ago')
  await stoa.sql('update auth.users set email_confirmed_at = null where id = $1', [planted.userId])
  await stoa.sql('update auth.user_emails set is_verified = false where user_id = $1', [planted.userId])
  await ask({ email: planted.email })
  const entered = await redeem({ email: planted.email, code: await codeTo(planted.email) })
  expect(entered.body.person.id).toBe(planted.userId)
  expect((await stoa.as(planted).get('/identity/me')).status).toBe(401)
  expect(
    (await at().post('/identity/sessions', { email: planted.email, password: 'planted long ago' })).status,
  ).toBe(401)
})

test('a newer code voids the one before', async () => {
  await ask({ email: sam.email })
  const first = await tokenMailedTo(stoa, sam.email)
  await ask({ email: sam.email })
  expect((await redeem({ token: first })).status).toBe(410)
})

test('a phone number signs in by a text message', async () => {
  const phone = '+4915155555501'
  await stoa.sql('update auth.users set phone = $2, phone_confirmed_at = now() where id = $1', [
    sam.userId,
    phone.slice(1),
  ])
  expect((await ask({ phone: '0049 151 555 555 01' })).body).toEqual({ codeLength: 6, seconds: 300 })
  const code = /\d{6}/.exec(await textTo(stoa, phone))![0]
  expect((await redeem({ phone, code })).body.person.id).toBe(sam.userId)
  expect((await redeem({ phone, code })).body.code).toBe('identity.wrong_code')
})

test('a banned person does not get in by a code, and one with a second factor is only half in', async () => {
  await stoa.sql(
    `insert into auth.mfa_factors (user_id, factor_type, status, secret) values ($1, 'totp', 'verified', 'x')`,
    [sam.userId],
  )
  await ask({ email: sam.email })
  const half = await redeem({ email: sam.email, code: await codeTo(sam.email) })
  expect(half.body.owes).toBe('second_factor')
  expect((await stoa.as(half.body).get('/identity/sessions')).body.code).toBe('on_hold')

  await ask({ email: sam.email })
  const code = await codeTo(sam.email)
  await stoa.sql(`insert into auth.bans (organization_id, user_id, reason) values ($1, $2, 'rude')`, [
    organization.id,
    sam.userId,
  ])
  expect((await redeem({ email: sam.email, code })).body.code).toBe('identity.banned')
})

test.each([
  {},
  { email: 'x' },
  { email: 'a@b.test', phone: '+4915155555502' },
  { phone: '12' },
  { email: 'a@b.test', next: '//evil.test' },
])('a wish that cannot be read is refused: %j', async (body) => {
  expect((await ask(body)).status).toBe(422)
})
