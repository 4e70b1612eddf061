import * as client from 'openid-client'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { rotateSigningKeys } from '../sessions/signing-keys.ts'
import { type GivenOrganization, givenOrganization, givenPerson } from '../testing.ts'
import { removeExpired } from './artifacts.queries.ts'
import { redirectUriProblem } from './redirect-uris.ts'
import {
  allowed,
  ask,
  Browser,
  callback,
  clientOf,
  listeningStoa,
  type OAuthStoa,
  redeem,
} from './testing.ts'

let stoa: OAuthStoa
let academy: GivenOrganization

beforeAll(async () => {
  stoa = await listeningStoa()
  academy = await givenOrganization(stoa)
})
beforeEach(() => stoa.sql('delete from platform.rate_limits'))
afterEach(() => {
  vi.useRealTimers()
})
afterAll(() => stoa.close())

async function call(method: string, path: string, body?: unknown, token?: string) {
  const answer = await fetch(`${stoa.url}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  // biome-ignore lint/suspicious/noExplicitAny: the body of an answer has the shape the test says it has
  return { status: answer.status, body: (text ? JSON.parse(text) : null) as any }
}

test('an app registers by itself and signs people in', async () => {
  const config = await client.dynamicClientRegistration(
    new URL(`${stoa.url}/oauth`),
    {
      client_name: 'Came by itself',
      redirect_uris: [callback],
      token_endpoint_auth_method: 'none',
      id_token_signed_response_alg: 'ES256',
    },
    client.None(),
    { execute: [client.allowInsecureRequests] },
  )
  const sam = await givenPerson(stoa, academy)
  const asking = await ask(config, { scope: 'openid email' })
  const { url: page } = await new Browser(stoa, sam).follow(asking.url)
  const seen = await stoa.as(sam).get(`/identity/authorizations/${page.searchParams.get('authorization_id')}`)
  expect(seen.body.app).toMatchObject({ name: 'Came by itself', isUnknown: true })
  const came = await allowed(stoa, config, sam, { scope: 'openid email' })
  expect((await redeem(config, came)).claims()?.email).toBe(sam.email)
})

test('it looks after its registration with the token it got, and only with that', async () => {
  const made = await call('POST', '/oauth/register', { client_name: 'One', redirect_uris: [callback] })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    client_secret_expires_at: 0,
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['authorization_code', 'refresh_token'],
    registration_client_uri: `${stoa.url}/oauth/register/${made.body.client_id}`,
  })
  const path = `/oauth/register/${made.body.client_id}`
  const token = made.body.registration_access_token as string

  const read = await call('GET', path, undefined, token)
  expect(read.body).toMatchObject({ client_name: 'One', registration_access_token: token })
  expect(read.body.client_secret).toBeUndefined()
  const changed = await call(
    'PUT',
    path,
    {
      client_id: made.body.client_id,
      client_secret: made.body.client_secret,
      client_name: 'Two',
      redirect_uris: [callback],
    },
    token,
  )
  expect([changed.status, changed.body.client_name]).toEqual([200, 'Two'])

  const other = await call('POST', '/oauth/register', { redirect_uris: [callback] })
  for (const wrong of [undefined, 'x'.repeat(43), other.body.registration_access_token])
    for (const method of ['GET', 'DELETE'])
      expect((await call(method, path, undefined, wrong)).status).toBe(401)
  expect(
    (await call('PUT', path, { client_id: other.body.client_id, redirect_uris: [callback] }, token)).status,
  ).toBe(400)

  expect((await call('DELETE', path, undefined, token)).status).toBe(204)
  expect((await call('GET', path, undefined, token)).status).toBe(401)
})

test('where an app may have people sent', () => {
  for (const uri of [
    'https://app.test/callback?x=1',
    'https://app.test',
    'http://localhost:3000/cb',
    'http://127.0.0.1/cb',
    'http://[::1]:8080/cb',
    'com.example.app:/callback',
  ])
    expect([uri, redirectUriProblem(uri)]).toEqual([uri, null])
  for (const uri of [
    'http://app.test/callback',
    'https://app.test/#part',
    'https://app.test/*',
    'https://*.app.test/',
    'https://app.test\\@evil.test/',
    'https://user:secret@app.test/',
    'https://app.test/a/../b',
    'https://APP.test/',
    'https://app.test:443/',
    'http://127.0.0.1.evil.test/',
    'http://localhost.evil.test/',
    'http://0x7f.1/',
    'javascript:alert(1)',
    'data:text/html,x',
    'myapp://callback',
    'app.test/callback',
    ' https://app.test/',
    'https://app.test/\u0000',
    'https://äpp.test/',
    '',
  ])
    expect([uri, redirectUriProblem(uri)]).not.toEqual([uri, null])
})

test.each([
  ['a bad address', { redirect_uris: ['http://app.test/'] }, 'invalid_redirect_uri'],
  ['no address', { redirect_uris: [] }, 'invalid_redirect_uri'],
  ['nothing', {}, 'invalid_client_metadata'],
  ['a number for a name', { redirect_uris: [callback], client_name: 7 }, 'invalid_client_metadata'],
  [
    'a script for a page',
    { redirect_uris: [callback], client_uri: 'javascript:alert(1)' },
    'invalid_client_metadata',
  ],
  [
    'a scope that does not exist',
    { redirect_uris: [callback], scope: 'openid root' },
    'invalid_client_metadata',
  ],
  [
    'client credentials',
    { redirect_uris: [callback], grant_types: ['client_credentials'] },
    'invalid_client_metadata',
  ],
  ['the implicit flow', { redirect_uris: [callback], response_types: ['token'] }, 'invalid_client_metadata'],
  [
    'a way to prove itself that is not offered',
    {
      redirect_uris: [callback],
      token_endpoint_auth_method: 'private_key_jwt',
      jwks_uri: 'http://169.254.169.254/',
    },
    'invalid_client_metadata',
  ],
  [
    'unsigned id tokens',
    { redirect_uris: [callback], id_token_signed_response_alg: 'none' },
    'invalid_client_metadata',
  ],
  ['what is no JSON', '{', 'invalid_request'],
  [
    'a character no text can hold',
    { redirect_uris: [callback], client_name: 'a\u0000b' },
    'invalid_client_metadata',
  ],
  ['a list', '[]', 'invalid_client_metadata'],
])('registering with %s is refused', async (_name, body, error) => {
  const answer = await call('POST', '/oauth/register', body)
  expect([answer.status, answer.body.error]).toEqual([400, error])
})

test('an address in a registration is never called', async () => {
  const made = await call('POST', '/oauth/register', {
    redirect_uris: [callback],
    jwks_uri: 'http://169.254.169.254/',
    sector_identifier_uri: 'https://169.254.169.254/',
    logo_uri: 'http://169.254.169.254/',
  })
  expect(made.status).toBe(201)
  expect(made.body.jwks_uri).toBeUndefined()
})

test('from one place so many apps register and no more', async () => {
  const made = await Promise.all(
    Array.from({ length: 30 }, () => call('POST', '/oauth/register', { redirect_uris: [callback] })),
  )
  expect(made.filter((answer) => answer.status === 201)).toHaveLength(20)
  expect(made.filter((answer) => answer.status === 429)).toHaveLength(10)
})

test('an administrator looks after apps, and sees a secret once', async () => {
  const admin = await givenPerson(stoa, academy, 'admin')
  const made = await stoa
    .as(admin)
    .post('/identity/oauth-clients', { name: 'Notes', redirectUris: [callback] })
  expect(made.status).toBe(201)
  const path = `/identity/oauth-clients/${made.body.clientId}`
  expect((await stoa.as(admin).get(path)).text).not.toContain(made.body.secret)
  const changed = await stoa.as(admin).patch(path, { name: 'Notebook', isPublic: true })
  expect(changed.body).toMatchObject({ name: 'Notebook', isPublic: true, secret: null })
  expect((await stoa.as(admin).post(`${path}/secret`, {})).body.code).toBe(
    'identity.oauth_client_has_no_secret',
  )
  expect((await stoa.as(admin).patch(path, { isPublic: false })).body.secret).toHaveLength(43)
  expect((await stoa.as(admin).patch(path, { redirectUris: ['http://evil.test/'] })).status).toBe(422)
  const list = await stoa.as(admin).get('/identity/oauth-clients')
  expect(list.body.items[0]).toMatchObject({ clientId: made.body.clientId, name: 'Notebook' })

  await stoa.sql("update auth.sessions set authenticated_at = now() - interval '1 hour' where user_id = $1", [
    admin.userId,
  ])
  for (const answer of [
    await stoa.as(admin).post('/identity/oauth-clients', { name: 'More', redirectUris: [callback] }),
    await stoa.as(admin).patch(path, { name: 'x' }),
    await stoa.as(admin).post(`${path}/secret`, {}),
    await stoa.as(admin).delete(path),
  ])
    expect(answer.body.code).toBe('identity.proof_too_old')
  const student = await givenPerson(stoa, academy)
  for (const answer of [
    await stoa.as(student).get('/identity/oauth-clients'),
    await stoa.as(student).get(path),
    await stoa.as(student).delete(path),
  ])
    expect(answer.status).toBe(403)
})

test('a key that signs id tokens can be replaced while people sign in', async () => {
  const admin = await givenPerson(stoa, academy, 'admin')
  const { body: app } = await stoa
    .as(admin)
    .post('/identity/oauth-clients', { name: 'Keys', redirectUris: [callback] })
  const config = await clientOf(stoa, app)
  const tokens = await redeem(config, await allowed(stoa, config, admin, { scope: 'openid' }))
  await stoa.inside(academy.id, (ctx) => rotateSigningKeys(ctx))
  // Seen a minute later, also by the processes that did not do it.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
  const later = await clientOf(stoa, app)
  const fresh = await redeem(later, await allowed(stoa, later, admin, { scope: 'openid' }))
  const kid = (token: string) => JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()).kid
  expect(kid(fresh.id_token!)).not.toBe(kid(tokens.id_token!))
  // The token from before still says who wants to sign out.
  const { answer } = await new Browser(stoa, admin).follow(
    client.buildEndSessionUrl(later, { id_token_hint: tokens.id_token! }),
  )
  expect(answer.status).toBe(200)
})

test('what expired is removed, and an app that came by itself and was never let in', async () => {
  const made = await call('POST', '/oauth/register', { redirect_uris: [callback] })
  await stoa.sql("update auth.oauth_clients set updated_at = now() - interval '31 days' where id = $1", [
    made.body.client_id,
  ])
  await stoa.sql("update auth.oauth_artifacts set expires_at = now() - interval '1 second'")
  await stoa.sql("update auth.oauth_authorizations set expires_at = now() - interval '2 days'")
  await removeExpired(stoa.app.database.db)
  const [left] = await stoa.sql(
    `select (select count(*)::int from auth.oauth_artifacts) as artifacts, (select count(*)::int from auth.oauth_authorizations) as asked,
            (select count(*)::int from auth.oauth_clients where id = $1) as client`,
    [made.body.client_id],
  )
  expect(left).toEqual({ artifacts: 0, asked: 0, client: 0 })
})

test('an app that may do less from now on can do less at once', async () => {
  const admin = await givenPerson(stoa, academy, 'admin')
  const { body: app } = await stoa.as(admin).post('/identity/oauth-clients', {
    name: 'Less',
    redirectUris: [callback],
    scopes: ['openid', 'identity:read'],
  })
  const config = await clientOf(stoa, app)
  const tokens = await redeem(config, await allowed(stoa, config, admin, { scope: 'openid identity:read' }))
  const status = async () =>
    (
      await fetch(`${stoa.url}/api/v1/identity/me`, {
        headers: { authorization: `Bearer ${tokens.access_token}` },
      })
    ).status
  expect(await status()).toBe(200)
  await stoa.as(admin).patch(`/identity/oauth-clients/${app.clientId}`, { scopes: ['openid'] })
  expect(await status()).toBe(403)
})
