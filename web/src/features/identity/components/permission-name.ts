import type { MessageKey, Translate } from '~/lib/messages/index.ts'

/** A permission in plain words; its key when it is newer than these words. */
export function permissionName(t: Translate, permission: string): string {
  const key = keyOf(permission)
  const name = t(key)
  return name === key ? permission : name
}

/** A sentence about what it allows. */
export function permissionText(t: Translate, permission: string): string | undefined {
  const key = `${keyOf(permission)}_text` as MessageKey
  const text = t(key)
  return text === key ? undefined : text
}

const keyOf = (permission: string) => `people.permission_${permission.replaceAll('.', '_')}` as MessageKey
