import type { Ctx } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { hashToken, randomToken, sameBytes } from '../../../platform/keys.ts'
import { record } from '../../audit/index.ts'
import {
  type ClientFields,
  type ClientRow,
  countClients,
  endClient,
  findClient,
  insertClient,
  updateClient,
} from './clients.queries.ts'
import { narrowConsents } from './consents.queries.ts'
import { ClientHasNoSecret, ClientRefused, TooManyClients } from './errors.ts'
import { isWebUri, redirectUriProblem } from './redirect-uris.ts'
import { scopes, scopesOf, usualScope } from './scopes.ts'

/** Apps of an organization; those that came by themselves do not take the place of the others. */
const clientsAtMost = { manual: 500, dynamic: 10_000 }

/** What somebody says of an app; what they leave out is as usual. */
export type ClientWish = Partial<Omit<ClientFields, 'clientType'>> & { redirectUris: string[] }

/** An app and what is shown once. */
export type Registered = { client: ClientRow; secret: string | null; registrationToken: string | null }

/** A secret as it is stored. It has 256 random bits, so a plain hash is enough. */
const hashOf = (secret: string) => hashToken(secret).toString('base64url')

/** Whether a secret is the one that was stored, without telling by its duration how near it is. */
export const isSecretOf = (storedHash: string, secret: string): boolean =>
  sameBytes(Buffer.from(storedHash), Buffer.from(hashOf(secret)))

/** An app of the organization. Throws NotFound. */
export async function clientOf(ctx: Ctx, id: string): Promise<ClientRow> {
  const client = await findClient(ctx.db, id)
  if (client?.organizationId !== ctx.organizationId) throw NotFound()
  return client
}

/**
 * Registers an app with the organization of `ctx`.
 * @param how dynamic: it came by itself and gets a token to manage itself (RFC 7591)
 * @throws ClientRefused, TooManyClients
 */
export async function registerClient(
  ctx: Ctx,
  wish: ClientWish,
  how: 'manual' | 'dynamic',
): Promise<Registered> {
  const fields = checked(wish)
  const limit = clientsAtMost[how]
  if ((await countClients(ctx.db, ctx.organizationId, how)) >= limit) throw TooManyClients({ limit })
  const secret = fields.clientType === 'confidential' ? randomToken() : null
  const registrationToken = how === 'dynamic' ? randomToken() : null
  const id = await insertClient(ctx.db, {
    ...fields,
    organizationId: ctx.organizationId,
    registrationType: how,
    clientSecretHash: secret && hashOf(secret),
    registrationTokenHash: registrationToken ? hashToken(registrationToken) : null,
    createdBy: ctx.actor.userId,
  })
  await record(ctx, 'identity.oauth_client_registered', {
    entityType: 'oauth_client',
    entityId: id,
    after: told(fields),
    metadata: { how },
  })
  return { client: await clientOf(ctx, id), secret, registrationToken }
}

/**
 * Changes an app; one that becomes confidential gets a secret.
 * @throws ClientRefused
 */
export async function editClient(
  ctx: Ctx,
  client: ClientRow,
  changes: Partial<ClientWish>,
): Promise<Registered> {
  const fields = checked({ ...client, ...changes })
  const secret = fields.clientType === 'confidential' && !client.clientSecretHash ? randomToken() : null
  await updateClient(ctx.db, ctx.organizationId, client.id, {
    ...fields,
    ...(fields.clientType === 'public' ? { clientSecretHash: null } : {}),
    ...(secret ? { clientSecretHash: hashOf(secret) } : {}),
  })
  await narrowConsents(ctx.db, client.id, scopesOf(fields.scope))
  await record(ctx, 'identity.oauth_client_changed', {
    entityType: 'oauth_client',
    entityId: client.id,
    before: told(client),
    after: told(fields),
  })
  return { client: await clientOf(ctx, client.id), secret, registrationToken: null }
}

/** Gives an app a new secret; the one before ends at once. Throws ClientHasNoSecret. */
export async function renewSecret(ctx: Ctx, client: ClientRow): Promise<Registered & { secret: string }> {
  if (client.clientType === 'public') throw ClientHasNoSecret()
  const secret = randomToken()
  await updateClient(ctx.db, ctx.organizationId, client.id, { clientSecretHash: hashOf(secret) })
  await record(ctx, 'identity.oauth_client_secret_renewed', {
    entityType: 'oauth_client',
    entityId: client.id,
  })
  return { client: await clientOf(ctx, client.id), secret, registrationToken: null }
}

/** Ends an app: nobody can use it any more, and what it was given is worth nothing. */
export async function deleteClient(ctx: Ctx, client: ClientRow): Promise<void> {
  if (!(await endClient(ctx.db, ctx.organizationId, client.id))) throw NotFound()
  await record(ctx, 'identity.oauth_client_deleted', {
    entityType: 'oauth_client',
    entityId: client.id,
    before: told(client),
  })
}

const told = ({ clientName, redirectUris, scope, clientType }: ClientFields) => ({
  clientName,
  redirectUris,
  scope,
  clientType,
})

/** The whole of an app, as usual where nothing was said. Throws ClientRefused. */
function checked(wish: ClientWish): ClientFields {
  const refuse = (field: string, reason: string) => ClientRefused({ field, reason })
  if (wish.redirectUris.length === 0) throw refuse('redirect_uris', 'it needs a redirect URI')
  for (const uri of wish.redirectUris) {
    const problem = redirectUriProblem(uri)
    if (problem) throw refuse('redirect_uris', problem)
  }
  for (const uri of wish.postLogoutRedirectUris ?? []) {
    const problem = redirectUriProblem(uri)
    if (problem) throw refuse('post_logout_redirect_uris', problem)
  }
  const pages = {
    client_uri: wish.clientUri,
    logo_uri: wish.logoUri,
    policy_uri: wish.policyUri,
    tos_uri: wish.tosUri,
  }
  for (const [field, uri] of Object.entries(pages))
    if (uri && !isWebUri(uri)) throw refuse(field, `${field} is no web address`)
  const scope = scopesOf(wish.scope ?? usualScope)
  const unknown = scope.find((one) => !scopes.includes(one))
  if (unknown) throw refuse('scope', `there is no scope ${unknown}`)
  const grantTypes = [...new Set(wish.grantTypes ?? ['authorization_code', 'refresh_token'])]
  if (!grantTypes.includes('authorization_code'))
    throw refuse('grant_types', 'every app here uses authorization_code')
  const stranger = grantTypes.find((one) => one !== 'authorization_code' && one !== 'refresh_token')
  if (stranger) throw refuse('grant_types', `the grant ${stranger} is not offered`)
  const method = wish.tokenEndpointAuthMethod ?? 'client_secret_basic'
  return {
    clientName: wish.clientName ?? null,
    clientType: method === 'none' ? 'public' : 'confidential',
    redirectUris: [...new Set(wish.redirectUris)],
    postLogoutRedirectUris: [...new Set(wish.postLogoutRedirectUris ?? [])],
    grantTypes,
    tokenEndpointAuthMethod: method,
    scope: scope.join(' '),
    clientUri: wish.clientUri ?? null,
    logoUri: wish.logoUri ?? null,
    policyUri: wish.policyUri ?? null,
    tosUri: wish.tosUri ?? null,
    contacts: wish.contacts ?? [],
    metadata: wish.metadata ?? {},
  }
}
