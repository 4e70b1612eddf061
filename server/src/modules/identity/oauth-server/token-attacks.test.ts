import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GivenOrganization, type GivenPerson, givenOrganization, givenPerson } from '../testing.ts'
import {
  allowed,
  ask,
  Browser,
  callback,
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

/** The token endpoint as an attacker calls it, with nothing between. */
async function token(form: Form, who: { clientId: string; secret: string | null } = app) {
  const answer = await fetch(`${stoa.url}/oauth/token`, {
    method: 'POST',
    headers: who.secret
      ? { authorization: `Basic ${Buffer.from(`${who.clientId}:${who.secret}`).toString('base64')}` }
      : {},
    body: new URLSearchParams(who.secret ? form : { ...form, client_id: who.clientId }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, string> }
}

const exchange = (came: { back: URL; verifier: string }, changes: Form = {}): Form => ({
  grant_type: 'authorization_code',
  code: came.back.searchParams.get('code')!,
  redirect_uri: callback,
  code_verifier: came.verifier,
  ...changes,
})

const meStatus = async (accessToken: string) =>
  (await fetch(`${stoa.url}/api/v1/identity/me`, { headers: { authorization: `Bearer ${accessToken}` } }))
    .status

test('of fifty parallel redemptions of a code one works, and they end what it gave', async () => {
  const came = await allowed(stoa, config, await givenPerson(stoa, academy))
  const answers = await Promise.all(Array.from({ length: 50 }, () => token(exchange(came))))
  const good = answers.filter((answer) => answer.status === 200)
  expect(good).toHaveLength(1)
  expect(answers.filter((answer) => answer.body.error === 'invalid_grant')).toHaveLength(49)
  expect(await meStatus(good[0]!.body.access_token!)).toBe(401)
})

test('of fifty parallel uses of a refresh token one works, and they end the family', async () => {
  const tokens = await redeem(config, await allowed(stoa, config, await givenPerson(stoa, academy)))
  const form = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token! }
  const answers = await Promise.all(Array.from({ length: 50 }, () => token(form)))
  const good = answers.filter((answer) => answer.status === 200)
  expect(good).toHaveLength(1)
  expect(await meStatus(good[0]!.body.access_token!)).toBe(401)
  expect((await token({ ...form, refresh_token: good[0]!.body.refresh_token! })).status).toBe(400)
})

test('a code that is shown again is refused, and the tokens it gave end', async () => {
  const came = await allowed(stoa, config, await givenPerson(stoa, academy))
  const first = await token(exchange(came))
  expect(await meStatus(first.body.access_token!)).toBe(200)
  expect((await token(exchange(came))).body.error).toBe('invalid_grant')
  expect(await meStatus(first.body.access_token!)).toBe(401)
  expect(
    (await token({ grant_type: 'refresh_token', refresh_token: first.body.refresh_token! })).status,
  ).toBe(400)
})

test.each([
  ['another verifier', { code_verifier: client.randomPKCECodeVerifier() }, 'invalid_grant'],
  ['no verifier', { code_verifier: '' }, 'invalid_grant'],
  ['another address', { redirect_uri: 'https://app.test/callback2' }, 'invalid_grant'],
  ['no address', { redirect_uri: '' }, 'invalid_request'],
  ['a made-up code', { code: 'x'.repeat(54) }, 'invalid_grant'],
  ['a code with NUL', { code: 'x\u0000y' }, 'invalid_grant'],
])('a code is worth nothing with %s', async (_name, changes, error) => {
  const came = await allowed(stoa, config, sam)
  const answer = await token(exchange(came, changes))
  expect(answer.status).toBe(400)
  expect(answer.body.error).toBe(error)
})

test('a code lives a minute, and refresh tokens a year together, however often they are renewed', async () => {
  const lou = await givenPerson(stoa, academy)
  const came = await allowed(stoa, config, lou)
  const [code] = await stoa.sql<{ seconds: number }>(
    `select extract(epoch from expires_at - now())::int as seconds from auth.oauth_authorizations
      where user_id = $1 and authorization_code_hash is not null`,
    [lou.userId],
  )
  expect(code!.seconds).toBeLessThanOrEqual(60)
  const first = await redeem(config, came)
  await stoa.sql(
    `update auth.oauth_artifacts set payload = payload || jsonb_build_object('iiat', floor(extract(epoch from now() - interval '364 days')))
      where kind = 'RefreshToken' and user_id = $1`,
    [lou.userId],
  )
  const next = await token({ grant_type: 'refresh_token', refresh_token: first.refresh_token! })
  expect(next.status).toBe(200)
  const [last] = await stoa.sql<{ hours: number }>(
    `select max(extract(epoch from expires_at - now()) / 3600)::int as hours from auth.oauth_artifacts
      where kind = 'RefreshToken' and user_id = $1 and consumed_at is null`,
    [lou.userId],
  )
  expect(last!.hours).toBeLessThanOrEqual(24)
})

test("another app's code and refresh token are worth nothing", async () => {
  const thief = await givenApp(stoa, academy, { name: 'Thief' })
  const spa = await givenApp(stoa, academy, { name: 'In a browser', isPublic: true })
  const came = await allowed(stoa, config, await givenPerson(stoa, academy))
  for (const other of [thief, spa])
    expect((await token(exchange(came), other)).body.error).toBe('invalid_grant')
  const tokens = await redeem(config, came)
  const form = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token! }
  for (const other of [thief, spa]) expect((await token(form, other)).body.error).toBe('invalid_grant')
  // Nor can they look into it or end it.
  const theirs = await clientOf(stoa, thief)
  expect((await client.tokenIntrospection(theirs, tokens.access_token)).active).toBe(false)
  await client.tokenRevocation(theirs, tokens.access_token)
  expect(await meStatus(tokens.access_token)).toBe(200)
})

test('an app that has a secret must show it', async () => {
  const came = await allowed(stoa, config, sam)
  const { clientId } = app
  expect((await token(exchange(came), { clientId, secret: 'wrong' })).status).toBe(401)
  expect((await token(exchange(came), { clientId, secret: null })).status).toBe(401)
  // What is stored of it is not it.
  const [row] = await stoa.sql<{ hash: string }>(
    'select client_secret_hash as hash from auth.oauth_clients where id = $1',
    [clientId],
  )
  expect((await token(exchange(came), { clientId, secret: row!.hash })).status).toBe(401)
  const renewed = await stoa
    .as(await givenPerson(stoa, academy, 'admin'))
    .post(`/identity/oauth-clients/${clientId}/secret`, {})
  expect(renewed.status).toBe(201)
  expect((await token(exchange(came))).status).toBe(401)
  app = { clientId, secret: renewed.body.secret }
  config = await clientOf(stoa, app)
  expect((await token(exchange(came))).status).toBe(200)
})

test("a page of another site reads nothing: not with a token it found, and never with a person's cookie", async () => {
  const spa = await givenApp(stoa, academy, { name: 'In a browser', isPublic: true })
  const theirs = await clientOf(stoa, spa)
  const tokens = await redeem(theirs, await allowed(stoa, theirs, sam))
  const corsFor = async (origin: string) => {
    const headers = { origin, authorization: `Bearer ${tokens.access_token}` }
    const answer = await fetch(`${stoa.url}/oauth/userinfo`, { headers })
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    return answer.headers.get('access-control-allow-origin')
  }
  expect(await corsFor('https://app.test')).toBe('https://app.test')
  expect(await corsFor('https://evil.test')).not.toBe('https://evil.test')
})

test('an answer that names another issuer is refused by the client: mix-up', async () => {
  const came = await allowed(stoa, config, sam)
  came.back.searchParams.set('iss', 'https://evil.test')
  await expect(redeem(config, came)).rejects.toThrow('invalid response encountered')
})

test('an app asks the people of its own organization only', async () => {
  const elsewhere = await givenOrganization(stoa)
  const stranger = await givenPerson(stoa, elsewhere)
  const { url } = await new Browser(stoa, stranger).follow((await ask(config)).url)
  expect(url.searchParams.get('error')).toBe('access_denied')
  // Nor does its administrator see or touch it.
  const admin = await givenPerson(stoa, elsewhere, 'owner')
  for (const call of [
    stoa.as(admin).get(`/identity/oauth-clients/${app.clientId}`),
    stoa.as(admin).patch(`/identity/oauth-clients/${app.clientId}`, { name: 'Mine' }),
    stoa.as(admin).post(`/identity/oauth-clients/${app.clientId}/secret`, {}),
    stoa.as(admin).delete(`/identity/oauth-clients/${app.clientId}`),
  ])
    expect((await call).status).toBe(404)
})

test('who left, was banned or deleted is refused at once, tokens in hand', async () => {
  for (const end of [
    "update auth.memberships set status = 'inactive' where user_id = $1",
    "insert into auth.bans (organization_id, user_id, reason) select organization_id, user_id, 'x' from auth.memberships where user_id = $1",
    "update auth.users set banned_until = now() + interval '1 day' where id = $1",
    'update auth.users set deleted_at = now() where id = $1',
  ]) {
    const lou = await givenPerson(stoa, academy)
    const tokens = await redeem(config, await allowed(stoa, config, lou))
    await stoa.sql(end, [lou.userId])
    expect([end, await meStatus(tokens.access_token)]).toEqual([end, 401])
    expect((await token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token! })).status).toBe(
      400,
    )
    await expect(client.fetchUserInfo(config, tokens.access_token, lou.userId)).rejects.toThrow()
  }
})

test('an app without its administrator: what it was given ends with it', async () => {
  const gone = await givenApp(stoa, academy, { name: 'Gone' })
  const theirs = await clientOf(stoa, gone)
  const tokens = await redeem(theirs, await allowed(stoa, theirs, await givenPerson(stoa, academy)))
  const admin = await givenPerson(stoa, academy, 'admin')
  expect((await stoa.as(admin).delete(`/identity/oauth-clients/${gone.clientId}`)).status).toBe(200)
  expect(await meStatus(tokens.access_token)).toBe(401)
  const { answer } = await new Browser(stoa, sam).follow((await ask(theirs)).url)
  expect(await answer.text()).toContain('invalid_client')
})

test('nothing that opens a door is readable in the database', async () => {
  const came = await allowed(stoa, config, await givenPerson(stoa, academy))
  const code = came.back.searchParams.get('code')!
  const tokens = await redeem(config, came)
  const rows = await stoa.sql<{ text: string }>(
    `select to_jsonb(a)::text as text from auth.oauth_artifacts a union all
     select to_jsonb(a)::text from auth.oauth_authorizations a union all select to_jsonb(c)::text from auth.oauth_clients c union all
     select to_jsonb(e)::text from audit.entries e`,
  )
  const all = rows.map((row) => row.text).join('\n')
  for (const secret of [code, tokens.access_token, tokens.refresh_token!, app.secret!, came.verifier])
    expect(all).not.toContain(secret)
})
