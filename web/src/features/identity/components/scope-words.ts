import type { Translate } from '~/lib/messages/index.ts'
import { moduleKeys, moduleName } from './module-name.ts'

/** Parts of Stoa a program can be let into, in the order they are shown. */
export const scopeModules = ['identity', ...moduleKeys] as const
export type ScopeModule = (typeof scopeModules)[number]

const personScopes = ['openid', 'profile', 'email', 'phone', 'offline_access'] as const

const isPersonScope = (scope: string): scope is (typeof personScopes)[number] =>
  personScopes.some((known) => known === scope)

/** What a program may do, a line for each part of Stoa: changing includes reading. */
export function scopesInWords(t: Translate, scopes: readonly string[]): string[] {
  return scopes
    .filter((scope) => !(scope.endsWith(':read') && scopes.includes(scope.replace(/read$/, 'write'))))
    .map((scope) => scopeInWords(t, scope))
}

/** The same in short, for a table: "Learning: Read". */
export function accessInWords(t: Translate, scopes: readonly string[]): string[] {
  return scopeModules.flatMap((module) => {
    const access = (['write', 'read'] as const).find((one) => scopes.includes(`${module}:${one}`))
    return access ? [`${moduleName(t, module)}: ${t(`account.access_${access}`)}`] : []
  })
}

/** What one scope allows; a scope without words as it is written. */
function scopeInWords(t: Translate, scope: string): string {
  if (isPersonScope(scope)) return t(`account.scope_${scope}`)
  const [module = '', access] = scope.split(':')
  if (access !== 'read' && access !== 'write') return scope
  return t(`account.scope_${access}`, { module: moduleName(t, module) })
}
