import type { App } from '../../../platform/ctx.ts'
import { hashToken } from '../../../platform/keys.ts'
import { owedOf } from '../authenticate.ts'
import { findCaller } from '../callers.queries.ts'
import { findAccountFacts, findProofs } from './accounts.queries.ts'

/** Who is signed in in a browser, as the OAuth server sees them. */
export type Entrant = {
  sessionId: string
  userId: string
  /** When they last proved who they are. */
  authenticatedAt: Date
  /** Assurance level of the session: aal1 or aal2. */
  acr: string
  /** RFC 8176. */
  amr: string[]
  /** Somebody acts in their name: never lets an app in. */
  isImpersonated: boolean
}

/** Our proofs in the words of RFC 8176; what it has no word for stays as it is. */
const words: Record<string, string> = {
  password: 'pwd',
  otp: 'otp',
  magiclink: 'otp',
  recovery: 'otp',
  totp: 'otp',
  'mfa/recovery_code': 'otp',
  'mfa/phone': 'sms',
  'mfa/webauthn': 'hwk',
  passkey: 'hwk',
}

/** Authentication methods of a session as an id token says them. */
export const amrOf = (proofs: readonly string[], acr: string): string[] => [
  ...new Set([...proofs.map((proof) => words[proof] ?? proof), ...(acr === 'aal1' ? [] : ['mfa'])]),
]

/**
 * The one whose session cookie a browser shows. Somebody who owes a second factor, or came without an address, is
 * nobody yet.
 * @param token value of the session cookie
 */
export async function entrantOf(app: App, token: string | undefined): Promise<Entrant | null> {
  if (!token || !/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  const { db } = app.database
  const facts = await findCaller(db, { tokenHash: hashToken(token) }, null)
  if (!facts?.sessionId || facts.isAnonymous) return null
  if (facts.aal === 'aal1' && facts.hasFactor && !facts.impersonatedBy) return null
  if (facts.isBound && facts.membershipId === null) return null
  return {
    sessionId: facts.sessionId,
    userId: facts.userId,
    authenticatedAt: facts.authenticatedAt ?? facts.refreshedAt,
    acr: facts.aal,
    amr: amrOf(await findProofs(db, facts.sessionId), facts.aal),
    isImpersonated: facts.impersonatedBy !== null,
  }
}

/** How somebody stands in the organization of an app. */
export type Standing =
  /** A member who owes nothing. */
  | 'good'
  /** They have to come in another way, or to finish coming in. */
  | 'sign_in'
  /** They do not belong there, and signing in again would not help. */
  | 'stranger'

/** How the person of a session stands in an organization, by its own rules. */
export async function standingAt(
  app: App,
  sessionId: string,
  organization: { id: string; slug: string },
): Promise<Standing> {
  const facts = await findCaller(app.database.db, { sessionId }, organization.slug)
  if (!facts || (facts.isBound && facts.organizationId !== organization.id)) return 'sign_in'
  if (facts.membershipId !== null) return (await owedOf(app, facts)) ? 'sign_in' : 'good'
  // A session may be too old for an organization that its person belongs to.
  return (await findAccountFacts(app.database.db, organization.id, facts.userId)) ? 'sign_in' : 'stranger'
}
