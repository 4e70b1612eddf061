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
beforeAll(async () => {
  issuer = await givenIssuer()
  stoa = await testStoa(withProviders({}))
  organization = await givenOrganization(stoa)
  owner = await givenPerson(stoa, organization, 'owner')
})
afterAll(async () => {
  await stoa.close()
  await issuer.close()
})

const short = () => randomBytes(4).toString('hex')
const wish = (more: object = {}) => ({
  identifier: `custom:${short()}`,
  providerType: 'oidc',
  name: 'Our school',
  clientId: issuer.clientId,
  clientSecret: issuer.clientSecret,
  issuer: issuer.url,
  ...more,
})

/** A mail domain the organization has proven. */
async function provenDomain(at: GivenOrganization): Promise<string> {
  const domain = `${short()}.test`
  const [sso] = await stoa.sql<{ id: string }>(
    `insert into auth.sso_providers (organization_id, kind, name) values ($1, 'saml', 'x') returning id`,
    [at.id],
  )
  await stoa.sql(
    `with d as (insert into auth.sso_domains (organization_id, sso_provider_id, domain, verification_token, verified_at)
                values ($1, $2, $3, 't', now()) returning id)
     insert into auth.proven_domains (domain, organization_id, sso_domain_id) select $3, $1, id from d`,
    [at.id, sso!.id, domain],
  )
  return domain
}

async function signIn(
  identifier: string,
  person: GivenIssuer['person'],
  at: GivenOrganization = organization,
): Promise<{ userId: string | null; problem: string | null }> {
  const browser = givenBrowser(stoa, at)
  const { body } = await browser.post('/identity/provider-visits', { provider: identifier })
  issuer.person = person
  const { location } = await browser.get(pathOf(await issuer.visit(String(body.url))))
  const token = browser.cookies.get('stoa')
  const me = token ? await stoa.as({ token }).get('/identity/me') : null
  return {
    userId: me?.body.person.id ?? null,
    problem: new URL(location, 'http://x').searchParams.get('problem'),
  }
}

test('an administrator of security adds, changes and removes a provider, and never sees its secret', async () => {
  const made = await stoa.as(owner).post('/identity/oauth-providers', wish({ scopes: ['email', 'profile'] }))
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    hasClientSecret: true,
    callbackUrl: 'http://stoa.test/auth/v1/callback',
    pkceEnabled: true,
    enabled: true,
  })
  const path = `/identity/oauth-providers/${made.body.id}`
  const changed = await stoa.as(owner).patch(path, { name: 'Renamed', clientSecret: 'another-secret-0123' })
  expect(changed.body.name).toBe('Renamed')
  const list = await stoa.as(owner).get('/identity/oauth-providers')
  for (const answer of [made, changed, list, await stoa.as(owner).get(path)]) {
    expect(answer.text).not.toContain(issuer.clientSecret)
    expect(answer.text).not.toContain('another-secret-0123')
  }
  const [{ dump }] = (await stoa.sql<{ dump: string }>(
    `select string_agg(t::text, ' ') as dump from (select to_jsonb(e) as t from audit.entries e
      union all select to_jsonb(p) from auth.oauth_providers p) t`,
  )) as [{ dump: string }]
  expect(dump).not.toContain(issuer.clientSecret)
  expect(dump).not.toContain('another-secret-0123')
  expect((await stoa.as(owner).delete(path)).status).toBe(200)
  expect((await stoa.as(owner).get(path)).status).toBe(404)
})

test('only who may manage security, in their own organization, with a recent proof', async () => {
  const made = await stoa.as(owner).post('/identity/oauth-providers', wish())
  const path = `/identity/oauth-providers/${made.body.id}`
  const student = await givenPerson(stoa, organization)
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
  expect((await stoa.as(student).get('/identity/oauth-providers')).status).toBe(403)
  expect((await stoa.as(student).post('/identity/oauth-providers', wish())).status).toBe(403)
  expect((await stoa.strangerAt(organization).get('/identity/oauth-providers')).status).toBe(401)
  for (const call of [
    stoa.as(neighbour).get(path),
    stoa.as(neighbour).patch(path, { name: 'mine' }),
    stoa.as(neighbour).delete(path),
    stoa.as(neighbour).post(`${path}/tests`),
  ])
    expect((await call).status).toBe(404)
  const late = await givenPerson(stoa, organization, 'owner')
  await stoa.sql(`update auth.sessions set authenticated_at = now() - interval '1 hour' where user_id = $1`, [
    late.userId,
  ])
  for (const call of [
    stoa.as(late).post('/identity/oauth-providers', wish()),
    stoa.as(late).patch(path, { name: 'x' }),
    stoa.as(late).delete(path),
  ])
    expect((await call).body.code).toBe('identity.proof_too_old')
})

test('names that come with Stoa, doubles, half-described and nonsensical providers are refused', async () => {
  const post = (body: object) => stoa.as(owner).post('/identity/oauth-providers', body)
  for (const identifier of ['google', 'github', 'azure', 'email', 'sso:x'])
    expect((await post(wish({ identifier }))).body.code).toBe('identity.provider_reserved')
  const twice = wish()
  const both = await Promise.all(Array.from({ length: 10 }, () => post(twice)))
  expect(both.filter(({ status }) => status === 201)).toHaveLength(1)
  expect((await post(wish({ issuer: undefined }))).body.code).toBe('identity.provider_incomplete')
  expect((await post(wish({ providerType: 'oauth2' }))).body.code).toBe('identity.provider_incomplete')
  for (const more of [
    { issuer: 'javascript:alert(1)' },
    { scopes: ['a b'] },
    { name: '' },
    { identifier: '../x' },
    { authorizationParams: { x: 1 } },
    { settings: { operator: true } },
  ])
    expect((await post(wish(more))).status, JSON.stringify(more)).toBe(422)
})

test('the test says in words what is wrong', async () => {
  const tried = async (more: object) => {
    const { body } = await stoa.as(owner).post('/identity/oauth-providers', wish(more))
    return (await stoa.as(owner).post(`/identity/oauth-providers/${body.id}/tests`)).body
  }
  expect(await tried({})).toMatchObject({ works: true, problem: null, issuer: issuer.url })
  const gone = await givenIssuer()
  await gone.close()
  expect(await tried({ issuer: gone.url })).toMatchObject({
    works: false,
    problem: expect.stringContaining('nobody answers there'),
  })
  expect(await tried({ issuer: `${issuer.url}/elsewhere` })).toMatchObject({ works: false })
  expect(
    await tried({
      issuer: `${issuer.url}/elsewhere`,
      discoveryUrl: `${issuer.url}/.well-known/openid-configuration`,
    }),
  ).toMatchObject({ works: false, problem: expect.stringContaining(issuer.url) })
})

test('nothing inside is reached where the operator did not allow it', async () => {
  const strict = await testStoa()
  try {
    const there = await givenOrganization(strict)
    const admin = await givenPerson(strict, there, 'owner')
    for (const url of [
      issuer.url.replace('http:', 'https:'),
      'https://169.254.169.254',
      'https://localhost',
      'https://[::ffff:127.0.0.1]',
    ]) {
      const { body } = await strict.as(admin).post('/identity/oauth-providers', wish({ issuer: url }))
      const test = await strict.as(admin).post(`/identity/oauth-providers/${body.id}/tests`)
      expect(test.body, url).toMatchObject({ works: false })
      expect(test.body.problem).toContain('cannot be used')
      const visit = await strict
        .strangerAt(there)
        .post('/identity/provider-visits', { provider: body.identifier })
      expect(visit.body.code, url).toBe('outgoing_refused')
    }
  } finally {
    await strict.close()
  }
})

test('a provider of an organization speaks for its proven domains only, so nobody becomes somebody of another organization', async () => {
  const { identifier } = (await stoa.as(owner).post('/identity/oauth-providers', wish())).body
  const victim = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
  const stolen = await signIn(identifier, { sub: short(), email: victim.email, email_verified: true })
  expect(stolen).toEqual({ userId: null, problem: 'identity.provider_may_not_vouch' })
  const planted = { sub: short(), email: `${short()}@elsewhere.test`, email_verified: true }
  expect((await signIn(identifier, planted)).problem).toBe('identity.provider_may_not_vouch')
  expect(await stoa.sql('select 1 from auth.users where email = $1', [planted.email])).toHaveLength(0)

  const domain = await provenDomain(organization)
  const person = { sub: short(), email: `sam@${domain}`, email_verified: true }
  const { userId } = await signIn(identifier, person)
  expect(userId).not.toBeNull()
  expect((await signIn(identifier, person)).userId).toBe(userId)
  await stoa.sql('delete from auth.proven_domains where domain = $1', [domain])
  expect((await signIn(identifier, person)).problem).toBe('identity.provider_may_not_vouch')
})

test('what a provider of an organization says opens that organization and no other, on the web and by tokens', async () => {
  const { identifier } = (await stoa.as(owner).post('/identity/oauth-providers', wish())).body
  const domain = await provenDomain(organization)
  const elsewhere = await givenOrganization(stoa)
  const ada = await givenPerson(stoa, elsewhere, 'owner')
  const email = `ada@${domain}`
  await stoa.sql('update auth.users set email = $2 where id = $1', [ada.userId, email])
  await stoa.sql('update auth.user_emails set email = $2 where user_id = $1', [ada.userId, email])
  const vouched = { sub: short(), email, email_verified: true }
  // Whoever set the provider up cannot become Ada where she belongs.
  expect(await signIn(identifier, vouched)).toEqual({ userId: null, problem: 'identity.membership_inactive' })

  await stoa.sql('insert into auth.memberships (organization_id, user_id) values ($1, $2)', [
    organization.id,
    ada.userId,
  ])
  const browser = givenBrowser(stoa, organization)
  const { body } = await browser.post('/identity/provider-visits', { provider: identifier })
  issuer.person = vouched
  await browser.get(pathOf(await issuer.visit(String(body.url))))
  const who = stoa.as({ token: browser.cookies.get('stoa')! })
  expect((await who.get('/identity/me')).body.person.id).toBe(ada.userId)
  const there = { 'stoa-organization': elsewhere.slug }
  expect((await who.get('/identity/me', there)).status).toBe(401)
  expect((await who.put('/identity/sessions/current/organization', { slug: elsewhere.slug })).status).toBe(
    404,
  )
  expect((await who.post('/identity/me/addresses', { email: `x-${email}` })).body.code).toBe(
    'identity.own_sign_in_needed',
  )

  const client = authClient(stoa, organization, { flowType: 'pkce' })
  const left = await client.signInWithOAuth({
    provider: identifier as never,
    options: { skipBrowserRedirect: true },
  })
  const app = givenBrowser(stoa, organization)
  const away = await app.get(pathOf(new URL(left.data.url!)))
  const { location } = await app.get(pathOf(await issuer.visit(away.location)))
  const { data } = await client.exchangeCodeForSession(new URL(location).searchParams.get('code')!)
  const token = data.session!.access_token
  expect((await stoa.as({ token }).get('/identity/me')).status).toBe(200)
  expect((await stoa.as({ token }).get('/identity/me', there)).status).toBe(401)
})

test('the same name and subject at two organizations are two people', async () => {
  const identifier = `custom:${short()}`
  const other = await givenOrganization(stoa)
  const otherOwner = await givenPerson(stoa, other, 'owner')
  await stoa.as(owner).post('/identity/oauth-providers', wish({ identifier }))
  await stoa.as(otherOwner).post('/identity/oauth-providers', wish({ identifier }))
  const [here, there] = [await provenDomain(organization), await provenDomain(other)]
  const sub = short()
  const one = await signIn(identifier, { sub, email: `a@${here}`, email_verified: true })
  const two = await signIn(identifier, { sub, email: `a@${there}`, email_verified: true }, other)
  expect(one.userId).not.toBeNull()
  expect(two.userId).not.toBeNull()
  expect(two.userId).not.toBe(one.userId)
})

test('addresses of a provider stay once somebody is connected; removing it disconnects them', async () => {
  const made = (await stoa.as(owner).post('/identity/oauth-providers', wish())).body
  const domain = await provenDomain(organization)
  const { userId } = await signIn(made.identifier, {
    sub: short(),
    email: `b@${domain}`,
    email_verified: true,
  })
  const path = `/identity/oauth-providers/${made.id}`
  for (const change of [{ issuer: 'https://evil.test' }, { attributeMapping: { email: 'other' } }])
    expect((await stoa.as(owner).patch(path, change)).body.code).toBe('identity.provider_in_use')
  expect((await stoa.as(owner).patch(path, { enabled: false })).status).toBe(200)
  const off = await stoa
    .strangerAt(organization)
    .post('/identity/provider-visits', { provider: made.identifier })
  expect(off.body.code).toBe('identity.provider_unknown')
  await stoa.as(owner).delete(path)
  expect(await stoa.sql('select 1 from auth.identities where user_id = $1', [userId])).toHaveLength(0)
})

test('an id token with the nonce of another visit is refused, also without PKCE', async () => {
  const domain = await provenDomain(organization)
  const { identifier } = (
    await stoa.as(owner).post('/identity/oauth-providers', wish({ pkceEnabled: false }))
  ).body
  const come = async () => {
    const browser = givenBrowser(stoa, organization)
    const { body } = await browser.post('/identity/provider-visits', { provider: identifier })
    issuer.person = { sub: short(), email: `${short()}@${domain}`, email_verified: true }
    return { browser, back: await issuer.visit(String(body.url)) }
  }
  const [one, two] = [await come(), await come()]
  two.back.searchParams.set('code', one.back.searchParams.get('code')!)
  const { location } = await two.browser.get(pathOf(two.back))
  expect(location).toContain('problem=identity.provider_failed')
  expect(two.browser.cookies.has('stoa')).toBe(false)
})
