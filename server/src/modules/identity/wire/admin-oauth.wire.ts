import { type Static, Type } from 'typebox'
import { type Ctx, noOrganization } from '../../../platform/ctx.ts'
import { type ClientRow, countClients, findClient, findClientsAt } from '../oauth-server/clients.queries.ts'
import {
  type ClientWish,
  deleteClient,
  editClient,
  type Registered,
  registerClient,
  renewSecret,
} from '../oauth-server/clients.ts'
import { defineWireError, ValidationFailed } from './errors.ts'
import { NumberedPage, readPage, tellPages } from './pages.ts'
import { wireRoute } from './route.ts'

const NoSuchClient = defineWireError('oauth_client_not_found', 404, 'OAuth client not found')

const Uri = Type.String({ maxLength: 2000 })
const ClientBody = Type.Object({
  client_name: Type.Optional(Type.String({ maxLength: 200 })),
  client_uri: Type.Optional(Uri),
  logo_uri: Type.Optional(Uri),
  redirect_uris: Type.Optional(Type.Array(Uri, { maxItems: 10 })),
  client_type: Type.Optional(Type.String({ maxLength: 20 })),
  token_endpoint_auth_method: Type.Optional(Type.String({ maxLength: 40 })),
  grant_types: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 10 })),
  response_types: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 10 })),
  scope: Type.Optional(Type.String({ maxLength: 1000 })),
})
type ClientBody = Static<typeof ClientBody>

const refuse = (reason: string) => ValidationFailed({ reason })

const methods = ['none', 'client_secret_basic', 'client_secret_post'] as const

/** How an app proves itself: as it says, else as its type says. */
function methodOf({ client_type: type, token_endpoint_auth_method: given }: ClientBody) {
  const method = methods.find((one) => one === given)
  if (given !== undefined && !method) throw refuse('token_endpoint_auth_method is not supported')
  if (type !== undefined && type !== 'public' && type !== 'confidential')
    throw refuse('client_type must be public or confidential')
  if (type === undefined || !method)
    return method ?? (type === 'public' ? 'none' : type && 'client_secret_basic')
  if ((type === 'public') !== (method === 'none'))
    throw refuse('client_type and token_endpoint_auth_method do not go together')
  return method
}

function wishOf(body: ClientBody): Partial<ClientWish> {
  if (body.response_types?.some((type) => type !== 'code')) throw refuse('response_types must be ["code"]')
  const method = methodOf(body)
  return {
    ...(body.client_name === undefined ? {} : { clientName: body.client_name }),
    ...(body.client_uri === undefined ? {} : { clientUri: body.client_uri || null }),
    ...(body.logo_uri === undefined ? {} : { logoUri: body.logo_uri || null }),
    ...(body.redirect_uris ? { redirectUris: body.redirect_uris } : {}),
    ...(body.grant_types ? { grantTypes: body.grant_types } : {}),
    ...(body.scope ? { scope: body.scope } : {}),
    ...(method ? { tokenEndpointAuthMethod: method } : {}),
  }
}

const view = ({ client, secret }: Pick<Registered, 'client' | 'secret'>) => ({
  client_id: client.id,
  client_name: client.clientName ?? '',
  ...(secret ? { client_secret: secret } : {}),
  client_type: client.clientType,
  token_endpoint_auth_method: client.tokenEndpointAuthMethod,
  registration_type: client.registrationType,
  ...(client.clientUri ? { client_uri: client.clientUri } : {}),
  ...(client.logoUri ? { logo_uri: client.logoUri } : {}),
  redirect_uris: client.redirectUris,
  grant_types: client.grantTypes,
  response_types: ['code'],
  scope: client.scope,
  created_at: client.createdAt.toISOString(),
  updated_at: client.updatedAt.toISOString(),
})

async function clientAt(ctx: Ctx, id: string): Promise<ClientRow> {
  const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
  const client = isId ? await findClient(ctx.db, id) : null
  if (client?.organizationId !== ctx.organizationId) throw NoSuchClient()
  return client
}

function registration(body: ClientBody): ClientWish {
  if (!body.client_name) throw refuse('client_name is required')
  if (!body.redirect_uris?.length) throw refuse('redirect_uris is required')
  return { ...wishOf(body), redirectUris: body.redirect_uris }
}

const register = wireRoute({
  method: 'POST',
  path: '/oauth/clients/register',
  allow: 'anyone',
  status: 201,
  body: ClientBody,
  limits: [{ max: 20, windowSeconds: 3600 }],
  async handle(ctx, { body }) {
    if (ctx.organizationId === noOrganization) throw refuse('there is no organization yet')
    return view(await registerClient(ctx, registration(body), 'dynamic'))
  },
})

const ClientParams = Type.Object({ clientId: Type.String({ maxLength: 100 }) })

const list = wireRoute({
  method: 'GET',
  path: '/admin/oauth/clients',
  allow: 'service',
  query: NumberedPage,
  async handle(ctx, { query, request, reply }) {
    const page = readPage(query)
    const clients = await findClientsAt(ctx.db, ctx.organizationId, { skip: page.skip, limit: page.perPage })
    tellPages(request, reply, ctx.app.config.url, page, await countClients(ctx.db, ctx.organizationId, null))
    return {
      clients: clients.map((client) => view({ client, secret: null })),
      aud: ctx.app.config.auth.jwtAudience,
    }
  },
})

const create = wireRoute({
  method: 'POST',
  path: '/admin/oauth/clients',
  allow: 'service',
  status: 201,
  body: ClientBody,
  async handle(ctx, { body }) {
    if (ctx.organizationId === noOrganization) throw refuse('there is no organization yet')
    return view(await registerClient(ctx, registration(body), 'manual'))
  },
})

const show = wireRoute({
  method: 'GET',
  path: '/admin/oauth/clients/:clientId',
  allow: 'service',
  params: ClientParams,
  handle: async (ctx, { params }) => view({ client: await clientAt(ctx, params.clientId), secret: null }),
})

const change = wireRoute({
  method: 'PUT',
  path: '/admin/oauth/clients/:clientId',
  allow: 'service',
  params: ClientParams,
  body: ClientBody,
  async handle(ctx, { params, body }) {
    const client = await clientAt(ctx, params.clientId)
    const wish = wishOf({ ...body, client_type: client.clientType })
    const { tokenEndpointAuthMethod: _, ...given } = wish
    const changes = body.token_endpoint_auth_method === undefined ? given : wish
    if (Object.keys(changes).length === 0) throw refuse('No fields provided for update')
    return view(await editClient(ctx, client, changes))
  },
})

const remove = wireRoute({
  method: 'DELETE',
  path: '/admin/oauth/clients/:clientId',
  allow: 'service',
  params: ClientParams,
  async handle(ctx, { params }) {
    await deleteClient(ctx, await clientAt(ctx, params.clientId))
    return undefined
  },
})

const renew = wireRoute({
  method: 'POST',
  path: '/admin/oauth/clients/:clientId/regenerate_secret',
  allow: 'service',
  params: ClientParams,
  handle: async (ctx, { params }) => view(await renewSecret(ctx, await clientAt(ctx, params.clientId))),
})

/** Apps of the organization, for the operator's programs. */
export const adminOAuthRoutes = [register, list, create, show, change, remove, renew]
