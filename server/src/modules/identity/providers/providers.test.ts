import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, givenOrganization, givenPerson, tokenMailedTo } from '../testing.ts'
import {
  type GivenBrowser,
  type GivenClaims,
  type GivenGitHub,
  type GivenIssuer,
  givenBrowser,
  givenGitHub,
  givenIssuer,
  pathOf,
  withProviders,
} from './testing.ts'

let google: GivenIssuer
let azure: GivenIssuer
let github: GivenGitHub
let stoa: TestStoa
let organization: GivenOrganization
beforeAll(async () => {
  ;[google, azure, github] = await Promise.all([givenIssuer(), givenIssuer(), givenGitHub()])
  stoa = await testStoa(withProviders({ google, azure, github }))
  organization = await givenOrganization(stoa)
})
afterAll(async () => {
  await stoa.close()
  await Promise.all([google.close(), azure.close(), github.close()])
})

const short = () => randomBytes(4).toString('hex')
/** Somebody at a provider, with a proven address nobody here has. */
const somebody = (about: Partial<GivenClaims> = {}): GivenClaims => {
  const id = short()
  return { sub: `s-${id}`, email: `${id}@people.test`, email_verified: true, name: `Sam ${id}`, ...about }
}
const given = { google: () => google, azure: () => azure }

async function leave(browser: GivenBrowser, provider: string, more: object = {}): Promise<string> {
  const { status, body } = await browser.post('/identity/provider-visits', { provider, ...more })
  expect(status).toBe(201)
  return String(body.url)
}

/** Leaves, is let in at the provider as `person`, and comes back: the address the provider sends to. */
async function visit(
  browser: GivenBrowser,
  person: GivenClaims,
  more: object = {},
  provider: keyof typeof given = 'google',
): Promise<URL> {
  const url = await leave(browser, provider, more)
  given[provider]().person = person
  return given[provider]().visit(url)
}

async function signIn(
  person: GivenClaims,
  {
    at = organization,
    provider = 'google',
    more = {},
  }: { at?: GivenOrganization; provider?: keyof typeof given; more?: object } = {},
) {
  const browser = givenBrowser(stoa, at)
  const back = await visit(browser, person, more, provider)
  const { location } = await browser.get(pathOf(back))
  const token = browser.cookies.get('stoa') ?? null
  return { browser, location, token, me: token ? (await stoa.as({ token }).get('/identity/me')).body : null }
}

const problem = (location: string) => new URL(location, 'http://x').searchParams.get('problem')
const userWith = async (email: string) =>
  (
    await stoa.sql<{ id: string; encrypted_password: string | null; name: string }>(
      'select id, encrypted_password, name from auth.users where email = $1',
      [email],
    )
  )[0]

test('strangers see which providers there are', async () => {
  const { body } = await stoa.strangerAt(organization).get('/identity/providers')
  expect(body.items).toEqual([
    { key: 'google', name: 'Google' },
    { key: 'github', name: 'GitHub' },
    { key: 'azure', name: 'Microsoft' },
  ])
})

test('somebody new signs in with Google and is a member with a proven address, the same person the next time', async () => {
  const person = somebody()
  const first = await signIn(person, { more: { next: '/courses?sort=new' } })
  expect(first.location).toBe('/sign-in/finish?next=%2Fcourses%3Fsort%3Dnew')
  expect(first.me).toMatchObject({ person: { email: person.email, name: person.name } })
  const [row] = await stoa.sql(
    `select u.email_confirmed_at is not null as proven, u.encrypted_password, m.status
       from auth.users u join auth.memberships m on m.user_id = u.id and m.organization_id = $2 where email = $1`,
    [person.email, organization.id],
  )
  expect(row).toEqual({ proven: true, encrypted_password: null, status: 'active' })
  const again = await signIn({ ...person, name: 'Renamed', email: 'elsewhere@people.test' })
  expect(again.me.person.id).toBe(first.me.person.id)
  const { body } = await stoa.as({ token: again.token! }).get('/identity/me/identities')
  expect(body.items).toMatchObject([
    { provider: 'google', providerName: 'Google', name: 'Renamed', can: { unlink: false } },
  ])
})

test('the person who has proven the address gets the account connected and keeps their password', async () => {
  const known = await givenPerson(stoa, organization, 'student', 'Known', 'a long password of mine')
  const { me } = await signIn(somebody({ email: known.email.toUpperCase() }))
  expect(me.person.id).toBe(known.userId)
  const byPassword = await stoa
    .strangerAt(organization)
    .post('/identity/sessions', { email: known.email, password: 'a long password of mine' })
  expect(byPassword.status).toBe(201)
})

test('an address the provider does not call proven leads to nobody', async () => {
  const known = await givenPerson(stoa, organization)
  for (const email_verified of [false, undefined, 'no', 1.5]) {
    const { location, token } = await signIn(
      somebody({ email: known.email, email_verified } as Partial<GivenClaims>),
    )
    expect(problem(location)).toBe('identity.provider_email_not_proven')
    expect(token).toBeNull()
  }
  const nobody = somebody({ email_verified: false })
  await signIn(nobody)
  expect(await userWith(nobody.email!)).toBeUndefined()
  const without = await signIn({ sub: short() })
  expect(problem(without.location)).toBe('identity.provider_email_not_proven')
})

test('what was planted under an unproven address is gone when its owner arrives', async () => {
  const planted = await givenPerson(stoa, organization, 'student', 'Planter', 'what the planter chose')
  await stoa.sql(
    'update auth.users set email_confirmed_at = null, phone = $2, phone_confirmed_at = now() where id = $1',
    [planted.userId, `49${Date.now()}`],
  )
  await stoa.sql('update auth.user_emails set is_verified = false where user_id = $1', [planted.userId])
  await stoa.sql(
    `insert into auth.identities (user_id, provider, provider_id) values ($1, 'github', 'planted')`,
    [planted.userId],
  )
  await stoa.sql(
    `insert into auth.mfa_factors (user_id, factor_type, status, secret) values ($1, 'totp', 'verified', 'x')`,
    [planted.userId],
  )
  const { me, token } = await signIn(somebody({ email: planted.email }))
  expect(me.person).toMatchObject({ id: planted.userId, email: planted.email })
  expect((await stoa.as(planted).get('/identity/me')).status).toBe(401)
  const lured = await stoa
    .strangerAt(organization)
    .post('/identity/sessions', { email: planted.email, password: 'what the planter chose' })
  expect(lured.status).toBe(401)
  const { body } = await stoa.as({ token: token! }).get('/identity/me/identities')
  expect(body.items.map((item: { provider: string }) => item.provider)).toEqual(['google'])
  const [row] = await stoa.sql(
    'select phone, name, (select count(*)::int from auth.mfa_factors f where f.user_id = u.id) as factors from auth.users u where id = $1',
    [planted.userId],
  )
  expect(row).toMatchObject({ phone: null, factors: 0 })
  expect(row?.name).not.toBe('Planter')
})

test('where nobody signs up by themselves, an invitation opens the door for its address alone', async () => {
  const closed = await givenOrganization(stoa)
  const owner = await givenPerson(stoa, closed, 'owner')
  await stoa.sql(
    `update auth.organizations set settings = settings || '{"signUp": "invitation"}' where id = $1`,
    [closed.id],
  )
  const person = somebody()
  const refused = await signIn(person, { at: closed })
  expect(problem(refused.location)).toBe('identity.sign_up_closed')
  expect(await userWith(person.email!)).toBeUndefined()

  const roles = (await stoa.as(owner).get('/identity/roles')).body.items as { id: string; key: string }[]
  const roleId = roles.find((role) => role.key === 'mentor')!.id
  await stoa.as(owner).post('/identity/invitations', { email: person.email, roleId })
  const invitation = await tokenMailedTo(stoa, person.email!)
  const other = await signIn(somebody(), { at: organization, more: { invitation } })
  expect(problem(other.location)).toBe('identity.invitation_for_somebody_else')
  // The link alone says which organization it is about.
  const { me } = await signIn(person, { at: organization, more: { invitation } })
  const [row] = await stoa.sql(
    `select r.key from auth.memberships m join auth.role_assignments a on a.organization_id = m.organization_id and a.membership_id = m.id
       join auth.roles r on r.organization_id = a.organization_id and r.id = a.role_id where m.organization_id = $1 and m.user_id = $2`,
    [closed.id, me.person.id],
  )
  expect(row).toEqual({ key: 'mentor' })
  const browser = givenBrowser(stoa, organization)
  const late = await browser.post('/identity/provider-visits', { provider: 'google', invitation })
  expect(late.body.code).toBe('identity.link_not_valid')
})

test('who has a second factor owes it here, too; who is banned does not come in', async () => {
  const person = somebody()
  const { me } = await signIn(person)
  await stoa.sql(
    `insert into auth.mfa_factors (user_id, factor_type, status, secret) values ($1, 'totp', 'verified', 'x')`,
    [me.person.id],
  )
  const half = await signIn(person)
  expect((await stoa.as({ token: half.token! }).get('/identity/me/identities')).body.code).toBe('on_hold')
  await stoa.sql(`update auth.users set banned_until = now() + interval '1 day' where id = $1`, [
    me.person.id,
  ])
  const banned = await signIn(person)
  expect(problem(banned.location)).toBe('identity.banned')
  expect(banned.token).toBeNull()
})

test('fifty returns with one state at the same time: one comes in', async () => {
  const browser = givenBrowser(stoa, organization)
  const back = await visit(browser, somebody())
  const answers = await Promise.all(Array.from({ length: 50 }, () => browser.get(pathOf(back))))
  const inside = answers.filter(({ location }) => location.startsWith('/sign-in/finish'))
  expect(inside).toHaveLength(1)
  expect(new Set(answers.map(({ location }) => problem(location)))).toEqual(
    new Set([null, 'identity.provider_visit_unknown']),
  )
  const late = await browser.get(pathOf(back))
  expect(problem(late.location)).toBe('identity.provider_visit_unknown')
})

test('a dozen windows of one new person at the same time make one person', async () => {
  const person = somebody()
  const backs = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const browser = givenBrowser(stoa, organization)
      return { browser, back: await visit(browser, person) }
    }),
  )
  const answers = await Promise.all(backs.map(({ browser, back }) => browser.get(pathOf(back))))
  expect(answers.every(({ location }) => location.startsWith('/sign-in/finish'))).toBe(true)
  const rows = await stoa.sql('select id from auth.identities where provider_id = $1', [person.sub])
  expect(rows).toHaveLength(1)
})

test('what somebody began cannot be finished in another browser, nor spoiled there', async () => {
  const mine = givenBrowser(stoa, organization)
  const back = await visit(mine, somebody())
  const without = givenBrowser(stoa, organization)
  expect(problem((await without.get(pathOf(back))).location)).toBe('identity.provider_visit_unknown')
  const other = givenBrowser(stoa, organization)
  await leave(other, 'google')
  expect(problem((await other.get(pathOf(back))).location)).toBe('identity.provider_visit_unknown')
  expect(other.cookies.has('stoa')).toBe(false)
  expect((await mine.get(pathOf(back))).location).toBe('/sign-in/finish?next=%2F')
})

test('two windows of one browser do not push each other out', async () => {
  const browser = givenBrowser(stoa, organization)
  const first = await visit(browser, somebody())
  const second = await visit(browser, somebody())
  for (const back of [first, second])
    expect((await browser.get(pathOf(back))).location).toBe('/sign-in/finish?next=%2F')
})

test('a state that is made up, missing or too old is refused', async () => {
  const browser = givenBrowser(stoa, organization)
  const back = await visit(browser, somebody())
  const changed = (change: (search: URLSearchParams) => void) => {
    const url = new URL(back)
    change(url.searchParams)
    return browser.get(pathOf(url)).then(({ location }) => problem(location))
  }
  expect(await changed((search) => search.set('state', 'x'.repeat(43)))).toBe(
    'identity.provider_visit_unknown',
  )
  expect(await changed((search) => search.delete('state'))).toBe('identity.provider_visit_unknown')
  await stoa.sql(
    `update auth.oauth_client_states set expires_at = now() - interval '1 second' where consumed_at is null`,
  )
  expect(await changed(() => {})).toBe('identity.provider_visit_unknown')
})

test('an answer of another issuer is refused: mixed up by its name, or by its code', async () => {
  const browser = givenBrowser(stoa, organization)
  const named = await visit(browser, somebody())
  named.searchParams.set('iss', azure.url)
  expect(problem((await browser.get(pathOf(named))).location)).toBe('identity.provider_failed')
  const nameless = await visit(browser, somebody())
  nameless.searchParams.delete('iss')
  expect(problem((await browser.get(pathOf(nameless))).location)).toBe('identity.provider_failed')

  const atGoogle = await visit(browser, somebody())
  const atAzure = await visit(browser, somebody({ xms_edov: true }), {}, 'azure')
  atGoogle.searchParams.set('code', atAzure.searchParams.get('code')!)
  expect(problem((await browser.get(pathOf(atGoogle))).location)).toBe('identity.provider_failed')
  expect(browser.cookies.has('stoa')).toBe(false)
})

test('a code of somebody else’s visit is worth nothing', async () => {
  const [victim, attacker] = [givenBrowser(stoa, organization), givenBrowser(stoa, organization)]
  const stolen = await visit(victim, somebody())
  const own = await visit(attacker, somebody())
  own.searchParams.set('code', stolen.searchParams.get('code')!)
  expect(problem((await attacker.get(pathOf(own))).location)).toBe('identity.provider_failed')
  expect(attacker.cookies.has('stoa')).toBe(false)
})

test('nobody is led to another site', async () => {
  const browser = givenBrowser(stoa, organization)
  for (const next of [
    '//evil.test',
    'https://evil.test',
    '/\\evil.test',
    'javascript:alert(1)',
    '/\u0000x',
  ]) {
    const { status } = await browser.post('/identity/provider-visits', { provider: 'google', next })
    expect(status, next).toBe(422)
  }
  const { location } = await signIn(somebody(), { more: { next: '/.//evil.test' } })
  expect(location).toBe('/sign-in/finish?next=%2F')
})

test('who says no at the provider is told so where they came from', async () => {
  const browser = givenBrowser(stoa, organization)
  const state = new URL(await leave(browser, 'google', { next: '/courses' })).searchParams.get('state')
  const search = new URLSearchParams({ state: state!, error: 'access_denied', iss: google.url })
  const { location } = await browser.get(`/auth/v1/callback?${search}`)
  expect(location).toBe('/sign-in?problem=identity.provider_denied&provider=Google&next=%2Fcourses')
})

test('an answer that comes as a form is led back to where the cookie is', async () => {
  const browser = givenBrowser(stoa, organization)
  const back = await visit(browser, somebody())
  const posted = await stoa.server.inject({
    method: 'POST',
    url: '/auth/v1/callback',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: back.searchParams.toString(),
  })
  expect(posted.statusCode).toBe(303)
  expect((await browser.get(String(posted.headers.location))).location).toBe('/sign-in/finish?next=%2F')
})

test('GitHub: the proven first address counts, not what a profile shows', async () => {
  const known = await givenPerson(stoa, organization)
  const own = `${short()}@people.test`
  const come = async () => {
    const browser = givenBrowser(stoa, organization)
    const back = await github.visit(await leave(browser, 'github'))
    return { browser, location: (await browser.get(pathOf(back))).location }
  }
  github.user = { id: 4711, login: 'octo', name: 'Octo Cat', email: known.email }
  github.emails = [{ email: own, primary: true, verified: false }]
  expect(problem((await come()).location)).toBe('identity.provider_email_not_proven')
  github.emails = [
    { email: known.email, primary: false, verified: false },
    { email: own, primary: true, verified: true },
  ]
  const { browser, location } = await come()
  expect(location).toBe('/sign-in/finish?next=%2F')
  const me = await stoa.as({ token: browser.cookies.get('stoa')! }).get('/identity/me')
  expect(me.body.person).toMatchObject({ email: own, name: 'Octo Cat' })
})

test('Microsoft: an address counts only when its domain is the directory’s own', async () => {
  const known = await givenPerson(stoa, organization)
  const claims = somebody({ email: known.email, email_verified: true })
  const refused = await signIn(claims, { provider: 'azure' })
  expect(problem(refused.location)).toBe('identity.provider_email_not_proven')
  const { me } = await signIn({ ...claims, xms_edov: true }, { provider: 'azure' })
  expect(me.person.id).toBe(known.userId)
})

test('tokens of a provider are kept sealed, and no secret stands in audit trail or history', async () => {
  const person = somebody()
  const browser = givenBrowser(stoa, organization)
  const back = await visit(browser, person)
  await browser.get(pathOf(back))
  const [tokens] = await stoa.sql<{ access_token: string; id_token: string }>(
    `select t.access_token, t.id_token from auth.identity_tokens t join auth.identities i on i.id = t.identity_id
      where i.provider_id = $1`,
    [person.sub],
  )
  expect(tokens!.access_token).toMatch(/^v1\./)
  const accessToken = stoa.app.keys.open('identity-token', tokens!.access_token)
  const secrets = [
    accessToken,
    stoa.app.keys.open('identity-token', tokens!.id_token),
    back.searchParams.get('code')!,
    back.searchParams.get('state')!,
    google.clientSecret,
  ]
  for (const table of [
    'audit.entries',
    'auth.login_history',
    'auth.oauth_client_states',
    'auth.identities',
  ]) {
    const [{ dump }] = (await stoa.sql<{ dump: string }>(
      `select coalesce(string_agg(t::text, ' '), '') as dump from ${table} t`,
    )) as [{ dump: string }]
    for (const secret of secrets) expect(dump, table).not.toContain(secret)
  }
})

test('a provider that is switched off or does not exist is not visited', async () => {
  const browser = givenBrowser(stoa, organization)
  for (const provider of ['facebook', 'custom:none', '../x'])
    expect((await browser.post('/identity/provider-visits', { provider })).body.code).toBe(
      'identity.provider_unknown',
    )
})
