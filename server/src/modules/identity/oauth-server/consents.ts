import { system } from '../../../platform/actor.ts'
import { type App, type Ctx, noOrganization, withTransaction } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { record } from '../../audit/index.ts'
import type { ClientRow } from './clients.queries.ts'
import { allowScopes, findConsentTo, revokeConsent } from './consents.queries.ts'

/**
 * Lets an app in with these scopes, besides those it has.
 * @returns the consent's id, which is the grant of the tokens that follow
 */
export async function allowApp(ctx: Ctx, client: ClientRow, scopes: string[]): Promise<string> {
  const grantId = await allowScopes(ctx.db, ctx.actor.userId!, client.id, scopes)
  if (!grantId) throw NotFound()
  await record({ ...ctx, organizationId: client.organizationId }, 'identity.app_allowed', {
    entityType: 'oauth_client',
    entityId: client.id,
    targetId: ctx.actor.userId,
    metadata: { scopes },
  })
  return grantId
}

/** Takes back what the person allowed an app: its tokens are worth nothing from now on. Throws NotFound. */
export async function revokeApp(ctx: Ctx, clientId: string): Promise<void> {
  const consent = await findConsentTo(ctx.db, ctx.actor.userId!, clientId)
  const revoked = consent && (await revokeConsent(ctx.db, consent.id))
  if (!revoked) throw NotFound()
  await record({ ...ctx, organizationId: revoked.organizationId }, 'identity.app_revoked', {
    entityType: 'oauth_client',
    entityId: clientId,
    targetId: ctx.actor.userId,
  })
}

/**
 * Somebody showed a used code or token again: they may have stolen it, or been robbed. Everything that came of the
 * consent ends, and the person is asked anew (RFC 9700 4.14, RFC 6749 4.1.2).
 */
export async function endReplayed(app: App, grantId: string): Promise<void> {
  const seed = { actor: system, organizationId: noOrganization, requestId: `replay ${grantId}` }
  await withTransaction(app, seed, async (ctx) => {
    const ended = await revokeConsent(ctx.db, grantId)
    if (!ended) return
    await record({ ...ctx, organizationId: ended.organizationId }, 'identity.app_token_reused', {
      entityType: 'oauth_client',
      entityId: ended.clientId,
      targetId: ended.userId,
    })
  })
}
