import { createHash } from 'node:crypto'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors.ts'
import { hashToken, randomToken } from '../../../platform/keys.ts'
import { record } from '../../audit/index.ts'
import { noteTry } from '../sessions/sessions.ts'
import type { Arrival } from './arrivals.ts'
import {
  SamlOff,
  SsoDisabled,
  SsoKindFixed,
  SsoOtherBrowser,
  SsoReplayed,
  SsoVisitUnknown,
} from './errors.ts'
import { readMetadata, serviceProvider } from './metadata.ts'
import {
  consumeRelayState,
  findRelayState,
  insertRelayState,
  type RelayState,
  rememberAssertion,
} from './saml.queries.ts'
import { samlKey } from './saml-keys.ts'
import { type Assertion, readResponse } from './saml-responses.ts'
import type { SsoProviderRow } from './sso-providers.queries.ts'
import { allowsHttp, ssoProviderById } from './sso-providers.ts'

/** Minutes somebody may take at their identity provider. */
export const samlVisitMinutes = 10

export type SamlVisitWish = {
  purpose: 'sign_in' | 'test'
  surface: 'web' | 'app'
  /** A path of ours on the web, an allowed address for apps. Already checked. */
  redirectTo: string | null
  flowStateId?: string | null
  /**
   * What the browser brought in its cookie: on the web the answer counts only in the browser that left, so nobody
   * can be signed in as somebody else by a form of a third party (login CSRF). Undefined for apps, which have no
   * cookie of ours: there PKCE ties the answer to the app that began.
   */
  browserToken?: string | null
  forEmail?: string | null
}

const tokenShape = /^[A-Za-z0-9_-]{43}$/

/**
 * Makes a request to a SAML identity provider of the organization of `ctx` (AuthnRequest by HTTP-Redirect), signed
 * when its metadata wants that. In the caller's transaction.
 * @returns where to send the browser, and what it must keep until it is back
 * @throws SamlOff, SsoDisabled, SsoKindFixed
 */
export async function beginSaml(
  ctx: Ctx,
  provider: SsoProviderRow,
  wish: SamlVisitWish,
): Promise<{ url: string; browserToken: string }> {
  if (!ctx.app.config.auth.samlEnabled) throw SamlOff()
  if (provider.kind !== 'saml') throw SsoKindFixed()
  if (provider.disabled && wish.purpose !== 'test') throw SsoDisabled()
  const idp = readMetadata(provider.metadataXml ?? '', allowsHttp(ctx), { expired: true })
  const sp = serviceProvider(ctx.app.config.url)
  // An xs:ID must not begin with a digit.
  const requestId = `_${randomToken()}`
  const given = wish.browserToken
  const browserToken = given && tokenShape.test(given) ? given : randomToken()
  const id = await insertRelayState(ctx.db, ctx.organizationId, {
    ssoProviderId: provider.id,
    requestId,
    redirectTo: wish.redirectTo,
    flowStateId: wish.flowStateId ?? null,
    surface: wish.surface,
    purpose: wish.purpose,
    forEmail: wish.forEmail ?? null,
    browserHash: given === undefined ? null : hashToken(browserToken),
    expiresAt: new Date(ctx.now.getTime() + samlVisitMinutes * 60_000),
  })
  const { SAML } = await import('@node-saml/node-saml')
  const library = new SAML({
    entryPoint: idp.signInUrl,
    idpCert: idp.certificates.map(({ pem }) => pem),
    issuer: sp.entityId,
    callbackUrl: sp.acsUrl,
    identifierFormat: provider.nameIdFormat,
    disableRequestedAuthnContext: true,
    generateUniqueId: () => requestId,
    ...(idp.wantsSignedRequests
      ? { privateKey: (await samlKey(ctx.app)).privateKey, signatureAlgorithm: 'sha256' as const }
      : {}),
  })
  const url = await library.getAuthorizeUrlAsync(relayStateOf(ctx.organizationId, id), undefined, {})
  return { url, browserToken }
}

/** RelayState names the organization as well, as everything an organization owns is found by it; 80 bytes at most. */
const relayStateOf = (organizationId: string, id: string) => `${organizationId}.${id}`
const relayStateShape =
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

const namedBy = (relayState: string): { organizationId: string; id: string } | null => {
  const [, organizationId, id] = relayStateShape.exec(relayState) ?? []
  return organizationId && id ? { organizationId, id } : null
}

/** Where an answer belongs, whatever becomes of it; null when nobody here asked. */
export async function visitOf(ctx: Ctx, relayState: string): Promise<RelayState | null> {
  const named = namedBy(relayState)
  return named && findRelayState(ctx.db, named.organizationId, named.id)
}

/**
 * Takes the answer of an identity provider and lets `enter` do what follows, all or nothing. The request it answers
 * is used up first, whatever comes of it; an answer nobody here asked for is refused. Opens its own transactions,
 * and keeps a failed try.
 * @param enter runs in the transaction, at the organization the request belongs to
 * @throws SsoVisitUnknown, SsoOtherBrowser, SsoResponseRefused, SsoReplayed, SamlOff, SsoDisabled, and what `enter` throws
 */
export async function finishSaml<T>(
  ctx: Ctx,
  answer: { samlResponse: string; relayState: string; browserToken: string | null },
  enter: (ctx: Ctx, visit: RelayState, arrival: Arrival) => Promise<T>,
): Promise<T> {
  if (!ctx.app.config.auth.samlEnabled) throw SamlOff()
  const visit = await takeVisit(ctx, answer)
  const there = { ...ctx, organizationId: visit.organizationId }
  try {
    const provider = await ssoProviderById(there, visit.ssoProviderId)
    if (provider.disabled && visit.purpose !== 'test') throw SsoDisabled()
    const idp = readMetadata(provider.metadataXml ?? '', allowsHttp(ctx), { expired: true })
    const assertion = await readResponse(answer.samlResponse, {
      idp,
      sp: serviceProvider(ctx.app.config.url),
      requestId: visit.requestId,
      now: new Date(),
    })
    return await withTransaction(ctx.app, there, async (tx) => {
      const hash = createHash('sha256').update(`${idp.entityId}\n${assertion.id}`).digest()
      if (!(await rememberAssertion(tx.db, visit.organizationId, hash, assertion.expiresAt)))
        throw SsoReplayed()
      return enter(tx, visit, arrivalOf(visit.ssoProviderId, idp.entityId, assertion))
    })
  } catch (error) {
    if (error instanceof AppError && visit.purpose === 'sign_in') await noteRefusal(there, visit, error)
    throw error
  }
}

async function takeVisit(
  ctx: Ctx,
  { relayState, browserToken }: { relayState: string; browserToken: string | null },
): Promise<RelayState> {
  const named = namedBy(relayState)
  if (!named) throw SsoVisitUnknown()
  const there = { ...ctx, organizationId: named.organizationId }
  const browserHash = browserToken === null ? null : hashToken(browserToken)
  const visit = await withTransaction(ctx.app, there, (tx) =>
    consumeRelayState(tx.db, named.organizationId, named.id, browserHash),
  )
  if (visit) return visit
  const known = await findRelayState(ctx.db, named.organizationId, named.id)
  throw known?.isOpen ? SsoOtherBrowser() : SsoVisitUnknown()
}

const noteRefusal = (ctx: Ctx, visit: RelayState, error: AppError) =>
  withTransaction(ctx.app, ctx, async (tx) => {
    await noteTry(tx, { userId: null, method: 'sso/saml', failureReason: error.code })
    await record(tx, 'identity.sso_refused', {
      entityType: 'sso_provider',
      entityId: visit.ssoProviderId,
      metadata: { code: error.code, reason: error.params.reason ?? null },
    })
  })

const transient = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient'

function arrivalOf(providerId: string, issuer: string, assertion: Assertion): Arrival {
  const { nameId, nameIdFormat, attributes } = assertion
  const isAddress = nameId !== null && /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(nameId)
  // A transient name is another one tomorrow: it tells nobody apart (SAML 2.0 Core, 8.3.8).
  const subject = nameIdFormat === transient ? null : nameId
  return { providerId, subject, attributes, fallbackEmail: isAddress ? nameId : null, issuer }
}
