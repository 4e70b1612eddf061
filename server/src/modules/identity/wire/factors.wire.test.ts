import { randomBytes } from 'node:crypto'
import { AuthClient } from '@supabase/auth-js'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testConfig } from '../../../testing/test-config.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { appCode, timePasses } from '../factors/testing.ts'
import { softAuthenticator } from '../passkeys/testing-webauthn.ts'
import { type GivenOrganization, givenOrganization, givenPerson, textTo } from '../testing.ts'
import { callWire, wireFetch, wireUrl } from './testing.ts'

const password = 'correct horse battery staple'
let stoa: TestStoa
let organization: GivenOrganization
let email: string

type Client = InstanceType<typeof AuthClient>

function newClient(ip = '127.0.0.1'): Client {
  const kept = new Map<string, string>()
  return new AuthClient({
    url: wireUrl,
    headers: { 'stoa-organization': organization.slug },
    fetch: wireFetch(stoa, {}, ip),
    autoRefreshToken: false,
    detectSessionInUrl: false,
    storageKey: `test-${randomBytes(6).toString('hex')}`,
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    experimental: { recoveryCodes: true, passkey: true },
  })
}

async function signedIn(client = newClient()): Promise<Client> {
  const { error } = await client.signInWithPassword({ email, password })
  expect(error).toBeNull()
  return client
}
const levels = async (client: Client) => {
  const { data } = await client.mfa.getAuthenticatorAssuranceLevel()
  return [data?.currentLevel, data?.nextLevel]
}
const tokenOf = async (client: Client) => (await client.getSession()).data.session?.access_token ?? ''

/** An authenticator app, added and proven by the client. */
async function withApp(client: Client) {
  const { data } = await client.mfa.enroll({ factorType: 'totp', friendlyName: 'App' })
  if (data?.type !== 'totp') throw new Error('There is no factor.')
  const proven = await client.mfa.challengeAndVerify({ factorId: data.id, code: appCode(data.totp.secret) })
  expect(proven.error).toBeNull()
  await timePasses(stoa)
  return { id: data.id, secret: data.totp.secret }
}

beforeAll(async () => {
  const { auth } = testConfig()
  const rateLimits = { ...auth.rateLimits, tokenRefresh: 10_000, verify: 10_000, otp: 10_000 }
  stoa = await testStoa({ auth: { ...auth, rateLimits } })
  organization = await givenOrganization(stoa)
})
afterAll(() => stoa.close())
beforeEach(async () => {
  await stoa.sql('delete from platform.rate_limits')
  email = (await givenPerson(stoa, organization, 'student', 'Sam Sample', password)).email
})

test('an authenticator app raises the session to aal2, with new tokens of the same session', async () => {
  const client = await signedIn()
  expect(await levels(client)).toEqual(['aal1', 'aal1'])
  const enrolled = await client.mfa.enroll({ factorType: 'totp', friendlyName: 'App', issuer: 'Acme' })
  expect(enrolled.error).toBeNull()
  if (enrolled.data?.type !== 'totp') throw new Error('Not an app.')
  const { id, totp } = enrolled.data
  expect(enrolled.data.friendly_name).toBe('App')
  expect(totp.qr_code).toMatch(/^data:image\/svg\+xml;utf-8,<svg/)
  expect(totp.uri).toContain('issuer=Acme')
  const before = (await client.getSession()).data.session
  const asked = await client.mfa.challenge({ factorId: id })
  expect(asked.data).toMatchObject({ type: 'totp', expires_at: expect.any(Number) })
  const challengeId = asked.data?.id ?? ''
  const wrong = await client.mfa.verify({ factorId: id, challengeId, code: '000000' })
  expect([wrong.error?.code, wrong.error?.status]).toEqual(['mfa_verification_failed', 422])
  expect(wrong.error?.message).toContain('Invalid TOTP code')
  const right = await client.mfa.verify({ factorId: id, challengeId, code: appCode(totp.secret) })
  expect(right.error).toBeNull()
  expect(right.data?.user.factors).toMatchObject([{ id, factor_type: 'totp', status: 'verified' }])
  expect(await levels(client)).toEqual(['aal2', 'aal2'])
  const after = (await client.getSession()).data.session
  expect(after?.refresh_token).not.toBe(before?.refresh_token)
  const claims = (await client.getClaims()).data?.claims
  expect(claims).toMatchObject({
    aal: 'aal2',
    amr: expect.arrayContaining([expect.objectContaining({ method: 'totp' })]),
  })
  expect((await client.refreshSession()).error).toBeNull()
  expect(await levels(client)).toEqual(['aal2', 'aal2'])
  expect((await client.mfa.listFactors()).data?.totp).toHaveLength(1)
  const again = await client.mfa.verify({ factorId: id, challengeId, code: appCode(totp.secret, 1) })
  expect(again.error?.code).toBe('mfa_challenge_expired')
})

test('the next sign-in is aal1 until the factor was used, and reaches nothing but that', async () => {
  const { id, secret } = await withApp(await signedIn())
  const client = await signedIn()
  expect(await levels(client)).toEqual(['aal1', 'aal2'])
  const enrolled = await client.mfa.enroll({ factorType: 'totp', friendlyName: 'Evil' })
  expect([enrolled.error?.code, enrolled.error?.status]).toEqual(['insufficient_aal', 403])
  expect((await client.mfa.unenroll({ factorId: id })).error?.code).toBe('insufficient_aal')
  expect((await client.mfa.recoveryCodes.generate()).error?.code).toBe('insufficient_aal')
  expect((await client.passkey.startRegistration()).error?.code).toBe('insufficient_aal')
  const proven = await client.mfa.challengeAndVerify({ factorId: id, code: appCode(secret) })
  expect(proven.error).toBeNull()
  expect(await levels(client)).toEqual(['aal2', 'aal2'])
  expect((await client.mfa.unenroll({ factorId: id })).data).toEqual({ id })
  expect((await client.refreshSession()).error).toBeNull()
  expect(await levels(client)).toEqual(['aal1', 'aal1'])
})

test('a phone gets its code', async () => {
  const client = await signedIn()
  const enrolled = await client.mfa.enroll({ factorType: 'phone', friendlyName: 'M', phone: '4915123456780' })
  expect(enrolled.data).toMatchObject({ type: 'phone', phone: '+4915123456780' })
  const factorId = enrolled.data?.id ?? ''
  const asked = await client.mfa.challenge({ factorId, channel: 'sms' })
  expect(asked.data?.type).toBe('phone')
  const soon = await client.mfa.challenge({ factorId })
  expect([soon.error?.code, soon.error?.status]).toEqual(['over_sms_send_rate_limit', 429])
  const code = /\d{6}/.exec(await textTo(stoa, '+4915123456780'))?.[0] ?? ''
  const proven = await client.mfa.verify({ factorId, challengeId: asked.data?.id ?? '', code })
  expect(proven.error).toBeNull()
  expect(await levels(client)).toEqual(['aal2', 'aal2'])
  const bad = await client.mfa.enroll({ factorType: 'phone', phone: '12' })
  expect([bad.error?.code, bad.error?.message]).toEqual([
    'validation_failed',
    'Invalid phone number format (E.164 required)',
  ])
})

test('a security key, in the shapes of the client', async () => {
  const client = await signedIn()
  const key = softAuthenticator('http://stoa.test')
  const enrolled = await client.mfa.enroll({ factorType: 'webauthn', friendlyName: 'Key' })
  const factorId = enrolled.data?.id ?? ''
  const post = async (path: string, body: object) =>
    (await callWire(stoa, organization, 'POST', path, { body, token: await tokenOf(client) })).body
  const rpId = stoa.app.config.auth.webauthn.rpId
  const made = await post(`/factors/${factorId}/challenge`, { webauthn: { rpId } })
  expect(made).toMatchObject({ type: 'webauthn', webauthn: { type: 'create' } })
  // The client itself can read them.
  const read = await client.mfa.challenge({ factorId, webauthn: { rpId } })
  if (read.data?.type !== 'webauthn') throw new Error('Not a key.')
  expect(read.data.webauthn.credential_options.publicKey.challenge.byteLength).toBe(32)
  const elsewhere = await client.mfa.challenge({ factorId, webauthn: { rpId: 'evil.test' } })
  expect(elsewhere.error?.code).toBe('validation_failed')
  const created = await post(`/factors/${factorId}/verify`, {
    challenge_id: made.id,
    webauthn: {
      type: 'create',
      rpId,
      credential_response: key.create(made.webauthn.credential_options.publicKey),
    },
  })
  expect(created).toMatchObject({ token_type: 'bearer', user: { factors: [{ status: 'verified' }] } })

  const next = await signedIn()
  const token = await tokenOf(next)
  const asked = await callWire(stoa, organization, 'POST', `/factors/${factorId}/challenge`, {
    body: {},
    token,
  })
  expect(asked.body.webauthn.type).toBe('request')
  const verified = await callWire(stoa, organization, 'POST', `/factors/${factorId}/verify`, {
    token,
    body: {
      challenge_id: asked.body.id,
      webauthn: {
        type: 'request',
        credential_response: key.get(asked.body.webauthn.credential_options.publicKey),
      },
    },
  })
  expect(verified.status).toBe(200)
  expect((await next.getUser(verified.body.access_token)).error).toBeNull()
})

test('recovery codes are made, used, renewed and removed', async () => {
  const client = await signedIn()
  const sole = await client.mfa.recoveryCodes.generate()
  expect(sole.error?.code).toBe('mfa_recovery_codes_sole_factor')
  await withApp(client)
  expect((await client.mfa.recoveryCodes.getStatus()).error?.code).toBe('mfa_factor_not_found')
  const { data } = await client.mfa.recoveryCodes.generate()
  expect(data).toMatchObject({ type: 'recovery_code', total: 10 })
  const codes = data?.codes ?? []
  expect(codes).toHaveLength(10)
  expect((await client.mfa.recoveryCodes.generate()).error?.code).toBe('mfa_verified_factor_exists')

  const locked = await signedIn()
  const wrong = await locked.mfa.recoveryCodes.verify({ code: 'aaaaaaaaaaaaaaaa' })
  expect(wrong.error?.code).toBe('mfa_verification_failed')
  const right = await locked.mfa.recoveryCodes.verify({ code: codes[0]?.toUpperCase() ?? '' })
  expect(right.error).toBeNull()
  expect(await levels(locked)).toEqual(['aal2', 'aal2'])
  expect((await locked.mfa.recoveryCodes.getStatus()).data).toMatchObject({ total: 10, remaining: 9 })
  const renewed = await locked.mfa.recoveryCodes.regenerate()
  expect(renewed.data?.id).toBe(data?.id)
  expect(renewed.data?.codes).not.toContain(codes[1])
  expect((await locked.mfa.recoveryCodes.unenroll()).data).toEqual({ id: data?.id })
})

test('passkeys, with the client of Supabase', async () => {
  const owner = await signedIn()
  const device = softAuthenticator('http://stoa.test')
  const started = await owner.passkey.startRegistration()
  expect(started.error).toBeNull()
  expect(started.data?.options.authenticatorSelection?.residentKey).toBe('required')
  const credential = device.create(started.data!.options) as never
  const challengeId = started.data!.challenge_id
  const added = await owner.passkey.verifyRegistration({ challengeId, credential })
  expect(added.error).toBeNull()
  const passkeyId = added.data!.id
  const reused = await owner.passkey.verifyRegistration({ challengeId, credential })
  expect(reused.error?.code).toBe('webauthn_challenge_not_found')

  const client = newClient()
  const asked = await client.passkey.startAuthentication()
  const signed = device.get(asked.data!.options) as never
  const proof = { challengeId: asked.data!.challenge_id, credential: signed }
  const entered = await client.passkey.verifyAuthentication(proof)
  expect(entered.error).toBeNull()
  expect(entered.data?.user?.email).toBe(email)
  expect(await levels(client)).toEqual(['aal2', 'aal2'])
  const replayed = await newClient().passkey.verifyAuthentication(proof)
  expect(replayed.error?.code).toBe('webauthn_challenge_not_found')

  expect((await owner.passkey.update({ passkeyId, friendlyName: 'Desk' })).data?.friendly_name).toBe('Desk')
  expect((await owner.passkey.list()).data).toMatchObject([
    { id: passkeyId, last_used_at: expect.any(String) },
  ])
  const unknown = '00000000-0000-0000-0000-000000000000'
  const missing = await owner.passkey.update({ passkeyId: unknown, friendlyName: 'x' })
  expect([missing.error?.code, missing.error?.status]).toEqual(['passkey_not_found', 404])
  expect((await owner.passkey.delete({ passkeyId })).error).toBeNull()
  expect((await owner.passkey.list()).data).toEqual([])
  const gone = await client.passkey.startAuthentication()
  const late = await client.passkey.verifyAuthentication({
    challengeId: gone.data!.challenge_id,
    credential: device.get(gone.data!.options) as never,
  })
  expect(late.error?.code).toBe('webauthn_verification_failed')
})

test('errors say what Supabase’s server says', async () => {
  const client = await signedIn()
  const { id, secret } = await withApp(client)
  const codeOf = async (work: Promise<{ error: unknown }>) =>
    ((await work).error as { code?: string } | null)?.code
  const call = async (path: string, body: object) => {
    const answer = await callWire(stoa, organization, 'POST', path, { body, token: await tokenOf(client) })
    return [answer.status, answer.body.error_code]
  }
  expect(await codeOf(client.mfa.enroll({ factorType: 'totp', friendlyName: 'App' }))).toBe(
    'mfa_factor_name_conflict',
  )
  expect(await call('/factors', { factor_type: 'other' })).toEqual([400, 'validation_failed'])
  expect(await call('/factors', { factor_type: 'constructor' })).toEqual([400, 'validation_failed'])
  expect(await codeOf(client.mfa.challenge({ factorId: 'test-factor-id' }))).toBe('mfa_factor_not_found')
  const challengeId = '00000000-0000-0000-0000-000000000000'
  expect(await codeOf(client.mfa.verify({ factorId: id, challengeId, code: '123456' }))).toBe(
    'mfa_factor_not_found',
  )
  expect(await call(`/factors/${id}/verify`, { challenge_id: challengeId })).toEqual([
    400,
    'validation_failed',
  ])
  const asked = await client.mfa.challenge({ factorId: id })
  const elsewhere = newClient('10.1.2.3')
  await elsewhere.setSession((await client.getSession()).data.session!)
  const answer = { factorId: id, challengeId: asked.data?.id ?? '', code: appCode(secret) }
  expect(await codeOf(elsewhere.mfa.verify(answer))).toBe('mfa_ip_address_mismatch')
  for (let n = 0; n < 5; n += 1) await client.mfa.challengeAndVerify({ factorId: id, code: '000000' })
  expect(await codeOf(client.mfa.verify(answer))).toBe('over_request_rate_limit')
  const others = await Promise.all(
    Array.from({ length: 12 }, (_, n) => client.mfa.enroll({ factorType: 'totp', friendlyName: `N${n}` })),
  )
  expect(others.map(({ error }) => error?.code)).toContain('too_many_enrolled_mfa_factors')
})

test('a verification and a refresh at the same moment leave one chain of tokens', async () => {
  const client = await signedIn()
  const enrolled = await client.mfa.enroll({ factorType: 'totp' })
  if (enrolled.data?.type !== 'totp') throw new Error('Not an app.')
  const { id, totp } = enrolled.data
  const asked = await client.mfa.challenge({ factorId: id })
  const session = (await client.getSession()).data.session!
  const [verified, refreshed] = await Promise.all([
    callWire(stoa, organization, 'POST', `/factors/${id}/verify`, {
      token: session.access_token,
      body: { challenge_id: asked.data?.id, code: appCode(totp.secret) },
    }),
    callWire(stoa, organization, 'POST', '/token?grant_type=refresh_token', {
      body: { refresh_token: session.refresh_token },
    }),
  ])
  expect([verified.status, refreshed.status]).toEqual([200, 200])
  const current = await stoa.sql('select 1 from auth.refresh_tokens where user_id = $1 and not revoked', [
    session.user.id,
  ])
  expect(current).toHaveLength(1)
})
