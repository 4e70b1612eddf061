import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, type GivenPerson, givenOrganization, givenPerson } from '../testing.ts'
import { authClient } from '../wire/testing.ts'
import { type GivenIssuer, givenBrowser, givenIssuer, pathOf, withProviders } from './testing.ts'

let issuer: GivenIssuer
let stoa: TestStoa
let organization: GivenOrganization
let owner: GivenPerson
let ssoId: string
const domain = `company-${randomBytes(4).toString('hex')}.test`
beforeAll(async () => {
  issuer = await givenIssuer()
  stoa = await testStoa(withProviders({}, { siteUrl: 'https://app.test' }))
  organization = await givenOrganization(stoa)
  await givenOrganization(stoa)
  owner = await givenPerson(stoa, organization, 'owner')
  const made = await stoa.as(owner).post('/identity/sso-providers', {
    kind: 'oidc',
    name: 'Company',
    issuer: issuer.url,
    clientId: issuer.clientId,
    clientSecret: issuer.clientSecret,
    domains: [domain],
  })
  expect(made.status).toBe(201)
  ssoId = made.body.id
})
afterAll(async () => {
  await stoa.close()
  await issuer.close()
})

const short = () => randomBytes(4).toString('hex')
const prove = () =>
  stoa.sql(
    `with d as (update auth.sso_domains set verified_at = now(), verified_by = 'operator' where domain = $1 returning *)
     insert into auth.proven_domains (domain, organization_id, sso_domain_id)
     select domain, organization_id, id from d on conflict do nothing`,
    [domain],
  )

async function come(person: GivenIssuer['person'], wish: object = { providerId: ssoId }) {
  const browser = givenBrowser(stoa, organization)
  const { body } = await browser.post('/identity/sso-visits', { ...wish, next: '/courses' })
  issuer.person = person
  const { location } = await browser.get(pathOf(await issuer.visit(String(body.url))))
  return { location, token: browser.cookies.get('stoa') ?? null }
}

test('an address of a domain nobody has proven does not come in', async () => {
  const { location, token } = await come({ sub: short(), email: `early@${domain}` })
  expect(location).toContain('problem=identity.sso_foreign_email')
  expect(token).toBeNull()
})

test('somebody of the company comes in, into this organization only', async () => {
  await prove()
  const sub = short()
  const email = `${short()}@${domain}`
  const first = await come({ sub, email, name: 'Cora Company' }, { email })
  expect(first.location).toBe('/sign-in/finish?next=%2Fcourses')
  const me = await stoa.as({ token: first.token! }).get('/identity/me')
  expect(me.body.person).toMatchObject({ email, name: 'Cora Company' })
  const [session] = await stoa.sql<{ ssoProviderId: string; methods: string[] }>(
    `select s.sso_provider_id as "ssoProviderId", array_agg(c.authentication_method) as methods
       from auth.sessions s join auth.mfa_amr_claims c on c.session_id = s.id where s.user_id = $1 group by s.id`,
    [me.body.person.id],
  )
  expect(session).toEqual({ ssoProviderId: ssoId, methods: ['sso/oidc'] })
  const again = await come({ sub, email })
  expect((await stoa.as({ token: again.token! }).get('/identity/me')).body.person.id).toBe(me.body.person.id)
})

test('nobody comes in with an address of elsewhere, and another sub is another person', async () => {
  await prove()
  const victim = await givenPerson(stoa, organization, 'owner')
  const { location, token } = await come({ sub: short(), email: victim.email, email_verified: true })
  expect(location).toContain('problem=identity.sso_foreign_email')
  expect(token).toBeNull()
})

test('a try by an administrator changes nothing but tells what would have happened', async () => {
  await prove()
  const browser = givenBrowser(stoa, organization, owner.token)
  const { body } = await browser.post(`/identity/sso-providers/${ssoId}/tests`, { next: '/settings/sso' })
  const email = `${short()}@${domain}`
  issuer.person = { sub: short(), email }
  const { location } = await browser.get(pathOf(await issuer.visit(String(body.url))))
  expect(location).toBe('/settings/sso')
  expect(browser.cookies.get('stoa')).toBe(owner.token)
  const sso = await stoa.as(owner).get(`/identity/sso-providers/${ssoId}`)
  expect(sso.body.lastTest).toMatchObject({ outcome: 'create', email })
  expect(await stoa.sql('select 1 from auth.users where email = $1', [email])).toHaveLength(0)

  const denied = await browser.post(`/identity/sso-providers/${ssoId}/tests`, { next: '/settings/sso' })
  const state = new URL(String(denied.body.url)).searchParams.get('state')!
  const back = new URLSearchParams({ state, error: 'access_denied', iss: issuer.url })
  expect((await browser.get(`/auth/v1/callback?${back}`)).location).toContain('/settings/sso?problem=')
  const after = await stoa.as(owner).get(`/identity/sso-providers/${ssoId}`)
  expect(after.body.lastTest).toMatchObject({ outcome: 'refused', code: 'identity.provider_denied' })
})

test('signInWithSSO of an app', async () => {
  await prove()
  const client = authClient(stoa, organization, { flowType: 'pkce' })
  const { data, error } = await client.signInWithSSO({ domain })
  expect(error).toBeNull()
  const browser = givenBrowser(stoa, organization)
  const left = await browser.get(pathOf(new URL(data!.url)))
  issuer.person = { sub: short(), email: `${short()}@${domain}` }
  const { location } = await browser.get(pathOf(await issuer.visit(left.location)))
  const code = new URL(location).searchParams.get('code')!
  const entered = await client.exchangeCodeForSession(code)
  expect(entered.data.user).toMatchObject({ email: issuer.person.email })
  const [session] = await stoa.sql('select sso_provider_id from auth.sessions where user_id = $1', [
    entered.data.user!.id,
  ])
  expect(session).toEqual({ sso_provider_id: ssoId })
})

test('who is single sign-on alone is not visited as an ordinary provider', async () => {
  const [row] = await stoa.sql<{ identifier: string }>(
    'select identifier from auth.oauth_providers where sso_provider_id = $1',
    [ssoId],
  )
  for (const provider of [row!.identifier, `sso:${ssoId}`]) {
    const { body } = await stoa.strangerAt(organization).post('/identity/provider-visits', { provider })
    expect(body.code).toBe('identity.provider_unknown')
  }
})
