import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { type GivenIssuer, givenBrowser, givenIssuer, pathOf, withProviders } from '../providers/testing.ts'
import { signServiceToken } from '../sessions/access-tokens.ts'
import { type GivenOrganization, givenOrganization, givenPerson } from '../testing.ts'
import { authClient, callWire } from './testing.ts'

let google: GivenIssuer
let stoa: TestStoa
let organization: GivenOrganization
beforeAll(async () => {
  google = await givenIssuer()
  stoa = await testStoa(
    withProviders(
      { google },
      { siteUrl: 'https://app.test', uriAllowList: ['https://app.test/**', 'app://in'] },
    ),
  )
  organization = await givenOrganization(stoa)
})
afterAll(async () => {
  await stoa.close()
  await google.close()
})

const short = () => randomBytes(4).toString('hex')
const somebody = (about: object = {}) => {
  const id = short()
  return { sub: `s-${id}`, email: `${id}@people.test`, email_verified: true, name: `Sam ${id}`, ...about }
}
type Client = ReturnType<typeof authClient>

/** A browser goes to an address of ours, through the provider as `person`, and to the app in the end. */
async function go(url: string, person: GivenIssuer['person'], issuer = google): Promise<URL> {
  const browser = givenBrowser(stoa, organization)
  const left = await browser.get(pathOf(new URL(url)))
  expect(left.status, left.body).toBe(302)
  issuer.person = person
  const { location } = await browser.get(pathOf(await issuer.visit(left.location)))
  return new URL(location)
}

const oauth = async (client: Client, options: object = {}) => {
  const { data, error } = await client.signInWithOAuth({
    provider: 'google',
    options: { queryParams: { organization: organization.slug }, skipBrowserRedirect: true, ...options },
  })
  expect(error).toBeNull()
  return String(data.url)
}

/** Somebody signed in with Google in an app that uses PKCE. */
async function signedIn(person = somebody()) {
  const client = authClient(stoa, organization, { flowType: 'pkce' })
  const back = await go(await oauth(client, { redirectTo: 'https://app.test/in?x=1' }), person)
  const { data, error } = await client.exchangeCodeForSession(back.searchParams.get('code')!)
  expect(error).toBeNull()
  return { client, back, session: data.session!, user: data.user!, person }
}

test('signInWithOAuth with PKCE: the code is good for a session, once', async () => {
  const { back, session, user, person, client } = await signedIn()
  expect(back.origin + back.pathname).toBe('https://app.test/in')
  expect(back.searchParams.get('x')).toBe('1')
  expect(user).toMatchObject({
    email: person.email,
    app_metadata: { provider: 'google', providers: ['google'] },
    user_metadata: { full_name: person.name, email_verified: true },
    identities: [{ provider: 'google', id: person.sub }],
  })
  expect(session.provider_token).toBeTypeOf('string')
  expect((await client.getUser()).data.user?.id).toBe(user.id)
  const again = await callWire(stoa, organization, 'POST', '/token?grant_type=pkce', {
    body: { auth_code: back.searchParams.get('code'), code_verifier: 'x'.repeat(43) },
  })
  expect(again.status).toBe(404)
})

test('signInWithOAuth without PKCE: the session is in the fragment', async () => {
  const person = somebody()
  const back = await go(await oauth(authClient(stoa, organization), { redirectTo: 'app://in' }), person)
  expect(back.protocol).toBe('app:')
  const fragment = new URLSearchParams(back.hash.slice(1))
  expect(fragment.get('token_type')).toBe('bearer')
  expect(fragment.get('provider_token')).toBeTruthy()
  const client = authClient(stoa, organization)
  const { data } = await client.setSession({
    access_token: fragment.get('access_token')!,
    refresh_token: fragment.get('refresh_token')!,
  })
  expect(data.user?.email).toBe(person.email)
})

test('nobody is sent to an address that is not allowed', async () => {
  for (const redirectTo of [
    'https://evil.test/in',
    'https://app.test.evil.test/',
    '//evil.test',
    'javascript:x',
  ]) {
    const client = authClient(stoa, organization, { flowType: 'pkce' })
    const back = await go(await oauth(client, { redirectTo }), somebody())
    expect(back.host).toBe('app.test')
  }
})

test('what went wrong is told to the app', async () => {
  const client = authClient(stoa, organization, { flowType: 'pkce' })
  const back = await go(
    await oauth(client, { redirectTo: 'https://app.test/in' }),
    somebody({ email_verified: false }),
  )
  expect(back.searchParams.get('error_code')).toBe('provider_email_needs_verification')
  expect(new URLSearchParams(back.hash.slice(1)).get('error')).toBe('access_denied')
  const nobody = await callWire(stoa, organization, 'GET', '/authorize?provider=facebook')
  expect(nobody).toMatchObject({ status: 400, body: { error_code: 'validation_failed' } })
})

test('what one browser began is not finished in another', async () => {
  const client = authClient(stoa, organization, { flowType: 'pkce' })
  const url = await oauth(client, { redirectTo: 'https://app.test/in' })
  const [attacker, victim] = [givenBrowser(stoa, organization), givenBrowser(stoa, organization)]
  const left = await attacker.get(pathOf(new URL(url)))
  google.person = somebody()
  const back = await google.visit(left.location)
  const { location } = await victim.get(pathOf(back))
  expect(new URL(location).searchParams.get('error_code')).toBe('bad_oauth_state')
  expect(new URL(location).searchParams.has('code')).toBe(false)
})

test('linkIdentity, getUserIdentities, unlinkIdentity', async () => {
  const { client, user } = await signedIn()
  const other = somebody()
  const { data, error } = await client.linkIdentity({
    provider: 'google',
    options: { redirectTo: 'https://app.test/linked' },
  })
  expect(error).toBeNull()
  const back = await go(String(data.url), other)
  expect(back.pathname).toBe('/linked')
  const exchanged = await client.exchangeCodeForSession(back.searchParams.get('code')!)
  expect(exchanged.data.user?.id).toBe(user.id)

  const { data: found } = await client.getUserIdentities()
  expect(found?.identities.map(({ id }) => id).sort()).toEqual([other.sub, user.identities![0]!.id].sort())
  const linked = found!.identities.find(({ id }) => id === other.sub)!
  expect((await client.unlinkIdentity(linked)).error).toBeNull()
  const last = await client.unlinkIdentity(found!.identities.find(({ id }) => id !== other.sub)!)
  expect(last.error?.code).toBe('single_identity_not_deletable')
  const gone = await client.unlinkIdentity(linked)
  expect(gone.error?.code).toBe('identity_not_found')
})

test('an account of somebody else, or one with somebody else’s address, is not linked', async () => {
  const [one, two] = [await signedIn(), await signedIn()]
  const known = await givenPerson(stoa, organization)
  for (const [claims, code] of [
    [one.person, 'identity_already_exists'],
    [somebody({ email: known.email }), 'email_exists'],
  ] as const) {
    const { data } = await two.client.linkIdentity({
      provider: 'google',
      options: { redirectTo: 'https://app.test/linked' },
    })
    const back = await go(String(data.url), claims)
    expect(back.searchParams.get('error_code')).toBe(code)
  }
  expect((await two.client.getUserIdentities()).data?.identities).toHaveLength(1)
})

test('whoever is lured through a provider does not have their account connected with somebody else’s', async () => {
  const attacker = await signedIn()
  const lured = somebody()
  const { data } = await attacker.client.linkIdentity({
    provider: 'google',
    options: { redirectTo: 'https://app.test/linked' },
  })
  const back = await go(String(data.url), lured)
  // The code is in the browser of who was lured, whose app does not have the verifier.
  const code = back.searchParams.get('code')!
  const tried = await authClient(stoa, organization, { flowType: 'pkce' }).exchangeCodeForSession(code)
  expect(tried.error).not.toBeNull()
  expect((await attacker.client.getUserIdentities()).data?.identities).toHaveLength(1)
  const own = await signedIn(lured)
  expect(own.user.id).not.toBe(attacker.user.id)
})

test('an account is connected by redeeming its code, once, while the session it was asked in is open', async () => {
  const { client, user } = await signedIn()
  const come = async () => {
    const { data } = await client.linkIdentity({
      provider: 'google',
      options: { redirectTo: 'https://app.test/linked' },
    })
    return go(String(data.url), somebody())
  }
  const back = await come()
  const kept = await stoa.sql<{ proven: string }>(
    'select proven from auth.oauth_client_states where proven is not null',
  )
  expect(kept.every(({ proven }) => proven.startsWith('v1.'))).toBe(true)
  await stoa.sql('delete from auth.sessions where user_id = $1', [user.id])
  const late = await client.exchangeCodeForSession(back.searchParams.get('code')!)
  expect(late.error).not.toBeNull()
  const rows = await stoa.sql('select 1 from auth.identities where user_id = $1', [user.id])
  expect(rows).toHaveLength(1)
})

test('linking asks for a session and a recent proof', async () => {
  const stranger = await callWire(stoa, organization, 'GET', '/user/identities/authorize?provider=google')
  expect(stranger.status).toBe(401)
  const { client, user } = await signedIn()
  await stoa.sql(`update auth.sessions set authenticated_at = now() - interval '1 hour' where user_id = $1`, [
    user.id,
  ])
  const { error } = await client.linkIdentity({ provider: 'google' })
  expect(error?.code).toBe('reauthentication_needed')
})

test('signInWithIdToken, and linkIdentity with an id token', async () => {
  const person = somebody()
  const client = authClient(stoa, organization)
  const { data, error } = await client.signInWithIdToken({
    provider: 'google',
    token: await google.idToken(person),
  })
  expect(error).toBeNull()
  expect(data.user).toMatchObject({ email: person.email, identities: [{ provider: 'google' }] })
  const second = somebody()
  const linked = await client.linkIdentity({ provider: 'google', token: await google.idToken(second) })
  expect(linked.error).toBeNull()
  expect((await client.getUserIdentities()).data?.identities).toHaveLength(2)
  const wrong = await authClient(stoa, organization).signInWithIdToken({
    provider: 'google',
    token: await google.idToken({ ...person, aud: 'another' }),
  })
  expect(wrong.error).not.toBeNull()
  expect(wrong.data.session).toBeNull()
})

test('an anonymous person who links an account becomes a full one and loses nothing', async () => {
  await stoa.sql(
    `insert into auth.security_policies (organization_id, allow_anonymous) values ($1, true)
     on conflict (organization_id) do update set allow_anonymous = true`,
    [organization.id],
  )
  const client = authClient(stoa, organization, { flowType: 'pkce' })
  const { data: before, error } = await client.signInAnonymously()
  expect(error).toBeNull()
  const person = somebody()
  const { data } = await client.linkIdentity({
    provider: 'google',
    options: { redirectTo: 'https://app.test/linked' },
  })
  const back = await go(String(data.url), person)
  const { data: after } = await client.exchangeCodeForSession(back.searchParams.get('code')!)
  expect(after.user).toMatchObject({ id: before.user!.id, email: person.email, is_anonymous: false })
})

test('custom providers: a program sets one up, and people sign in with it', async () => {
  const issuer = await givenIssuer()
  try {
    const key = await signServiceToken(stoa.app, 'service_role', organization.id)
    const { admin } = authClient(stoa, organization, { headers: { Authorization: `Bearer ${key}` } })
    const wish = {
      provider_type: 'oidc' as const,
      identifier: `custom:${short()}`,
      name: 'My company',
      client_id: issuer.clientId,
      client_secret: issuer.clientSecret,
      issuer: issuer.url,
      scopes: ['email', 'profile'],
    }
    const made = await admin.customProviders.createProvider(wish)
    expect(made.error).toBeNull()
    expect(made.data).toMatchObject({ identifier: wish.identifier, enabled: true, pkce_enabled: true })
    expect(JSON.stringify(made.data)).not.toContain(issuer.clientSecret)
    const person = somebody()
    const client = authClient(stoa, organization, { flowType: 'pkce' })
    const { data } = await client.signInWithOAuth({
      provider: wish.identifier as 'google',
      options: { queryParams: { organization: organization.slug }, redirectTo: 'https://app.test/in' },
    })
    const back = await go(String(data.url), person, issuer)
    const { data: entered } = await client.exchangeCodeForSession(back.searchParams.get('code')!)
    expect(entered.user).toMatchObject({ email: person.email, app_metadata: { provider: wish.identifier } })

    expect((await admin.customProviders.createProvider(wish)).error?.code).toBe('conflict')
    const unreadable = { ...wish, identifier: `custom:${short()}`, issuer: `${issuer.url}/elsewhere` }
    expect((await admin.customProviders.createProvider(unreadable)).error?.code).toBe('validation_failed')
    const reserved = { ...wish, identifier: 'custom:google' }
    expect((await admin.customProviders.createProvider(reserved)).error?.code).toBe('validation_failed')
    const changed = await admin.customProviders.updateProvider(wish.identifier, { name: 'Renamed' })
    expect(changed.data?.name).toBe('Renamed')
    expect((await admin.customProviders.getProvider(wish.identifier)).data?.name).toBe('Renamed')
    const list = await admin.customProviders.listProviders({ type: 'oidc' })
    expect(list.data.providers.map(({ identifier }) => identifier)).toContain(wish.identifier)
    expect((await admin.customProviders.deleteProvider(wish.identifier)).error).toBeNull()
    expect((await admin.customProviders.getProvider(wish.identifier)).error?.code).toBe(
      'custom_provider_not_found',
    )
    const stranger = await callWire(stoa, organization, 'GET', '/admin/custom-providers')
    expect(stranger.status).toBe(401)
  } finally {
    await issuer.close()
  }
})
