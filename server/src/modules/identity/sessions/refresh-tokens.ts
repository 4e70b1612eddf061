import { type App, type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { hashToken, randomToken, sameBytes } from '../../../platform/keys.ts'
import { record } from '../../audit/index.ts'
import { sessionIdleHours } from '../authenticate.ts'
import { RefreshTokenUnknown, RefreshTokenUsed } from '../errors.ts'
import { findTokenFacts } from './access-tokens.queries.ts'
import { signAccessToken, signFor } from './access-tokens.ts'
import {
  consumeCurrent,
  countToken,
  findCurrentChild,
  findRefreshToken,
  forgive,
  insertRefreshToken,
  tradeToken,
} from './refresh-tokens.queries.ts'
import { deleteSession } from './sessions.queries.ts'

/** What an app lives by: a short access token and the refresh token for the next one. */
export type TokenPair = {
  sessionId: string
  userId: string
  accessToken: string
  /** Unix time in seconds. */
  expiresAt: number
  refreshToken: string
}

/**
 * The token that follows another one. Derived, so that a lost answer can be given again although only hashes are
 * stored; without the key of the installation nobody gets from one to the next.
 */
const successorOf = (app: App, token: string): string =>
  app.keys.mac('refresh-token', token).toString('base64url')

/** The token that replaces one whose text nobody presented, because the session was raised. */
const raisedOver = (app: App, sessionId: string, used: number): string =>
  app.keys.mac('refresh-token-raised', `${sessionId}.${used}`).toString('base64url')

type SessionOfApp = { sessionId: string; userId: string }

/** The first tokens of a session that was opened a moment ago in the same transaction. */
export const firstTokens = (ctx: Ctx, session: SessionOfApp, method: string): Promise<TokenPair> =>
  putToken(ctx, session, { token: randomToken(), parent: null }, method)

/**
 * The next tokens of a session that was raised; the refresh token it had is used up. In a transaction of its
 * own, after the one that raised: trading a refresh token takes the same rows in this order.
 */
export async function nextTokens(ctx: Ctx, session: SessionOfApp, method: string): Promise<TokenPair> {
  const used = await consumeCurrent(ctx.db, session.sessionId, new Date())
  const token = used === null ? randomToken() : raisedOver(ctx.app, session.sessionId, used)
  return putToken(ctx, session, { token, parent: used }, method)
}

async function putToken(
  ctx: Ctx,
  { sessionId, userId }: SessionOfApp,
  { token, parent }: { token: string; parent: number | null },
  method: string,
): Promise<TokenPair> {
  if (!(await countToken(ctx.db, sessionId, sessionIdleHours))) throw RefreshTokenUnknown()
  await insertRefreshToken(ctx.db, { sessionId, userId, tokenHash: hashToken(token), parent })
  const access = await signAccessToken(ctx, sessionId, method)
  return { sessionId, userId, accessToken: access.token, expiresAt: access.expiresAt, refreshToken: token }
}

/**
 * Trades a refresh token for the next pair (RFC 9700, 4.14: rotation). Of parallel tries one gets the pair. A
 * token that comes again after it was used gets the same successor once, because its answer may have been
 * lost; an older one ends the whole session. Not in a transaction: the trade is one statement, and what became
 * of a repeated token is kept although it is refused.
 * @param arrivedAt when the request came in: a try that set out before the token was used is no repetition
 * @throws RefreshTokenUnknown, RefreshTokenUsed
 */
export async function refresh(ctx: Ctx, token: string, arrivedAt: Date): Promise<TokenPair> {
  const next = successorOf(ctx.app, token)
  const facts = await tradeToken(ctx.db, {
    tokenHash: hashToken(token),
    nextHash: hashToken(next),
    usedAt: new Date(),
    idleHours: sessionIdleHours,
  })
  if (facts) {
    const access = await signFor(ctx, facts)
    const { sessionId, userId } = facts
    return { sessionId, userId, accessToken: access.token, expiresAt: access.expiresAt, refreshToken: next }
  }
  const outcome = await withTransaction(ctx.app, ctx, (tx) => again(tx, token, arrivedAt))
  if (outcome === 'unknown') throw RefreshTokenUnknown()
  if (outcome === 'used') throw RefreshTokenUsed()
  return outcome
}

/** A token nobody knows, or one that was used before. */
async function again(ctx: Ctx, token: string, arrivedAt: Date): Promise<TokenPair | 'unknown' | 'used'> {
  const found = await findRefreshToken(ctx.db, hashToken(token))
  if (!found || !(await findTokenFacts(ctx.db, found.sessionId))) return 'unknown'
  const { sessionId, userId } = found
  const childHash = await findCurrentChild(ctx.db, sessionId, found.id)
  const child = [successorOf(ctx.app, token), raisedOver(ctx.app, sessionId, found.id)].find(
    (one) => childHash !== null && sameBytes(hashToken(one), childHash),
  )
  const sinceUse = arrivedAt.getTime() - found.usedAt.getTime()
  const { refreshReuseSeconds } = ctx.app.config.auth
  if (child && sinceUse <= refreshReuseSeconds * 1000)
    return refreshReuseSeconds > 0 ? sameAgain(ctx, found, child) : 'used'
  if (child && !found.forgiven)
    return (await forgive(ctx.db, found.id)) ? sameAgain(ctx, found, child) : 'used'
  // Two trades happened while this one was on its way: slow, but no repetition.
  if (!child && sinceUse <= 0) return 'used'
  // Somebody holds a copy: nobody can tell who is right, so the whole family ends.
  await deleteSession(ctx.db, userId, sessionId)
  await record(ctx, 'identity.refresh_token_reused', {
    entityType: 'session',
    entityId: sessionId,
    targetId: userId,
  })
  return 'used'
}

async function sameAgain(ctx: Ctx, { sessionId, userId }: SessionOfApp, child: string): Promise<TokenPair> {
  const access = await signAccessToken(ctx, sessionId)
  return { sessionId, userId, accessToken: access.token, expiresAt: access.expiresAt, refreshToken: child }
}
