import { type Ctx, noOrganization, withTransaction } from '../../../platform/ctx.ts'
import type { AppError } from '../../../platform/errors.ts'
import { Banned, MembershipInactive, WrongCredentials } from '../errors.ts'
import { passwordFits } from '../passwords/passwords.ts'
import { type Doorstep, findDoorsteps, holdWithPassword } from '../sessions/sessions.queries.ts'
import { countPasswordTry, type Entered, noteTry, openSession } from '../sessions/sessions.ts'
import { findByPhoneWithPassword } from './phone-passwords.queries.ts'

/**
 * Checks a phone number and a password and opens a session for an app. Opens its own transactions.
 * @throws WrongCredentials, Banned, MembershipInactive, TooManyRequests
 */
export async function signInByPhone(ctx: Ctx, phone: string, password: string): Promise<Entered> {
  const candidate = await findByPhoneWithPassword(ctx.db, phone)
  await countPasswordTry(ctx, candidate?.userId ?? null, phone)
  const fits = await passwordFits(candidate?.encryptedPassword ?? null, password)
  // Asked for nobody, too: a stranger's try takes as many steps as a member's.
  const doorsteps = await findDoorsteps(ctx.db, candidate?.userId ?? noOrganization, ctx.organizationId)
  if (!candidate || !fits || refusalHere(doorsteps)) {
    const refusal = (fits && refusalHere(doorsteps)) || WrongCredentials()
    await withTransaction(ctx.app, ctx, (tx) =>
      noteTry(tx, {
        userId: candidate?.userId ?? null,
        method: 'password',
        failureReason: refusal.code,
      }),
    )
    throw refusal
  }
  return withTransaction(ctx.app, ctx, async (tx) => {
    if (!(await holdWithPassword(tx.db, candidate.userId, candidate.encryptedPassword)))
      throw WrongCredentials()
    return openSession(tx, candidate.userId, { method: 'password', carrier: 'app' })
  })
}

function refusalHere(doorsteps: Doorstep[]): AppError | null {
  const here = doorsteps.find((doorstep) => doorstep.isHere)
  if (here?.status === 'banned') return Banned({ reason: here.reason ?? '' })
  return here?.status === 'inactive' ? MembershipInactive() : null
}
