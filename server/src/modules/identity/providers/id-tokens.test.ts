import { createHash, randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../../../platform/actor.ts'
import { createCtx } from '../../../platform/ctx.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, givenOrganization, givenPerson } from '../testing.ts'
import { type GivenIdToken, signInWithIdToken } from './id-tokens.ts'
import { type GivenIssuer, givenIssuer, withProviders } from './testing.ts'

let google: GivenIssuer
let other: GivenIssuer
let stoa: TestStoa
let organization: GivenOrganization
beforeAll(async () => {
  ;[google, other] = await Promise.all([givenIssuer(), givenIssuer()])
  const changes = withProviders({ google })
  changes.auth!.external.google!.clientId = `${google.clientId}, the-phone-app`
  stoa = await testStoa(changes)
  organization = await givenOrganization(stoa)
})
afterAll(async () => {
  await stoa.close()
  await Promise.all([google.close(), other.close()])
})

const short = () => randomBytes(4).toString('hex')
const claims = (more: object = {}) => ({
  sub: short(),
  email: `${short()}@people.test`,
  email_verified: true,
  ...more,
})
const come = (given: Partial<GivenIdToken> & { idToken: string }) =>
  signInWithIdToken(
    createCtx(stoa.app, { actor: system, organizationId: organization.id, requestId: 'test' }),
    { provider: 'google', ...given },
  )
const refused = { code: 'identity.id_token_refused' }

test('an id token of our client, or of an app of ours, leads to its person', async () => {
  const known = await givenPerson(stoa, organization)
  const mine = claims({ email: known.email })
  expect(await come({ idToken: await google.idToken(mine) })).toBe(known.userId)
  const again = await google.idToken({ ...mine, aud: 'the-phone-app', email: 'other@people.test' })
  expect(await come({ idToken: again })).toBe(known.userId)
})

test('audience, issuer, times and subject have to be right', async () => {
  const now = Math.floor(Date.now() / 1000)
  for (const more of [
    { aud: 'another-app' },
    { aud: ['another-app', 'yet-another'] },
    { aud: [google.clientId, 'another-app'], azp: 'another-app' },
    { iss: 'https://accounts.google.com' },
    { iss: `${google.url}/` },
    { exp: now - 60 },
    { nbf: now + 600 },
    { sub: '' },
  ])
    await expect(
      come({ idToken: await google.idToken(claims(more)) }),
      JSON.stringify(more),
    ).rejects.toThrow()
  await expect(
    come({ idToken: await other.idToken(claims({ aud: google.clientId })) }),
  ).rejects.toMatchObject(refused)
  const forged = await other.idToken(claims({ aud: google.clientId, iss: google.url }))
  await expect(come({ idToken: forged })).rejects.toMatchObject(refused)
})

test('only signatures with a key of the provider count: not none, not a shared secret, not a key brought along', async () => {
  const body = { ...claims(), iss: google.url, aud: google.clientId, iat: 1, exp: 9_999_999_999 }
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const none = `${encoded({ alg: 'none' })}.${encoded(body)}.`
  await expect(come({ idToken: none })).rejects.toMatchObject(refused)
  const keys = (await (await fetch(`${google.url}/jwks`)).json()) as { keys: { n: string }[] }
  for (const secret of [google.clientSecret, keys.keys[0]!.n, JSON.stringify(keys.keys[0])]) {
    const confused = await new SignJWT(body)
      .setProtectedHeader({ alg: 'HS256', kid: 'given' })
      .sign(Buffer.from(secret))
    await expect(come({ idToken: confused })).rejects.toMatchObject(refused)
  }
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = await exportJWK(publicKey)
  for (const header of [
    { alg: 'RS256', kid: 'given' },
    { alg: 'RS256', kid: '../../given' },
    { alg: 'RS256', kid: 'given', jwk },
    { alg: 'RS256', kid: 'given', jku: `${other.url}/jwks` },
  ]) {
    const brought = await new SignJWT(body).setProtectedHeader(header).sign(privateKey)
    await expect(come({ idToken: brought })).rejects.toMatchObject(refused)
  }
})

test('a nonce is in both or in neither, as its hash', async () => {
  const nonce = short()
  const hashed = createHash('sha256').update(nonce).digest('hex')
  const withNonce = () => google.idToken(claims({ nonce: hashed }))
  await expect(come({ idToken: await withNonce(), nonce })).resolves.toBeTypeOf('string')
  await expect(come({ idToken: await withNonce() })).rejects.toMatchObject(refused)
  await expect(come({ idToken: await withNonce(), nonce: 'another' })).rejects.toMatchObject(refused)
  await expect(come({ idToken: await withNonce(), nonce: hashed })).rejects.toMatchObject(refused)
  await expect(come({ idToken: await google.idToken(claims()), nonce })).rejects.toMatchObject(refused)
})

test('a token that speaks of its access token needs that one', async () => {
  const accessToken = short()
  const digest = createHash('sha256').update(accessToken).digest()
  const at_hash = digest.subarray(0, 16).toString('base64url')
  const idToken = await google.idToken(claims({ at_hash }))
  await expect(come({ idToken, accessToken })).resolves.toBeTypeOf('string')
  await expect(come({ idToken, accessToken: 'another' })).rejects.toMatchObject(refused)
  await expect(come({ idToken })).rejects.toMatchObject(refused)
})

test('an unproven address leads to nobody, and nonsense is refused', async () => {
  const known = await givenPerson(stoa, organization)
  const idToken = await google.idToken(claims({ email: known.email, email_verified: false }))
  await expect(come({ idToken })).rejects.toMatchObject({ code: 'identity.provider_email_not_proven' })
  for (const nonsense of ['', 'x', 'a.b.c', '\0.\0.\0', 'e30.e30.e30'])
    await expect(come({ idToken: nonsense })).rejects.toMatchObject(refused)
  await expect(come({ idToken, provider: 'github' })).rejects.toMatchObject({
    code: 'identity.provider_unknown',
  })
})
