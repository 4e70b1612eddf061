import { type App, type Ctx, withTransaction } from '../../platform/ctx.ts'
import { hashToken } from '../../platform/keys.ts'
import { record } from '../audit/index.ts'
import { signAccessToken } from './access-tokens.ts'
import { sessionIdleHours } from './authenticate.ts'
import { RefreshTokenUnknown, RefreshTokenUsed } from './errors.ts'
import {
  consumeCurrent,
  consumeRefreshToken,
  countToken,
  findRefreshToken,
  findTokenCount,
  forgive,
  hasCurrentChild,
  insertRefreshToken,
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
 * The n-th refresh token of a session. Derived, so that a lost answer can be given again although only the
 * hash is stored.
 */
const tokenOf = (app: App, sessionId: string, n: number): string =>
  app.keys.mac('refresh-token', `${sessionId}.${n}`).toString('base64url')

/** The first tokens of a session that was opened a moment ago in the same transaction. */
export async function firstTokens(
  ctx: Ctx,
  session: { sessionId: string; userId: string },
  method: string,
): Promise<TokenPair> {
  const refreshToken = await nextToken(ctx, session, null)
  const access = await signAccessToken(ctx, session.sessionId, method)
  return { ...session, accessToken: access.token, expiresAt: access.expiresAt, refreshToken }
}

/**
 * The next tokens of a session that was raised; the refresh token it had is used up. In a transaction of its
 * own, after the one that raised: trading a refresh token takes the same rows in this order.
 */
export async function nextTokens(
  ctx: Ctx,
  session: { sessionId: string; userId: string },
  method: string,
): Promise<TokenPair> {
  const used = await consumeCurrent(ctx.db, session.sessionId, new Date())
  const refreshToken = await nextToken(ctx, session, used)
  const access = await signAccessToken(ctx, session.sessionId, method)
  return { ...session, accessToken: access.token, expiresAt: access.expiresAt, refreshToken }
}

async function nextToken(
  ctx: Ctx,
  session: { sessionId: string; userId: string },
  parent: number | null,
): Promise<string> {
  const n = await countToken(ctx.db, session.sessionId, sessionIdleHours)
  if (n === null) throw RefreshTokenUnknown()
  const token = tokenOf(ctx.app, session.sessionId, n)
  const { sessionId, userId } = session
  await insertRefreshToken(ctx.db, { sessionId, userId, tokenHash: hashToken(token), parent })
  return token
}

type Outcome = { tokens: TokenPair } | { refused: 'unknown' | 'used' }

/**
 * Trades a refresh token for the next pair (RFC 9700, 4.14: rotation). Of parallel tries one gets the pair. A
 * token that comes again after it was used gets the same successor once, because its answer may have been
 * lost; an older one ends the whole session. Opens its own transactions.
 * @param arrivedAt when the request came in: a try that set out before the token was used is no repetition
 * @throws RefreshTokenUnknown, RefreshTokenUsed
 */
export async function refresh(ctx: Ctx, token: string, arrivedAt: Date): Promise<TokenPair> {
  const tokenHash = hashToken(token)
  const outcome = await withTransaction(ctx.app, ctx, async (tx): Promise<Outcome> => {
    const used = await consumeRefreshToken(tx.db, tokenHash, new Date())
    if (!used) return again(tx, tokenHash, arrivedAt)
    const refreshToken = await nextToken(tx, used, used.id)
    return { tokens: await pair(tx, used, refreshToken) }
  })
  if ('tokens' in outcome) return outcome.tokens
  throw outcome.refused === 'unknown' ? RefreshTokenUnknown() : RefreshTokenUsed()
}

async function pair(
  ctx: Ctx,
  { sessionId, userId }: { sessionId: string; userId: string },
  refreshToken: string,
): Promise<TokenPair> {
  const access = await signAccessToken(ctx, sessionId)
  return { sessionId, userId, accessToken: access.token, expiresAt: access.expiresAt, refreshToken }
}

/** A token nobody knows, or one that was used before. */
async function again(ctx: Ctx, tokenHash: Buffer, arrivedAt: Date): Promise<Outcome> {
  const found = await findRefreshToken(ctx.db, tokenHash)
  if (!found) return { refused: 'unknown' }
  const { sessionId } = found
  const sinceUse = arrivedAt.getTime() - found.usedAt.getTime()
  const isStepBack = await hasCurrentChild(ctx.db, sessionId, found.id)
  const { refreshReuseSeconds } = ctx.app.config.auth
  if (isStepBack && sinceUse <= refreshReuseSeconds * 1000)
    return refreshReuseSeconds > 0 ? sameAgain(ctx, found) : { refused: 'used' }
  if (isStepBack && !found.forgiven)
    return (await forgive(ctx.db, found.id)) ? sameAgain(ctx, found) : { refused: 'used' }
  // Somebody holds a copy: nobody can tell who is right, so the whole family ends.
  await deleteSession(ctx.db, found.userId, sessionId)
  await record(ctx, 'identity.refresh_token_reused', {
    entityType: 'session',
    entityId: sessionId,
    targetId: found.userId,
  })
  return { refused: 'used' }
}

async function sameAgain(ctx: Ctx, found: { sessionId: string; userId: string }): Promise<Outcome> {
  const n = await findTokenCount(ctx.db, found.sessionId)
  if (n === null) return { refused: 'unknown' }
  return { tokens: await pair(ctx, found, tokenOf(ctx.app, found.sessionId, n)) }
}
