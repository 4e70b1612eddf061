import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, type GivenPerson, givenOrganization, givenPerson } from '../testing.ts'

let stoa: TestStoa
let organization: GivenOrganization
let person: GivenPerson
beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa)
  person = await givenPerson(stoa, organization, 'student', 'Ada Novak', password)
})
afterAll(() => stoa.close())

const password = 'seven blue herons'
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const signIn = (changes: object = {}, headers: Record<string, string> = {}) =>
  stoa
    .strangerAt(organization)
    .post('/identity/sessions', { email: person.email, password, ...changes }, headers)

test('signing in gives a new token each time, and the token says who one is', async () => {
  const first = await signIn()
  const second = await signIn({ email: ` ${person.email.toUpperCase()}`.trim() })
  expect(first.status).toBe(201)
  expect(first.body.token).not.toBe(second.body.token)
  expect(first.headers['set-cookie']).toBeUndefined()
  const me = await stoa.as(first.body).get('/identity/me')
  expect(me.body).toMatchObject({
    person: { id: person.userId, email: person.email, hasPassword: true },
    organization: { slug: organization.slug, signUpOpen: true },
    isMember: true,
    memberships: [{ slug: organization.slug }],
    impersonation: null,
  })
})

test('in cookie mode no script ever sees the token', async () => {
  const answer = await signIn({ mode: 'cookie' })
  expect(answer.body.token).toBeNull()
  const cookie = String(answer.headers['set-cookie'])
  expect(cookie).toMatch(/^stoa=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
  const mine = { cookie: cookie.split(';')[0]! }
  expect((await stoa.stranger.get('/identity/me', mine)).body.person.id).toBe(person.userId)
  const out = await stoa.stranger.delete('/identity/sessions/current', mine)
  expect(out.status).toBe(200)
  expect(String(out.headers['set-cookie'])).toMatch(/^stoa=; .*Expires=Thu, 01 Jan 1970/)
  expect((await stoa.stranger.get('/identity/me', mine)).status).toBe(401)
})

test('behind https the cookie is bound to this host', async () => {
  const secure = await testStoa({ url: 'https://learn.example.org' })
  try {
    const there = await givenOrganization(secure)
    const somebody = await givenPerson(secure, there, 'student', 'Ada', password)
    const body = { email: somebody.email, password, mode: 'cookie' }
    const answer = await secure.strangerAt(there).post('/identity/sessions', body)
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-stoa=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  } finally {
    await secure.close()
  }
})

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await signIn({ password: 'not this one' })
  const unknown = await signIn({ email: 'nobody@people.test' })
  for (const answer of [wrong, unknown]) {
    expect([answer.status, answer.body.code]).toEqual([401, 'identity.wrong_credentials'])
  }
  const { requestId: _, ...first } = wrong.body
  const { requestId: __, ...second } = unknown.body
  expect(first).toEqual(second)
})

test('an unknown address takes as long as a wrong password', async () => {
  const somebody = await givenPerson(stoa, organization, 'student', 'Sam', password)
  const took: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  // In turns, and the quickest of each: whatever else the machine does falls on both alike.
  for (let round = 0; round < 12; round += 1) {
    for (const [kind, email] of [
      ['known', somebody.email],
      ['unknown', 'unknown@people.test'],
    ] as const) {
      const began = performance.now()
      await signIn({ email, password: 'not this one' })
      took[kind].push(performance.now() - began)
    }
  }
  // Without the work of a hash the one would take a tenth of the other.
  const [known, unknown] = [Math.min(...took.known), Math.min(...took.unknown)]
  expect(unknown).toBeGreaterThan(known * 0.4)
  expect(unknown).toBeLessThan(known * 2.5)
})

test('guessing is stopped, however many try at once', async () => {
  const victim = await givenPerson(stoa, organization, 'student', 'Victim', password)
  const guess = (n: number) =>
    stoa
      .strangerAt(organization)
      .post('/identity/sessions', { email: victim.email, password: `guess number ${n}` })
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => guess(n)))
  expect(answers.filter((answer) => answer.status === 401).length).toBeLessThanOrEqual(15)
  const limited = answers.find((answer) => answer.status === 429)
  expect(limited?.body.code).toBe('too_many_requests')
  expect(Number(limited?.headers['retry-after'])).toBeGreaterThan(0)
  await stoa.sql('delete from platform.rate_limits')
})

test('tries at one person’s password are counted together: on the web, by apps, by each address and number', async () => {
  const password = 'seven blue herons'
  const sam = await givenPerson(stoa, organization, 'student', 'Sam Sample', password)
  const other = `other-${sam.email}`
  await stoa.sql(
    `insert into auth.user_emails (user_id, email, is_verified, verified_at) values ($1, $2, true, now())`,
    [sam.userId, other],
  )
  await stoa.sql(`update auth.users set phone = '4915112345678', phone_confirmed_at = now() where id = $1`, [
    sam.userId,
  ])
  const wire = (given: object) =>
    stoa.server.inject({
      method: 'POST',
      url: '/auth/v1/token?grant_type=password',
      headers: { 'stoa-organization': organization.slug },
      payload: { ...given, password: 'a wrong guess' },
    })
  const web = (email: string) =>
    stoa.strangerAt(organization).post('/identity/sessions', { email, password: 'a wrong guess' })
  const tries = [
    ...Array.from({ length: 10 }, () => web(sam.email)),
    ...Array.from({ length: 10 }, () => web(other)),
    ...Array.from({ length: 10 }, () => wire({ email: sam.email })),
    ...Array.from({ length: 10 }, () => wire({ phone: '4915112345678' })),
  ]
  const answers = await Promise.all(tries)
  const statusOf = (answer: object) =>
    'statusCode' in answer ? answer.statusCode : (answer as { status: number }).status
  expect(answers.filter((answer) => statusOf(answer) !== 429)).toHaveLength(20)
})

test('each try is remembered with device, outcome and reason', async () => {
  const somebody = await givenPerson(stoa, organization, 'student', 'Remembered', password)
  const there = stoa.strangerAt(organization)
  await there.post(
    '/identity/sessions',
    { email: somebody.email, password: 'wrong one' },
    { 'user-agent': firefox },
  )
  await there.post('/identity/sessions', { email: somebody.email, password }, { 'user-agent': firefox })
  const mine = await stoa.as(somebody).get('/identity/me/login-history')
  expect(mine.body.items).toMatchObject([
    {
      success: true,
      failureReason: null,
      device: { browser: 'Firefox 140', system: 'Linux', kind: 'desktop' },
    },
    { success: false, failureReason: 'identity.wrong_credentials', userId: somebody.userId },
  ])
  const admin = await givenPerson(stoa, organization, 'admin')
  const all = await stoa.as(admin).get(`/identity/login-history?personId=${somebody.userId}&success=false`)
  expect(all.body.items).toMatchObject([{ userName: 'Remembered', success: false }])
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
  expect(
    (await stoa.as(neighbour).get(`/identity/login-history?personId=${somebody.userId}`)).body.items,
  ).toEqual([])
  expect((await stoa.as(somebody).get('/identity/login-history')).status).toBe(403)
  expect((await stoa.stranger.get('/identity/me/login-history')).status).toBe(401)
})

test('a person sees where they are signed in and ends it: one, the others, this one', async () => {
  const somebody = await givenPerson(stoa, organization, 'student', 'Many Devices', password)
  const open = async () =>
    (await stoa.strangerAt(organization).post('/identity/sessions', { email: somebody.email, password })).body
  const [phone, desk] = [await open(), await open()]
  const list = await stoa.as(desk).get('/identity/sessions')
  expect(list.body.items).toHaveLength(3)
  const current = list.body.items.find((session: { isCurrent: boolean }) => session.isCurrent)
  const page = await stoa.as(desk).get('/identity/sessions?limit=2')
  const rest = await stoa.as(desk).get(`/identity/sessions?limit=2&cursor=${page.body.next}`)
  expect([page.body.items.length, rest.body.items.length, rest.body.next]).toEqual([2, 1, null])

  expect((await stoa.as(person).delete(`/identity/sessions/${current.id}`)).status).toBe(404)
  const phoneId = (await stoa.as(phone).get('/identity/sessions')).body.items.find(
    (session: { isCurrent: boolean }) => session.isCurrent,
  ).id
  expect((await stoa.as(desk).delete(`/identity/sessions/${phoneId}`)).status).toBe(200)
  expect((await stoa.as(phone).get('/identity/me')).status).toBe(401)
  expect((await stoa.as(desk).delete('/identity/sessions')).body).toEqual({ ended: 1 })
  expect((await stoa.as(somebody).get('/identity/me')).status).toBe(401)
  await stoa.as(desk).delete('/identity/sessions/current')
  expect((await stoa.as(desk).get('/identity/me')).status).toBe(401)
})

test('a session ends when nobody used it for two weeks, and after thirty days in any case', async () => {
  const { body } = await signIn()
  const hours = (
    await stoa.sql<{ idle: number; absolute: number }>(
      `select round(extract(epoch from idle_after - created_at) / 3600)::int as idle,
            round(extract(epoch from not_after - created_at) / 3600)::int as absolute
       from auth.sessions where user_id = $1 order by id desc limit 1`,
      [person.userId],
    )
  )[0]
  expect(hours).toEqual({ idle: 14 * 24, absolute: 30 * 24 })
  const old = `update auth.sessions set idle_after = now() - interval '1 second' where user_id = $1`
  await stoa.sql(old, [person.userId])
  expect((await stoa.as(body).get('/identity/me')).status).toBe(401)
})

test('a person switches between their organizations and sees none of the others', async () => {
  const second = await givenOrganization(stoa, 'Second academy')
  const somebody = await givenPerson(stoa, organization, 'student', 'Two Hats', password)
  const secondOwner = await givenPerson(stoa, second, 'owner')
  const third = await givenOrganization(stoa, 'Third academy')
  const session = (
    await stoa.strangerAt(organization).post('/identity/sessions', { email: somebody.email, password })
  ).body
  const switchTo = (slug: string) => stoa.as(session).put('/identity/sessions/current/organization', { slug })
  expect((await switchTo(second.slug)).status).toBe(404)
  await stoa.as(session).put('/identity/me/membership', undefined, { 'stoa-organization': second.slug })
  expect((await switchTo(second.slug)).body.name).toBe('Second academy')
  expect((await stoa.as(session).get('/identity/me')).body.organization.slug).toBe(second.slug)
  expect((await switchTo(third.slug)).status).toBe(404)
  // The other hat stays off: what they are in one organization says nothing in another.
  const people = await stoa.as(secondOwner).get('/identity/people', { 'stoa-organization': third.slug })
  expect(people.status).toBe(403)
})

test('tokens that are none are refused', async () => {
  for (const token of ['x', 'x'.repeat(43), `${person.token}x`, person.token.slice(1)]) {
    expect((await stoa.as({ token }).get('/identity/organization')).status).toBe(401)
  }
  expect((await stoa.stranger.get('/identity/me', { authorization: 'Basic abc' })).status).toBe(401)
  expect((await stoa.stranger.get('/identity/me', { cookie: `stoa=${'x'.repeat(43)}` })).status).toBe(401)
})

test('another site cannot use the cookie', async () => {
  const answer = await signIn({ mode: 'cookie' })
  const cookie = String(answer.headers['set-cookie']).split(';')[0]!
  const forged = await stoa.stranger.delete('/identity/sessions', { cookie, origin: 'https://evil.test' })
  expect([forged.status, forged.body.code]).toEqual([403, 'cross_site_request'])
})
