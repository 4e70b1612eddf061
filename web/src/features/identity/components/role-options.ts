import type { Translate } from '~/lib/messages/index.ts'
import { roleName } from '~/lib/role-name.ts'
import type { Role } from './person-detail.ts'

/**
 * Roles to choose from where something gives them by itself: those the reader may give, and those that stand
 * already. Nobody is made an owner that way.
 */
export function roleOptions(t: Translate, roles: Role[], held: (string | null)[]) {
  return roles
    .filter((role) => (role.can.give && !role.permissions.includes('*')) || held.includes(role.id))
    .map((role) => ({ value: role.id, label: roleName(t, role) }))
}
