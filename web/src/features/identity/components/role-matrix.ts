import type { Role } from './person-detail.ts'
import type { Permission } from './role-fields.tsx'

/** The name of the box for one permission of one role. */
export const boxName = (roleId: string) => `role:${roleId}`
/** The name of the field that says which version of a role the boxes show. */
export const versionName = (roleId: string) => `version:${roleId}`

/** Whether somebody may change one box: the role must be theirs to change, the permission theirs to give. */
export const isOpen = (role: Role, permission: Permission) => role.can.edit && permission.held

/**
 * What a role is to hold by the boxes that were ticked, or null when that is what it holds. Boxes that cannot be
 * changed are not sent, so what they say stays.
 */
export function wishFor(role: Role, known: Permission[], form: FormData): string[] | null {
  if (!role.can.edit) return null
  const ticked = new Set(form.getAll(boxName(role.id)).map(String))
  const held = new Set(role.permissions)
  const wish = known
    .filter((permission) => (isOpen(role, permission) ? ticked : held).has(permission.key))
    .map((permission) => permission.key)
  const isSame = wish.length === held.size && wish.every((key) => held.has(key))
  return isSame ? null : wish
}
