import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testConfig } from '../../../testing/test-config.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { signServiceToken } from '../sessions/access-tokens.ts'
import { type GivenOrganization, givenOrganization, givenPerson } from '../testing.ts'
import { authClient, callWire } from './testing.ts'

let stoa: TestStoa
let academy: GivenOrganization

beforeAll(async () => {
  const { auth } = testConfig()
  stoa = await testStoa({ auth: { ...auth, siteUrl: 'https://site.test' } })
  academy = await givenOrganization(stoa)
})
afterAll(() => stoa.close())

const callback = 'https://app.test/callback'
const password = 'correct horse battery staple'

/** Supabase's client with the key of a service. */
async function service(organization = academy) {
  const key = await signServiceToken(stoa.app, 'service_role', organization.id)
  return authClient(stoa, organization, { headers: { authorization: `Bearer ${key}`, apikey: key } }).admin
    .oauth
}

/** Supabase's client of somebody who signed in. */
async function signedIn(organization = academy) {
  const person = await givenPerson(stoa, organization, 'student', 'Sam Sample', password)
  const auth = authClient(stoa, organization)
  const { error } = await auth.signInWithPassword({ email: person.email, password })
  if (error) throw error
  return { person, oauth: auth.oauth, auth }
}

async function givenClient() {
  const { data, error } = await (await service()).createClient({
    client_name: 'Notes',
    redirect_uris: [callback],
  })
  if (error) throw error
  return data
}

/** The app sends somebody here. */
async function asked(clientId: string, changes: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString('base64url')
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callback,
    scope: 'openid email',
    state: 'the state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  })
  const answer = await stoa.server.inject({ url: `/auth/v1/oauth/authorize?${query}` })
  const location = answer.headers.location ? new URL(String(answer.headers.location)) : null
  return { answer, location, verifier, id: location?.searchParams.get('authorization_id') ?? '' }
}

async function redeem(app: { client_id: string; client_secret?: string }, form: Record<string, string>) {
  const answer = await stoa.server.inject({
    method: 'POST',
    url: '/auth/v1/oauth/token',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${app.client_id}:${app.client_secret}`).toString('base64')}`,
    },
    payload: new URLSearchParams(form).toString(),
  })
  return { status: answer.statusCode, body: answer.json() }
}

test('admin.oauth: apps of the organization by name, with a secret shown once', async () => {
  const oauth = await service()
  const made = await oauth.createClient({
    client_name: 'One',
    redirect_uris: [callback],
    client_uri: 'https://app.test',
  })
  expect(made.data).toMatchObject({
    client_name: 'One',
    client_type: 'confidential',
    registration_type: 'manual',
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
  })
  const id = made.data!.client_id
  expect(made.data!.client_secret).toHaveLength(43)
  const shown = await oauth.getClient(id)
  expect(shown.data).toMatchObject({ client_id: id, client_uri: 'https://app.test' })
  expect(shown.data!.client_secret).toBeUndefined()
  expect((await oauth.updateClient(id, { client_name: 'Two' })).data?.client_name).toBe('Two')
  const renewed = await oauth.regenerateClientSecret(id)
  expect(renewed.data!.client_secret).not.toBe(made.data!.client_secret)
  const list = await oauth.listClients({ page: 1, perPage: 10 })
  expect(list.data.clients.map((client) => client.client_id)).toContain(id)

  const elsewhere = await service(await givenOrganization(stoa))
  expect((await elsewhere.getClient(id)).error?.code).toBe('oauth_client_not_found')
  expect((await elsewhere.deleteClient(id)).error?.status).toBe(404)
  expect((await oauth.deleteClient(id)).error).toBeNull()
  expect((await oauth.getClient(id)).error?.status).toBe(404)

  const open = await oauth.createClient({
    client_name: 'In a browser',
    redirect_uris: [callback],
    token_endpoint_auth_method: 'none',
  })
  expect(open.data).toMatchObject({ client_type: 'public' })
  expect(open.data!.client_secret).toBeUndefined()
  expect((await oauth.regenerateClientSecret(open.data!.client_id)).error?.status).toBe(400)
  expect(
    (await oauth.createClient({ client_name: 'x', redirect_uris: ['http://evil.test'] })).error?.status,
  ).toBe(400)
  expect((await oauth.updateClient(open.data!.client_id, {})).error?.status).toBe(400)
})

test('oauth: a person sees what an app asks for, allows it, and it gets a code', async () => {
  const app = await givenClient()
  const { oauth, person } = await signedIn()
  const { id, verifier, location } = await asked(app.client_id)
  expect(`${location?.origin}${location?.pathname}`).toBe('https://site.test/oauth/consent')

  const details = await oauth.getAuthorizationDetails(id)
  expect(details.data).toEqual({
    authorization_id: id,
    redirect_uri: callback,
    client: { id: app.client_id, name: 'Notes', uri: '', logo_uri: '' },
    user: { id: person.userId, email: person.email },
    scope: 'openid email',
  })
  const approved = await oauth.approveAuthorization(id)
  const back = new URL(approved.data!.redirect_url)
  expect(Object.fromEntries(back.searchParams)).toMatchObject({
    state: 'the state',
    iss: 'http://stoa.test/oauth',
  })

  const form = {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code')!,
    redirect_uri: callback,
    code_verifier: verifier,
  }
  const tokens = await redeem(app, form)
  expect(tokens.body).toMatchObject({ token_type: 'Bearer', scope: 'openid email' })
  const who = await stoa.server.inject({
    url: '/auth/v1/oauth/userinfo',
    headers: { authorization: `Bearer ${tokens.body.access_token}` },
  })
  expect(who.json()).toMatchObject({ sub: person.userId, email: person.email })
  const next = await redeem(app, { grant_type: 'refresh_token', refresh_token: tokens.body.refresh_token })
  expect(next.status).toBe(200)

  const grants = await oauth.listGrants()
  expect(grants.data).toMatchObject([
    { client: { id: app.client_id, name: 'Notes' }, scopes: ['openid', 'email'] },
  ])
  // Asked again for the same, it is led on at once.
  const again = await oauth.getAuthorizationDetails((await asked(app.client_id)).id)
  expect(again.data).toHaveProperty('redirect_url')

  expect((await oauth.revokeGrant({ clientId: app.client_id })).error).toBeNull()
  expect((await oauth.listGrants()).data).toEqual([])
  expect((await oauth.revokeGrant({ clientId: app.client_id })).error?.status).toBe(404)
  expect(
    (await redeem(app, { grant_type: 'refresh_token', refresh_token: next.body.refresh_token })).status,
  ).toBe(400)
})

test('oauth: a person says no', async () => {
  const app = await givenClient()
  const { oauth } = await signedIn()
  const { id } = await asked(app.client_id)
  const denied = await oauth.denyAuthorization(id)
  const back = new URL(denied.data!.redirect_url)
  expect(back.searchParams.get('error')).toBe('access_denied')
  expect((await oauth.approveAuthorization(id)).error?.code).toBe('oauth_authorization_not_found')
})

test('of fifty parallel approvals one gives a code, and the request is whose it was first', async () => {
  const app = await givenClient()
  const [one, two] = [await signedIn(), await signedIn()]
  const { id } = await asked(app.client_id)
  expect((await one.oauth.getAuthorizationDetails(id)).error).toBeNull()
  expect((await two.oauth.getAuthorizationDetails(id)).error?.status).toBe(404)
  expect((await two.oauth.approveAuthorization(id)).error?.status).toBe(404)
  const token = (await one.auth.getSession()).data.session!.access_token
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      callWire(stoa, academy, 'POST', `/oauth/authorizations/${id}/consent`, {
        token,
        body: { action: 'approve' },
      }),
    ),
  )
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
})

test('the tokens end with the sign-in of the person, unless the app may go on alone', async () => {
  const app = await givenClient()
  const { oauth, auth } = await signedIn()
  const tokensFor = async (scope: string) => {
    const { id, verifier } = await asked(app.client_id, { scope })
    const found = await oauth.getAuthorizationDetails(id)
    const url = new URL(
      'redirect_url' in found.data!
        ? found.data.redirect_url
        : (await oauth.approveAuthorization(id)).data!.redirect_url,
    )
    return redeem(app, {
      grant_type: 'authorization_code',
      code: url.searchParams.get('code')!,
      redirect_uri: callback,
      code_verifier: verifier,
    })
  }
  const online = await tokensFor('openid')
  const offline = await tokensFor('openid offline_access')
  await auth.signOut({ scope: 'local' })
  expect(
    (await redeem(app, { grant_type: 'refresh_token', refresh_token: online.body.refresh_token })).status,
  ).toBe(400)
  expect(
    (await redeem(app, { grant_type: 'refresh_token', refresh_token: offline.body.refresh_token })).status,
  ).toBe(200)
})

test('a request with something wrong is refused, and nobody is sent where it was not registered', async () => {
  const app = await givenClient()
  for (const changes of [
    { client_id: 'nobody' },
    { redirect_uri: 'https://app.test/callback/' },
    { redirect_uri: 'https://evil.test' },
    { nonce: 'a\u0000b' },
  ]) {
    const { answer } = await asked(app.client_id, changes as unknown as Record<string, string>)
    expect([400, 404]).toContain(answer.statusCode)
    expect(answer.headers.location).toBeUndefined()
  }
  for (const [changes, error] of [
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ code_challenge: '' }, 'invalid_request'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ scope: 'openid identity:write' }, 'invalid_scope'],
  ] as const) {
    const { location } = await asked(app.client_id, changes)
    expect([location?.origin, location?.searchParams.get('error')]).toEqual(['https://app.test', error])
  }
})

test('an app of one organization asks nobody of another, and the page of ours can answer, too', async () => {
  const app = await givenClient()
  const stranger = await signedIn(await givenOrganization(stoa))
  const { id } = await asked(app.client_id)
  expect((await stranger.oauth.getAuthorizationDetails(id)).error?.status).toBe(403)
  expect((await stranger.oauth.approveAuthorization(id)).error?.status).toBe(403)

  const sam = await givenPerson(stoa, academy)
  expect((await stoa.as(sam).get(`/identity/authorizations/${id}`)).body.app.name).toBe('Notes')
  const { body } = await stoa.as(sam).post(`/identity/authorizations/${id}/decision`, { allow: true })
  expect(new URL(body.url).searchParams.get('code')).toHaveLength(54)
})

test('an app registers by itself', async () => {
  const made = await callWire(stoa, academy, 'POST', '/oauth/clients/register', {
    body: { client_name: 'Came by itself', redirect_uris: [callback], client_type: 'public' },
  })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    registration_type: 'dynamic',
    client_type: 'public',
    token_endpoint_auth_method: 'none',
  })
  const wrong = {
    client_name: 'x',
    redirect_uris: [callback],
    client_type: 'public',
    token_endpoint_auth_method: 'client_secret_post',
  }
  expect((await callWire(stoa, academy, 'POST', '/oauth/clients/register', { body: wrong })).status).toBe(400)
})
