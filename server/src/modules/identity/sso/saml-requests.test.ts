import { createVerify, X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { givenOrganization, givenPerson } from '../testing.ts'
import { findSamlKey, insertSamlKey } from './saml-keys.queries.ts'
import { givenIdp } from './testing.ts'

let stoa: TestStoa
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())

const metadata = async () =>
  (await stoa.server.inject({ url: '/auth/v1/sso/saml/metadata', method: 'GET' })).payload

/** The certificate an identity provider reads in our metadata. */
const certificateIn = (xml: string) =>
  new X509Certificate(Buffer.from(/X509Certificate>([^<]+)</.exec(xml)![1]!, 'base64'))

/** Where a browser is sent that leaves for an identity provider which does, or does not, want requests signed. */
async function requestTo(wantsSigned: boolean): Promise<URL> {
  const organization = await givenOrganization(stoa)
  const owner = await givenPerson(stoa, organization, 'owner')
  const { metadata: metadataXml } = givenIdp(undefined, { wantsSigned })
  const made = await stoa
    .as(owner)
    .post('/identity/sso-providers', { kind: 'saml', name: 'Firm', metadataXml })
  const left = await stoa
    .strangerAt(organization)
    .post('/identity/sso-visits', { providerId: made.body.id, next: '/courses' })
  expect(left.status).toBe(201)
  return new URL(left.body.url)
}

/** What is signed, as it stands in the address (SAML 2.0 Bindings, 3.4.4.1). */
const signedPart = (url: URL) => url.search.slice(1).replace(/&Signature=.*$/, '')

test('whoever asks at the same time for our metadata is given one key', async () => {
  const seen = new Set((await Promise.all(Array.from({ length: 20 }, metadata))).map((xml) => xml))
  expect(seen.size).toBe(1)
  expect(await stoa.sql('select 1 from auth.saml_keys')).toHaveLength(1)
  const certificate = certificateIn([...seen][0]!)
  expect(certificate.verify(certificate.publicKey)).toBe(true)
  expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072)
  const tenYears = 10 * 365 * 24 * 3600_000
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now() + tenYears)
  expect(certificate.subject).toBe('CN=stoa.test')
})

test('an identity provider that wants signed requests gets them, by the key of our metadata', async () => {
  const url = await requestTo(true)
  expect(url.searchParams.get('SigAlg')).toBe('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256')
  const { publicKey } = certificateIn(await metadata())
  const signature = Buffer.from(url.searchParams.get('Signature') ?? '', 'base64')
  const holds = (text: string) => createVerify('sha256').update(text).verify(publicKey, signature)
  expect([...new URLSearchParams(signedPart(url)).keys()]).toEqual(['SAMLRequest', 'RelayState', 'SigAlg'])
  expect(holds(signedPart(url))).toBe(true)
  expect(holds(signedPart(url).replace('RelayState=', 'RelayState=0'))).toBe(false)
})

test('one that does not is sent none, as it may not know the key', async () => {
  const url = await requestTo(false)
  expect([...url.searchParams.keys()]).toEqual(['SAMLRequest', 'RelayState'])
})

test('the private key is sealed where it is kept', async () => {
  await metadata()
  const [row] = await stoa.sql<{ sealed_private_key: string }>(
    'select sealed_private_key from auth.saml_keys',
  )
  expect(row?.sealed_private_key).toMatch(/^v1\./)
  expect(row?.sealed_private_key).not.toContain('PRIVATE KEY')
})

test('of many processes that make a key at the same time, one does', async () => {
  await stoa.sql('delete from auth.saml_keys')
  const { db } = stoa.app.database
  const made = Array.from({ length: 20 }, (_, n) => ({ certificate: `${n}`, sealedPrivateKey: `v1.${n}` }))
  await Promise.all(made.map((key) => insertSamlKey(db, key)))
  expect(await stoa.sql('select 1 from auth.saml_keys')).toHaveLength(1)
  expect(made).toContainEqual(await findSamlKey(db))
})
