import type { Static } from 'typebox'
import { type Actor, holds, refuse, type Verdict } from '../../../platform/actor.ts'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { OutgoingFailed, OutgoingRefused } from '../../../platform/http/outgoing.ts'
import { route } from '../../../platform/http/route.ts'
import { Empty } from '../../../platform/http/schemas.ts'
import { NoSuchRole, PermissionNotHeld, ProofTooOld, RankTooHigh } from '../errors.ts'
import { byPerson } from '../limits.ts'
import { callbackUrl } from '../providers/dialogue.ts'
import { ProviderFailed } from '../providers/errors.ts'
import { ownPath } from '../providers/own-path.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import { claimDomain, domainById, dropDomain, proveDomain } from './domains.ts'
import {
  DomainClaimed,
  DomainNotProven,
  DomainPublic,
  DomainTaken,
  SamlOff,
  SsoEntityChanged,
  SsoEntityTaken,
  SsoKindFixed,
  SsoMetadataRefused,
  SsoResourceTaken,
  SsoRoleRefused,
  SsoTooMany,
} from './errors.ts'
import { serviceProvider } from './metadata.ts'
import { domainShown, mappingGiven, ssoProviderShown } from './sso-provider-views.ts'
import { findSsoProviders, type SsoProviderRow } from './sso-providers.queries.ts'
import {
  DomainBody,
  NewSsoProvider,
  ServiceProviderView,
  SsoDomainParams,
  SsoDomainView,
  SsoProviderChanges,
  SsoProviderList,
  SsoProviderParams,
  SsoProviderView,
  TestBody,
  Way,
} from './sso-providers.schemas.ts'
import {
  changeSsoProvider,
  createSsoProvider,
  metadataGiven,
  removeSsoProvider,
  type SsoWish,
  ssoProviderById,
} from './sso-providers.ts'
import { ssoVisitRoutes } from './visits.routes.ts'
import { visitForTest } from './visits.ts'

/** Whoever sets up a sign-on decides who gets in, so nobody does it in another's name. */
function canSetUpSso(actor: Actor): Verdict {
  if (actor.impersonatedBy) return refuse('not_while_impersonating')
  return holds('identity.security.manage')(actor)
}

const load = (ctx: Ctx, { params }: { params: { ssoProviderId: string } }) =>
  ssoProviderById(ctx, params.ssoProviderId)
const version = (provider: SsoProviderRow) => provider.updatedAt.getTime()
const roleErrors = [NoSuchRole, SsoRoleRefused, RankTooHigh, PermissionNotHeld]
const metadataErrors = [SsoMetadataRefused, OutgoingRefused, OutgoingFailed]

const wishOf = async (
  ctx: Ctx,
  { metadataXml, metadataUrl, attributeMapping, ...rest }: Static<typeof SsoProviderChanges>,
): Promise<SsoWish> => {
  const metadata = await metadataGiven(ctx, {
    ...(metadataXml === undefined ? {} : { metadataXml }),
    ...(metadataUrl === undefined ? {} : { metadataUrl }),
  })
  return {
    ...rest,
    ...(metadata ? { metadata } : {}),
    ...(attributeMapping ? { attributeMapping: mappingGiven(attributeMapping) } : {}),
  }
}

const setUpRoutes = [
  route({
    method: 'GET',
    path: '/sso-service-provider',
    summary: 'What an administrator enters at their identity provider',
    response: ServiceProviderView,
    allow: canSetUpSso,
    handle: async (ctx) => ({
      saml: serviceProvider(ctx.app.config.url),
      oidc: { redirectUrl: callbackUrl(ctx.app) },
    }),
  }),
  route({
    method: 'GET',
    path: '/sso-providers',
    summary: 'Single sign-on of the organization (at most 100)',
    response: SsoProviderList,
    allow: canSetUpSso,
    handle: async (ctx) => ({
      items: (await findSsoProviders(ctx.db, ctx.organizationId)).map((row) => ssoProviderShown(ctx, row)),
    }),
  }),
  route({
    method: 'POST',
    path: '/sso-providers',
    summary: 'Set up single sign-on by SAML 2.0 or OpenID Connect',
    body: NewSsoProvider,
    response: SsoProviderView,
    status: 201,
    errors: [
      ProofTooOld,
      SamlOff,
      SsoTooMany,
      SsoResourceTaken,
      SsoEntityTaken,
      SsoKindFixed,
      DomainPublic,
      DomainClaimed,
      ...metadataErrors,
      ...roleErrors,
    ],
    limits: [byPerson(30, 3600)],
    // Metadata may have to be fetched first.
    transaction: false,
    allow: canSetUpSso,
    async handle(ctx, _, { body: { kind, domains = [], ...rest } }) {
      requireRecentProof(ctx)
      const wish = await wishOf(ctx, rest)
      return ssoProviderShown(
        ctx,
        await withTransaction(ctx.app, ctx, (tx) => createSsoProvider(tx, kind, wish, domains)),
      )
    },
  }),
  route({
    method: 'GET',
    path: '/sso-providers/:ssoProviderId',
    summary: 'One single sign-on, with its domains and the outcome of the last test',
    params: SsoProviderParams,
    response: SsoProviderView,
    load,
    allow: canSetUpSso,
    version,
    handle: async (ctx, provider) => ssoProviderShown(ctx, provider),
  }),
  route({
    method: 'PATCH',
    path: '/sso-providers/:ssoProviderId',
    summary: 'Change a single sign-on; switching it off signs its people out',
    params: SsoProviderParams,
    body: SsoProviderChanges,
    response: SsoProviderView,
    errors: [ProofTooOld, SsoResourceTaken, SsoEntityChanged, SsoKindFixed, ...metadataErrors, ...roleErrors],
    limits: [byPerson(60, 3600)],
    transaction: false,
    load,
    allow: canSetUpSso,
    version,
    async handle(ctx, provider, { body }) {
      requireRecentProof(ctx)
      const wish = await wishOf(ctx, body)
      return ssoProviderShown(
        ctx,
        await withTransaction(ctx.app, ctx, (tx) => changeSsoProvider(tx, provider, wish)),
      )
    },
  }),
  route({
    method: 'DELETE',
    path: '/sso-providers/:ssoProviderId',
    summary: 'Remove a single sign-on; its people are signed out',
    params: SsoProviderParams,
    response: Empty,
    errors: [ProofTooOld],
    load,
    allow: canSetUpSso,
    version,
    async handle(ctx, provider) {
      requireRecentProof(ctx)
      await removeSsoProvider(ctx, provider)
      return null
    },
  }),
  route({
    method: 'POST',
    path: '/sso-providers/:ssoProviderId/tests',
    summary: 'Try a single sign-on out: nobody is signed in, and lastTest tells what would have happened',
    params: SsoProviderParams,
    body: TestBody,
    response: Way,
    status: 201,
    errors: [SamlOff, ProviderFailed, OutgoingRefused, OutgoingFailed],
    limits: [byPerson(60, 3600)],
    transaction: false,
    load,
    allow: canSetUpSso,
    handle: (ctx, provider, { body, request, reply }) =>
      visitForTest(ctx, provider, ownPath(body.next), { request, reply }),
  }),
  route({
    method: 'POST',
    path: '/sso-providers/:ssoProviderId/domains',
    summary: 'Claim a mail domain; it counts once it is proven',
    params: SsoProviderParams,
    body: DomainBody,
    response: SsoDomainView,
    status: 201,
    errors: [ProofTooOld, DomainPublic, DomainClaimed, SsoTooMany],
    load,
    allow: canSetUpSso,
    async handle(ctx, provider, { body }) {
      requireRecentProof(ctx)
      const id = await claimDomain(ctx, provider.id, body.domain)
      return domainOf(ctx, provider.id, id)
    },
  }),
  route({
    method: 'POST',
    path: '/sso-providers/:ssoProviderId/domains/:domainId/proofs',
    summary: 'Look the DNS record of a domain up and let the domain count',
    params: SsoDomainParams,
    response: SsoDomainView,
    status: 201,
    errors: [ProofTooOld, DomainNotProven, DomainTaken],
    limits: [byPerson(60, 3600)],
    // The DNS may take its time.
    transaction: false,
    load: (ctx, { params }) => domainById(ctx, params.ssoProviderId, params.domainId),
    allow: canSetUpSso,
    async handle(ctx, claim) {
      await proveDomain(ctx, claim)
      return domainOf(ctx, claim.ssoProviderId, claim.id)
    },
  }),
  route({
    method: 'DELETE',
    path: '/sso-providers/:ssoProviderId/domains/:domainId',
    summary: 'Give a mail domain up',
    params: SsoDomainParams,
    response: Empty,
    errors: [ProofTooOld],
    load: (ctx, { params }) => domainById(ctx, params.ssoProviderId, params.domainId),
    allow: canSetUpSso,
    async handle(ctx, claim) {
      requireRecentProof(ctx)
      await dropDomain(ctx, claim)
      return null
    },
  }),
]

async function domainOf(ctx: Ctx, providerId: string, id: string) {
  const { domains } = await ssoProviderById(ctx, providerId)
  return domainShown(domains.find((domain) => domain.id === id)!)
}

export const ssoRoutes = [...setUpRoutes, ...ssoVisitRoutes]
