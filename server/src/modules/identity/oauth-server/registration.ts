import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { anonymous } from '../../../platform/actor.ts'
import { type App, type Ctx, createCtx, withTransaction } from '../../../platform/ctx.ts'
import { hit } from '../../../platform/http/limits.queries.ts'
import { networkOf } from '../../../platform/http/mount-routes.ts'
import { expected } from '../../../platform/http/problems.ts'
import { hashToken } from '../../../platform/keys.ts'
import { findOrganization } from '../callers.queries.ts'
import { publicMetadata } from './client-metadata.ts'
import { type ClientRow, findClientByToken } from './clients.queries.ts'
import { type ClientWish, deleteClient, editClient, type Registered, registerClient } from './clients.ts'
import { oauthIssuer } from './issuer.ts'

const uri = Type.String({ maxLength: 2000 })
const uris = Type.Array(uri, { maxItems: 50 })

/** Client metadata of RFC 7591, 2. What we do not know is ignored, as the standard asks. */
const Metadata = Type.Object({
  redirect_uris: uris,
  post_logout_redirect_uris: Type.Optional(uris),
  client_name: Type.Optional(Type.String({ maxLength: 200 })),
  client_uri: Type.Optional(uri),
  logo_uri: Type.Optional(uri),
  policy_uri: Type.Optional(uri),
  tos_uri: Type.Optional(uri),
  contacts: Type.Optional(Type.Array(Type.String({ maxLength: 254 }), { maxItems: 10 })),
  scope: Type.Optional(Type.String({ maxLength: 1000 })),
  grant_types: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 10 })),
  response_types: Type.Optional(Type.Array(Type.Literal('code'), { maxItems: 1 })),
  token_endpoint_auth_method: Type.Optional(
    Type.Union([
      Type.Literal('client_secret_basic'),
      Type.Literal('client_secret_post'),
      Type.Literal('none'),
    ]),
  ),
  id_token_signed_response_alg: Type.Optional(Type.Union([Type.Literal('RS256'), Type.Literal('ES256')])),
})
const Changed = Type.Intersect([
  Metadata,
  Type.Object({
    client_id: Type.String({ maxLength: 100 }),
    client_secret: Type.Optional(Type.String({ maxLength: 200 })),
  }),
])

/** What an app says of itself, in our words. */
const wishOf = (body: Static<typeof Metadata>): ClientWish => ({
  redirectUris: body.redirect_uris,
  postLogoutRedirectUris: body.post_logout_redirect_uris ?? [],
  clientName: body.client_name ?? null,
  clientUri: body.client_uri ?? null,
  logoUri: body.logo_uri ?? null,
  policyUri: body.policy_uri ?? null,
  tosUri: body.tos_uri ?? null,
  contacts: body.contacts ?? [],
  ...(body.scope ? { scope: body.scope } : {}),
  ...(body.grant_types ? { grantTypes: body.grant_types } : {}),
  tokenEndpointAuthMethod: body.token_endpoint_auth_method ?? 'client_secret_basic',
  metadata: body.id_token_signed_response_alg
    ? { id_token_signed_response_alg: body.id_token_signed_response_alg }
    : {},
})

const perHour = 20

/** Apps that register by themselves (RFC 7591) and look after that registration (RFC 7592). */
export function mountRegistration(server: FastifyInstance, app: App): void {
  void server.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => refuse(error, request, reply))
    // Whoever registers shows nothing that could be stolen, so any page may.
    scope.addHook('onRequest', async (_request, reply) => {
      void reply.headers({
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'authorization, content-type',
        'access-control-allow-methods': 'GET, POST, PUT, DELETE',
        'cache-control': 'no-store',
      })
    })
    scope.options('/oauth/register', (_request, reply) => reply.status(204).send())
    scope.options('/oauth/register/:clientId', (_request, reply) => reply.status(204).send())

    scope.post<{ Body: Static<typeof Metadata>; Querystring: { organization?: string } }>(
      '/oauth/register',
      {
        schema: {
          body: Metadata,
          querystring: Type.Object({ organization: Type.Optional(Type.String({ maxLength: 100 })) }),
        },
      },
      async (request, reply) => {
        await countRegistration(app, request)
        const organization = await findOrganization(
          app.database.db,
          request.query.organization ?? null,
          request.hostname?.toLowerCase() ?? null,
        )
        if (!organization) throw new Refused(400, 'invalid_request', 'There is no such organization.')
        const registered = await withTransaction(app, seedOf(request, organization.id), (ctx) =>
          registerClient(ctx, wishOf(request.body), 'dynamic'),
        )
        return reply.status(201).send(told(app, registered))
      },
    )
    scope.get('/oauth/register/:clientId', async (request) => {
      const { client, token } = await ownClient(createCtx(app, seedOf(request, '')), request)
      return told(app, { client, secret: null, registrationToken: token })
    })
    scope.put<{ Body: Static<typeof Changed> }>(
      '/oauth/register/:clientId',
      { schema: { body: Changed } },
      async (request) => {
        const { client, token } = await ownClient(createCtx(app, seedOf(request, '')), request)
        if (request.body.client_id !== client.id)
          throw new Refused(400, 'invalid_request', 'client_id is that of another app.')
        const changed = await withTransaction(app, seedOf(request, client.organizationId), (ctx) =>
          editClient(ctx, client, wishOf(request.body)),
        )
        return told(app, { ...changed, registrationToken: token })
      },
    )
    scope.delete('/oauth/register/:clientId', async (request, reply) => {
      const { client } = await ownClient(createCtx(app, seedOf(request, '')), request)
      await withTransaction(app, seedOf(request, client.organizationId), (ctx) => deleteClient(ctx, client))
      return reply.status(204).send()
    })
  })
}

/** Counted by network address, whatever the organization: registering costs nothing but our space. */
async function countRegistration(app: App, request: FastifyRequest): Promise<void> {
  const { used } = await hit(app.database.db, `oauth registration ip:${networkOf(request.ip)}`, 3600)
  if (used > perHour)
    throw new Refused(429, 'too_many_requests', 'Too many apps from here. Try again in an hour.')
}

const seedOf = (request: FastifyRequest, organizationId: string) => ({
  actor: anonymous,
  organizationId,
  requestId: request.id,
  ip: request.ip,
  userAgent: request.headers['user-agent'] ?? null,
})

/** The app that shows the token it got when it registered. */
async function ownClient(ctx: Ctx, request: FastifyRequest): Promise<{ client: ClientRow; token: string }> {
  const token = /^Bearer (\S{43})$/i.exec(request.headers.authorization ?? '')?.[1]
  const { clientId } = request.params as { clientId: string }
  const client =
    token && /^[0-9a-f-]{36}$/i.test(clientId)
      ? await findClientByToken(ctx.db, clientId, hashToken(token))
      : null
  if (!client || !token)
    throw new Refused(401, 'invalid_token', 'This registration access token is not valid.')
  return { client, token }
}

/** RFC 7591 3.2.1: everything that was registered, and what is shown once. */
const told = (app: App, { client, secret, registrationToken }: Registered) => ({
  ...publicMetadata(client),
  ...(secret ? { client_secret: secret, client_secret_expires_at: 0 } : {}),
  ...(registrationToken
    ? {
        registration_access_token: registrationToken,
        registration_client_uri: `${oauthIssuer(app)}/register/${client.id}`,
      }
    : {}),
})

/** A refusal in the words of RFC 7591 3.2.2. */
class Refused extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof Refused) {
    if (error.status === 401) void reply.header('www-authenticate', `Bearer error="${error.code}"`)
    return reply.status(error.status).send({ error: error.code, error_description: error.message })
  }
  const { validation } = error as { validation?: Array<{ instancePath: string; message?: string }> }
  if (validation) {
    const first = validation[0]
    const isRedirect = first?.instancePath.startsWith('/redirect_uris')
    return reply.status(400).send({
      error: isRedirect ? 'invalid_redirect_uri' : 'invalid_client_metadata',
      error_description: `${first?.instancePath.slice(1) ?? ''} ${first?.message ?? ''}`.trim(),
    })
  }
  const known = expected(error)
  if (known) {
    const isRedirect = known.params.field === 'redirect_uris'
    const isUnreadable = 'statusCode' in (error as object)
    return reply.status(known.status < 500 ? 400 : known.status).send({
      error: isRedirect
        ? 'invalid_redirect_uri'
        : isUnreadable
          ? 'invalid_request'
          : 'invalid_client_metadata',
      error_description: known.message,
    })
  }
  request.log.error({ err: error }, 'app registration')
  return reply.status(500).send({ error: 'server_error', error_description: 'Something went wrong.' })
}
