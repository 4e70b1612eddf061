import { withTransaction } from '../../../platform/ctx.ts'
import { linkWithIdToken, signInWithIdToken } from '../providers/id-tokens.ts'
import { userOf } from './callers.ts'
import { BadIdToken, ValidationFailed } from './errors.ts'
import { enter } from './session-view.ts'
import type { Grant } from './token.wire.ts'

/** Trades an id token an app got by itself; with `link_identity` it connects the account to whoever is signed in. */
export const byIdToken: Grant = async (ctx, body, { request }) => {
  const { id_token: idToken, provider, access_token: accessToken, nonce } = body
  if (!idToken) throw ValidationFailed({ reason: 'id_token required' })
  if (!provider) throw ValidationFailed({ reason: 'provider or client_id and issuer required' })
  // Nobody has to be asked for keys to see that this is no token.
  if (idToken.split('.').length !== 3) throw BadIdToken()
  const given = { provider, idToken, accessToken: accessToken ?? null, nonce: nonce ?? null }
  const proof = { method: 'oauth' as const, provider }
  if (!body.link_identity) {
    const userId = await signInWithIdToken(ctx, given)
    return withTransaction(ctx.app, ctx, (tx) => enter(tx, userId, proof))
  }
  const caller = await userOf(ctx.app, request)
  const organizationId = caller.organizationId ?? ctx.organizationId
  const theirs = { ...ctx, actor: caller.actor, organizationId }
  const userId = await linkWithIdToken(theirs, given)
  return withTransaction(ctx.app, theirs, (tx) => enter(tx, userId, proof))
}
