import { type Actor, hasAccount, holds, may, refuse, type Verdict } from '../../platform/actor.ts'

/** How a person stands in the organization: what the rules about people look at. */
export type Standing = { id: string; rank: number; status: 'active' | 'inactive' | 'banned' }
/** What the rules about roles look at. */
export type RoleStanding = { rank: number; permissions: readonly string[]; isBuiltIn: boolean }

export const isOwner = (actor: Actor): boolean => actor.permissions.has('*')

/**
 * Things only the person may do, in a session of their own: not an administrator who acts in their name, and
 * not a token or an app they let in.
 */
export function oneself(actor: Actor): Verdict {
  if (actor.impersonatedBy) return refuse('not_while_impersonating')
  if (actor.kind === 'person' && actor.credential !== 'session') return refuse('session_required')
  return hasAccount(actor)
}

/** Not oneself, not one's equal or superior; owners may act on owners. */
export function canManagePerson(actor: Actor, person: Standing): Verdict {
  const allowed = holds('identity.people.manage')(actor)
  if (allowed !== true) return allowed
  if (person.id === actor.userId) return refuse('not_on_oneself')
  if (person.rank >= actor.rank && !isOwner(actor)) return refuse('stands_above')
  return true
}

/** Title, department, manager: of oneself, too, but not of one's equal or superior. */
export function canEditEmployment(actor: Actor, person: Standing): Verdict {
  const allowed = holds('identity.people.manage')(actor)
  if (allowed !== true || person.id === actor.userId) return allowed
  return canManagePerson(actor, person)
}

/**
 * Acting in somebody's name: never oneself, an equal or superior, not by a token, not from within another person's
 * session, and nobody who may do more than the one who acts.
 */
export function canImpersonate(actor: Actor, person: Standing & { permissions: readonly string[] }): Verdict {
  for (const verdict of [
    oneself(actor),
    holds('identity.people.impersonate')(actor),
    canManagePerson(actor, person),
  ])
    if (verdict !== true) return verdict
  if (person.rank >= actor.rank) return refuse('stands_above')
  if (person.status !== 'active') return refuse('not_active')
  return person.permissions.every((permission) => may(actor, permission)) ? true : refuse('holds_more')
}

/** Nobody changes a role of their own rank or above, except owners; the owner's role stays as it is. */
export function canEditRole(actor: Actor, role: RoleStanding): Verdict {
  const allowed = holds('identity.roles.manage')(actor)
  if (allowed !== true) return allowed
  if (role.permissions.includes('*')) return refuse('owner_role')
  if (role.rank >= actor.rank && !isOwner(actor)) return refuse('stands_above')
  return true
}

/** Why a role may not be given by somebody, or null: nobody gives a rank or a permission they do not have. */
export function obstacleToGiving(
  actor: Actor,
  role: Pick<RoleStanding, 'rank' | 'permissions'>,
): { rank: true } | { permission: string } | null {
  if (role.rank > actor.rank) return { rank: true }
  const missing = role.permissions.find((permission) => !may(actor, permission))
  return missing === undefined ? null : { permission: missing }
}

/** Roles and modules are shown to those who give, edit or switch them. */
export function canSeeRoles(actor: Actor): Verdict {
  const known = hasAccount(actor)
  if (known !== true) return known
  const any = ['identity.people.read', 'identity.roles.manage', 'identity.settings.manage']
  return any.some((permission) => may(actor, permission)) ? true : refuse('identity.roles.manage')
}
