import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { inflateRawSync } from 'node:zlib'
import { SignedXml } from 'xml-crypto'
import { selfSignedCertificate } from './self-signed.ts'

const saml = 'urn:oasis:names:tc:SAML:2.0:assertion'
const samlp = 'urn:oasis:names:tc:SAML:2.0:protocol'
const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'
const methods = {
  sha1: ['http://www.w3.org/2000/09/xmldsig#rsa-sha1', 'http://www.w3.org/2000/09/xmldsig#sha1'],
  sha256: ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2001/04/xmlenc#sha256'],
  sha512: ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha512', 'http://www.w3.org/2001/04/xmlenc#sha512'],
} as const

/** An identity provider of the test's own. */
export type TestIdp = { entityId: string; privateKey: KeyObject; certificate: string; metadata: string }

/** An identity provider with a key and a self-signed certificate of its own. */
export function givenIdp(
  entityId = `https://idp-${randomBytes(4).toString('hex')}.test/metadata`,
  options: { signInUrl?: string; bits?: number; validUntil?: Date; wantsSigned?: boolean } = {},
): TestIdp {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: options.bits ?? 2048 })
  const validUntil = options.validUntil ?? new Date(Date.now() + 365 * 24 * 3600_000)
  const certificate = selfSignedCertificate(
    'test idp',
    { publicKey, privateKey },
    { from: new Date(Date.now() - 3600_000), until: validUntil },
  )
  const signInUrl = options.signInUrl ?? `${new URL(entityId).origin}/sso`
  const metadata = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made for a test -->
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">
  <md:IDPSSODescriptor WantAuthnRequestsSigned="${options.wantsSigned ?? false}" protocolSupportEnumeration="${samlp}">
    <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${signInUrl}"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>`
  return { entityId, privateKey, certificate, metadata }
}

/** What a request of ours asks for, read the way an identity provider does. */
export type ReadRequest = {
  id: string
  acsUrl: string
  entityId: string
  destination: string
  relayState: string
}

export function readRequest(url: string): ReadRequest {
  const query = new URL(url).searchParams
  const xml = inflateRawSync(Buffer.from(query.get('SAMLRequest') ?? '', 'base64')).toString()
  const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(xml)?.[1] ?? ''
  return {
    id: of('ID'),
    acsUrl: of('AssertionConsumerServiceURL'),
    entityId: /Issuer[^>]*>([^<]+)</.exec(xml)?.[1] ?? '',
    destination: of('Destination'),
    relayState: query.get('RelayState') ?? '',
  }
}

/** What the identity provider says, and how it may go wrong. */
export type Saying = {
  nameId?: string
  nameIdFormat?: string
  attributes?: Record<string, string | string[]>
  sign?: 'assertion' | 'response' | 'both' | 'none'
  hash?: keyof typeof methods
  privateKey?: KeyObject
  issuer?: string
  responseIssuer?: string
  audience?: string | null
  recipient?: string
  destination?: string | null
  inResponseTo?: string
  responseInResponseTo?: string
  notBefore?: Date
  notOnOrAfter?: Date
  issueInstant?: Date
  status?: string
  assertionId?: string
  /** Attribute values say their type, as those of Okta and Shibboleth do. */
  typed?: boolean
  /** Changes the document after it was signed. */
  tamper?: (xml: string) => string
}

const minutes = (count: number) => new Date(Date.now() + count * 60_000)
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** An answer to a request, as XML. */
export function respondXml(
  idp: TestIdp,
  request: Pick<ReadRequest, 'id' | 'acsUrl' | 'entityId'>,
  says: Saying = {},
): string {
  const { issuer = idp.entityId, sign: signs = 'assertion' } = says
  const at = (date: Date) => date.toISOString()
  const ends = at(says.notOnOrAfter ?? minutes(5))
  const type = says.typed
    ? ' xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string"'
    : ''
  const attributes = Object.entries(says.attributes ?? {})
    .map(
      ([name, values]) =>
        `<saml:Attribute Name="${name}">${[values]
          .flat()
          .map((value) => `<saml:AttributeValue${type}>${escaped(value)}</saml:AttributeValue>`)
          .join('')}</saml:Attribute>`,
    )
    .join('')
  const audience =
    says.audience === null
      ? ''
      : `<saml:AudienceRestriction><saml:Audience>${says.audience ?? request.entityId}</saml:Audience></saml:AudienceRestriction>`
  const assertion =
    `<saml:Assertion xmlns:saml="${saml}" ID="${says.assertionId ?? newId()}" Version="2.0" IssueInstant="${at(says.issueInstant ?? new Date())}">` +
    `<saml:Issuer>${issuer}</saml:Issuer>` +
    `<saml:Subject><saml:NameID Format="${says.nameIdFormat ?? persistent}">${escaped(says.nameId ?? 'subject-1')}</saml:NameID>` +
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${ends}" Recipient="${says.recipient ?? request.acsUrl}" InResponseTo="${says.inResponseTo ?? request.id}"/></saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${at(says.notBefore ?? minutes(-1))}" NotOnOrAfter="${ends}">${audience}</saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${at(new Date())}" SessionIndex="s1"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>` +
    `${attributes ? `<saml:AttributeStatement>${attributes}</saml:AttributeStatement>` : ''}</saml:Assertion>`
  const destination = says.destination === null ? '' : ` Destination="${says.destination ?? request.acsUrl}"`
  let xml =
    `<samlp:Response xmlns:samlp="${samlp}" ID="${newId()}" Version="2.0" IssueInstant="${at(new Date())}"${destination} InResponseTo="${says.responseInResponseTo ?? says.inResponseTo ?? request.id}">` +
    `<saml:Issuer xmlns:saml="${saml}">${says.responseIssuer ?? issuer}</saml:Issuer>` +
    `<samlp:Status><samlp:StatusCode Value="${says.status ?? 'urn:oasis:names:tc:SAML:2.0:status:Success'}"/></samlp:Status>` +
    `${assertion}</samlp:Response>`
  const key = says.privateKey ?? idp.privateKey
  if (signs === 'assertion' || signs === 'both') xml = signed(xml, 'Assertion', key, says)
  if (signs === 'response' || signs === 'both') xml = signed(xml, 'Response', key, says)
  return says.tamper ? says.tamper(xml) : xml
}

/** The fields of the form an identity provider lets the browser post. */
export const respond = (idp: TestIdp, request: ReadRequest, says: Saying = {}) => ({
  SAMLResponse: Buffer.from(respondXml(idp, request, says)).toString('base64'),
  RelayState: request.relayState,
})

const newId = () => `_${randomBytes(16).toString('hex')}`

function signed(
  xml: string,
  element: string,
  key: KeyObject,
  { hash = 'sha256', typed = false }: Saying,
): string {
  const [signatureAlgorithm, digestAlgorithm] = methods[hash]
  const signer = new SignedXml({
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }) as string,
    signatureAlgorithm,
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  })
  const xpath = `//*[local-name(.)='${element}']`
  signer.addReference({
    xpath,
    digestAlgorithm,
    ...(typed ? { inclusiveNamespacesPrefixList: ['xs'] } : {}),
    transforms: [
      'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
      'http://www.w3.org/2001/10/xml-exc-c14n#',
    ],
  })
  const issuer = `${xpath}/*[local-name(.)='Issuer']`
  signer.computeSignature(xml, { location: { reference: issuer, action: 'after' }, prefix: 'ds' })
  return signer.getSignedXml()
}

/**
 * Signature wrapping (Somorovsky et al., "On Breaking SAML", 2012): eight ways to keep a valid signature in the
 * document while somebody else is asserted. Number 1 and 2 need a signed response, the others a signed assertion.
 */
export function wrapSignature(xml: string, variant: number, victim: string, attacker: string): string {
  const signature = /<ds:Signature .*?<\/ds:Signature>/s.exec(xml)![0]
  const bare = xml.replace(signature, '')
  const forgedId = (text: string) =>
    text.replace(/ ID="[^"]*"/, ` ID="${newId()}"`).replaceAll(victim, attacker)
  if (variant <= 2) {
    const forged = forgedId(bare)
    const holder =
      variant === 1
        ? signature.replace('</ds:Signature>', `<ds:Object>${bare}</ds:Object></ds:Signature>`)
        : `${signature}${bare}`
    return forged.replace('<samlp:Status>', `${holder}<samlp:Status>`)
  }
  const original = /<saml:Assertion .*<\/saml:Assertion>/s.exec(xml)![0]
  const unsigned = original.replace(signature, '')
  const evil = forgedId(unsigned)
  const inside = (outer: string, what: string) => outer.replace('<saml:Subject>', `${what}<saml:Subject>`)
  const object = (what: string) =>
    signature.replace('</ds:Signature>', `<ds:Object>${what}</ds:Object></ds:Signature>`)
  const put = (what: string) => xml.replace(original, () => what)
  switch (variant) {
    case 3:
      return put(`${evil}${original}`)
    case 4:
      return put(evil.replace('</saml:Assertion>', `${original}</saml:Assertion>`))
    case 5:
      return put(`${inside(evil, signature)}${unsigned}`)
    case 6:
      return put(inside(evil, object(unsigned)))
    case 7:
      return put(`<samlp:Extensions>${evil}</samlp:Extensions>${original}`)
    default:
      return put(inside(evil, `${object(unsigned)}`).replace(' ID="', ' Id="'))
  }
}

/** A DNS server on this machine that knows TXT records by name. */
export type TestDns = {
  address: string
  records: Map<string, string[]>
  /** While set, it says that it cannot say. */
  isBroken: boolean
  close(): Promise<void>
}

export async function givenDns(): Promise<TestDns> {
  const socket = createSocket('udp4')
  const dns: TestDns = {
    address: '',
    records: new Map(),
    isBroken: false,
    close: () => new Promise((done) => socket.close(done)),
  }
  socket.on('message', (question, from) => {
    const labels: string[] = []
    let at = 12
    for (let length = question[at]!; length > 0; length = question[at]!) {
      labels.push(question.toString('latin1', at + 1, at + 1 + length))
      at += 1 + length
    }
    const asked = question.subarray(12, at + 5)
    const texts = dns.records.get(labels.join('.').toLowerCase())
    // RFC 1035, 4.1.1: QR and RA, and the code: no error, server failure, no such name.
    const flags = 0x8180 | (dns.isBroken ? 2 : texts ? 0 : 3)
    const answers = dns.isBroken ? [] : (texts ?? []).map(txtRecord)
    const header = Buffer.alloc(12)
    question.copy(header, 0, 0, 2)
    header.writeUInt16BE(flags, 2)
    header.writeUInt16BE(1, 4)
    header.writeUInt16BE(answers.length, 6)
    socket.send(Buffer.concat([header, asked, ...answers]), from.port, from.address)
  })
  await new Promise<void>((ready) => socket.bind(0, '127.0.0.1', ready))
  dns.address = `127.0.0.1:${socket.address().port}`
  return dns
}

/** One TXT record about the name that was asked for, in strings of at most 255 bytes. */
function txtRecord(text: string): Buffer {
  const bytes = Buffer.from(text)
  const strings: Buffer[] = []
  for (let at = 0; at < bytes.length; at += 255) {
    const part = bytes.subarray(at, at + 255)
    strings.push(Buffer.from([part.length]), part)
  }
  const data = Buffer.concat(strings)
  const head = Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, data.length >> 8, data.length & 255])
  return Buffer.concat([head, data])
}
