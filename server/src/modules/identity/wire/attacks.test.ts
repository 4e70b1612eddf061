import { randomBytes } from 'node:crypto'
import { importJWK, type JWK, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testConfig } from '../../../testing/test-config.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { signServiceToken } from '../sessions/access-tokens.ts'
import { type GivenOrganization, type GivenPerson, givenOrganization, givenPerson } from '../testing.ts'
import { callWire, codeMailedTo, codeTextedTo } from './testing.ts'

const password = 'a long enough passphrase'

let stoa: TestStoa
let organization: GivenOrganization
let person: GivenPerson
let session: { access_token: string; refresh_token: string; user: { id: string } }
beforeAll(async () => {
  const { auth } = testConfig()
  const plenty = { ...auth.rateLimits, tokenRefresh: 100_000, otp: 100_000, verify: 100_000 }
  stoa = await testStoa({
    auth: {
      ...auth,
      rateLimits: plenty,
      mailPauseSeconds: 0,
      siteUrl: 'https://site.test',
      uriAllowList: [
        'https://app.test/**',
        'https://*.tenants.test/in',
        'myapp://signed-in',
        'https://**.wide.test/**',
      ],
    },
  })
})
afterAll(() => stoa.close())
beforeEach(async () => {
  organization = await givenOrganization(stoa)
  person = await givenPerson(stoa, organization, 'student', 'Sam Sample', password)
  session = (await signIn(organization)).body
})

const signIn = (at: GivenOrganization) =>
  callWire(stoa, at, 'POST', '/token?grant_type=password', { body: { email: person.email, password } })
const me = (token: string, at = organization) => callWire(stoa, at, 'GET', '/user', { token })
const refresh = () =>
  callWire(stoa, organization, 'POST', '/token?grant_type=refresh_token', {
    body: { refresh_token: session.refresh_token },
  })
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())
const headerOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString())

describe('forged access tokens', () => {
  const refused = async (token: string) => {
    const { status, body } = await me(token)
    expect([status, body.error_code]).toEqual([403, 'bad_jwt'])
    expect(body.msg).toMatch(/^invalid JWT: unable to parse or verify signature/)
    expect((await stoa.as({ token }).get('/identity/me')).status).toBe(401)
  }

  test('without a signature', async () => {
    const claims = claimsOf(session.access_token)
    for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
      await refused(`${part({ alg, typ: 'JWT' })}.${part(claims)}.`)
      await refused(`${part({ alg, typ: 'JWT' })}.${part(claims)}.${session.access_token.split('.')[2]}`)
    }
  })

  test('signed with the public key as if it were a shared secret', async () => {
    const { body } = await callWire(stoa, organization, 'GET', '/.well-known/jwks.json')
    const claims = claimsOf(session.access_token)
    for (const jwk of body.keys as JWK[]) {
      for (const secret of [JSON.stringify(jwk), jwk.x ?? jwk.n ?? '', jwk.kid ?? ''])
        for (const kid of [jwk.kid, undefined])
          await refused(
            await new SignJWT(claims)
              .setProtectedHeader({ alg: 'HS256', ...(kid ? { kid } : {}) })
              .sign(Buffer.from(secret.padEnd(32, '0'))),
          )
    }
  })

  test('naming or bringing a key of their own', async () => {
    const claims = claimsOf(session.access_token)
    const own = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ])
    const jwk = await crypto.subtle.exportKey('jwk', own.publicKey)
    const { kid } = headerOf(session.access_token)
    for (const header of [
      { kid, jwk },
      { kid: '../../../../dev/null' },
      { kid: "' union select 'x" },
      { kid, jku: 'https://evil.test/jwks.json' },
      { kid, x5u: 'https://evil.test/cert.pem' },
      {},
    ])
      await refused(
        await new SignJWT(claims)
          .setProtectedHeader({ alg: 'ES256', ...header } as { alg: string })
          .sign(own.privateKey),
      )
    expect(await importJWK(jwk as JWK, 'ES256')).toBeTruthy()
  })

  test('with other claims under a true signature', async () => {
    const [header, , signature] = session.access_token.split('.')
    const claims = { ...claimsOf(session.access_token), role: 'service_role' }
    await refused(`${header}.${part(claims)}.${signature}`)
  })

  test('of the operator’s keys, nobody is a person', async () => {
    for (const role of ['anon', 'service_role'] as const) {
      const { status, body } = await me(await signServiceToken(stoa.app, role, organization.id))
      expect([status, body.error_code]).toEqual([403, 'bad_jwt'])
    }
    const none = await callWire(stoa, organization, 'GET', '/user')
    expect([none.status, none.body.error_code]).toEqual([401, 'no_authorization'])
  })
})

describe('with an access token in hand, refused at once', () => {
  const isOut = async (code: string) => {
    const answer = await me(session.access_token)
    expect([answer.status, answer.body.error_code]).toEqual([403, code])
    expect((await stoa.as({ token: session.access_token }).get('/identity/me')).status).toBe(401)
    expect((await refresh()).status).toBe(400)
  }

  test('who was banned', async () => {
    await stoa.sql(`update auth.users set banned_until = now() + interval '1 hour' where id = $1`, [
      person.userId,
    ])
    await isOut('user_banned')
    const again = await signIn(organization)
    expect([again.status, again.body.error_code]).toEqual([400, 'user_banned'])
  })

  test('who was deleted', async () => {
    await stoa.sql(`update auth.users set deleted_at = now() where id = $1`, [person.userId])
    await isOut('user_not_found')
  })

  test('who signed out', async () => {
    const out = await callWire(stoa, organization, 'POST', '/logout', { token: session.access_token })
    expect(out.status).toBe(204)
    await isOut('session_not_found')
  })

  test('whose membership was taken away', async () => {
    await stoa.sql(`update auth.memberships set status = 'inactive' where user_id = $1`, [person.userId])
    const answer = await me(session.access_token)
    expect(answer.status).toBe(403)
  })
})

test('a token of one organization is worth nothing at another, even for a member of both', async () => {
  const other = await givenOrganization(stoa)
  await stoa.sql(`insert into auth.memberships (organization_id, user_id) values ($1, $2)`, [
    other.id,
    person.userId,
  ])
  const here = claimsOf(session.access_token)
  expect(here.organization_id).toBe(organization.id)
  expect((await me(session.access_token)).status).toBe(200)
  const there = await me(session.access_token, other)
  expect([there.status, there.body.error_code]).toEqual([403, 'session_not_found'])
  const service = await signServiceToken(stoa.app, 'service_role', organization.id)
  const admin = await callWire(stoa, other, 'GET', '/admin/users', { token: service })
  expect(admin.status).toBe(403)
})

describe('redirects', () => {
  const leadsTo = async (redirect: string) => {
    await callWire(stoa, organization, 'POST', `/otp?redirect_to=${encodeURIComponent(redirect)}`, {
      body: { email: person.email },
    })
    const { path } = await codeMailedTo(stoa, person.email)
    const [base, query] = path.split('?')
    const fields = new URLSearchParams(query)
    fields.set('redirect_to', redirect)
    const { headers } = await callWire(stoa, organization, 'GET', `${base}?${fields}`)
    return headers.location!.split('#')[0]
  }

  test.each([
    'https://evil.test/',
    'https://app.test.evil.test/x',
    'https://app.test@evil.test/x',
    'https://evil.test\\@app.test/x',
    '//evil.test/x',
    'https://evil.test/.tenants.test/in',
    'https://evil?.tenants.test/in',
    'https://a.b.tenants.test/in',
    'https://evil.test/?.wide.test/',
    'https://evil.test#.wide.test/',
    'javascript:alert(1)//app.test/',
    'data:text/html,app.test',
    'http://app.test/x',
    'http://site.test/',
    'https://site.test:8443/',
    'https://app.test/\r\nset-cookie: a=b',
    'not an address',
    'sam@evil.test',
  ])('not to %j', async (redirect) => {
    expect(await leadsTo(redirect)).toBe('https://site.test/')
  })

  test.each([
    'https://site.test/anywhere?x=1',
    'https://app.test/deep/down?x=1',
    'https://one.tenants.test/in',
    'myapp://signed-in',
    'https://a.b.wide.test/x',
  ])('to %j', async (redirect) => {
    expect(await leadsTo(redirect)).toBe(redirect)
  })
})

test('hostile bodies get a clear answer', async () => {
  const post = (path: string, payload: string, type = 'application/json') =>
    stoa.server.inject({
      method: 'POST',
      url: `/auth/v1${path}`,
      headers: { 'content-type': type, 'stoa-organization': organization.slug },
      payload,
    })
  const cases: Array<[string, string]> = [
    ['{', 'bad_json'],
    ['[]', 'validation_failed'],
    ['"x"', 'validation_failed'],
    ['{"email":1}', 'validation_failed'],
    [`{"email":"${'a'.repeat(400)}@x.test"}`, 'validation_failed'],
    ['{"__proto__":{"email":"a@b.test"}}', 'bad_json'],
    [`{"data":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'validation_failed'],
    ['{"email":"a\\u0000@b.test"}', 'validation_failed'],
  ]
  for (const path of ['/otp', '/signup', '/recover'])
    for (const [payload, code] of cases) {
      const answer = await post(path, payload)
      expect([path, payload.slice(0, 30), answer.statusCode, answer.json().error_code]).toEqual([
        path,
        payload.slice(0, 30),
        400,
        code,
      ])
    }
  const nul = await post(
    '/signup',
    `{"email":"${randomBytes(4).toString('hex')}@b.test","password":"${password}","data":{"a":"x\\u0000"}}`,
  )
  expect(nul.statusCode).toBe(400)
  expect((await post('/nothing/here', '{}')).json()).toMatchObject({ code: 404, error_code: 'not_found' })
  const text = await post('/recover', JSON.stringify({ email: person.email }), 'text/plain')
  expect(text.statusCode).toBe(200)
})

test('errors come in the form of the version the client names', async () => {
  const old = await callWire(stoa, organization, 'GET', '/user')
  expect(old.body).toEqual({
    code: 401,
    error_code: 'no_authorization',
    msg: 'This endpoint requires a valid Bearer token',
  })
  const now = await callWire(stoa, organization, 'GET', '/user', {
    headers: { 'x-supabase-api-version': '2024-01-01' },
  })
  expect(now.body).toEqual({
    code: 'no_authorization',
    message: 'This endpoint requires a valid Bearer token',
  })
  expect(now.headers['x-supabase-api-version']).toBe('2024-01-01')
})

test('too many from one network, and too soon to one address, are told so', async () => {
  const { auth } = testConfig()
  const tight = await testStoa({
    auth: { ...auth, rateLimits: { ...auth.rateLimits, otp: 5 }, mailPauseSeconds: 60 },
  })
  try {
    const place = await givenOrganization(tight)
    const known = await givenPerson(tight, place)
    const ask = (email: string) => callWire(tight, place, 'POST', '/recover', { body: { email } })
    expect((await ask(known.email)).status).toBe(200)
    expect((await ask('nobody@people.test')).status).toBe(200)
    const soon = await ask(known.email)
    expect([soon.status, soon.body.error_code]).toEqual([429, 'over_email_send_rate_limit'])
    expect(soon.body.msg).toMatch(/you can only request this after \d+ seconds/)
    const nobody = await ask('nobody@people.test')
    expect([nobody.status, nobody.body.error_code]).toEqual([429, 'over_email_send_rate_limit'])
    await ask('c@people.test')
    const many = await ask('d@people.test')
    expect([many.status, many.body.error_code]).toEqual([429, 'over_request_rate_limit'])
  } finally {
    await tight.close()
  }
})

test('no way in skips the second factor', async () => {
  await stoa.sql(
    `insert into auth.mfa_factors (user_id, factor_type, status, friendly_name) values ($1, 'totp', 'verified', 'x')`,
    [person.userId],
  )
  const ways = [
    async () => (await signIn(organization)).body,
    async () => {
      await callWire(stoa, organization, 'POST', '/recover', { body: { email: person.email } })
      const { token } = await codeMailedTo(stoa, person.email)
      return (
        await callWire(stoa, organization, 'POST', '/verify', {
          body: { type: 'recovery', token_hash: token },
        })
      ).body
    },
    async () => {
      await callWire(stoa, organization, 'POST', '/otp', { body: { email: person.email } })
      const { code } = await codeMailedTo(stoa, person.email)
      return (
        await callWire(stoa, organization, 'POST', '/verify', {
          body: { type: 'email', email: person.email, token: code },
        })
      ).body
    },
  ]
  for (const way of ways) {
    const { access_token: token } = await way()
    expect(claimsOf(token).aal).toBe('aal1')
    expect((await me(token)).status).toBe(200)
    const change = await callWire(stoa, organization, 'PUT', '/user', {
      token,
      body: { password: 'quite another passphrase' },
    })
    expect([change.status, change.body.error_code]).toEqual([403, 'insufficient_aal'])
    expect((await stoa.as({ token }).get('/identity/login-history')).status).toBe(403)
  }
})

test('what is done for a known address and for an unknown one is the same', async () => {
  const work = async (path: string, body: object, ip: string) => {
    await stoa.settle()
    stoa.statements()
    const answer = await callWire(stoa, organization, 'POST', path, { body, ip })
    const statements = stoa.statements().map((text) => text.replace(/\s+/g, ' '))
    return { status: answer.status, keys: Object.keys(answer.body).sort(), statements }
  }
  const unknown = `${randomBytes(5).toString('hex')}@people.test`
  const calls: Array<[string, object]> = [
    ['/otp', { create_user: false }],
    ['/otp', { create_user: true }],
    ['/magiclink', {}],
    ['/recover', {}],
    ['/resend', { type: 'signup' }],
    ['/resend', { type: 'email_change' }],
    ['/signup', { password }],
    ['/verify', { type: 'email', token: '000000' }],
    ['/token?grant_type=password', { password: 'a wrong passphrase' }],
  ]
  for (const [path, body] of calls) {
    const known = await work(path, { ...body, email: person.email }, '10.9.0.1')
    const nobody = await work(path, { ...body, email: unknown }, '10.9.0.2')
    expect([path, nobody]).toEqual([path, known])
  }
})

test('two people sign up with one address: the password is nobody’s until the owner chooses one', async () => {
  const email = `${randomBytes(5).toString('hex')}@people.test`
  const signUp = (chosen: string, ip: string) =>
    callWire(stoa, organization, 'POST', '/signup', { body: { email, password: chosen }, ip })
  await signUp(password, '10.8.0.1')
  await signUp('planted by a stranger', '10.8.0.2')
  const { token } = await codeMailedTo(stoa, email)
  const arrived = await callWire(stoa, organization, 'POST', '/verify', {
    body: { type: 'signup', token_hash: token },
  })
  expect(arrived.status).toBe(200)
  for (const chosen of [password, 'planted by a stranger']) {
    const answer = await callWire(stoa, organization, 'POST', '/token?grant_type=password', {
      body: { email, password: chosen },
    })
    expect(answer.body.error_code).toBe('invalid_credentials')
  }
})

test('secrets are stored hashed or sealed only', async () => {
  await callWire(stoa, organization, 'POST', '/otp', { body: { email: person.email } })
  const { token, code } = await codeMailedTo(stoa, person.email)
  const tables = [
    'auth.one_time_tokens',
    'auth.sessions',
    'auth.refresh_tokens',
    'auth.login_history',
    'audit.entries',
  ]
  for (const table of tables) {
    const rows = await stoa.sql<{ text: string }>(`select t::text as text from ${table} t`).catch(() => [])
    for (const secret of [token, code, session.refresh_token, session.access_token, password])
      expect(rows.some((row) => row.text.split(/[^A-Za-z0-9_.-]+/).includes(secret))).toBe(false)
  }
})

test('an address or number that somebody only claims is not theirs when its owner arrives', async () => {
  const email = `${randomBytes(5).toString('hex')}@people.test`
  const phone = `4916${String(Math.random()).slice(2, 11)}`
  const claimant = await givenPerson(stoa, organization)
  await stoa.sql(
    `update auth.users set email = $2, email_confirmed_at = null, phone = $3, phone_confirmed_at = now() where id = $1`,
    [claimant.userId, email, `${phone}1`],
  )
  await stoa.sql(`delete from auth.user_emails where user_id = $1`, [claimant.userId])
  await stoa.sql(`update auth.users set phone = $2 where id = $1`, [person.userId, phone])

  await callWire(stoa, organization, 'POST', '/otp', { body: { email } })
  const { token } = await codeMailedTo(stoa, email)
  const byMail = await callWire(stoa, organization, 'POST', '/verify', {
    body: { type: 'email', token_hash: token },
  })
  expect(byMail.status).toBe(200)
  expect(byMail.body.user.id).not.toBe(claimant.userId)

  await callWire(stoa, organization, 'POST', '/otp', { body: { phone } })
  const code = await codeTextedTo(stoa, phone)
  const byPhone = await callWire(stoa, organization, 'POST', '/verify', {
    body: { type: 'sms', phone, token: code },
  })
  expect(byPhone.status).toBe(200)
  expect(byPhone.body.user.id).not.toBe(person.userId)
  expect((await me(session.access_token)).body).toMatchObject({ id: person.userId, phone: '' })
})
