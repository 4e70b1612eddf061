import { holds } from '../../../platform/actor.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { idCursor, pageOf } from '../../../platform/http/cursor.ts'
import { route } from '../../../platform/http/route.ts'
import { Empty, PageQuery } from '../../../platform/http/schemas.ts'
import { ProofTooOld } from '../errors.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import { type ClientRow, findClients } from './clients.queries.ts'
import {
  type ClientWish,
  clientOf,
  deleteClient,
  editClient,
  registerClient,
  renewSecret,
} from './clients.ts'
import { ClientHasNoSecret, ClientRefused, TooManyClients } from './errors.ts'
import { oauthIssuer } from './issuer.ts'
import {
  Client,
  ClientBody,
  ClientChanges,
  ClientPage,
  ClientParams,
  ClientWithSecret,
  OAuthServerFacts,
} from './schemas.ts'
import { scopes, scopesOf } from './scopes.ts'

const load = (ctx: Ctx, { params }: { params: { clientId: string } }) => clientOf(ctx, params.clientId)
const allow = holds('identity.security.manage')

const view = (client: ClientRow) => ({
  clientId: client.id,
  name: client.clientName,
  redirectUris: client.redirectUris,
  postLogoutRedirectUris: client.postLogoutRedirectUris,
  isPublic: client.clientType === 'public',
  registration: client.registrationType,
  scopes: scopesOf(client.scope),
  uri: client.clientUri,
  logoUri: client.logoUri,
  policyUri: client.policyUri,
  tosUri: client.tosUri,
  contacts: client.contacts,
  createdAt: client.createdAt,
  updatedAt: client.updatedAt,
})

/** What an administrator says of an app; only what was said. */
function wishOf(body: ClientChanges): Partial<ClientWish> {
  const wish: Partial<ClientWish> = {}
  if (body.name !== undefined) wish.clientName = body.name
  if (body.redirectUris) wish.redirectUris = body.redirectUris
  if (body.postLogoutRedirectUris) wish.postLogoutRedirectUris = body.postLogoutRedirectUris
  if (body.isPublic !== undefined)
    wish.tokenEndpointAuthMethod = body.isPublic ? 'none' : 'client_secret_basic'
  if (body.scopes) wish.scope = body.scopes.join(' ')
  if (body.uri !== undefined) wish.clientUri = body.uri
  if (body.logoUri !== undefined) wish.logoUri = body.logoUri
  if (body.policyUri !== undefined) wish.policyUri = body.policyUri
  if (body.tosUri !== undefined) wish.tosUri = body.tosUri
  if (body.contacts) wish.contacts = body.contacts
  return wish
}

/** Apps of the organization, for those who look after its security. */
export const clientRoutes = [
  route({
    method: 'GET',
    path: '/oauth-server',
    summary: 'What an app needs to know to sign people in here',
    response: OAuthServerFacts,
    allow,
    handle: async (ctx) => ({
      issuer: oauthIssuer(ctx.app),
      discovery: `${oauthIssuer(ctx.app)}/.well-known/openid-configuration`,
      scopes: [...scopes],
    }),
  }),
  route({
    method: 'GET',
    path: '/oauth-clients',
    summary: 'Apps of the organization',
    query: PageQuery,
    response: ClientPage,
    allow,
    async handle(ctx, _, { query }) {
      const rows = await findClients(ctx.db, ctx.organizationId, idCursor(query.cursor), query.limit + 1)
      const page = pageOf(rows, query.limit, (row) => row.id)
      return { ...page, items: page.items.map(view) }
    },
  }),
  route({
    method: 'POST',
    path: '/oauth-clients',
    summary: 'Register an app',
    body: ClientBody,
    response: ClientWithSecret,
    status: 201,
    errors: [ClientRefused, TooManyClients, ProofTooOld],
    allow,
    async handle(ctx, _, { body }) {
      requireRecentProof(ctx)
      const wish = { ...wishOf(body), redirectUris: body.redirectUris }
      const { client, secret } = await registerClient(ctx, wish, 'manual')
      return { ...view(client), secret }
    },
  }),
  route({
    method: 'GET',
    path: '/oauth-clients/:clientId',
    summary: 'An app',
    params: ClientParams,
    response: Client,
    load,
    allow,
    handle: async (_ctx, client: ClientRow) => view(client),
  }),
  route({
    method: 'PATCH',
    path: '/oauth-clients/:clientId',
    summary: 'Change an app',
    params: ClientParams,
    body: ClientChanges,
    response: ClientWithSecret,
    errors: [ClientRefused, ProofTooOld],
    load,
    allow,
    version: (client: ClientRow) => client.updatedAt.getTime(),
    async handle(ctx, client: ClientRow, { body }) {
      requireRecentProof(ctx)
      const changed = await editClient(ctx, client, wishOf(body))
      return { ...view(changed.client), secret: changed.secret }
    },
  }),
  route({
    method: 'POST',
    path: '/oauth-clients/:clientId/secret',
    summary: 'Give an app a new secret',
    params: ClientParams,
    response: ClientWithSecret,
    status: 201,
    errors: [ClientHasNoSecret, ProofTooOld],
    load,
    allow,
    async handle(ctx, client: ClientRow) {
      requireRecentProof(ctx)
      const renewed = await renewSecret(ctx, client)
      return { ...view(renewed.client), secret: renewed.secret }
    },
  }),
  route({
    method: 'DELETE',
    path: '/oauth-clients/:clientId',
    summary: 'Remove an app, and end what it was given',
    params: ClientParams,
    response: Empty,
    errors: [ProofTooOld],
    load,
    allow,
    async handle(ctx, client: ClientRow) {
      requireRecentProof(ctx)
      await deleteClient(ctx, client)
      return null
    },
  }),
]
