import type { Ctx } from '../../../platform/ctx.ts'
import { SignInRequired } from '../../../platform/errors.ts'
import { findAddressOwner } from '../sso/arrivals.queries.ts'
import { bind, identityKey } from './arrivals.ts'
import { IdentityOfAnotherAddress, IdentityTaken, ProviderMayNotVouch } from './errors.ts'
import { findOwner, holdLinker, settlePerson } from './identities.queries.ts'
import type { Proven } from './proven.ts'
import { type Provider, providerOf, vouchesFor } from './providers.ts'
import { isSessionOpen, keepProven, type Surface, takeProven } from './visits.queries.ts'

/** Who asked to connect an account, and in which session. */
export type LinkWish = { userId: string | null; sessionId: string | null; surface: Surface }

/** What connecting leads to: the address somebody without one gets, and whether anything has to be settled. */
type LinkPlan = { userId: string; email: string | null; gets: string | null; settles: boolean }

/**
 * Whether an account may be connected with the person who asked for it, in a session that is still open.
 * @throws SignInRequired, IdentityTaken, IdentityOfAnotherAddress, ProviderMayNotVouch
 */
async function planLink(
  ctx: Ctx,
  { userId, sessionId, surface }: LinkWish,
  provider: Provider,
  proven: Proven,
): Promise<LinkPlan> {
  if (!userId || !sessionId || !(await isSessionOpen(ctx.db, sessionId, userId))) throw SignInRequired()
  const person = await holdLinker(ctx.db, userId)
  if (!person) throw SignInRequired()
  const told = { provider: provider.name }
  const email = proven.emailVerified && (await vouchesFor(ctx, provider, proven.email)) ? proven.email : null
  if (!(await vouchesFor(ctx, provider, person.email ?? email))) throw ProviderMayNotVouch(told)
  const key = identityKey(provider, proven.subject)
  const known = await findOwner(ctx.db, key.provider, key.providerId)
  if (known && known.userId !== userId) throw IdentityTaken(told)
  const owner = email ? await findAddressOwner(ctx.db, email) : null
  const isElsewhere = owner?.confirmed === true && owner.id !== userId
  // Apps are sent on without a page of ours in between, so somebody may have been lured: their address says no.
  if (isElsewhere && (surface === 'app' || person.isAnonymous)) throw IdentityOfAnotherAddress(told)
  const isFree = owner === null || owner.id === userId
  const gets = person.email === null && isFree ? email : null
  return { userId, email: person.email, gets, settles: person.isAnonymous || gets !== null }
}

/**
 * Connects an account at a provider with the person who asked for it. Somebody without an address gets the proven
 * one of the provider, and whoever was anonymous is a full person from then on. In the caller's transaction.
 * @returns the person's id
 * @throws what `planLink` throws
 */
export async function connectAccount(
  ctx: Ctx,
  wish: LinkWish,
  provider: Provider,
  proven: Proven,
): Promise<string> {
  const { userId, email, gets, settles } = await planLink(ctx, wish, provider, proven)
  const there = { ...ctx, actor: { ...ctx.actor, kind: 'person' as const, userId, email } }
  if (!(await bind(there, provider, proven, userId, 'tell'))) throw IdentityTaken({ provider: provider.name })
  if (settles) await settlePerson(ctx.db, userId, gets)
  return userId
}

const sealPurpose = 'provider-link'

/**
 * The same for an app that uses PKCE: the account is connected when the app redeems its code. Whoever lures
 * somebody else through the provider never gets that code, so a stranger's account is not connected with theirs.
 * @returns the person's id
 */
export async function connectLater(
  ctx: Ctx,
  visit: LinkWish & { id: string },
  provider: Provider,
  proven: Proven,
): Promise<string> {
  const { userId } = await planLink(ctx, visit, provider, proven)
  const sealed = ctx.app.keys.seal(sealPurpose, JSON.stringify({ ...proven, claims: {} }))
  await keepProven(ctx.db, visit.id, sealed)
  return userId
}

/** Connects what was kept for a flow whose code was redeemed; nothing when it was for something else. */
export async function connectOfFlow(ctx: Ctx, flowStateId: string): Promise<void> {
  const kept = await takeProven(ctx.db, flowStateId)
  if (!kept) return
  const proven = JSON.parse(ctx.app.keys.open(sealPurpose, kept.proven)) as Proven
  const expiresAt = proven.tokens?.expiresAt
  const tokens = proven.tokens && { ...proven.tokens, expiresAt: expiresAt ? new Date(expiresAt) : null }
  await connectAccount(ctx, kept, await providerOf(ctx, kept.providerType), { ...proven, tokens })
}
