import { Type } from 'typebox'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors.ts'
import { OneOf } from '../../../platform/http/schemas.ts'
import { issueFlowCode } from '../codes/flow-states.ts'
import { beginOidcSso } from '../providers/visits.ts'
import { handOver } from '../sessions/session-cookie.ts'
import { type Arrival, enterBySso, ssoProviderName, welcomeBySso } from '../sso/arrivals.ts'
import { ssoBrowserTokenOf } from '../sso/browser-cookie.ts'
import { SamlOff, SsoDisabled, SsoOtherBrowser, SsoVisitUnknown } from '../sso/errors.ts'
import { serviceProvider, serviceProviderMetadata } from '../sso/metadata.ts'
import type { RelayState } from '../sso/saml.queries.ts'
import { samlKey } from '../sso/saml-keys.ts'
import { beginSaml, finishSaml, visitOf } from '../sso/saml-visits.ts'
import { keepFailedTest, tryArrival } from '../sso/trials.ts'
import { findSso, type SsoWay } from '../sso/visits.ts'
import { flowOf, Pkce } from './bodies.ts'
import { ValidationFailed } from './errors.ts'
import { send } from './providers.wire.ts'
import { isAllowed, redirectTarget, withCode, withError, withSession } from './redirects.ts'
import { Redirect, type WireInput, wireRoute } from './route.ts'
import { enter } from './session-view.ts'

const SsoBody = Type.Object({
  provider_id: Type.Optional(Type.String({ maxLength: 100 })),
  domain: Type.Optional(Type.String({ maxLength: 253 })),
  redirect_to: Type.Optional(Type.String({ maxLength: 2000 })),
  skip_http_redirect: Type.Optional(Type.Boolean()),
  ...Pkce,
})

/** A whole company comes from one address on Monday morning. */
const companyAtOnce = { max: 600, windowSeconds: 300 }
/** Seconds from leaving for the identity provider to redeeming the code. */
const flowSeconds = 900

const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function wayOf({ provider_id: providerId, domain }: { provider_id?: string; domain?: string }): SsoWay {
  if (providerId && domain)
    throw ValidationFailed({ reason: 'Only one of provider_id and domain may be provided' })
  if (domain) return { domain }
  if (!providerId) throw ValidationFailed({ reason: 'A provider_id or domain needs to be provided' })
  if (!uuidShape.test(providerId)) throw ValidationFailed({ reason: 'provider_id must be a UUID' })
  return { providerId }
}

/** Where SAML is switched off, whoever finds no other single sign-on is told that before anything else. */
async function soughtSso(ctx: Ctx, wish: { provider_id?: string; domain?: string }) {
  try {
    return await findSso(ctx, wayOf(wish))
  } catch (error) {
    throw error instanceof AppError && !ctx.app.config.auth.samlEnabled ? SamlOff() : error
  }
}

const sso = wireRoute({
  method: 'POST',
  path: '/sso',
  allow: 'anyone',
  limits: [companyAtOnce],
  body: SsoBody,
  transaction: false,
  async handle(ctx, { body, request, reply }) {
    const { ctx: there, provider } = await soughtSso(ctx, body)
    const asked = body.redirect_to
    const redirectTo = asked && isAllowed(ctx.app, asked) ? asked : redirectTarget(ctx.app, request)
    const wish = { purpose: 'sign_in', surface: 'app', redirectTo } as const
    const keepFlow = (tx: Ctx) =>
      flowOf(tx, body, {
        providerType: ssoProviderName(provider.id),
        authenticationMethod: `sso/${provider.kind}`,
        redirectTo,
        seconds: flowSeconds,
      })
    const asJson = body.skip_http_redirect === true
    if (provider.kind === 'oidc') {
      if (provider.disabled) throw SsoDisabled()
      // The provider may have to be asked before it is known where to go: not inside of a transaction.
      const flowStateId = await withTransaction(ctx.app, there, keepFlow)
      return send(there, reply, await beginOidcSso(there, provider.id, { ...wish, flowStateId }), asJson)
    }
    const { url } = await withTransaction(ctx.app, there, async (tx) =>
      beginSaml(tx, provider, { ...wish, flowStateId: await keepFlow(tx) }),
    )
    return asJson ? { url } : new Redirect(url)
  },
})

const MetadataQuery = Type.Object({ download: Type.Optional(OneOf(['true', 'false', ''])) })

async function sendMetadata(
  ctx: Ctx,
  { query, reply }: WireInput<undefined, typeof MetadataQuery, undefined>,
) {
  if (!ctx.app.config.auth.samlEnabled) throw SamlOff()
  const { certificate } = await samlKey(ctx.app)
  const xml = serviceProviderMetadata(serviceProvider(ctx.app.config.url), certificate)
  void reply.headers({
    'content-type': 'application/xml; charset=utf-8',
    'cache-control': 'public, max-age=600',
    ...(query.download === 'true' ? { 'content-disposition': 'attachment; filename="metadata.xml"' } : {}),
  })
  return reply.send(xml)
}

const AcsBody = Type.Object({
  SAMLResponse: Type.Optional(Type.String({ maxLength: 1_000_000 })),
  RelayState: Type.Optional(Type.String({ maxLength: 2000 })),
})
type AcsInput = WireInput<undefined, undefined, typeof AcsBody>

/**
 * The answer of an identity provider, posted by the browser (HTTP-POST binding). Only answers to requests of ours
 * are taken; nothing begins at the identity provider. Whoever has a browser is led on, also when it failed; a
 * program is told by status.
 */
async function acs(ctx: Ctx, input: AcsInput): Promise<unknown> {
  const { body, request, reply } = input
  if (!body.SAMLResponse) throw ValidationFailed({ reason: 'SAMLResponse is missing' })
  const relayState = body.RelayState ?? ''
  const answer = {
    samlResponse: body.SAMLResponse,
    relayState,
    browserToken: ssoBrowserTokenOf(ctx.app, request),
  }
  try {
    const landing = await finishSaml(ctx, answer, arrive)
    if (landing.session) await handOver(ctx, reply, 'cookie', landing.session)
    return new Redirect(landing.url)
  } catch (error) {
    const elsewhere = await failureAddress(ctx, relayState, error)
    const isBrowser = (request.headers.accept ?? '').includes('text/html')
    if (!elsewhere || !(elsewhere.always || isBrowser)) throw error
    return new Redirect(elsewhere.url)
  }
}

type Landing = { url: string; session?: Awaited<ReturnType<typeof enterBySso>> }

async function arrive(ctx: Ctx, visit: RelayState, arrival: Arrival): Promise<Landing> {
  const to = visit.redirectTo ?? (visit.surface === 'app' ? ctx.app.config.auth.siteUrl : '/')
  if (visit.purpose === 'test') {
    await tryArrival(ctx, arrival)
    return { url: to }
  }
  if (visit.surface === 'web')
    return {
      // The page there knows what a sign-in may still owe.
      url: `/sign-in/finish?${new URLSearchParams({ next: to })}`,
      session: await enterBySso(ctx, arrival, 'cookie'),
    }
  const { userId } = await welcomeBySso(ctx, arrival)
  if (visit.flowStateId) return { url: withCode(to, await issueFlowCode(ctx, visit.flowStateId, userId)) }
  const session = await enter(ctx, userId, { method: 'sso/saml', ssoProviderId: arrival.providerId })
  return { url: withSession(to, session, 'sso') }
}

/** Where a failure is told; null for our own bugs. `always`: the app behind the address waits for it. */
async function failureAddress(
  ctx: Ctx,
  relayState: string,
  error: unknown,
): Promise<{ url: string; always: boolean } | null> {
  if (!(error instanceof AppError)) return null
  const visit = await visitOf(ctx, relayState)
  if (visit?.surface === 'app')
    return {
      url: withError(visit.redirectTo ?? ctx.app.config.auth.siteUrl, error, visit.flowStateId !== null),
      always: true,
    }
  if (visit?.purpose === 'test') {
    // Only an answer that was taken up says something about the set-up.
    if (error.code === SsoVisitUnknown.code || error.code === SsoOtherBrowser.code) return null
    await withTransaction(ctx.app, { ...ctx, organizationId: visit.organizationId }, (tx) =>
      keepFailedTest(tx, visit.ssoProviderId, error),
    )
    return { url: visit.redirectTo ?? '/', always: false }
  }
  const about = new URLSearchParams({ problem: error.code })
  if (visit?.redirectTo) about.set('next', visit.redirectTo)
  if (typeof error.params.reason === 'string') about.set('reason', error.params.reason)
  return { url: `/sign-in?${about}`, always: false }
}

const samlRoutes = ['/sso/saml', '/saml'].flatMap((path) => [
  wireRoute({
    method: 'GET',
    path: `${path}/metadata`,
    allow: 'anyone',
    query: MetadataQuery,
    handle: sendMetadata,
  }),
  wireRoute({
    method: 'POST',
    path: `${path}/acs`,
    allow: 'anyone',
    limits: [companyAtOnce],
    transaction: false,
    body: AcsBody,
    handle: acs,
  }),
])

export const ssoRoutes = [sso, ...samlRoutes]
