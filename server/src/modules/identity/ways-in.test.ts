import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testConfig } from '../../testing/test-config.ts'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { appCode, givenApp, timePasses } from './factors/testing.ts'
import { givenPasskey } from './passkeys/testing.ts'
import { type GivenIssuer, givenBrowser, givenIssuer, pathOf, withProviders } from './providers/testing.ts'
import { givenIdp, readRequest, respond, type TestIdp } from './sso/testing.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
  mailTo,
  textTo,
  tokenMailedTo,
} from './testing.ts'
import { authClient, callWire, codeMailedTo, codeTextedTo } from './wire/testing.ts'

const password = 'seven blue herons'
const aToken = { name: 'x', scopes: ['identity:read'], expiresInDays: 7 }
const short = () => randomBytes(4).toString('hex')
let stoa: TestStoa
let google: GivenIssuer
let organization: GivenOrganization
let owner: GivenPerson
let sam: GivenPerson
let phone: string
let sso: { saml: string; oidc: string; idp: TestIdp }

beforeAll(async () => {
  google = await givenIssuer()
  const { auth } = testConfig()
  const plenty = { ...auth.rateLimits, tokenRefresh: 100_000, otp: 100_000, verify: 100_000 }
  const changes = { mailPauseSeconds: 0, smsPauseSeconds: 0, rateLimits: plenty, anonymousEnabled: true }
  stoa = await testStoa(withProviders({ google }, changes))
})
afterAll(async () => {
  await stoa.close()
  await google.close()
})
beforeEach(async () => {
  await stoa.sql('delete from platform.rate_limits')
  organization = await givenOrganization(stoa)
  owner = await givenPerson(stoa, organization, 'owner')
  sam = await givenPerson(stoa, organization, 'student', 'Sam Sample', password)
  phone = `4915${String(Math.random()).slice(2, 11)}`
  const domain = `firm-${short()}.test`
  sam = { ...sam, email: `sam@${domain}` }
  await stoa.sql('update auth.users set email = $2, phone = $3, phone_confirmed_at = now() where id = $1', [
    sam.userId,
    sam.email,
    phone,
  ])
  await stoa.sql('update auth.user_emails set email = $2 where user_id = $1', [sam.userId, sam.email])
  sso = await givenSignOn(domain)
})

/** Single sign-on of the organization by both protocols, for a domain it has proven. */
async function givenSignOn(domain: string) {
  const idp = givenIdp()
  const add = async (wish: object) => (await stoa.as(owner).post('/identity/sso-providers', wish)).body.id
  const saml = await add({ kind: 'saml', name: 'Firm', metadataXml: idp.metadata, domains: [domain] })
  const { url: issuer, clientId, clientSecret } = google
  const oidcDomain = `also-${domain}`
  const oidc = await add({
    kind: 'oidc',
    name: 'Firm 2',
    issuer,
    clientId,
    clientSecret,
    domains: [oidcDomain],
  })
  await stoa.sql(
    `with d as (update auth.sso_domains set verified_at = now(), verified_by = 'operator' where organization_id = $1 returning *)
     insert into auth.proven_domains (domain, organization_id, sso_domain_id) select domain, organization_id, id from d`,
    [organization.id],
  )
  return { saml, oidc, idp }
}

const at = () => stoa.strangerAt(organization)
const wire = (path: string, body: object) => callWire(stoa, organization, 'POST', path, { body })
const cookieIn = (cookies: Map<string, string>) => cookies.get('stoa') ?? ''

async function webCode(given: { email?: string; phone?: string }): Promise<string> {
  await at().post('/identity/sign-in-codes', given)
  const text = given.email ? (await mailTo(stoa, given.email)).text : await textTo(stoa, `+${phone}`)
  return /\b(\d{6})\b/.exec(text.replace(/https?:\S+/g, ''))?.[1] ?? ''
}

const redeemed = async (body: object) =>
  (await at().post('/identity/sign-in-codes/redemptions', body)).body.token as string

async function bySaml(): Promise<string> {
  const left = await at().post('/identity/sso-visits', { providerId: sso.saml })
  const [cookie = ''] = [left.headers['set-cookie']].flat() as string[]
  const answer = respond(sso.idp, readRequest(left.body.url), { attributes: { email: sam.email } })
  const back = await stoa.server.inject({
    method: 'POST',
    url: '/auth/v1/sso/saml/acs',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookie.split(';')[0]! },
    payload: new URLSearchParams(answer).toString(),
  })
  return back.cookies.find(({ name }) => name === 'stoa')?.value ?? ''
}

/** Signing in somewhere in a browser, and what it has in its cookie then. */
async function throughIssuer(path: string, wish: object, email: string): Promise<string> {
  const browser = givenBrowser(stoa, organization)
  const { body } = await browser.post(path, wish)
  google.person = { sub: sam.userId, email, email_verified: true }
  await browser.get(pathOf(await google.visit(String(body.url))))
  return cookieIn(browser.cookies)
}

async function byOidcSso(): Promise<string> {
  const email = sam.email.replace('@', '@also-')
  await stoa.sql(
    'insert into auth.user_emails (user_id, email, is_verified, verified_at) values ($1, $2, true, now())',
    [sam.userId, email],
  )
  return throughIssuer('/identity/sso-visits', { providerId: sso.oidc }, email)
}

async function byPkce(): Promise<string> {
  const client = authClient(stoa, organization, { flowType: 'pkce' })
  await client.signInWithOtp({ email: sam.email })
  const { path } = await codeMailedTo(stoa, sam.email)
  const { headers } = await callWire(stoa, organization, 'GET', path)
  const code = new URL(headers.location!).searchParams.get('code') ?? ''
  return (await client.exchangeCodeForSession(code)).data.session?.access_token ?? ''
}

async function byRefresh(): Promise<string> {
  const first = await wire('/token?grant_type=password', { email: sam.email, password })
  const next = await wire('/token?grant_type=refresh_token', { refresh_token: first.body.refresh_token })
  return next.body.access_token
}

async function byPasskeyOfOneFactor(): Promise<string> {
  const { device } = passkeys.get(sam.userId)!
  const { challengeId, options } = (await at().post('/identity/passkey-challenges')).body
  const credential = device.get(options, { userVerified: false })
  return (await at().post('/identity/passkey-sessions', { challengeId, credential })).body.token
}
const passkeys = new Map<string, Awaited<ReturnType<typeof givenPasskey>>>()

async function afterReset(): Promise<string> {
  await at().post('/identity/password-reset-requests', { email: sam.email })
  const token = await tokenMailedTo(stoa, sam.email)
  await at().post('/identity/password-resets', { token, password: 'eleven green otters' })
  const { body } = await at().post('/identity/sessions', {
    email: sam.email,
    password: 'eleven green otters',
  })
  return body.token
}

async function byChangedAddress(): Promise<string> {
  await callWire(stoa, organization, 'PUT', '/user', {
    token: appSession,
    body: { email: `new-${sam.email}` },
  })
  const verify = async (email: string) => {
    const { token } = await codeMailedTo(stoa, email)
    return wire('/verify', { type: 'email_change', token_hash: token })
  }
  await verify(sam.email)
  return (await verify(`new-${sam.email}`)).body.access_token
}
let appSession = ''

/** Every way in that ends with a session of a person who existed before, by its name in the guide. */
const ways: Record<string, () => Promise<string>> = {
  'address and password': async () =>
    (await at().post('/identity/sessions', { email: sam.email, password })).body.token,
  'a mailed code': async () => redeemed({ email: sam.email, code: await webCode({ email: sam.email }) }),
  'a mailed link': async () => {
    await webCode({ email: sam.email })
    return redeemed({ token: await tokenMailedTo(stoa, sam.email) })
  },
  'a code on the phone': async () =>
    redeemed({ phone: `+${phone}`, code: await webCode({ phone: `+${phone}` }) }),
  'a passkey that checked nobody': byPasskeyOfOneFactor,
  'another provider': () => throughIssuer('/identity/provider-visits', { provider: 'google' }, sam.email),
  'single sign-on by OpenID Connect': byOidcSso,
  'single sign-on by SAML': bySaml,
  'a new password by a reset link': afterReset,
  'wire: password': async () =>
    (await wire('/token?grant_type=password', { email: sam.email, password })).body.access_token,
  'wire: phone and password': async () =>
    (await wire('/token?grant_type=password', { phone, password })).body.access_token,
  'wire: mailed code': async () => {
    await wire('/otp', { email: sam.email })
    const { code } = await codeMailedTo(stoa, sam.email)
    return (await wire('/verify', { type: 'email', email: sam.email, token: code })).body.access_token
  },
  'wire: opened link': async () => {
    await wire('/magiclink', { email: sam.email })
    const { path } = await codeMailedTo(stoa, sam.email)
    const { headers } = await callWire(stoa, organization, 'GET', path)
    return new URLSearchParams(new URL(headers.location!).hash.slice(1)).get('access_token') ?? ''
  },
  'wire: recovery link': async () => {
    await wire('/recover', { email: sam.email })
    const { token } = await codeMailedTo(stoa, sam.email)
    return (await wire('/verify', { type: 'recovery', token_hash: token })).body.access_token
  },
  'wire: text message': async () => {
    await wire('/otp', { phone })
    const token = await codeTextedTo(stoa, phone)
    return (await wire('/verify', { type: 'sms', phone, token })).body.access_token
  },
  'wire: PKCE code': byPkce,
  'wire: id token': async () => {
    const claims = { sub: sam.userId, email: sam.email, email_verified: true }
    const given = { provider: 'google', id_token: await google.idToken(claims) }
    return (await wire('/token?grant_type=id_token', given)).body.access_token
  },
  'wire: refresh token': byRefresh,
  'wire: confirmed change of address': byChangedAddress,
}

describe('no way in skips the second factor', () => {
  test.each(Object.keys(ways))('%s', async (name) => {
    // What some ways need was there before the factor was.
    passkeys.set(sam.userId, await givenPasskey(stoa, sam))
    appSession = (await wire('/token?grant_type=password', { email: sam.email, password })).body.access_token
    const { factorId, secret } = await givenApp(stoa, sam)
    if (name === 'wire: confirmed change of address') await raiseApp(factorId, secret)
    await timePasses(stoa)
    const token = await ways[name]!()
    expect(token).toMatch(/.{43}/)
    const who = stoa.as({ token })
    const isApp = token.split('.').length === 3

    // Their own door, the API of every module, and what only signed-in people see, are shut.
    for (const path of [
      '/identity/me',
      '/identity/me/addresses',
      '/identity/sessions',
      '/notifications/unread',
    ])
      expect([path, (await who.get(path)).status]).toEqual([path, 403])
    expect((await who.get('/identity/login-history')).body.code).toBe('on_hold')
    expect((await who.post('/identity/me/api-tokens', aToken)).status).toBe(403)
    expect((await who.post('/identity/factors', { type: 'totp', name: 'Mine now' })).status).toBe(403)
    if (isApp) {
      const change = await callWire(stoa, organization, 'PUT', '/user', { token, body: { data: { a: 1 } } })
      expect(change.body.error_code).toBe('insufficient_aal')
    }

    // The factor opens it, and the token from before does not rise along.
    const answer = await who.post(`/identity/factors/${factorId}/verifications`, { code: appCode(secret) })
    expect(answer.status).toBe(200)
    expect(answer.body.owes).toBeNull()
    if (isApp) return
    expect(answer.body.token).not.toBe(token)
    expect((await who.get('/identity/me')).status).toBe(401)
    expect((await stoa.as(answer.body).get('/identity/me')).status).toBe(200)
  })

  async function raiseApp(factorId: string, secret: string) {
    await timePasses(stoa)
    const raised = await stoa
      .as({ token: appSession })
      .post(`/identity/factors/${factorId}/verifications`, { code: appCode(secret) })
    expect(raised.status).toBe(200)
  }

  test('an invitation is accepted by who is fully in, and opens no session for who has one already', async () => {
    const elsewhere = await givenOrganization(stoa)
    const inviter = await givenPerson(stoa, elsewhere, 'owner')
    const roles = (await stoa.as(inviter).get('/identity/roles')).body.items
    const roleId = roles.find((role: { key: string }) => role.key === 'student').id
    await stoa.as(inviter).post('/identity/invitations', { email: sam.email, roleId })
    const link = await tokenMailedTo(stoa, sam.email)
    const { token } = await givenApp(stoa, sam)
    const half = (await at().post('/identity/sessions', { email: sam.email, password })).body
    const accept = (who: { token: string } | null) =>
      (who ? stoa.as(who) : stoa.stranger).post('/identity/invitation-acceptances', { token: link })
    for (const answer of [await accept(null), await accept(half)])
      expect(answer.body.code).toBe('identity.sign_in_to_accept')
    const accepted = await accept({ token })
    expect([accepted.status, accepted.body.token]).toEqual([201, null])
  })

  test('an anonymous person who became a full one owes their first factor in the session they had before', async () => {
    const client = authClient(stoa, organization)
    await client.signInAnonymously()
    await client.updateUser({ email: `anna-${short()}@people.test` })
    const email = (await client.getUser()).data.user?.new_email ?? ''
    const { token: link } = await codeMailedTo(stoa, email)
    const upgraded = await wire('/verify', { type: 'email_change', token_hash: link })
    const token = upgraded.body.access_token
    const begun = await stoa.as({ token }).post('/identity/factors', { type: 'totp', name: 'App' })
    const code = appCode(begun.body.totp.secret)
    await stoa.as({ token }).post(`/identity/factors/${begun.body.factor.id}/verifications`, { code })
    await client.refreshSession()
    const first = (await client.getSession()).data.session?.access_token ?? ''
    expect((await stoa.as({ token: first }).get('/identity/me')).body.code).toBe('on_hold')
  })

  test('who acts in somebody’s name proved themselves, and opens none of the doors that ask for the person', async () => {
    const { token } = await givenApp(stoa, sam)
    await stoa.sql('update auth.sessions set authenticated_at = now() where user_id = $1', [owner.userId])
    const acting = await stoa
      .as(owner)
      .post(`/identity/people/${sam.userId}/impersonations`, { reason: 'Asked for help' })
    expect(acting.status).toBe(201)
    const inTheirName = stoa.as(acting.body)
    expect((await inTheirName.get('/identity/me')).status).toBe(200)
    for (const answer of [
      await inTheirName.get('/identity/me/export'),
      await inTheirName.get('/identity/factors'),
      await inTheirName.post('/identity/me/api-tokens', aToken),
      await inTheirName.post('/identity/me/addresses', { email: `x-${sam.email}` }),
      await inTheirName.put('/identity/me/password', {
        currentPassword: password,
        newPassword: 'seven red herons',
      }),
      await inTheirName.delete('/identity/sessions'),
    ])
      expect([answer.status, ['forbidden', 'identity.proof_too_old']]).toEqual([
        403,
        expect.arrayContaining([answer.body.code]),
      ])
    expect((await stoa.as({ token }).get('/identity/me')).status).toBe(200)
  })

  test('a passkey that checked a PIN or a finger is two factors in itself', async () => {
    const { device } = await givenPasskey(stoa, sam)
    await givenApp(stoa, sam)
    const { challengeId, options } = (await at().post('/identity/passkey-challenges')).body
    const entered = await at().post('/identity/passkey-sessions', {
      challengeId,
      credential: device.get(options, { userVerified: true }),
    })
    expect(entered.body.owes).toBeNull()
    expect((await stoa.as(entered.body).get('/identity/me')).status).toBe(200)
  })
})

describe('session fixation', () => {
  const signIn = (cookie: string | null, mode = 'cookie') =>
    stoa.server.inject({
      method: 'POST',
      url: '/api/v1/identity/sessions',
      headers: { 'stoa-organization': organization.slug, ...(cookie ? { cookie: `stoa=${cookie}` } : {}) },
      payload: { email: sam.email, password, mode },
    })
  const tokenOf = (answer: Awaited<ReturnType<typeof signIn>>) =>
    answer.cookies.find(({ name }) => name === 'stoa')?.value ?? ''
  const status = async (cookie: string) =>
    (
      await stoa.server.inject({
        url: '/api/v1/identity/me',
        headers: { 'stoa-organization': organization.slug, cookie: `stoa=${cookie}` },
      })
    ).statusCode

  test('a token put into the browser before signing in opens nothing after', async () => {
    const planted = randomBytes(32).toString('base64url')
    const token = tokenOf(await signIn(planted))
    expect(token).not.toBe(planted)
    expect([await status(planted), await status(token)]).toEqual([401, 200])
  })

  test('whoever signs in again gets a new token, and the one their browser had before ends', async () => {
    const first = tokenOf(await signIn(null))
    const second = tokenOf(await signIn(first))
    expect(second).not.toBe(first)
    expect([await status(first), await status(second)]).toEqual([401, 200])
    // Somebody else on the same machine does not go on as the one before them.
    const other = await givenPerson(stoa, organization)
    await stoa.sql(
      'update auth.users set encrypted_password = (select encrypted_password from auth.users where id = $2) where id = $1',
      [other.userId, sam.userId],
    )
    const third = await stoa.server.inject({
      method: 'POST',
      url: '/api/v1/identity/sessions',
      headers: { 'stoa-organization': organization.slug, cookie: `stoa=${second}` },
      payload: { email: other.email, password, mode: 'cookie' },
    })
    expect([await status(second), await status(tokenOf(third))]).toEqual([401, 200])
  })

  test('a failed sign-in leaves the session of the browser as it was', async () => {
    const first = tokenOf(await signIn(null))
    const wrong = await stoa.server.inject({
      method: 'POST',
      url: '/api/v1/identity/sessions',
      headers: { 'stoa-organization': organization.slug, cookie: `stoa=${first}` },
      payload: { email: sam.email, password: 'not the password', mode: 'cookie' },
    })
    expect([wrong.statusCode, await status(first)]).toEqual([401, 200])
  })

  test('each further proof changes the token: password, code by mail, passkey, authenticator app, recovery code', async () => {
    const { device } = await givenPasskey(stoa, sam)
    let token = sam.token
    const proveAnew = async (path: string, body: object) => {
      const answer = await stoa.as({ token }).post(path, body)
      expect([path, answer.status]).toEqual([path, 200])
      expect(answer.body.token).not.toBe(token)
      expect((await stoa.as({ token }).get('/identity/me')).status).toBe(401)
      token = answer.body.token
    }
    await proveAnew('/identity/proofs', { by: 'password', password })
    await stoa.settle()
    await stoa.as({ token }).post('/identity/proofs/mailed-codes')
    const code = /\b(\d{6})\b/.exec((await mailTo(stoa, sam.email)).text)![1]
    await proveAnew('/identity/proofs', { by: 'mailed_code', code })
    const asked = (await at().post('/identity/passkey-challenges')).body
    const credential = device.get(asked.options)
    await proveAnew('/identity/proofs', { by: 'passkey', challengeId: asked.challengeId, credential })
    const app = await givenApp(stoa, { ...sam, token })
    token = app.token
    await proveAnew('/identity/proofs', { by: 'factor', factorId: app.factorId, code: appCode(app.secret) })
    await proveAnew('/identity/recovery-codes/verifications', { code: app.recoveryCodes[0] })
  })
})
