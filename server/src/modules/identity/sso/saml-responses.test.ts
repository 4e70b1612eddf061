import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readMetadata, serviceProvider } from './metadata.ts'
import { readResponse } from './saml-responses.ts'
import { givenIdp, respondXml, type Saying, wrapSignature } from './testing.ts'

const sp = serviceProvider('https://stoa.test')
const idp = givenIdp()
const trusted = readMetadata(idp.metadata, false)
const request = { id: '_request-1', acsUrl: sp.acsUrl, entityId: sp.entityId }
const minutes = (count: number) => new Date(Date.now() + count * 60_000)

const read = (xml: string, now = new Date()) =>
  readResponse(Buffer.from(xml).toString('base64'), { idp: trusted, sp, requestId: request.id, now })
const say = (says: Saying) => read(respondXml(idp, request, says))
const reasonOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => 'taken',
    (error: { params?: { reason?: string } }) => error.params?.reason ?? error,
  )

describe('an answer that is taken', () => {
  test.each(['assertion', 'response', 'both'] as const)('signed: %s', async (sign) => {
    const found = await say({
      sign,
      nameId: 'ada-1',
      attributes: { email: 'ada@corp.test', groups: ['staff', 'R&D'] },
    })
    expect(found.nameId).toBe('ada-1')
    expect(found.attributes.get('email')).toEqual(['ada@corp.test'])
    expect(found.attributes.get('groups')).toEqual(['staff', 'R&D'])
  })

  test('typed values and inclusive namespaces, as common identity providers send them', async () => {
    const xml = respondXml(idp, request, {
      sign: 'both',
      typed: true,
      attributes: { email: 'ada@corp.test' },
    })
    expect(xml).toContain('InclusiveNamespaces')
    expect((await read(xml)).attributes.get('email')).toEqual(['ada@corp.test'])
  })

  test('SHA-512 is fine, and a clock that is half a minute off', async () => {
    await say({ hash: 'sha512', notBefore: minutes(0.5) })
    await say({ notOnOrAfter: minutes(-0.5) })
  })
})

describe('an answer that is refused', () => {
  test('nothing is signed', async () => {
    expect(await reasonOf(say({ sign: 'none' }))).toBe('unsigned')
  })

  test('signed by somebody else', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    for (const sign of ['assertion', 'response', 'both'] as const)
      expect(await reasonOf(say({ sign, privateKey }))).toBe('signature')
  })

  test('a key that the answer brings along does not count', async () => {
    const other = givenIdp()
    const tamper = (xml: string) =>
      xml.replace(
        '</ds:SignatureValue>',
        `</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${other.certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`,
      )
    expect(await reasonOf(say({ privateKey: other.privateKey, tamper }))).toBe('signature')
  })

  test('one of two signatures is broken', async () => {
    const broken = respondXml(idp, request, { sign: 'both' }).replace(
      /(<samlp:Response.*?<ds:SignatureValue>)..../s,
      '$1AAAA',
    )
    expect(await reasonOf(read(broken))).toBe('signature')
  })

  test('changed after it was signed', async () => {
    for (const sign of ['assertion', 'response'] as const) {
      const tamper = (xml: string) => xml.replace('subject-1', 'subject-2')
      expect(await reasonOf(say({ sign, tamper }))).toBe('signature')
    }
  })

  test('SHA-1, wherever it is', async () => {
    expect(await reasonOf(say({ hash: 'sha1' }))).toBe('algorithm')
    const tamper = (xml: string) => xml.replace('xmlenc#sha256', 'xmldsig#sha1')
    expect(await reasonOf(say({ tamper }))).toBe('algorithm')
  })

  test('other transforms and canonicalizations', async () => {
    const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'
    for (const [from, to] of [
      [
        `Transform Algorithm="${exclusive}"`,
        'Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"',
      ],
      [
        `CanonicalizationMethod Algorithm="${exclusive}"`,
        `CanonicalizationMethod Algorithm="${exclusive}WithComments"`,
      ],
    ] as const)
      expect(await reasonOf(say({ tamper: (xml) => xml.replace(from, to) }))).toBe('algorithm')
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('signature wrapping, variant %i', async (variant) => {
    const xml = respondXml(idp, request, {
      sign: variant <= 2 ? 'response' : 'assertion',
      nameId: 'victim',
      attributes: { email: 'victim@corp.test' },
    })
    const wrapped = wrapSignature(xml, variant, 'victim', 'attacker')
    expect(wrapped).toContain('attacker')
    expect(await reasonOf(read(wrapped))).toBe('structure')
  })

  test('an id that is there twice, in whatever spelling', async () => {
    for (const name of ['id', 'Id', 'xml:id', 'samlp:ID']) {
      const tamper = (xml: string) => {
        const [, id] = /<saml:Assertion [^>]*?ID="([^"]*)"/.exec(xml)!
        return xml.replace('<samlp:Status>', `<samlp:Status ${name}="${id}">`)
      }
      expect(await reasonOf(say({ tamper }))).toBe('structure')
    }
  })

  test('comments in a name do not cut it short: they are not taken at all', async () => {
    const tamper = (xml: string) =>
      xml.replaceAll('admin@corp.test.evil.test', 'admin@corp.test<!---->.evil.test')
    const says = { nameId: 'admin@corp.test.evil.test', attributes: { email: 'admin@corp.test.evil.test' } }
    expect(await reasonOf(say({ ...says, tamper }))).toBe('forbidden_markup')
    const pieces = (xml: string) =>
      xml.replaceAll('admin@corp.test.evil.test', 'admin@corp.test<x/>.evil.test')
    expect(await reasonOf(say({ ...says, tamper: pieces }))).toBe('signature')
    const cdata = (xml: string) => xml.replaceAll('.evil.test', '<![CDATA[.evil.test]]>')
    expect(await reasonOf(say({ ...says, tamper: cdata }))).toBe('forbidden_markup')
    const instruction = (xml: string) => xml.replaceAll('.evil.test', '<?x?>.evil.test')
    expect(await reasonOf(say({ ...says, tamper: instruction }))).toBe('forbidden_markup')
  })

  test('for somebody else, from somebody else, to another place', async () => {
    expect(await reasonOf(say({ audience: 'https://other.test' }))).toBe('audience')
    expect(await reasonOf(say({ audience: null }))).toBe('audience')
    expect(await reasonOf(say({ recipient: 'https://other.test/acs' }))).toBe('recipient')
    expect(await reasonOf(say({ destination: 'https://other.test/acs' }))).toBe('destination')
    expect(await reasonOf(say({ destination: null, sign: 'response' }))).toBe('destination')
    expect(await reasonOf(say({ issuer: 'https://other.test' }))).toBe('issuer')
    expect(await reasonOf(say({ issuer: 'https://other.test', responseIssuer: idp.entityId }))).toBe('issuer')
    expect(await reasonOf(say({ inResponseTo: '_other' }))).toBe('in_response_to')
    expect(await reasonOf(say({ inResponseTo: '_other', responseInResponseTo: request.id }))).toBe(
      'in_response_to',
    )
    expect(await reasonOf(say({ status: 'urn:oasis:names:tc:SAML:2.0:status:Responder' }))).toBe('status')
  })

  test('too early, too late, too old', async () => {
    expect(await reasonOf(say({ notBefore: minutes(5) }))).toBe('not_yet_valid')
    expect(await reasonOf(say({ notOnOrAfter: minutes(-5) }))).toBe('expired')
    expect(await reasonOf(say({ notOnOrAfter: minutes(600), issueInstant: minutes(-120) }))).toBe('expired')
    expect(await reasonOf(say({ issueInstant: minutes(30) }))).toBe('not_yet_valid')
    expect(await reasonOf(read(respondXml(idp, request), minutes(60)))).toBe('expired')
  })

  test('an encrypted assertion', async () => {
    const tamper = (xml: string) =>
      xml.replace(
        /<saml:Assertion .*<\/saml:Assertion>/s,
        '<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>',
      )
    expect(await reasonOf(say({ sign: 'response', tamper }))).toBe('encrypted')
  })

  test('document types, entities, deep and huge documents, at once', async () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "${`&a${i - 1 < 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]>`
    expect(await reasonOf(say({ tamper: (xml) => bomb + xml }))).toBe('forbidden_markup')
    const external = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    expect(await reasonOf(say({ tamper: (xml) => external + xml.replace('subject-1', '&x;') }))).toBe(
      'forbidden_markup',
    )
    expect(await reasonOf(read(`${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`))).toBe('too_deep')
    expect(await reasonOf(read(`<a>${'<b/>'.repeat(40_000)}</a>`))).toBe('too_deep')
    expect(await reasonOf(read(`<a>${'b'.repeat(400_000)}</a>`))).toBe('too_large')
    expect(
      await reasonOf(readResponse('A'.repeat(900_000), { idp: trusted, sp, requestId: '', now: new Date() })),
    ).toBe('too_large')
  })

  test('what is no XML at all', async () => {
    for (const text of [
      '',
      'hello',
      '<a>',
      '<a></b>',
      '<a b="1" b="2"/>',
      '<x:a/>',
      '<a>&nbsp;</a>',
      '\u0000',
    ])
      expect(['not_xml']).toContain(await reasonOf(read(text)))
    expect(await reasonOf(read('<a/>'))).toBe('structure')
    const sixteen = Buffer.from('\ufeff<a/>', 'utf16le').toString('base64')
    expect(await reasonOf(readResponse(sixteen, { idp: trusted, sp, requestId: '', now: new Date() }))).toBe(
      'not_xml',
    )
  })
})
