import { base64url } from 'jose'
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

type Form = Record<string, string>

test('of fifty parallel answers to a request one counts', async () => {
  const lou = await givenPerson(stoa, academy)
  const { url: page } = await new Browser(stoa, lou).follow((await ask(config)).url)
  const path = `/identity/authorizations/${page.searchParams.get('authorization_id')}/decision`
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => stoa.as(lou).post(path, { allow: index % 2 === 0 })),
  )
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
})

test.each([
  ['no PKCE', { code_challenge: '', code_challenge_method: '' }],
  ['plain PKCE', { code_challenge_method: 'plain' }],
  ['the implicit flow', { response_type: 'token' }],
  ['an id token at once', { response_type: 'id_token' }],
  ['a hybrid flow', { response_type: 'code id_token' }],
  ['a scope it was not given', { scope: 'openid identity:write' }],
  [
    'a request object',
    { request: `${base64url.encode('{"alg":"none"}')}.${base64url.encode('{"scope":"openid"}')}.` },
  ],
  ['a request address', { request_uri: 'https://app.test/request.jwt' }],
])('a request with %s is refused', async (_name, changes) => {
  const browser = new Browser(stoa, sam)
  const { url, answer } = await browser.follow((await ask(config, changes)).url)
  const told = url.origin === 'https://app.test' ? `${url.search}${url.hash}` : await answer.text()
  expect(told).toMatch(
    /invalid_request|unsupported_response_type|invalid_scope|request_not_supported|request_uri_not_supported/,
  )
  expect(`${url}`).not.toMatch(/[?#&]code=/)
})

test('a scope that does not exist is not given', async () => {
  const came = await allowed(stoa, config, sam, { scope: 'openid everything:write' })
  expect((await redeem(config, came)).scope).toBe('openid')
})

test.each([
  'https://app.test/callback/',
  'https://app.test/callback?x=1',
  'https://app.test/callback#x',
  'https://app.test/Callback',
  'https://app.test:443/callback',
  'https://APP.test/callback',
  'https://app.test/callback/../evil',
  'https://app.test/%63allback',
  'https://app.test@evil.test/callback',
  'https://evil.test/callback',
  'http://app.test/callback',
  '//app.test/callback',
  'javascript:alert(1)',
])('nobody is sent to %s, which is not what was registered', async (redirectUri) => {
  const { answer, url } = await new Browser(stoa, sam).follow(
    (await ask(config, { redirect_uri: redirectUri })).url,
  )
  expect(url.origin).toBe(stoa.url)
  expect(answer.status).toBe(400)
  expect(answer.headers.get('location')).toBeNull()
  expect(await answer.text()).toContain('invalid_redirect_uri')
})

test.each([
  ['state=\u0000', { state: 'a\u0000b' }],
  ['nonce=\u0000', { nonce: 'a\u0000b' }],
  ['login_hint=\u0000', { login_hint: 'a\u0000b' }],
  ['a state without end', { state: 'x'.repeat(6000) }],
  ['a hint that is a script', { login_hint: '"><script>alert(1)</script>' }],
  ['claims nobody offers', { claims: '{"__proto__":1}' }],
  ['a wrong age', { max_age: '-1' }],
  ['a wrong prompt', { prompt: 'none login' }],
  ['a wrong mode', { response_mode: 'web_message' }],
])('hostile text in a request breaks nothing: %s', async (_name, changes) => {
  const { answer } = await new Browser(stoa, sam).follow((await ask(config, changes)).url)
  expect(answer.status).toBeLessThan(500)
  const asWell = await new Browser(stoa).follow((await ask(config, changes)).url)
  expect(asWell.answer.status).toBeLessThan(500)
  expect(`${asWell.url}`).not.toContain('server_error')
})

test('an error page shows what came as text', async () => {
  const { answer } = await new Browser(stoa).follow(
    '/oauth/authorize?client_id=%3Cscript%3Ealert(1)%3C/script%3E',
  )
  const html = await answer.text()
  expect(html).not.toContain('<script>')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(answer.headers.get('x-frame-options')).toBe('DENY')
})

test("nobody sees or answers another person's request, nor their own from another sign-in", async () => {
  const lou = await givenPerson(stoa, academy)
  const { url: page } = await new Browser(stoa, lou).follow((await ask(config)).url)
  const path = `/identity/authorizations/${page.searchParams.get('authorization_id')}`
  for (const other of [sam, await givenPerson(stoa, academy, 'owner')]) {
    expect((await stoa.as(other).get(path)).status).toBe(404)
    expect((await stoa.as(other).post(`${path}/decision`, { allow: true })).status).toBe(404)
  }
  expect((await stoa.stranger.get(path)).status).toBe(404)
  expect((await stoa.stranger.post(`${path}/decision`, { allow: true })).status).toBe(404)
  expect((await stoa.as(lou).get(path)).status).toBe(200)
})

test('a victim who opens an address of the attacker gives them nothing', async () => {
  const victim = await givenPerson(stoa, academy)
  await allowed(stoa, config, victim)
  // The attacker begins as a stranger and sends the way back to somebody who is signed in and allowed the app.
  const attacker = new Browser(stoa)
  const asking = await ask(config, { prompt: '' })
  const { url: door } = await attacker.follow(asking.url)
  const { answer } = await new Browser(stoa, victim).follow(door.searchParams.get('next')!)
  expect(answer.status).toBe(400)
  const { url: still } = await attacker.follow(door.searchParams.get('next')!)
  expect(still.pathname).toBe('/sign-in')
})

test('a request that somebody began is not finished by whoever sits down after them', async () => {
  const lou = await givenPerson(stoa, academy)
  const browser = new Browser(stoa, lou)
  const { url: page } = await browser.follow((await ask(config)).url)
  const id = page.searchParams.get('authorization_id')
  const { body } = await stoa.as(lou).post(`/identity/authorizations/${id}/decision`, { allow: true })
  browser.signIn(sam)
  const { url, answer } = await browser.follow(body.url)
  expect([url.origin, answer.status]).toEqual([stoa.url, 400])
})

test("oidc-provider's own cookie opens nothing", async () => {
  const lou = await givenPerson(stoa, academy)
  const came = await allowed(stoa, config, lou)
  expect([...came.browser.jar.keys()].filter((name) => name.startsWith('stoa_oauth'))).not.toContain(
    'stoa_oauth',
  )
  const [session] = await stoa.sql<{ id: string }>('select id from auth.sessions where user_id = $1', [
    lou.userId,
  ])
  const thief = new Browser(stoa)
  thief.jar.set('stoa_oauth', { value: session!.id, path: '/' })
  const { url } = await thief.follow((await ask(config, { prompt: 'none' })).url)
  expect(url.searchParams.get('error')).toBe('login_required')
})

test('another site cannot answer for somebody', async () => {
  const browser = new Browser(stoa, sam)
  const { url: page } = await browser.follow((await ask(config)).url)
  const answer = await browser.fetch(
    `/api/v1/identity/authorizations/${page.searchParams.get('authorization_id')}/decision`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.test' },
      body: JSON.stringify({ allow: true }),
    },
  )
  expect(answer.status).toBe(403)
})

test('signing out needs the word of the page that asked', async () => {
  const lou = await givenPerson(stoa, academy)
  const browser = new Browser(stoa, lou)
  const post = (form: Form) =>
    browser.fetch('/oauth/logout/confirm', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form),
    })
  expect((await post({ logout: 'yes' })).status).toBe(400)
  await browser.follow('/oauth/logout')
  expect((await post({ logout: 'yes', xsrf: 'f'.repeat(48) })).status).toBe(400)
  expect((await stoa.as(lou).get('/identity/me')).status).toBe(200)
  const { answer } = await browser.follow(
    client.buildEndSessionUrl(config, { post_logout_redirect_uri: 'https://evil.test/' }),
  )
  expect(answer.status).toBe(400)
})

test('who owes a second factor is nobody yet, and who acts for somebody lets no app in', async () => {
  const lou = await givenPerson(stoa, academy)
  await allowed(stoa, config, lou)
  await stoa.sql(
    "insert into auth.mfa_factors (user_id, factor_type, status, secret) values ($1, 'totp', 'verified', 'x')",
    [lou.userId],
  )
  const quiet = await ask(config, { prompt: 'none' })
  const { url } = await new Browser(stoa, lou).follow(quiet.url)
  expect(url.searchParams.get('error')).toBe('login_required')

  const kim = await givenPerson(stoa, academy)
  await allowed(stoa, config, kim)
  const owner = await givenPerson(stoa, academy, 'owner')
  await stoa.sql('update auth.sessions set impersonated_by = $2 where user_id = $1', [
    kim.userId,
    owner.userId,
  ])
  const { url: refused } = await new Browser(stoa, kim).follow(quiet.url)
  expect(refused.searchParams.get('error')).toBe('access_denied')
})

test('an app may not act where only the person may', async () => {
  const lou = await givenPerson(stoa, academy)
  const wide = await givenApp(stoa, academy, {
    name: 'Wide',
    scopes: ['openid', 'identity:read', 'identity:write'],
  })
  const theirs = await clientOf(stoa, wide)
  const tokens = await redeem(
    theirs,
    await allowed(stoa, theirs, lou, { scope: 'openid identity:read identity:write' }),
  )
  const { url: page } = await new Browser(stoa, lou).follow((await ask(config)).url)
  const id = page.searchParams.get('authorization_id')
  for (const [method, path] of [
    ['POST', `/identity/authorizations/${id}/decision`],
    ['DELETE', `/identity/me/apps/${wide.clientId}`],
  ] as const) {
    const answer = await fetch(`${stoa.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${tokens.access_token}`,
        ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      },
      ...(method === 'POST' ? { body: '{"allow":true}' } : {}),
    })
    expect([path, [403, 404].includes(answer.status)]).toEqual([path, true])
  }
})
