import type { Ctx } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { record } from '../../audit/index.ts'
import { requireOwnSignIn } from '../factors/own-sign-in.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import { AddressIdentityStays, LastWayIn } from './errors.ts'
import {
  deleteIdentity,
  findIdentities,
  hasOtherWayIn,
  holdLinker,
  type IdentityRow,
  noteProviders,
} from './identities.queries.ts'
import { enabledProviders } from './providers.ts'

/** An account the person of `ctx` comes in by, with the name of its provider. */
export type ConnectedAccount = IdentityRow & { providerName: string; canUnlink: boolean }

/** Accounts at providers, and the addresses, by which the person of `ctx` comes in. */
export async function connectedAccounts(ctx: Ctx): Promise<ConnectedAccount[]> {
  const userId = ctx.actor.userId ?? ''
  const found = await findIdentities(ctx.db, userId)
  const names = new Map((await enabledProviders(ctx)).map(({ key, name }) => [key, name]))
  const accounts: ConnectedAccount[] = []
  for (const identity of found) {
    const isAddress = identity.provider === 'email' || identity.provider === 'phone'
    const canUnlink = !isAddress && (found.length > 1 || (await hasOtherWayIn(ctx.db, userId, identity.id)))
    accounts.push({ ...identity, providerName: names.get(identity.provider) ?? identity.provider, canUnlink })
  }
  return accounts
}

/**
 * Disconnects an account of the person of `ctx`; never their last way in.
 * @throws NotFound, LastWayIn, AddressIdentityStays, ProofTooOld, OwnSignInNeeded
 */
export async function disconnect(ctx: Ctx, identityId: string): Promise<void> {
  requireRecentProof(ctx)
  await requireOwnSignIn(ctx)
  const userId = ctx.actor.userId ?? ''
  const identity = (await findIdentities(ctx.db, userId)).find(({ id }) => id === identityId)
  if (!identity) throw NotFound()
  if (identity.provider === 'email' || identity.provider === 'phone') throw AddressIdentityStays()
  // Held from here on: two accounts cannot be disconnected at once, each as the other's reserve.
  await holdLinker(ctx.db, userId)
  if (!(await hasOtherWayIn(ctx.db, userId, identityId))) throw LastWayIn()
  if (!(await deleteIdentity(ctx.db, userId, identityId))) throw NotFound()
  await noteProviders(ctx.db, userId)
  await record(ctx, 'identity.account_disconnected', {
    entityType: 'identity',
    entityId: identityId,
    targetId: userId,
    metadata: { provider: identity.provider },
  })
}
