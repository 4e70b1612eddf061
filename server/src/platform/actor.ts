/** Who acts. Permissions are already reduced to the organization of the request. */
export type Actor = {
  kind: 'person' | 'anonymous' | 'system'
  userId: string | null
  email: string | null
  name: string | null
  sessionId: string | null
  membershipId: string | null
  /** Set while somebody acts in another person's name. */
  impersonatedBy: string | null
  permissions: ReadonlySet<string>
  /** Highest rank of the person's roles; nobody acts on their own rank or above. */
  rank: number
  /** Modules the person may use. */
  modules: ReadonlySet<string>
  locale: string
  timeZone: string
  /** What they showed: a session of ours, an API token, an app they let in, or nothing. */
  credential: 'none' | 'session' | 'api_token' | 'app' | 'program'
  /** What the credential may be used for: `<module>:read` and `<module>:write`; null for everything. */
  scopes: ReadonlySet<string> | null
  /** Authenticator assurance level of the session, NIST SP 800-63B: aal2 after a second factor. */
  aal: 'aal1' | 'aal2' | 'aal3'
  /** When they last proved who they are, for acts that ask for a recent proof. */
  authenticatedAt: Date | null
  /**
   * What the sign-in still needs before it counts. Until then its person is a stranger everywhere, except for
   * routes that say `whileOnHold`.
   */
  owes: 'second_factor' | 'second_factor_enrolment' | 'sso' | null
  /** Came in without an address, and may become a full person later. */
  isAnonymous: boolean
}

const base = {
  userId: null,
  email: null,
  name: null,
  sessionId: null,
  membershipId: null,
  impersonatedBy: null,
  permissions: new Set<string>(),
  rank: 0,
  modules: new Set<string>(),
  locale: 'en',
  timeZone: 'UTC',
  credential: 'none' as const,
  scopes: null,
  aal: 'aal1' as const,
  authenticatedAt: null,
  owes: null,
  isAnonymous: false,
}

export const anonymous: Actor = { ...base, kind: 'anonymous' }

/** The program itself: schedules, seeds, the command line. */
export const system: Actor = {
  ...base,
  kind: 'system',
  credential: 'program',
  permissions: new Set(['*']),
  rank: 1000,
}

export function may(actor: Actor, permission: string): boolean {
  return actor.permissions.has('*') || actor.permissions.has(permission)
}

/** Why something is refused: a key of the message catalogue (`refusal.<code>`). */
export type Refusal = { refused: string }
export type Verdict = true | Refusal
export const refuse = (code: string): Refusal => ({ refused: code })

/** The standing answers to "who may call this?". */
export const anyone = (): Verdict => true
/** Signed in, whether or not they belong to the organization of the request. */
export const hasAccount = (actor: Actor): Verdict =>
  actor.kind === 'anonymous' ? refuse('sign_in_required') : true
/** Signed in and a member in good standing of the organization of the request. */
export const signedIn = (actor: Actor): Verdict =>
  actor.kind === 'person' && actor.membershipId === null ? refuse('membership_required') : hasAccount(actor)
export const holds =
  (permission: string) =>
  (actor: Actor): Verdict =>
    actor.kind === 'anonymous'
      ? refuse('sign_in_required')
      : may(actor, permission)
        ? true
        : refuse(permission)
