import type { Ctx } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type AskedRow, answerAsked, findAsked } from './authorizations.queries.ts'
import { type ClientRow, findClient } from './clients.queries.ts'
import { findConsentTo } from './consents.queries.ts'
import { allowApp } from './consents.ts'
import { answerDirectly, claimDirectly, isDirect } from './direct-codes.ts'
import { closePayload, openPayload } from './payloads.ts'
import { scopesOf } from './scopes.ts'

/** An app's request, as the person it was shown to may see it. */
export type Authorization = {
  asked: AskedRow
  client: ClientRow
  /** What was asked for, in order, and what of it the person allowed before. */
  scopes: Array<{ scope: string; allowedBefore: boolean }>
}

/**
 * A request that waits for the person of this very session; another's cannot be seen, nor answered.
 * @throws NotFound; Forbidden when the app is for people of another organization
 */
export async function authorizationOf(ctx: Ctx, authorizationId: string): Promise<Authorization> {
  const asked = await findAsked(ctx.db, authorizationId)
  const client = asked?.status === 'pending' ? await findClient(ctx.db, asked.clientId) : null
  if (!asked || !client || !ctx.actor.userId || !ctx.actor.sessionId) throw NotFound()
  if (isDirect(asked)) await claimDirectly(ctx, asked, client)
  else if (!isOfSession(ctx, asked)) throw NotFound()
  const before = await findConsentTo(ctx.db, ctx.actor.userId, client.id)
  return {
    asked,
    client,
    scopes: scopesOf(asked.scope).map((scope) => ({
      scope,
      allowedBefore: before?.scopes.includes(scope) ?? false,
    })),
  }
}

/** Whether a request came by the browser that this session is of, and waits for consent. */
function isOfSession(ctx: Ctx, asked: AskedRow): boolean {
  const { session, prompt } = openPayload(ctx.app, asked.authorizationId, asked)
  return (
    prompt?.name === 'consent' &&
    session?.uid === ctx.actor.sessionId &&
    session?.accountId === ctx.actor.userId
  )
}

/**
 * The person's answer; it is given once.
 * @returns where the browser goes on: a path of ours, or the app
 * @throws NotFound when it was answered meanwhile
 */
export async function answer(ctx: Ctx, { asked, client }: Authorization, allow: boolean): Promise<string> {
  if (isDirect(asked)) return answerDirectly(ctx, asked, client, allow)
  const interaction = openPayload(ctx.app, asked.authorizationId, asked)
  const result = allow
    ? // A fresh sign-in that was asked for on the way here still counts.
      {
        ...interaction.lastSubmission,
        consent: { grantId: await allowApp(ctx, client, scopesOf(asked.scope)) },
      }
    : { error: 'access_denied', error_description: 'the person did not allow it' }
  const answered = await answerAsked(ctx.db, asked.authorizationId, {
    allow,
    userId: ctx.actor.userId!,
    payload: closePayload(ctx.app, { ...interaction, result }),
  })
  if (!answered) throw NotFound()
  return new URL(interaction.returnTo!).pathname
}
