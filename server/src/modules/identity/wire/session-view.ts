import type { Ctx } from '../../../platform/ctx.ts'
import { firstTokens, type TokenPair } from '../sessions/refresh-tokens.ts'
import { openSession, type Proof } from '../sessions/sessions.ts'
import { type UserView, userView } from './user-view.ts'

/** A session as Supabase's auth server hands it out. */
export type SessionView = {
  access_token: string
  token_type: 'bearer'
  expires_in: number
  /** Unix time in seconds. */
  expires_at: number
  refresh_token: string
  user: UserView
  provider_token?: string
  provider_refresh_token?: string
}

/**
 * Opens a session for an app and gives its first tokens. In the caller's transaction.
 * @throws what openSession throws
 */
export async function enter(ctx: Ctx, userId: string, proof: Omit<Proof, 'carrier'>): Promise<SessionView> {
  const entered = await openSession(ctx, userId, { ...proof, carrier: 'app' })
  const there = entered.organization ? { ...ctx, organizationId: entered.organization.id } : ctx
  const tokens = await firstTokens(there, { sessionId: entered.sessionId, userId }, proof.method)
  return sessionView(there, tokens)
}

/** The answer that carries a pair of tokens. */
export async function sessionView(ctx: Ctx, tokens: TokenPair): Promise<SessionView> {
  return {
    access_token: tokens.accessToken,
    token_type: 'bearer',
    expires_in: ctx.app.config.auth.jwtSeconds,
    expires_at: tokens.expiresAt,
    refresh_token: tokens.refreshToken,
    user: await userView(ctx, tokens.userId),
  }
}
