import { anyone, holds } from '../../../platform/actor.ts'
import { OutgoingFailed, OutgoingRefused } from '../../../platform/http/outgoing.ts'
import { route } from '../../../platform/http/route.ts'
import { Empty } from '../../../platform/http/schemas.ts'
import { LinkNotValid, ProofTooOld } from '../errors.ts'
import { OwnSignInNeeded } from '../factors/errors.ts'
import { byIp, byPerson } from '../limits.ts'
import { oneself } from '../policy.ts'
import { browserTokenOf, keepBrowserToken } from './browser-cookie.ts'
import { callbackUrl } from './dialogue.ts'
import {
  AddressIdentityStays,
  LastWayIn,
  ProviderFailed,
  ProviderIncomplete,
  ProviderInUse,
  ProviderReserved,
  ProviderTaken,
  ProviderUnknown,
  TooManyProviders,
} from './errors.ts'
import { connectedAccounts, disconnect } from './identities.ts'
import {
  addProvider,
  changeProvider,
  oauthProviderOf,
  removeProvider,
  testProvider,
} from './oauth-providers.ts'
import { ownPath } from './own-path.ts'
import { findProviders, type ProviderRow } from './providers.queries.ts'
import {
  IdentityList,
  IdentityParams,
  OauthProviderBody,
  OauthProviderChanges,
  OauthProviderList,
  OauthProviderParams,
  OauthProviderView,
  ProviderList,
  ProviderTest,
  VisitAnswer,
  VisitBody,
} from './providers.schemas.ts'
import { enabledProviders } from './providers.ts'
import { beginProvider } from './visits.ts'

const manages = holds('identity.security.manage')

const view = (callback: string, row: ProviderRow) => {
  const { clientSecret, ...shown } = row
  return { ...shown, hasClientSecret: clientSecret !== null, callbackUrl: callback }
}

export const providerRoutes = [
  route({
    method: 'GET',
    path: '/providers',
    summary: 'Providers people may sign in with here',
    response: ProviderList,
    organization: 'none',
    allow: anyone,
    handle: async (ctx) => ({ items: await enabledProviders(ctx) }),
  }),
  route({
    method: 'POST',
    path: '/provider-visits',
    summary: 'Leave for a provider, to sign in or to connect an account there; the browser keeps a cookie',
    body: VisitBody,
    response: VisitAnswer,
    status: 201,
    errors: [
      ProviderUnknown,
      ProviderFailed,
      OutgoingRefused,
      OutgoingFailed,
      LinkNotValid,
      ProofTooOld,
      OwnSignInNeeded,
    ],
    organization: 'none',
    // The provider may have to be asked first.
    transaction: false,
    whileOnHold: true,
    limits: [byIp(300, 600)],
    load: async (_ctx, { body }) => body,
    allow: (actor, { purpose }) =>
      purpose !== 'link' ? true : actor.owes ? { refused: 'sign_in_required' } : oneself(actor),
    async handle(ctx, body, { request, reply }) {
      const { provider, purpose = 'sign_in', next, invitation = null } = body
      const isLink = purpose === 'link'
      const { url, browserToken } = await beginProvider(ctx, {
        provider,
        purpose,
        redirectTo: ownPath(next, isLink ? '/account/security' : '/'),
        surface: 'web',
        browserToken: browserTokenOf(ctx.app, request),
        invite: isLink ? null : invitation,
      })
      keepBrowserToken(ctx.app, reply, browserToken)
      return { url }
    },
  }),
  route({
    method: 'GET',
    path: '/me/identities',
    summary: 'Accounts I am connected with',
    response: IdentityList,
    organization: 'none',
    allow: oneself,
    async handle(ctx) {
      const accounts = await connectedAccounts(ctx)
      return {
        items: accounts.map(({ identityData, canUnlink, ...account }) => ({
          ...account,
          name: typeof identityData.name === 'string' ? identityData.name : null,
          can: { unlink: canUnlink },
        })),
      }
    },
  }),
  route({
    method: 'DELETE',
    path: '/me/identities/:identityId',
    summary: 'Disconnect an account',
    params: IdentityParams,
    response: Empty,
    errors: [LastWayIn, AddressIdentityStays, ProofTooOld, OwnSignInNeeded],
    organization: 'none',
    allow: oneself,
    async handle(ctx, _, { params }) {
      await disconnect(ctx, params.identityId)
      return null
    },
  }),
  route({
    method: 'GET',
    path: '/oauth-providers',
    summary: 'Providers the organization set up',
    response: OauthProviderList,
    allow: manages,
    async handle(ctx) {
      const rows = await findProviders(ctx.db, ctx.organizationId)
      const own = new Set(rows.map((row) => row.identifier))
      const presets = (await enabledProviders(ctx)).filter(({ key }) => !own.has(key))
      return { items: rows.map((row) => view(callbackUrl(ctx.app), row)), presets }
    },
  }),
  route({
    method: 'POST',
    path: '/oauth-providers',
    summary: 'Add a provider: any OpenID Connect issuer, or plain OAuth 2.0 by its addresses',
    body: OauthProviderBody,
    response: OauthProviderView,
    status: 201,
    errors: [ProviderReserved, ProviderIncomplete, ProviderTaken, TooManyProviders, ProofTooOld],
    allow: manages,
    handle: async (ctx, _, { body }) => view(callbackUrl(ctx.app), await addProvider(ctx, body)),
  }),
  route({
    method: 'GET',
    path: '/oauth-providers/:providerId',
    summary: 'One provider; its secret is never answered',
    params: OauthProviderParams,
    response: OauthProviderView,
    load: (ctx, { params }) => oauthProviderOf(ctx, params.providerId),
    allow: manages,
    version: (row) => row.updatedAt.getTime(),
    handle: async (ctx, row) => view(callbackUrl(ctx.app), row),
  }),
  route({
    method: 'PATCH',
    path: '/oauth-providers/:providerId',
    summary: 'Change a provider',
    params: OauthProviderParams,
    body: OauthProviderChanges,
    response: OauthProviderView,
    errors: [ProviderIncomplete, ProviderInUse, ProofTooOld],
    load: (ctx, { params }) => oauthProviderOf(ctx, params.providerId),
    allow: manages,
    version: (row) => row.updatedAt.getTime(),
    handle: async (ctx, row, { body }) => view(callbackUrl(ctx.app), await changeProvider(ctx, row, body)),
  }),
  route({
    method: 'DELETE',
    path: '/oauth-providers/:providerId',
    summary: 'Remove a provider and disconnect everybody from it',
    params: OauthProviderParams,
    response: Empty,
    errors: [ProofTooOld],
    load: (ctx, { params }) => oauthProviderOf(ctx, params.providerId),
    allow: manages,
    async handle(ctx, row) {
      await removeProvider(ctx, row)
      return null
    },
  }),
  route({
    method: 'POST',
    path: '/oauth-providers/:providerId/tests',
    summary: 'Try a provider: reads its discovery document and keys and tells what is wrong',
    params: OauthProviderParams,
    response: ProviderTest,
    transaction: false,
    limits: [byPerson(30, 600)],
    load: (ctx, { params }) => oauthProviderOf(ctx, params.providerId),
    allow: manages,
    handle: testProvider,
  }),
]
