import type { Translate } from '~/lib/messages/index.ts'

/** Modules an organization can switch, in the order they are shown. */
export const moduleKeys = ['learning', 'imports', 'files', 'notifications', 'audit', 'admin'] as const
type ModuleKey = (typeof moduleKeys)[number]

const isKnown = (key: string): key is ModuleKey => moduleKeys.some((known) => known === key)

/** A module's name; its key when it is newer than these words. */
export function moduleName(t: Translate, key: string): string {
  return isKnown(key) || key === 'identity' ? t(`people.module_${key}`) : key
}

/** What goes away with the module. */
export function moduleText(t: Translate, key: string): string {
  return isKnown(key) ? t(`people.module_${key}_text`) : ''
}
