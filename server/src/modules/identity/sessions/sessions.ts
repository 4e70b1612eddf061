import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import { type Ctx, noOrganization, withTransaction } from '../../../platform/ctx.ts'
import type { AppError } from '../../../platform/errors.ts'
import { announce } from '../../../platform/events/events.ts'
import { hashToken, randomToken } from '../../../platform/keys.ts'
import { record } from '../../audit/index.ts'
import { countGuess } from '../attempts.ts'
import { sessionDays, sessionIdleHours } from '../authenticate.ts'
import { Banned, EmailNotVerified, MembershipInactive, WrongCredentials } from '../errors.ts'
import { personSignedIn } from '../events.ts'
import { normalEmail } from '../joining/registration.ts'
import { sendLetter } from '../letters.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { findSecurityPolicy } from '../organizations/security-policies.queries.ts'
import { betterHash, passwordFits } from '../passwords/passwords.ts'
import { findLanguage } from '../people/people.queries.ts'
import { isOwnWord } from '../providers/providers.queries.ts'
import { deviceOf } from './devices.ts'
import { owedBySession } from './owed.ts'
import { countryOf } from './places.ts'
import {
  type Doorstep,
  deleteSessionsAt,
  type Entrant,
  findCandidate,
  findDoorsteps,
  holdEntrant,
  holdWithPassword,
  insertSession,
  insertTry,
  meetDevice,
  noteProofs,
  noteSignIn,
  type SignInCandidate,
  upgradePassword,
} from './sessions.queries.ts'
import type { SignedIn } from './sessions.schemas.ts'

/** How somebody proved who they are: the values of `amr` in access tokens. */
export type ProofMethod =
  | 'password'
  | 'otp'
  | 'magiclink'
  | 'recovery'
  | 'invite'
  | 'email/signup'
  | 'email_change'
  | 'oauth'
  | 'sso/saml'
  | 'sso/oidc'
  | 'anonymous'
  | 'passkey'
  | 'totp'
  | 'mfa/phone'
  | 'mfa/webauthn'
  | 'mfa/recovery_code'
  | 'impersonation'

/** What was proven on the way in, and what for. */
export type Proof = {
  method: ProofMethod
  /** aal2 when the proof is two factors in itself: a passkey with user verification. */
  aal?: 'aal1' | 'aal2'
  /** cookie: a session with a token of its own. app: one that lives by refresh tokens. */
  carrier?: 'cookie' | 'app'
  /** Set when they came by the single sign-on of the organization of `ctx`; the session stays there. */
  ssoProviderId?: string
  /** Name of the provider they came by, for the history. */
  provider?: string
}

/** Tries with a password in ten minutes, for one person: on the web, by apps, and by any of their addresses together. */
const mostTries = 20
const triesSeconds = 600

/** Counts a try with a password. @throws TooManyRequests */
export const countPasswordTry = (ctx: Ctx, userId: string | null, given: string): Promise<void> =>
  countGuess(ctx.app, `sign-in by password ${userId ?? given}`, mostTries, triesSeconds)

/** Somebody is in. */
export type Entered = SignedIn & { sessionId: string }

/**
 * Checks an address and a password and opens a session. Opens its own transactions: the password is checked
 * outside of them, and a failed try is kept although it ends in an error.
 * @throws WrongCredentials, EmailNotVerified, Banned, MembershipInactive, TooManyRequests
 */
export async function signIn(
  ctx: Ctx,
  email: string,
  password: string,
  carrier: 'cookie' | 'app' = 'cookie',
): Promise<Entered> {
  const candidate = await findCandidate(ctx.db, normalEmail(email))
  await countPasswordTry(ctx, candidate.userId, candidate.email)
  return enterByPassword(ctx, candidate, password, carrier)
}

async function enterByPassword(
  ctx: Ctx,
  candidate: SignInCandidate,
  password: string,
  carrier: 'cookie' | 'app',
): Promise<Entered> {
  const fits = await passwordFits(candidate.encryptedPassword, password)
  // Asked for nobody, too: a stranger's try takes as many steps as a member's.
  const doorsteps = await findDoorsteps(ctx.db, candidate.userId ?? noOrganization, ctx.organizationId)
  const refusal = refusalOf(candidate, fits, doorsteps)
  if (refusal) {
    await withTransaction(ctx.app, ctx, (tx) =>
      noteTry(tx, { userId: candidate.userId, method: 'password', failureReason: refusal.code }),
    )
    throw refusal
  }
  const userId = candidate.userId!
  const stored = candidate.encryptedPassword!
  const better = await betterHash(stored, password)
  const entered = await withTransaction(ctx.app, ctx, async (tx) => {
    // Whoever changed the password ended every session; one that was about to open must not outlive that.
    if (!(await holdWithPassword(tx.db, userId, stored))) return null
    if (better) await upgradePassword(tx.db, userId, stored, better)
    return openSession(tx, userId, { method: 'password', carrier })
  })
  if (entered) return entered
  // The same password may have got its better hash by a sign-in at the same moment.
  if (better) {
    const again = await findCandidate(ctx.db, candidate.email)
    return enterByPassword(ctx, again, password, carrier)
  }
  throw WrongCredentials()
}

/** Only who knows the password learns more than that it was wrong. */
function refusalOf(candidate: SignInCandidate, fits: boolean, doorsteps: Doorstep[]): AppError | null {
  if (!fits) return WrongCredentials()
  if (!candidate.confirmed || !candidate.userId) return EmailNotVerified()
  return candidate.banned ? Banned({ reason: '' }) : refusalHere(doorsteps)
}

/** Why somebody may not come in at the organization they knock at, or null. */
function refusalHere(doorsteps: Doorstep[]): AppError | null {
  const here = doorsteps.find((doorstep) => doorstep.isHere)
  if (here?.status === 'banned') return Banned({ reason: here.reason ?? '' })
  if (here?.status === 'inactive') return MembershipInactive()
  return null
}

/**
 * The one way in: whatever was proven, the session is opened here, with the rules of the place. Bans, second
 * factors and limits therefore hold for every kind of sign-in. In the caller's transaction.
 *
 * The session is at the organization the person knocks at when they belong there, else at the one of theirs
 * they were at last.
 * @throws WrongCredentials when there is no such person any more, Banned, MembershipInactive
 */
export async function openSession(ctx: Ctx, userId: string, proof: Proof): Promise<Entered> {
  const person = await holdEntrant(ctx.db, userId)
  if (!person) throw WrongCredentials()
  if (person.isBanned) throw Banned({ reason: '' })
  const doorsteps = await findDoorsteps(ctx.db, userId, ctx.organizationId)
  const refusal = refusalHere(doorsteps)
  if (refusal) throw refusal
  const isBound = await isWordOfOrganization(ctx, proof)
  const place = doorsteps.find((doorstep) => doorstep.status === 'active' && (doorstep.isHere || !isBound))
  // What an organization says of somebody opens nothing but that organization, even if they just left it.
  if (isBound && !place) throw MembershipInactive()
  const organizationId =
    place?.organizationId ?? (ctx.organizationId === noOrganization ? null : ctx.organizationId)
  const policy = await findSecurityPolicy(ctx.db, organizationId ?? noOrganization)
  // One at this organization; what other organizations allow is theirs.
  if (policy.oneSessionPerPerson && organizationId) await deleteSessionsAt(ctx.db, organizationId, userId)

  const hours = (count: number) => new Date(ctx.now.getTime() + count * 3600_000)
  const token = proof.carrier === 'app' ? null : randomToken()
  const expiresAt = hours(policy.sessionMaxHours ?? sessionDays * 24)
  const idleAfter = hours(policy.sessionIdleHours ?? sessionIdleHours)
  const sessionId = await insertSession(ctx.db, {
    userId,
    organizationId,
    tokenHash: token === null ? null : hashToken(token),
    notAfter: expiresAt,
    idleAfter: new Date(Math.min(idleAfter.getTime(), expiresAt.getTime())),
    aal: proof.aal ?? 'aal1',
    ssoProviderId: proof.ssoProviderId ?? null,
    isBound,
    ...whence(ctx),
  })
  await noteProofs(ctx.db, sessionId, [proof.method])
  await noteSignIn(ctx.db, userId, organizationId)
  const there = organizationId
    ? {
        ...ctx,
        organizationId,
        actor: { ...ctx.actor, kind: 'person' as const, userId, email: person.email },
      }
    : ctx
  const isNewDevice = await greetDevice(there, person)
  await noteTry(there, {
    userId,
    sessionId,
    isNewDevice,
    method: proof.provider ?? proof.method,
    failureReason: null,
  })
  if (organizationId) {
    await announce(there, personSignedIn, { userId, sessionId })
    await record(there, 'identity.signed_in', {
      entityType: 'session',
      entityId: sessionId,
      targetId: userId,
      metadata: { method: proof.method },
    })
  }
  return {
    sessionId,
    token,
    expiresAt,
    person: { id: userId, name: person.name, email: person.email },
    organization: place ? { id: place.organizationId, slug: place.slug, name: place.name } : null,
    owes: (await owedBySession(ctx.db, sessionId)) ?? null,
  }
}

/** Whether nobody but the organization of `ctx` says who they are. */
async function isWordOfOrganization(ctx: Ctx, { method, provider, ssoProviderId }: Proof): Promise<boolean> {
  if (ssoProviderId) return true
  return method === 'oauth' && provider !== undefined && isOwnWord(ctx.db, ctx.organizationId, provider)
}

/** Somebody who came in from a device we never saw them at is told by mail; the first device of all is no news. */
async function greetDevice(ctx: Ctx, person: Entrant): Promise<boolean> {
  const { ip, userAgent } = whence(ctx)
  const device = deviceOf(userAgent)
  const name = createHash('sha256').update(
    `${device.browser?.replace(/ \d+$/, '')} ${device.system} ${device.kind}`,
  )
  const met = await meetDevice(ctx.db, person.id, name.digest(), ip)
  if (met !== 'new') return false
  if (person.email) {
    const organization = await findById(ctx.db, ctx.organizationId)
    const locale = await findLanguage(ctx.db, ctx.organizationId, person.id)
    const to = { email: person.email, userId: person.id, locale, path: '/account/security' }
    const where = [device.browser, device.system].filter(Boolean).join(', ') || '?'
    await sendLetter(ctx, 'new_device', to, organization, { when: ctx.now, device: where, ip: ip ?? '?' })
  }
  return true
}

/** Keeps a try to sign in, with device, outcome and reason. */
export async function noteTry(
  ctx: Ctx,
  attempt: {
    userId: string | null
    method: string
    failureReason: string | null
    sessionId?: string
    isNewDevice?: boolean
  },
): Promise<void> {
  const { ip, country, userAgent } = whence(ctx)
  await insertTry(ctx.db, {
    userId: attempt.userId,
    organizationId: ctx.organizationId === noOrganization ? null : ctx.organizationId,
    ipAddress: ip,
    country,
    userAgent,
    method: attempt.method,
    success: attempt.failureReason === null,
    failureReason: attempt.failureReason,
    sessionId: attempt.sessionId ?? null,
    isNewDevice: attempt.isNewDevice ?? false,
    deviceInfo: deviceOf(userAgent),
  })
}

/** Address, country and browser, as far as they can be stored. */
function whence(ctx: Ctx) {
  const ip = ctx.ip && isIP(ctx.ip) ? ctx.ip : null
  return { ip, country: countryOf(ip), userAgent: ctx.userAgent?.slice(0, 500) ?? null }
}
