import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testConfig } from '../../../testing/test-config.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, givenOrganization, givenPerson } from '../testing.ts'
import { authClient, callWire, codeMailedTo, codeTextedTo } from './testing.ts'

const password = 'a long enough passphrase'
const plenty = {
  emailSent: 1000,
  smsSent: 1000,
  otp: 100_000,
  verify: 100_000,
  tokenRefresh: 100_000,
  anonymous: 1000,
}
const unpaced = { mailPauseSeconds: 0, smsPauseSeconds: 0, rateLimits: plenty, anonymousEnabled: true }

let stoa: TestStoa
let organization: GivenOrganization
let email: string
beforeAll(async () => {
  const { auth } = testConfig()
  stoa = await testStoa({
    auth: { ...auth, ...unpaced, siteUrl: 'https://site.test', uriAllowList: ['https://app.test/**'] },
  })
})
afterAll(() => stoa.close())
beforeEach(async () => {
  organization = await givenOrganization(stoa)
  email = `${randomBytes(5).toString('hex')}@people.test`
})

/** Somebody who signed up and proved their address. */
async function somebody(address = email) {
  const client = authClient(stoa, organization)
  await client.signUp({ email: address, password })
  const { code } = await codeMailedTo(stoa, address)
  const { data, error } = await client.verifyOtp({ email: address, token: code, type: 'signup' })
  expect(error).toBeNull()
  return { client, session: data.session!, user: data.user! }
}

describe('signing up', () => {
  test('a person comes to be when the code is used, and is a member', async () => {
    const client = authClient(stoa, organization)
    const signedUp = await client.signUp({
      email,
      password,
      options: { data: { full_name: 'Ada Lovelace', plan: 'pro' } },
    })
    expect(signedUp.error).toBeNull()
    expect(signedUp.data.session).toBeNull()
    expect(signedUp.data.user?.email).toBe(email)
    expect(await stoa.sql('select 1 from auth.users where email = $1', [email])).toEqual([])
    const early = await client.signInWithPassword({ email, password })
    expect(early.error?.code).toBe('email_not_confirmed')

    const { code } = await codeMailedTo(stoa, email)
    const { data, error } = await client.verifyOtp({ email, token: code, type: 'signup' })
    expect(error).toBeNull()
    expect(data.user).toMatchObject({
      id: signedUp.data.user?.id,
      email,
      phone: '',
      role: 'authenticated',
      aud: 'authenticated',
      is_anonymous: false,
      app_metadata: { provider: 'email', providers: ['email'] },
      user_metadata: { full_name: 'Ada Lovelace', plan: 'pro' },
    })
    expect(data.user?.identities).toHaveLength(1)
    const me = await stoa.as({ token: data.session!.access_token }).get('/identity/me')
    expect(me.body).toMatchObject({ isMember: true })
    expect((await client.signInWithPassword({ email, password })).error).toBeNull()
  })

  test('the link in the mail signs in and leads to where the app asked for', async () => {
    const client = authClient(stoa, organization)
    await client.signUp({ email, password, options: { emailRedirectTo: 'https://app.test/welcome?a=1' } })
    const { path } = await codeMailedTo(stoa, email)
    const answer = await callWire(stoa, organization, 'GET', path)
    expect(answer.status).toBe(303)
    const url = new URL(answer.headers.location!)
    expect(`${url.origin}${url.pathname}${url.search}`).toBe('https://app.test/welcome?a=1')
    const fields = new URLSearchParams(url.hash.slice(1))
    expect([fields.get('type'), fields.get('token_type')]).toEqual(['signup', 'bearer'])
    const set = await client.setSession({
      access_token: fields.get('access_token')!,
      refresh_token: fields.get('refresh_token')!,
    })
    expect(set.data.user?.email).toBe(email)
    const again = new URL((await callWire(stoa, organization, 'GET', path)).headers.location!)
    expect(new URLSearchParams(again.hash.slice(1)).get('error_code')).toBe('otp_expired')
  })

  test('an address that has an account gets the same answer, and its owner a mail', async () => {
    const { client } = await somebody()
    const fresh = `new-${email}`
    const other = await client.signUp({ email: fresh, password })
    const same = await client.signUp({ email, password: 'another long passphrase' })
    expect(same.error).toBeNull()
    const shape = (user: object | null) => Object.keys(user ?? {}).sort()
    expect(shape(same.data.user)).toEqual(shape(other.data.user))
    expect(same.data.user?.identities).toHaveLength(1)
    const { token } = await codeMailedTo(stoa, email)
    expect(token).toBe('')
    expect((await client.signInWithPassword({ email, password })).error).toBeNull()
  })

  test('the password of whoever signed up first is not the password of the owner', async () => {
    const stranger = authClient(stoa, organization)
    await stranger.signUp({ email, password: 'planted by a stranger' })
    const planted = await codeMailedTo(stoa, email)
    const owner = authClient(stoa, organization)
    await owner.signUp({ email, password })
    const own = await codeMailedTo(stoa, email)
    expect((await callWire(stoa, organization, 'GET', planted.path)).headers.location).toContain(
      'otp_expired',
    )
    await owner.verifyOtp({ token_hash: own.token, type: 'email' })
    expect((await owner.signInWithPassword({ email, password })).error).toBeNull()
    const { error } = await stranger.signInWithPassword({ email, password: 'planted by a stranger' })
    expect(error?.code).toBe('invalid_credentials')
  })

  test('an account planted with an unproven address loses everything when the owner arrives', async () => {
    const id = '0198b0c0-0000-7000-8000-00000000abcd'
    await stoa.sql('delete from auth.users where id = $1', [id])
    const victim = await somebody(`hash-of-${email}`)
    await stoa.sql(
      `insert into auth.users (id, email, encrypted_password) select $1, $2, encrypted_password from auth.users where id = $3`,
      [id, email, victim.user.id],
    )
    await stoa.sql(
      `insert into auth.sessions (user_id, organization_id, not_after, idle_after) values ($1, $2, now() + interval '1 day', now() + interval '1 day')`,
      [id, organization.id],
    )
    await stoa.sql(`insert into auth.identities (user_id, provider, provider_id) values ($1, 'google', $2)`, [
      id,
      email,
    ])
    await stoa.sql(
      `insert into auth.mfa_factors (user_id, factor_type, status) values ($1, 'totp', 'verified')`,
      [id],
    )
    const owner = authClient(stoa, organization)
    await owner.signInWithOtp({ email })
    const { code } = await codeMailedTo(stoa, email)
    const { data } = await owner.verifyOtp({ email, token: code, type: 'email' })
    expect(data.user?.id).toBe(id)
    expect(data.user?.identities?.map((identity) => identity.provider)).toEqual(['email'])
    expect(data.user?.factors).toBeUndefined()
    expect(await stoa.sql('select 1 from auth.sessions where user_id = $1', [id])).toHaveLength(1)
    expect((await owner.signInWithPassword({ email, password })).error?.code).toBe('invalid_credentials')
  })

  test('weak, malformed and closed are told in the words of Supabase', async () => {
    const client = authClient(stoa, organization)
    const short = await client.signUp({ email, password: '123' })
    expect(short.error).toMatchObject({ code: 'weak_password', status: 422, reasons: ['length'] })
    expect(short.error?.message).toContain('Password should be at least 10 characters')
    const bad = await client.signUp({ email: 'a', password })
    expect(bad.error?.message).toContain('Unable to validate email address: invalid format')
    await stoa.sql(
      `update auth.organizations set settings = settings || '{"signUp": "invitation"}' where id = $1`,
      [organization.id],
    )
    const closed = await client.signUp({ email, password })
    expect(closed.error).toMatchObject({
      code: 'signup_disabled',
      message: 'Signups not allowed for this instance',
    })
  })

  test('by phone: the code makes the person', async () => {
    const phone = `4915${String(Math.random()).slice(2, 11)}`
    const client = authClient(stoa, organization)
    const { error } = await client.signUp({ phone: `+${phone}`, password })
    expect(error).toBeNull()
    expect((await client.signInWithPassword({ phone, password })).error?.code).toBe('invalid_credentials')
    const token = await codeTextedTo(stoa, phone)
    const { data } = await client.verifyOtp({ phone, token, type: 'sms' })
    expect(data.user).toMatchObject({ phone, email: '', app_metadata: { provider: 'phone' } })
    expect(data.user?.phone_confirmed_at).toBeTruthy()
    expect((await client.signInWithPassword({ phone, password })).error).toBeNull()
  })
})

describe('links and codes', () => {
  test('a code signs in, once, and a new one voids it', async () => {
    await somebody()
    const client = authClient(stoa, organization)
    await client.signInWithOtp({ email })
    const first = await codeMailedTo(stoa, email)
    await client.signInWithOtp({ email })
    const second = await codeMailedTo(stoa, email)
    const old = await client.verifyOtp({ token_hash: first.token, type: 'magiclink' })
    expect(old.error?.code).toBe('otp_expired')
    expect((await client.verifyOtp({ email, token: second.code, type: 'email' })).error).toBeNull()
    const again = await client.verifyOtp({ email, token: second.code, type: 'email' })
    expect(again.error).toMatchObject({
      code: 'otp_expired',
      status: 403,
      message: 'Token has expired or is invalid',
    })
  })

  test('somebody unknown begins by a link, unless the app does not want that', async () => {
    const client = authClient(stoa, organization)
    const unwanted = await client.signInWithOtp({ email, options: { shouldCreateUser: false } })
    expect(unwanted.error).toBeNull()
    await expect(codeMailedTo(stoa, email)).rejects.toThrow('no mail')
    await client.signInWithOtp({ email, options: { data: { name: 'Bo' } } })
    const { token } = await codeMailedTo(stoa, email)
    const { data } = await client.verifyOtp({ token_hash: token, type: 'magiclink' })
    expect(data.user).toMatchObject({ email, user_metadata: { name: 'Bo' } })
  })

  test('a forgotten password: the link signs in, and the new one counts', async () => {
    await somebody()
    const client = authClient(stoa, organization)
    expect(await client.resetPasswordForEmail(email)).toEqual({ data: {}, error: null })
    expect(await client.resetPasswordForEmail(`no-${email}`)).toEqual({ data: {}, error: null })
    const { code } = await codeMailedTo(stoa, email)
    await client.verifyOtp({ email, token: code, type: 'recovery' })
    const changed = await client.updateUser({ password: 'quite another passphrase' })
    expect(changed.error).toBeNull()
    expect((await client.signInWithPassword({ email, password })).error?.code).toBe('invalid_credentials')
  })

  test('a sign-up that was not confirmed is sent again, with its password', async () => {
    const client = authClient(stoa, organization)
    await client.signUp({ email, password })
    expect((await client.resend({ type: 'signup', email })).error).toBeNull()
    expect((await client.resend({ type: 'signup', email: `no-${email}` })).error).toBeNull()
    const { code } = await codeMailedTo(stoa, email)
    await client.verifyOtp({ email, token: code, type: 'signup' })
    expect((await client.signInWithPassword({ email, password })).error).toBeNull()
  })

  test('a hundred guesses from everywhere do not find a code', async () => {
    await somebody()
    await authClient(stoa, organization).signInWithOtp({ email })
    const { code } = await codeMailedTo(stoa, email)
    const wrong = Array.from({ length: 100 }, (_, n) =>
      String((Number(code) + 1 + n) % 1_000_000).padStart(6, '0'),
    )
    const answers = await Promise.all(
      wrong.map((token, n) =>
        callWire(stoa, organization, 'POST', '/verify', {
          body: { type: 'email', email, token },
          ip: `10.0.${n}.1`,
        }),
      ),
    )
    expect(answers.some((answer) => answer.status === 200)).toBe(false)
    const right = await callWire(stoa, organization, 'POST', '/verify', {
      body: { type: 'email', email, token: code },
    })
    expect(right.status).not.toBe(200)
    const [row] = await stoa.sql<{ tries: number }>(
      `select tries from auth.one_time_tokens where relates_to = $1 and token_type = 'magiclink_token' order by id desc limit 1`,
      [email],
    )
    expect(row?.tries).toBe(5)
  })

  test('of fifty at once one redeems a code, and one a link', async () => {
    await somebody()
    const client = authClient(stoa, organization)
    await client.signInWithOtp({ email })
    const { code } = await codeMailedTo(stoa, email)
    const byCode = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        callWire(stoa, organization, 'POST', '/verify', {
          body: { type: 'email', email, token: code },
          ip: `10.1.${n}.1`,
        }),
      ),
    )
    expect(byCode.filter((answer) => answer.status === 200)).toHaveLength(1)
    await client.signInWithOtp({ email })
    const { path } = await codeMailedTo(stoa, email)
    const byLink = await Promise.all(
      Array.from({ length: 50 }, () => callWire(stoa, organization, 'GET', path)),
    )
    expect(byLink.filter((answer) => answer.headers.location?.includes('access_token='))).toHaveLength(1)
  })

  test('fifty sign-ups confirmed at once make one person', async () => {
    const client = authClient(stoa, organization)
    await client.signUp({ email, password })
    const { token } = await codeMailedTo(stoa, email)
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        callWire(stoa, organization, 'POST', '/verify', { body: { type: 'signup', token_hash: token } }),
      ),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(await stoa.sql('select 1 from auth.users where email = $1', [email])).toHaveLength(1)
  })
})

describe('PKCE', () => {
  test('an app redeems the code with its verifier, once', async () => {
    await somebody()
    const client = authClient(stoa, organization, { flowType: 'pkce' })
    await client.signInWithOtp({ email, options: { emailRedirectTo: 'https://app.test/in' } })
    const { path } = await codeMailedTo(stoa, email)
    const url = new URL((await callWire(stoa, organization, 'GET', path)).headers.location!)
    expect(url.hash).toBe('')
    const code = url.searchParams.get('code')!
    const stolen = await callWire(stoa, organization, 'POST', '/token?grant_type=pkce', {
      body: { auth_code: code, code_verifier: 'x'.repeat(60) },
    })
    expect([stolen.status, stolen.body.error_code]).toEqual([403, 'bad_code_verifier'])
    const { data, error } = await client.exchangeCodeForSession(code)
    expect(error).toBeNull()
    expect(data.user?.email).toBe(email)
  })

  test('of fifty at once one redeems a code', async () => {
    await somebody()
    const verifier = 'v'.repeat(43)
    await callWire(stoa, organization, 'POST', '/otp?redirect_to=https://app.test/in', {
      body: { email, code_challenge: verifier, code_challenge_method: 'plain' },
    })
    const { path } = await codeMailedTo(stoa, email)
    const code = new URL(
      (await callWire(stoa, organization, 'GET', path)).headers.location!,
    ).searchParams.get('code')
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        callWire(stoa, organization, 'POST', '/token?grant_type=pkce', {
          body: { auth_code: code, code_verifier: verifier },
        }),
      ),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  })
})

describe('oneself', () => {
  test('metadata is merged, and a key given as null goes', async () => {
    const { client } = await somebody()
    await client.updateUser({ data: { a: 1, b: 2 } })
    const { data } = await client.updateUser({ data: { b: null, c: 3 } })
    expect(data.user?.user_metadata).toEqual({ a: 1, c: 3 })
  })

  test('a new address needs the word of both addresses', async () => {
    const { client, user } = await somebody()
    const next = `next-${email}`
    const { data } = await client.updateUser({ email: next })
    expect(data.user).toMatchObject({ email, new_email: next })
    const current = await codeMailedTo(stoa, email)
    const half = await callWire(stoa, organization, 'GET', current.path)
    expect(half.headers.location).toContain('#message=Confirmation+link+accepted')
    expect((await client.getUser()).data.user?.email).toBe(email)
    const { code } = await codeMailedTo(stoa, next)
    const whole = await client.verifyOtp({ email: next, token: code, type: 'email_change' })
    expect(whole.data.user).toMatchObject({ id: user.id, email: next })
    expect(whole.data.user?.new_email).toBeUndefined()
    expect((await client.signInWithPassword({ email: next, password })).error).toBeNull()
    expect((await client.signInWithPassword({ email, password })).error?.code).toBe('invalid_credentials')
  })

  test('somebody else’s address is neither taken nor told', async () => {
    const neighbour = `neighbour-${email}`
    await somebody(neighbour)
    await stoa.settle()
    const before = await stoa.sql('select 1 from platform.caught_mails where recipient = $1', [neighbour])
    const { client } = await somebody()
    const { error } = await client.updateUser({ email: neighbour })
    expect(error).toBeNull()
    await stoa.settle()
    expect(
      await stoa.sql('select 1 from platform.caught_mails where recipient = $1', [neighbour]),
    ).toHaveLength(before.length)
  })

  test('a new password ends other sessions, and may not be the old one', async () => {
    const { client } = await somebody()
    const elsewhere = authClient(stoa, organization)
    await elsewhere.signInWithPassword({ email, password })
    expect((await client.updateUser({ password })).error?.code).toBe('same_password')
    expect((await client.updateUser({ password: 'quite another passphrase' })).error).toBeNull()
    expect((await elsewhere.getUser()).error?.name).toBe('AuthSessionMissingError')
    expect((await client.getUser()).error).toBeNull()
  })

  test('signing out: here, elsewhere, everywhere', async () => {
    const { client } = await somebody()
    const [second, third] = [authClient(stoa, organization), authClient(stoa, organization)]
    await second.signInWithPassword({ email, password })
    await third.signInWithPassword({ email, password })
    expect((await second.signOut({ scope: 'others' })).error).toBeNull()
    expect((await client.getUser()).error).not.toBeNull()
    expect((await second.getUser()).error).toBeNull()
    const token = (await second.getSession()).data.session!.access_token
    await second.signOut({ scope: 'local' })
    const me = await callWire(stoa, organization, 'GET', '/user', { token })
    expect(me.body).toMatchObject({ code: 403, error_code: 'session_not_found' })
    expect((await stoa.as({ token }).get('/identity/me')).status).toBe(401)
  })

  test('anonymously first, then with an address: the same person', async () => {
    const client = authClient(stoa, organization)
    const { data } = await client.signInAnonymously({ options: { data: { info: 'some info' } } })
    expect(data.user).toMatchObject({ is_anonymous: true, user_metadata: { info: 'some info' } })
    const refused = await client.updateUser({ password })
    expect(refused.error?.message).toContain('Updating password of an anonymous user')
    expect((await client.reauthenticate()).error?.message).toContain(
      'Reauthentication requires the user to have an email or a phone number',
    )
    await client.updateUser({ email })
    const { code } = await codeMailedTo(stoa, email)
    const upgraded = await client.verifyOtp({ email, token: code, type: 'email_change' })
    expect(upgraded.data.user).toMatchObject({ id: data.user!.id, email, is_anonymous: false })
    expect((await client.updateUser({ password })).error).toBeNull()
    const back = await authClient(stoa, organization).signInWithPassword({ email, password })
    expect(back.data.user?.id).toBe(data.user!.id)
  })

  test('reauthenticating sends a code', async () => {
    const { client } = await somebody()
    expect((await client.reauthenticate()).error).toBeNull()
    expect((await codeMailedTo(stoa, email)).code).toMatch(/^\d{6}$/)
  })
})

test('what everybody may know', async () => {
  const settings = await callWire(stoa, organization, 'GET', '/settings')
  expect(settings.body).toMatchObject({ disable_signup: false, external: { email: true } })
  const keys = await callWire(stoa, organization, 'GET', '/.well-known/jwks.json')
  expect(keys.body.keys).toContainEqual(expect.objectContaining({ kty: 'EC', alg: 'ES256' }))
  expect(JSON.stringify(keys.body)).not.toContain('"d"')
  expect((await callWire(stoa, organization, 'GET', '/health')).status).toBe(200)
  const { client } = await somebody()
  const { data } = await client.getClaims()
  expect(data?.claims).toMatchObject({ email, role: 'authenticated', organization_id: organization.id })
  const preflight = await stoa.server.inject({
    method: 'OPTIONS',
    url: '/auth/v1/token',
    headers: { origin: 'https://app.test', 'access-control-request-method': 'POST' },
  })
  expect(preflight.statusCode).toBe(204)
  expect(preflight.headers['access-control-allow-origin']).toBe('*')
})

test('a member of the web signs in by the wire', async () => {
  const person = await givenPerson(stoa, organization, 'mentor', 'Mo', password)
  const { data } = await authClient(stoa, organization).signInWithPassword({ email: person.email, password })
  expect(data.user?.id).toBe(person.userId)
})

test('a code sent to a further address of somebody signs them in and makes nobody new', async () => {
  const person = await givenPerson(stoa, organization)
  await stoa.sql(
    `insert into auth.user_emails (user_id, email, is_verified, verified_at) values ($1, $2, true, now())`,
    [person.userId, email],
  )
  const client = authClient(stoa, organization)
  await client.signInWithOtp({ email })
  const { code } = await codeMailedTo(stoa, email)
  const { data } = await client.verifyOtp({ email, token: code, type: 'email' })
  expect(data.user?.id).toBe(person.userId)
})
