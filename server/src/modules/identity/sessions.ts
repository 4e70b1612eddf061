import { isIP } from 'node:net'
import { type Ctx, noOrganization, withTransaction } from '../../platform/ctx.ts'
import type { AppError } from '../../platform/errors.ts'
import { announce } from '../../platform/events/events.ts'
import { hashToken, randomToken } from '../../platform/keys.ts'
import { record } from '../audit/index.ts'
import { sessionDays, sessionIdleHours } from './authenticate.ts'
import { deviceOf } from './devices.ts'
import { Banned, EmailNotVerified, MembershipInactive, WrongCredentials } from './errors.ts'
import { personSignedIn } from './events.ts'
import { passwordFits } from './passwords.ts'
import { normalEmail } from './registration.ts'
import {
  type Doorstep,
  findCandidate,
  findDoorsteps,
  holdWithPassword,
  insertSession,
  insertTry,
  noteSignIn,
  type SignInCandidate,
} from './sessions.queries.ts'
import type { SignedIn } from './sessions.schemas.ts'

/**
 * Checks an address and a password and opens a session. Opens its own transactions: the password is checked
 * outside of them, and a failed try is kept although it ends in an error.
 * @throws WrongCredentials, EmailNotVerified, Banned, MembershipInactive
 */
export async function signIn(ctx: Ctx, email: string, password: string): Promise<SignedIn> {
  const candidate = await findCandidate(ctx.db, normalEmail(email))
  const fits = await passwordFits(candidate.encryptedPassword, password)
  // Asked for nobody, too: a stranger's try takes as many steps as a member's.
  const doorsteps = await findDoorsteps(ctx.db, candidate.userId ?? noOrganization, ctx.organizationId)
  const refusal = refusalOf(candidate, fits, doorsteps)
  if (refusal) {
    await withTransaction(ctx.app, ctx, (tx) =>
      noteTry(tx, candidate.userId, tx.organizationId, refusal.code),
    )
    throw refusal
  }
  const person = { id: candidate.userId!, name: candidate.name, email: candidate.email }
  return withTransaction(ctx.app, ctx, async (tx) => {
    // Whoever changed the password ended every session; one that was about to open must not outlive that.
    if (!(await holdWithPassword(tx.db, person.id, candidate.encryptedPassword))) throw WrongCredentials()
    return openSession(tx, person, doorsteps)
  })
}

/** Only who knows the password learns more than that it was wrong. */
function refusalOf(candidate: SignInCandidate, fits: boolean, doorsteps: Doorstep[]): AppError | null {
  if (!fits) return WrongCredentials()
  if (!candidate.confirmed || !candidate.userId) return EmailNotVerified()
  if (candidate.banned) return Banned({ reason: '' })
  const here = doorsteps.find((doorstep) => doorstep.isHere)
  if (here?.status === 'banned') return Banned({ reason: here.reason ?? '' })
  if (here?.status === 'inactive') return MembershipInactive()
  return null
}

/**
 * Opens a session with a token nobody had before, at the organization the person knocks at when they belong
 * there, else at the one of theirs they were at last.
 */
export async function openSession(
  ctx: Ctx,
  person: { id: string; name: string; email: string },
  doorsteps: Doorstep[],
): Promise<SignedIn> {
  const place = doorsteps.find((doorstep) => doorstep.status === 'active')
  const organizationId =
    place?.organizationId ?? (ctx.organizationId === noOrganization ? null : ctx.organizationId)
  const token = randomToken()
  const expiresAt = new Date(ctx.now.getTime() + sessionDays * 24 * 3600_000)
  const sessionId = await insertSession(ctx.db, {
    userId: person.id,
    organizationId,
    tokenHash: hashToken(token),
    notAfter: expiresAt,
    idleAfter: new Date(ctx.now.getTime() + sessionIdleHours * 3600_000),
    ...whence(ctx),
  })
  await noteSignIn(ctx.db, person.id)
  await noteTry(ctx, person.id, organizationId, null)
  if (organizationId) {
    const there = {
      ...ctx,
      organizationId,
      actor: { ...ctx.actor, kind: 'person' as const, userId: person.id, email: person.email },
    }
    await announce(there, personSignedIn, { userId: person.id, sessionId })
    await record(there, 'identity.signed_in', {
      entityType: 'session',
      entityId: sessionId,
      targetId: person.id,
    })
  }
  const organization = place ? { id: place.organizationId, slug: place.slug, name: place.name } : null
  return { token, expiresAt, person, organization }
}

async function noteTry(
  ctx: Ctx,
  userId: string | null,
  organizationId: string | null,
  failureReason: string | null,
) {
  const { ip, userAgent } = whence(ctx)
  await insertTry(ctx.db, {
    userId,
    organizationId: organizationId === noOrganization ? null : organizationId,
    ipAddress: ip,
    userAgent,
    success: failureReason === null,
    failureReason,
    deviceInfo: deviceOf(userAgent),
  })
}

/** Address and browser, as far as they can be stored. */
const whence = (ctx: Ctx) => ({
  ip: ctx.ip && isIP(ctx.ip) ? ctx.ip : null,
  userAgent: ctx.userAgent?.slice(0, 500) ?? null,
})
