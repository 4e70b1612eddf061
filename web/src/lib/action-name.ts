import type { MessageKey, Translate } from './messages/index.ts'

/** What an entry of the audit log says happened: `identity.person_banned` is "Person banned". */
export function actionName(t: Translate, action: string): string {
  const key = `audit.action_${action.replaceAll('.', '_')}` as MessageKey
  const known = t(key)
  if (known !== key) return known
  // A deed nobody gave words to yet: its own name, made readable.
  const words = (action.split('.').at(-1) ?? action).replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What kind of thing an entry of the audit log is about: `sso_provider` is "Single sign-on". */
export function entityName(t: Translate, entityType: string): string {
  const key = `audit.entity_type_${entityType}` as MessageKey
  const known = t(key)
  return known === key ? entityType.replaceAll('_', ' ') : known
}
