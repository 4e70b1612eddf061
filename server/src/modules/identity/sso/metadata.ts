import { X509Certificate } from 'node:crypto'
import { SsoMetadataRefused } from './errors.ts'
import { childrenOf, readXml, textOf, type XmlElement, XmlRefused } from './xml.ts'

const md = 'urn:oasis:names:tc:SAML:2.0:metadata'
const ds = 'http://www.w3.org/2000/09/xmldsig#'
const redirectBinding = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'
const postBinding = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST'
const protocol = 'urn:oasis:names:tc:SAML:2.0:protocol'
const mostBytes = 1024 * 1024

/** What is used of the metadata of an identity provider (SAML 2.0 Metadata, 2.4.3). */
export type IdentityProvider = {
  entityId: string
  /** Where people are sent, by HTTP-Redirect. */
  signInUrl: string
  /** Certificates that sign, as PEM, with the day they end. */
  certificates: Array<{ pem: string; validUntil: Date }>
  /** It takes requests only when they are signed. */
  wantsSignedRequests: boolean
}

/**
 * Reads the metadata of one identity provider. What it says is trusted because of who brought it: an
 * administrator, or the https address an administrator named. A signature of its own is not looked at.
 * @param allowHttp an installation that does without TLS, or lets single sign-on lead to private addresses
 * @throws SsoMetadataRefused
 */
export function readMetadata(
  xml: string,
  allowHttp: boolean,
  options: { expired?: boolean } = {},
): IdentityProvider {
  const refuse = (reason: string) => SsoMetadataRefused({ reason })
  const { entity, role } = identityProviderIn(xml)
  const entityId = entity.attributes.entityID ?? ''
  if (!entityId || entityId.length > 1024) throw refuse('no_entity_id')
  const { validUntil } = entity.attributes
  if (validUntil && !options.expired && !(Date.parse(validUntil) > Date.now())) throw refuse('expired')
  const service = childrenOf(role, md, 'SingleSignOnService').find(
    ({ attributes }) => attributes.Binding === redirectBinding,
  )
  const signInUrl = service?.attributes.Location ?? ''
  if (!service) throw refuse('no_redirect_binding')
  if (!isWebAddress(signInUrl, allowHttp)) throw refuse('sign_in_address')
  const certificates = childrenOf(role, md, 'KeyDescriptor')
    .filter(({ attributes }) => attributes.use === undefined || attributes.use === 'signing')
    .flatMap((key) => childrenOf(key, ds, 'KeyInfo'))
    .flatMap((info) => childrenOf(info, ds, 'X509Data'))
    .flatMap((data) => childrenOf(data, ds, 'X509Certificate'))
    .map(certificateOf)
  if (certificates.length === 0 || certificates.length > 10) throw refuse('no_certificate')
  const wantsSignedRequests = /^(?:true|1)$/.test(role.attributes.WantAuthnRequestsSigned ?? '')
  return { entityId, signInUrl, certificates, wantsSignedRequests }
}

function identityProviderIn(xml: string): { entity: XmlElement; role: XmlElement } {
  const root = parse(xml)
  const entities = (
    root.name === 'EntitiesDescriptor' ? childrenOf(root, md, 'EntityDescriptor') : [root]
  ).flatMap((entity) => {
    const isEntity = entity.name === 'EntityDescriptor' && entity.namespace === md
    const roles = isEntity ? childrenOf(entity, md, 'IDPSSODescriptor') : []
    return roles
      .filter((role) => (role.attributes.protocolSupportEnumeration ?? '').split(/\s+/).includes(protocol))
      .map((role) => ({ entity, role }))
  })
  if (entities.length === 0) throw SsoMetadataRefused({ reason: 'no_identity_provider' })
  if (entities.length > 1) throw SsoMetadataRefused({ reason: 'several_identity_providers' })
  return entities[0]!
}

function parse(xml: string): XmlElement {
  try {
    return readXml(xml.replace(/^\uFEFF/, '').trim(), { most: mostBytes, comments: true })
  } catch (error) {
    if (error instanceof XmlRefused) throw SsoMetadataRefused({ reason: error.reason })
    throw error
  }
}

function certificateOf(element: XmlElement): { pem: string; validUntil: Date } {
  try {
    const certificate = new X509Certificate(Buffer.from(textOf(element) ?? '', 'base64'))
    const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey
    // RSA of 2048 bits or more (NIST SP 800-131A) is what signatures are checked with.
    if (asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
      throw SsoMetadataRefused({ reason: 'key_not_supported' })
    return { pem: certificate.toString(), validUntil: new Date(certificate.validTo) }
  } catch (error) {
    if ((error as { code?: string }).code === SsoMetadataRefused.code) throw error
    throw SsoMetadataRefused({ reason: 'bad_certificate' })
  }
}

/** An address a browser may be sent to. */
export function isWebAddress(address: string, allowHttp: boolean): boolean {
  if (address.length > 2000 || !URL.canParse(address)) return false
  const { protocol: scheme, username, password } = new URL(address)
  return (scheme === 'https:' || (allowHttp && scheme === 'http:')) && !username && !password
}

/** What an administrator of the identity provider enters there. */
export type ServiceProvider = { entityId: string; acsUrl: string; metadataUrl: string }

/** Our side. One entity id for all organizations: which one is meant follows from the request that is answered. */
export function serviceProvider(publicUrl: string): ServiceProvider {
  const metadataUrl = `${publicUrl.replace(/\/$/, '')}/auth/v1/sso/saml/metadata`
  return { entityId: metadataUrl, metadataUrl, acsUrl: metadataUrl.replace(/metadata$/, 'acs') }
}

/**
 * Our side as metadata (SAML 2.0 Metadata, 2.4.4). It does not say that every request is signed: only those are
 * that go to an identity provider which asks for it.
 * @param certificate base64 of the DER
 */
export const serviceProviderMetadata = ({ entityId, acsUrl }: ServiceProvider, certificate: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<EntityDescriptor xmlns="${md}" xmlns:ds="${ds}" entityID="${escaped(entityId)}" ID="_stoa">
  <SPSSODescriptor protocolSupportEnumeration="${protocol}" AuthnRequestsSigned="false" WantAssertionsSigned="true">
    <KeyDescriptor use="signing">
      <ds:KeyInfo>
        <ds:X509Data>
          <ds:X509Certificate>${certificate}</ds:X509Certificate>
        </ds:X509Data>
      </ds:KeyInfo>
    </KeyDescriptor>
    <AssertionConsumerService index="1" isDefault="true" Binding="${postBinding}" Location="${escaped(acsUrl)}"/>
  </SPSSODescriptor>
</EntityDescriptor>
`

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
