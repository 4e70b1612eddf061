import type { Translate } from './messages/index.ts'

/** Names the roles every organization begins with have until somebody renames them. */
const given = { owner: 'Owner', admin: 'Administrator', mentor: 'Teacher', student: 'Learner' } as const

/** A role's name: that of a role that comes with Stoa in the reader's language, any other as it was written. */
export function roleName(t: Translate, role: { key: string; name: string }): string {
  const key = (Object.keys(given) as (keyof typeof given)[]).find((known) => known === role.key)
  return key && role.name === given[key] ? t(`people.role_${key}`) : role.name
}
