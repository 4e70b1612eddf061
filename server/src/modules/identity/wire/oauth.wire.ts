import { Type } from 'typebox'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError, type ErrorKind } from '../../../platform/errors.ts'
import { type Authorization, answer, authorizationOf } from '../oauth-server/authorizations.ts'
import { type ClientRow, findClient } from '../oauth-server/clients.queries.ts'
import { findAllowedApps } from '../oauth-server/consents.queries.ts'
import { revokeApp } from '../oauth-server/consents.ts'
import { askDirectly, backTo, isDirect } from '../oauth-server/direct-codes.ts'
import { isNative } from '../oauth-server/redirect-uris.ts'
import { scopesOf, usualScope } from '../oauth-server/scopes.ts'
import { defineWireError, ValidationFailed } from './errors.ts'
import { Redirect, wireRoute } from './route.ts'

const NoSuchClient = defineWireError('oauth_client_not_found', 404, 'OAuth client not found')
const NoSuchAuthorization = defineWireError(
  'oauth_authorization_not_found',
  404,
  'Authorization request not found or has expired',
)
const NoSuchConsent = defineWireError('oauth_consent_not_found', 404, 'OAuth consent not found')

const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const challengeShape = /^[A-Za-z0-9_-]{43}$/
const Text = Type.Optional(Type.String({ maxLength: 2000 }))

const clientById = async (ctx: Ctx, id: string | undefined): Promise<ClientRow> => {
  const client = id && uuidShape.test(id) ? await findClient(ctx.db, id) : null
  if (!client) throw NoSuchClient()
  return client
}

const authorize = wireRoute({
  method: 'GET',
  path: '/oauth/authorize',
  allow: 'anyone',
  transaction: true,
  limits: [{ max: 1000, windowSeconds: 600 }],
  query: Type.Object({
    response_type: Text,
    client_id: Text,
    redirect_uri: Text,
    scope: Text,
    state: Text,
    nonce: Text,
    code_challenge: Text,
    code_challenge_method: Text,
  }),
  async handle(ctx, { query }) {
    const client = await clientById(ctx, query.client_id)
    const redirectUri = query.redirect_uri ?? ''
    // Exactly as registered: nobody is sent anywhere else, also not with an error.
    if (!client.redirectUris.includes(redirectUri))
      throw ValidationFailed({ reason: 'invalid redirect_uri: it is not one of this client' })
    const state = query.state ?? null
    const refuse = (error: string, error_description: string) =>
      new Redirect(backTo(ctx, { redirectUri, state }, { error, error_description }), 302)
    if (query.response_type !== 'code')
      return refuse('unsupported_response_type', 'only response_type code is supported')
    if (
      query.code_challenge_method?.toUpperCase() !== 'S256' ||
      !challengeShape.test(query.code_challenge ?? '')
    )
      return refuse('invalid_request', 'PKCE with code_challenge_method S256 is required')
    if (`${state}${query.nonce}`.includes('\u0000'))
      return refuse('invalid_request', 'state and nonce hold no NUL')
    const known = scopesOf(client.scope)
    const scopes = scopesOf(query.scope ?? usualScope)
    if (query.scope && scopes.some((scope) => !known.includes(scope)))
      return refuse('invalid_scope', 'the client may not ask for this scope')
    const authorizationId = await askDirectly(ctx, client, {
      redirectUri,
      scope: scopes.filter((scope) => known.includes(scope)).join(' '),
      state,
      nonce: query.nonce ?? null,
      codeChallenge: query.code_challenge!,
    })
    // The operator's own page asks, as with Supabase; without one it is ours.
    const { siteUrl } = ctx.app.config.auth
    const page = siteUrl === ctx.app.config.url ? '/authorize' : '/oauth/consent'
    return new Redirect(`${siteUrl}${page}?authorization_id=${authorizationId}`, 302)
  },
})

const AuthorizationParams = Type.Object({ authorizationId: Type.String({ maxLength: 100 }) })

/** What fails here is told by the names of Supabase's auth server. */
const named = (kind: ErrorKind) => (error: unknown) => {
  throw error instanceof AppError && error.code === 'not_found' ? kind() : error
}

/** A request of this protocol that waits for the person who asks. */
async function authorizationAt(ctx: Ctx, authorizationId: string): Promise<Authorization> {
  const found = await authorizationOf(ctx, authorizationId).catch(named(NoSuchAuthorization))
  if (!isDirect(found.asked)) throw NoSuchAuthorization()
  return found
}

const app = (client: { id: string; name: string | null; uri: string | null; logoUri: string | null }) => ({
  id: client.id,
  name: client.name ?? '',
  uri: client.uri ?? '',
  logo_uri: client.logoUri ?? '',
})

const details = wireRoute({
  method: 'GET',
  path: '/oauth/authorizations/:authorizationId',
  allow: 'user',
  transaction: true,
  params: AuthorizationParams,
  async handle(ctx, { params }) {
    const found = await authorizationAt(ctx, params.authorizationId)
    const { asked, client } = found
    const isAllowed = found.scopes.every((one) => one.allowedBefore)
    if (isAllowed && !isNative(client.redirectUris, client.clientType === 'public'))
      return { redirect_url: await answer(ctx, found, true) }
    return {
      authorization_id: asked.authorizationId,
      redirect_uri: asked.redirectUri,
      client: app({ id: client.id, name: client.clientName, uri: client.clientUri, logoUri: client.logoUri }),
      user: { id: ctx.actor.userId, email: ctx.actor.email ?? '' },
      scope: asked.scope,
    }
  },
})

const consent = wireRoute({
  method: 'POST',
  path: '/oauth/authorizations/:authorizationId/consent',
  allow: 'user',
  params: AuthorizationParams,
  body: Type.Object({ action: Type.Optional(Type.String({ maxLength: 20 })) }),
  async handle(ctx, { params, body }) {
    if (body.action !== 'approve' && body.action !== 'deny')
      throw ValidationFailed({ reason: 'action must be "approve" or "deny"' })
    const found = await authorizationAt(ctx, params.authorizationId)
    const redirect_url = await answer(ctx, found, body.action === 'approve').catch(named(NoSuchAuthorization))
    return { redirect_url }
  },
})

const grants = wireRoute({
  method: 'GET',
  path: '/user/oauth/grants',
  allow: 'user',
  async handle(ctx) {
    const allowed = await findAllowedApps(ctx.db, ctx.actor.userId!)
    return allowed.map((one) => ({
      client: app({ ...one, id: one.clientId }),
      scopes: one.scopes,
      granted_at: one.grantedAt.toISOString(),
    }))
  },
})

const revoke = wireRoute({
  method: 'DELETE',
  path: '/user/oauth/grants',
  allow: 'user',
  query: Type.Object({ client_id: Text }),
  async handle(ctx, { query }) {
    if (!query.client_id || !uuidShape.test(query.client_id))
      throw ValidationFailed({ reason: 'client_id query parameter is required' })
    await revokeApp(ctx, query.client_id).catch(named(NoSuchConsent))
    return undefined
  },
})

/** The OAuth server as a page of the operator and their apps use it. The token endpoint is that of /oauth. */
export const oauthRoutes = [authorize, details, consent, grants, revoke]
