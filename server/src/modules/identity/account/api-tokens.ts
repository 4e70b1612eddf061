import { randomInt } from 'node:crypto'
import type { Ctx } from '../../../platform/ctx.ts'
import { Conflict, Forbidden, NotFound } from '../../../platform/errors.ts'
import { hashToken, randomToken } from '../../../platform/keys.ts'
import { record } from '../../audit/index.ts'
import { ApiTokensOff, TokenLastsTooLong, TooManyApiTokens } from '../errors.ts'
import { findSecurityPolicy } from '../organizations/security-policies.queries.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import {
  type ApiTokenRow,
  countLiveTokens,
  findApiToken,
  insertApiToken,
  revokeApiToken,
} from './api-tokens.queries.ts'

const liveAtMost = 50
const day = 24 * 3600_000

/**
 * A token for programs: a prefix it is found by, then a secret of 256 bits. Only its SHA-256 is stored, and the
 * database compares digests: how long that takes says nothing about a secret nobody can steer the digest of.
 */
export function newToken(kind: 'stoa' | 'scim'): { token: string; prefix: string; tokenHash: Buffer } {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'
  const prefix = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('')
  const token = `${kind}_${prefix}_${randomToken()}`
  return { token, prefix, tokenHash: hashToken(token) }
}

/**
 * Makes a token that acts for the person who asks, in this organization and within the scopes.
 * @returns the token, which is never seen again
 * @throws ProofTooOld, ApiTokensOff, TokenLastsTooLong, TooManyApiTokens
 */
export async function createApiToken(
  ctx: Ctx,
  wish: { name: string; scopes: string[]; expiresInDays: number | null },
): Promise<ApiTokenRow & { token: string }> {
  if (!ctx.actor.membershipId) throw Forbidden({ reason: 'membership_required' })
  requireRecentProof(ctx)
  const policy = await findSecurityPolicy(ctx.db, ctx.organizationId)
  if (!policy.allowApiTokens) throw ApiTokensOff()
  const most = policy.apiTokenMaxDays
  if (most !== null && (wish.expiresInDays ?? Number.POSITIVE_INFINITY) > most)
    throw TokenLastsTooLong({ days: most })
  const userId = ctx.actor.userId ?? ''
  if ((await countLiveTokens(ctx.db, ctx.organizationId, userId)) >= liveAtMost)
    throw TooManyApiTokens({ limit: liveAtMost })
  const { token, prefix, tokenHash } = newToken('stoa')
  const name = wish.name.trim()
  const scopes = [...wish.scopes].sort()
  const expiresAt =
    wish.expiresInDays === null ? null : new Date(ctx.now.getTime() + wish.expiresInDays * day)
  const id = await insertApiToken(ctx.db, ctx.organizationId, {
    userId,
    name,
    prefix,
    tokenHash,
    scopes,
    expiresAt,
  })
  if (!id) throw Conflict()
  await record(ctx, 'identity.api_token_created', {
    entityType: 'api_token',
    entityId: id,
    targetId: userId,
    after: { name, prefix, scopes, expiresAt: expiresAt?.toISOString() ?? null },
  })
  return { ...(await apiTokenOf(ctx, id)), token }
}

/** A token of the organization that was not revoked. Throws NotFound. */
export async function apiTokenOf(ctx: Ctx, id: string): Promise<ApiTokenRow> {
  const token = await findApiToken(ctx.db, ctx.organizationId, id)
  if (!token) throw NotFound()
  return token
}

/** A token of the person who asks. Throws NotFound. */
export async function ownApiToken(ctx: Ctx, id: string): Promise<ApiTokenRow> {
  const token = await apiTokenOf(ctx, id)
  if (token.personId !== ctx.actor.userId) throw NotFound()
  return token
}

/** From the next request on the token is worth nothing. */
export async function endApiToken(ctx: Ctx, token: ApiTokenRow): Promise<void> {
  if (!(await revokeApiToken(ctx.db, ctx.organizationId, token.id, ctx.actor.userId))) throw NotFound()
  await record(ctx, 'identity.api_token_revoked', {
    entityType: 'api_token',
    entityId: token.id,
    targetId: token.personId,
    before: { name: token.name, prefix: token.prefix, scopes: token.scopes },
  })
}
