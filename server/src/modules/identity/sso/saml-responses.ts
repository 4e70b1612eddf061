import { SsoResponseRefused } from './errors.ts'
import type { IdentityProvider, ServiceProvider } from './metadata.ts'
import { childOf, childrenOf, everyElement, readXml, textOf, type XmlElement, XmlRefused } from './xml.ts'

const samlp = 'urn:oasis:names:tc:SAML:2.0:protocol'
const saml = 'urn:oasis:names:tc:SAML:2.0:assertion'
const ds = 'http://www.w3.org/2000/09/xmldsig#'
const success = 'urn:oasis:names:tc:SAML:2.0:status:Success'
const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'

/** Bytes of an answer; those of large directories with hundreds of groups stay far below. */
export const mostResponseBytes = 256 * 1024
/** How far the clock of an identity provider may be off. */
export const clockSkewMs = 60_000
/** No assertion is taken longer than this after it was made, whatever it says itself. */
const mostAgeMs = 3600_000

const signatureMethods = new Set([
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
])
const digestMethods = new Set([
  'http://www.w3.org/2001/04/xmlenc#sha256',
  'http://www.w3.org/2001/04/xmlenc#sha512',
])
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'

/** What an identity provider said of somebody, checked. */
export type Assertion = {
  id: string
  nameId: string | null
  nameIdFormat: string | null
  attributes: Map<string, string[]>
  /** From when on it would be refused anyway, so that it need not be remembered any longer. */
  expiresAt: Date
}

/** What an answer has to fit. */
export type Expected = {
  idp: IdentityProvider
  sp: ServiceProvider
  /** ID of the AuthnRequest it has to answer. */
  requestId: string
  now: Date
}

const refuse = (reason: string) => SsoResponseRefused({ reason })

/**
 * Checks an answer of an identity provider (SAML 2.0 Core and Profiles 4.1.4.3) and returns what it asserts.
 *
 * The policy: the assertion is covered by a valid signature, its own or that of the response around it, and every
 * signature that is there is valid. RSA with SHA-256 or SHA-512. Exactly one assertion, in the clear. It answers a
 * request of ours. Nothing is read but the bytes that were signed, except for what only narrows: status,
 * destination and issuer of the response.
 *
 * First the shape is checked, so that an answer with anything unusual in it never reaches the signature check
 * (this is what keeps signature wrapping out, whatever a parser makes of it); then @node-saml/node-saml verifies
 * signature, times and audience; then the signed bytes are read again and held against what we expect.
 * @param encoded the SAMLResponse of the form, base64
 * @throws SsoResponseRefused
 */
export async function readResponse(encoded: string, expected: Expected): Promise<Assertion> {
  const text = decoded(encoded)
  const response = parsed(text)
  const signed = refuseUnusual(response)
  refuseMisdirected(response, expected)
  const signedXml = await verified(text, signed, expected)
  return readAssertion(parsed(signedXml), expected)
}

function decoded(encoded: string): string {
  const compact = encoded.replace(/[\r\n\t ]+/g, '')
  if (compact.length > (mostResponseBytes * 4) / 3 + 4) throw refuse('too_large')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) throw refuse('not_xml')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(compact, 'base64'))
  } catch {
    throw refuse('not_xml')
  }
}

function parsed(text: string): XmlElement {
  try {
    return readXml(text, { most: mostResponseBytes })
  } catch (error) {
    if (error instanceof XmlRefused) throw refuse(error.reason)
    throw error
  }
}

/** Which parts carry a signature of their own. Throws when the document is anything but the plainest answer. */
function refuseUnusual(response: XmlElement): { response: boolean; assertion: boolean } {
  if (response.name !== 'Response' || response.namespace !== samlp) throw refuse('structure')
  const count = { assertions: 0, signatures: 0 }
  const ids = new Set<string>()
  for (const element of everyElement(response)) {
    if (/^encrypted/i.test(element.name)) throw refuse('encrypted')
    if (element !== response && element.name === 'Response') throw refuse('structure')
    if (element.name === 'Assertion') count.assertions += 1
    if (element.name === 'Signature') count.signatures += 1
    for (const id of element.ids) {
      if (ids.has(id)) throw refuse('structure')
      ids.add(id)
    }
  }
  refuseFailure(response)
  const assertion = childOf(response, saml, 'Assertion')
  if (!assertion || count.assertions !== 1) throw refuse('structure')
  const own = [response, assertion].map((parent) => childrenOf(parent, ds, 'Signature'))
  const [ofResponse = [], ofAssertion = []] = own
  if (ofResponse.length > 1 || ofAssertion.length > 1) throw refuse('structure')
  if (ofResponse.length + ofAssertion.length !== count.signatures) throw refuse('structure')
  if (count.signatures === 0) throw refuse('unsigned')
  if (ofResponse[0]) refuseWeak(ofResponse[0], response)
  if (ofAssertion[0]) refuseWeak(ofAssertion[0], assertion)
  return { response: ofResponse.length === 1, assertion: ofAssertion.length === 1 }
}

/** The identity provider said no. What it says is not signed, as a rule; it only ever leads to a refusal. */
function refuseFailure(response: XmlElement): void {
  const status = childOf(response, samlp, 'Status')
  const code = status && childOf(status, samlp, 'StatusCode')
  if (code?.attributes.Value !== success) throw refuse('status')
}

/** One reference, to the very element the signature is in, by methods that hold (SAML 2.0 Core 5.4). */
function refuseWeak(signature: XmlElement, parent: XmlElement): void {
  const parts = signature.children.map(({ name, namespace }) => (namespace === ds ? name : '?')).join()
  if (!/^SignedInfo,SignatureValue(,KeyInfo)?$/.test(parts)) throw refuse('structure')
  const info = childOf(signature, ds, 'SignedInfo')!
  const reference = childOf(info, ds, 'Reference')
  const transforms = reference && childOf(reference, ds, 'Transforms')
  const digest = reference && childOf(reference, ds, 'DigestMethod')
  if (!reference || !transforms || !digest || info.children.length !== 3) throw refuse('structure')
  if (!parent.attributes.ID || reference.attributes.URI !== `#${parent.attributes.ID}`)
    throw refuse('structure')
  const steps = childrenOf(transforms, ds, 'Transform').map(({ attributes }) => attributes.Algorithm)
  const canonical = childOf(info, ds, 'CanonicalizationMethod')?.attributes.Algorithm
  if (steps.join() !== `${enveloped},${exclusive}` || canonical !== exclusive) throw refuse('algorithm')
  if (transforms.children.length !== 2) throw refuse('structure')
  const method = childOf(info, ds, 'SignatureMethod')?.attributes.Algorithm ?? ''
  if (!signatureMethods.has(method) || !digestMethods.has(digest.attributes.Algorithm ?? ''))
    throw refuse('algorithm')
}

/** What the envelope says of where it comes from and goes to. */
function refuseMisdirected(response: XmlElement, { idp, sp, requestId }: Expected): void {
  const { Version, Destination, InResponseTo } = response.attributes
  if (Version !== '2.0') throw refuse('structure')
  const issuer = childrenOf(response, saml, 'Issuer')
  if (issuer.length > 1 || (issuer[0] && textOf(issuer[0]) !== idp.entityId)) throw refuse('issuer')
  // A signed message says where it goes (Bindings 3.5.5.2); one that says it must be right in any case.
  const isSigned = childrenOf(response, ds, 'Signature').length === 1
  if (Destination === undefined ? isSigned : Destination !== sp.acsUrl) throw refuse('destination')
  if (InResponseTo !== requestId) throw refuse('in_response_to')
}

async function verified(
  text: string,
  signed: { response: boolean; assertion: boolean },
  { idp, sp }: Expected,
): Promise<string> {
  const { SAML, SamlStatusError, ValidateInResponseTo } = await import('@node-saml/node-saml')
  const library = new SAML({
    idpCert: idp.certificates.map(({ pem }) => pem),
    issuer: sp.entityId,
    audience: sp.entityId,
    callbackUrl: sp.acsUrl,
    wantAuthnResponseSigned: signed.response,
    wantAssertionsSigned: signed.assertion,
    acceptedClockSkewMs: clockSkewMs,
    maxAssertionAgeMs: mostAgeMs,
    // Checked above and below, where the request is known.
    validateInResponseTo: ValidateInResponseTo.never,
  })
  try {
    const { profile } = await library.validatePostResponseAsync({
      SAMLResponse: Buffer.from(text).toString('base64'),
    })
    const xml = profile?.getAssertionXml?.()
    if (!xml) throw refuse('signature')
    return xml
  } catch (error) {
    if (error instanceof SamlStatusError) throw refuse('status')
    const { message } = error as Error
    // The library tells what was wrong in its message only.
    if (/not yet valid/i.test(message)) throw refuse('not_yet_valid')
    if (/expired|too old/i.test(message)) throw refuse('expired')
    if (/audience/i.test(message)) throw refuse('audience')
    if (/is not a valid date/i.test(message)) throw refuse('structure')
    throw refuse('signature')
  }
}

/** Reads the signed bytes of an assertion, and nothing else. */
function readAssertion(assertion: XmlElement, { idp, sp, requestId, now }: Expected): Assertion {
  const { ID, Version, IssueInstant } = assertion.attributes
  if (assertion.name !== 'Assertion' || assertion.namespace !== saml || Version !== '2.0' || !ID)
    throw refuse('structure')
  if (textOf(childOf(assertion, saml, 'Issuer')) !== idp.entityId) throw refuse('issuer')
  const conditions = childOf(assertion, saml, 'Conditions')
  if (!conditions) throw refuse('structure')
  refuseUntimely(conditions.attributes, now)
  const audiences = childrenOf(conditions, saml, 'AudienceRestriction')
  if (audiences.length === 0 || !audiences.every((one) => names(one, sp.entityId))) throw refuse('audience')
  if (childrenOf(assertion, saml, 'AuthnStatement').length === 0) throw refuse('structure')
  for (const statement of childrenOf(assertion, saml, 'AuthnStatement'))
    refuseUntimely({ NotOnOrAfter: statement.attributes.SessionNotOnOrAfter }, now)

  const subject = childOf(assertion, saml, 'Subject')
  if (!subject) throw refuse('structure')
  const confirmedUntil = confirmation(subject, { sp, requestId, now })
  const made = Date.parse(IssueInstant ?? '')
  if (Number.isNaN(made) || made - clockSkewMs > now.getTime()) throw refuse('not_yet_valid')
  const nameId = childOf(subject, saml, 'NameID')
  return {
    id: ID,
    nameId: textOf(nameId) || null,
    nameIdFormat: nameId?.attributes.Format ?? null,
    attributes: attributesOf(assertion),
    expiresAt: new Date(Math.min(confirmedUntil, made + mostAgeMs) + clockSkewMs),
  }
}

const names = (restriction: XmlElement, entityId: string) =>
  childrenOf(restriction, saml, 'Audience').some((audience) => textOf(audience) === entityId)

/** Until when the bearer may use it here, for this request (Profiles 4.1.4.2). */
function confirmation(
  subject: XmlElement,
  { sp, requestId, now }: Pick<Expected, 'sp' | 'requestId' | 'now'>,
): number {
  let refusal = refuse('recipient')
  for (const one of childrenOf(subject, saml, 'SubjectConfirmation')) {
    const data = childOf(one, saml, 'SubjectConfirmationData')
    if (one.attributes.Method !== bearer || !data) continue
    const { Recipient, InResponseTo, NotOnOrAfter } = data.attributes
    try {
      if (Recipient !== sp.acsUrl) throw refuse('recipient')
      if (InResponseTo !== requestId) throw refuse('in_response_to')
      if (NotOnOrAfter === undefined) throw refuse('structure')
      refuseUntimely(data.attributes, now)
      return Date.parse(NotOnOrAfter)
    } catch (error) {
      refusal = error as typeof refusal
    }
  }
  throw refusal
}

function refuseUntimely(
  { NotBefore, NotOnOrAfter }: { NotBefore?: string | undefined; NotOnOrAfter?: string | undefined },
  now: Date,
): void {
  const [from, until] = [NotBefore, NotOnOrAfter].map((text) =>
    text === undefined ? null : Date.parse(text),
  )
  if (Number.isNaN(from) || Number.isNaN(until)) throw refuse('structure')
  if (typeof from === 'number' && now.getTime() + clockSkewMs < from) throw refuse('not_yet_valid')
  if (typeof until === 'number' && now.getTime() - clockSkewMs >= until) throw refuse('expired')
}

function attributesOf(assertion: XmlElement): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const statement of childrenOf(assertion, saml, 'AttributeStatement'))
    for (const attribute of childrenOf(statement, saml, 'Attribute')) {
      const values = childrenOf(attribute, saml, 'AttributeValue')
        .map(textOf)
        .filter((value) => value !== null && value !== '')
      const { Name, FriendlyName } = attribute.attributes
      for (const name of new Set([Name, FriendlyName]))
        if (name) found.set(name, [...(found.get(name) ?? []), ...values] as string[])
    }
  return found
}
