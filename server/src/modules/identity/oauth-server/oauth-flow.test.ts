import { createRemoteJWKSet, jwtVerify } from 'jose'
import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GivenOrganization, type GivenPerson, givenOrganization, givenPerson } from '../testing.ts'
import {
  allowed,
  ask,
  Browser,
  clientOf,
  givenApp,
  listeningStoa,
  type OAuthStoa,
  redeem,
} from './testing.ts'

let stoa: OAuthStoa
let academy: GivenOrganization
let app: { clientId: string; secret: string | null }
let config: client.Configuration
let sam: GivenPerson

beforeAll(async () => {
  stoa = await listeningStoa()
  academy = await givenOrganization(stoa)
  app = await givenApp(stoa, academy)
  config = await clientOf(stoa, app)
  sam = await givenPerson(stoa, academy)
})
afterAll(() => stoa.close())

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

test('discovery is told below the issuer, by path insertion and at the root, and always with our own address', async () => {
  for (const path of [
    '/oauth/.well-known/openid-configuration',
    '/oauth/.well-known/oauth-authorization-server',
    '/.well-known/openid-configuration',
    '/.well-known/openid-configuration/oauth',
    '/.well-known/oauth-authorization-server',
    '/.well-known/oauth-authorization-server/oauth',
  ]) {
    const answer = await stoa.server.inject({
      url: path,
      headers: { host: 'evil.test', 'x-forwarded-host': 'evil.test' },
    })
    expect([path, answer.statusCode]).toEqual([path, 200])
    expect(answer.json()).toMatchObject({
      issuer: `${stoa.url}/oauth`,
      authorization_endpoint: `${stoa.url}/oauth/authorize`,
      token_endpoint: `${stoa.url}/oauth/token`,
      registration_endpoint: `${stoa.url}/oauth/register`,
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      authorization_response_iss_parameter_supported: true,
    })
    expect(answer.body).not.toContain('evil.test')
  }
})

test('a person lets an app in, and it gets tokens that say who they are', async () => {
  const asking = await ask(config)
  const browser = new Browser(stoa, sam)
  const { url: page } = await browser.follow(asking.url)
  expect(page.pathname).toBe('/authorize')

  const id = page.searchParams.get('authorization_id')
  const seen = await stoa.as(sam).get(`/identity/authorizations/${id}`)
  expect(seen.body).toMatchObject({
    app: { clientId: app.clientId, name: 'Notes', sendsTo: 'app.test', isUnknown: false },
    person: { id: sam.userId, email: sam.email },
    organization: { slug: academy.slug },
  })
  expect(seen.body.scopes).toContainEqual({
    scope: 'identity:read',
    wordsKey: 'oauth.scope.identity:read',
    allowedBefore: false,
  })

  const { url: back } = await browser.decide(page, true)
  expect(`${back.origin}${back.pathname}`).toBe('https://app.test/callback')
  expect(back.searchParams.get('iss')).toBe(`${stoa.url}/oauth`)

  const tokens = await redeem(config, { ...asking, back })
  expect(tokens.access_token.length).toBeGreaterThan(43)
  expect(tokens.scope).toBe('openid profile email offline_access identity:read')
  const keys = createRemoteJWKSet(new URL(`${stoa.url}/oauth/jwks`))
  const { payload } = await jwtVerify(tokens.id_token!, keys, {
    issuer: `${stoa.url}/oauth`,
    audience: app.clientId,
  })
  expect(payload).toMatchObject({
    sub: sam.userId,
    name: 'Sam Sample',
    email: sam.email,
    email_verified: true,
    organization_id: academy.id,
    organization_role: 'student',
    acr: 'aal1',
    nonce: asking.nonce,
  })
  expect(payload.auth_time).toBeTypeOf('number')

  const who = await client.fetchUserInfo(config, tokens.access_token, sam.userId)
  expect(who).toMatchObject({ sub: sam.userId, email: sam.email, locale: 'en', zoneinfo: 'UTC' })
  expect(await client.tokenIntrospection(config, tokens.access_token)).toMatchObject({
    active: true,
    sub: sam.userId,
    client_id: app.clientId,
  })

  // The token works below /api/v1, for what it was given.
  const me = await fetch(`${stoa.url}/api/v1/identity/me`, { headers: bearer(tokens.access_token) })
  expect(me.status).toBe(200)
  expect(await me.json()).toMatchObject({ person: { id: sam.userId } })
  const write = await fetch(`${stoa.url}/api/v1/identity/sessions`, {
    method: 'DELETE',
    headers: bearer(tokens.access_token),
  })
  expect(write.status).toBe(403)
  const other = await fetch(`${stoa.url}/api/v1/learning/courses`, { headers: bearer(tokens.access_token) })
  expect(other.status).toBe(403)
})

test('a refresh token is replaced at each use, and using an old one ends them all', async () => {
  const first = await redeem(config, await allowed(stoa, config, sam))
  const second = await client.refreshTokenGrant(config, first.refresh_token!)
  expect(second.refresh_token).not.toBe(first.refresh_token)
  expect(
    (await fetch(`${stoa.url}/api/v1/identity/me`, { headers: bearer(second.access_token) })).status,
  ).toBe(200)

  await expect(client.refreshTokenGrant(config, first.refresh_token!)).rejects.toMatchObject({
    error: 'invalid_grant',
  })
  await expect(client.refreshTokenGrant(config, second.refresh_token!)).rejects.toMatchObject({
    error: 'invalid_grant',
  })
  expect(
    (await fetch(`${stoa.url}/api/v1/identity/me`, { headers: bearer(second.access_token) })).status,
  ).toBe(401)
})

test('revocation ends the tokens; what was allowed stays', async () => {
  const tokens = await redeem(config, await allowed(stoa, config, sam))
  await client.tokenRevocation(config, tokens.refresh_token!)
  await expect(client.refreshTokenGrant(config, tokens.refresh_token!)).rejects.toMatchObject({
    error: 'invalid_grant',
  })
  expect((await client.tokenIntrospection(config, tokens.access_token)).active).toBe(false)
  const apps = await stoa.as(sam).get('/identity/me/apps')
  expect(apps.body.items).toMatchObject([{ clientId: app.clientId, name: 'Notes' }])
})

test('who allowed it before is not asked again, unless it asks for more', async () => {
  const kim = await givenPerson(stoa, academy)
  await allowed(stoa, config, kim, { scope: 'openid profile', prompt: '' })
  const same = await ask(config, { scope: 'openid', prompt: 'none' })
  const { url: back } = await new Browser(stoa, kim).follow(same.url)
  expect((await redeem(config, { ...same, back })).scope).toBe('openid')
  const more = await new Browser(stoa, kim).follow(
    (await ask(config, { scope: 'openid email', prompt: '' })).url,
  )
  expect(more.url.pathname).toBe('/authorize')
})

test('somebody who says no is sent back with that answer', async () => {
  const browser = new Browser(stoa, sam)
  const { url: page } = await browser.follow((await ask(config)).url)
  const { url: back } = await browser.decide(page, false)
  expect(back.searchParams.get('error')).toBe('access_denied')
  expect(back.searchParams.get('iss')).toBe(`${stoa.url}/oauth`)
})

test('a stranger signs in first and goes on', async () => {
  const asking = await ask(config, { login_hint: 'sam@people.test' })
  const browser = new Browser(stoa)
  const { url: door } = await browser.follow(asking.url)
  expect(door.pathname).toBe('/sign-in')
  expect(door.searchParams.get('email')).toBe('sam@people.test')
  expect(door.searchParams.get('organization')).toBe(academy.slug)
  browser.signIn(sam)
  const { url: page } = await browser.follow(door.searchParams.get('next')!)
  expect(page.pathname).toBe('/authorize')
  const { url: back } = await browser.decide(page, true)
  expect((await redeem(config, { ...asking, back })).access_token).toBeTruthy()
})

test('prompt=none never shows a page', async () => {
  const quiet = await ask(config, { prompt: 'none' })
  const { url: nobody } = await new Browser(stoa).follow(quiet.url)
  expect(nobody.searchParams.get('error')).toBe('login_required')
  const lee = await givenPerson(stoa, academy)
  const { url: new_ } = await new Browser(stoa, lee).follow(quiet.url)
  expect(new_.searchParams.get('error')).toBe('consent_required')
})

test.each([
  ['prompt', { prompt: 'login' }, '1'],
  ['max_age', { max_age: '0', prompt: '' }, '1'],
  ['acr_values', { acr_values: 'aal2', prompt: '' }, 'aal2'],
])('%s asks for a fresh proof, and only a fresh one counts', async (_name, parameters, again) => {
  const lou = await givenPerson(stoa, academy)
  await stoa.sql(
    "update auth.sessions set authenticated_at = now() - interval '1 minute' where user_id = $1",
    [lou.userId],
  )
  const asking = await ask(config, parameters)
  const browser = new Browser(stoa, lou)
  const { url: door } = await browser.follow(asking.url)
  expect([door.pathname, door.searchParams.get('again')]).toEqual(['/sign-in', again])
  // Coming back as one was is not enough.
  const { url: still } = await browser.follow(door.searchParams.get('next')!)
  expect(still.pathname).toBe('/sign-in')
  await stoa.sql('update auth.sessions set authenticated_at = now() where user_id = $1', [lou.userId])
  const { url: page } = await browser.follow(still.searchParams.get('next')!)
  expect(page.pathname).toBe('/authorize')
  const { url: back } = await browser.decide(page, true)
  expect(back.searchParams.get('code')).toBeTruthy()
})

test('signing out at an app asks first, signs out of Stoa and ends what was bound to that session', async () => {
  const lou = await givenPerson(stoa, academy)
  const came = await allowed(stoa, config, lou, { scope: 'openid identity:read', prompt: '' })
  const tokens = await redeem(config, came)
  expect(
    (await fetch(`${stoa.url}/api/v1/identity/me`, { headers: bearer(tokens.access_token) })).status,
  ).toBe(200)

  const end = client.buildEndSessionUrl(config, {
    id_token_hint: tokens.id_token!,
    post_logout_redirect_uri: 'https://app.test/bye',
    state: 'xyz',
  })
  const { answer: question } = await came.browser.follow(end)
  const html = await question.text()
  expect(html).toContain('Notes would like to sign you out')
  expect(question.headers.get('content-security-policy')).toContain("default-src 'none'")
  const form = new URLSearchParams({ xsrf: /name="xsrf" value="(\w+)"/.exec(html)![1]!, logout: 'yes' })
  const done = await came.browser.fetch('/oauth/logout/confirm', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form,
  })
  expect(done.headers.get('location')).toBe('https://app.test/bye?state=xyz')
  expect(came.browser.jar.has('stoa')).toBe(false)
  expect((await stoa.as(lou).get('/identity/me')).status).toBe(401)
  expect(
    (await fetch(`${stoa.url}/api/v1/identity/me`, { headers: bearer(tokens.access_token) })).status,
  ).toBe(401)
  await expect(client.refreshTokenGrant(config, tokens.refresh_token!)).rejects.toMatchObject({
    error: 'invalid_grant',
  })
})

test('signing out in Stoa ends what an app may not do alone; offline access goes on until it is taken back', async () => {
  const lou = await givenPerson(stoa, academy)
  const online = await redeem(
    config,
    await allowed(stoa, config, lou, { scope: 'openid identity:read', prompt: '' }),
  )
  const offline = await redeem(config, await allowed(stoa, config, lou))
  await stoa.as(lou).delete('/identity/sessions/current')
  const status = async (token: string) =>
    (await fetch(`${stoa.url}/api/v1/identity/me`, { headers: bearer(token) })).status
  expect([await status(online.access_token), await status(offline.access_token)]).toEqual([401, 200])
  await expect(client.fetchUserInfo(config, online.access_token, lou.userId)).rejects.toThrow()

  const again = await givenPerson(stoa, academy)
  await stoa.sql('update auth.sessions set user_id = $1 where user_id = $2', [lou.userId, again.userId])
  expect((await stoa.as(again).delete(`/identity/me/apps/${app.clientId}`)).status).toBe(200)
  expect(await status(offline.access_token)).toBe(401)
  await expect(client.refreshTokenGrant(config, offline.refresh_token!)).rejects.toMatchObject({
    error: 'invalid_grant',
  })
})

test('a request can be pushed, and an access token can be bound to a key', async () => {
  const asking = await ask(config)
  const parameters = Object.fromEntries(asking.url.searchParams)
  const pushed = await client.buildAuthorizationUrlWithPAR(config, parameters)
  const browser = new Browser(stoa, sam)
  const { url: page } = await browser.follow(pushed)
  const { url: back } = await browser.decide(page, true)
  const DPoP = client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256'))
  const tokens = await client.authorizationCodeGrant(
    config,
    back,
    { pkceCodeVerifier: asking.verifier, expectedState: asking.state, expectedNonce: asking.nonce },
    undefined,
    { DPoP },
  )
  expect(tokens.token_type).toBe('dpop')
  expect(await client.fetchUserInfo(config, tokens.access_token, sam.userId, { DPoP })).toMatchObject({
    sub: sam.userId,
  })
  // Whoever has the token only, has nothing.
  expect(
    (await fetch(`${stoa.url}/api/v1/identity/me`, { headers: bearer(tokens.access_token) })).status,
  ).toBe(401)
})
