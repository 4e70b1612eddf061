import type { Translate } from './messages/index.ts'

/** What the roles every organization begins with are called and said to be for, until somebody writes it anew. */
const given = {
  owner: { name: 'Owner', text: 'May do everything, also remove administrators.' },
  admin: { name: 'Administrator', text: 'Runs the organization: people, roles, settings, courses, audit.' },
  mentor: { name: 'Teacher', text: 'Writes courses and looks after learners.' },
  student: { name: 'Learner', text: 'Takes courses.' },
} as const

const givenKey = (key: string) =>
  (Object.keys(given) as (keyof typeof given)[]).find((known) => known === key)

/** A role's name: that of a role that comes with Stoa in the reader's language, any other as it was written. */
export function roleName(t: Translate, role: { key: string; name: string }): string {
  const key = givenKey(role.key)
  return key && role.name === given[key].name ? t(`people.role_${key}`) : role.name
}

/** What a role is for, in the reader's language as long as it says what came with Stoa; null where nobody wrote it. */
export function roleText(t: Translate, role: { key: string; description: string | null }): string | null {
  const key = givenKey(role.key)
  return key && role.description === given[key].text ? t(`people.role_${key}_text`) : role.description
}
