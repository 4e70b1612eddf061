import { switchableModules } from '../permissions.ts'

/** What an app learns of a person, OpenID Connect Core 5.4, and whether it may go on without them (11). */
const personScopes = ['openid', 'profile', 'email', 'phone', 'offline_access'] as const

/** What an app may do below /api/v1: reading or changing, module by module. */
const moduleScopes = ['identity', ...switchableModules].flatMap((name) => [`${name}:read`, `${name}:write`])

/** Every scope an app may ask for. */
export const scopes: readonly string[] = [...personScopes, ...moduleScopes]

/** What an app may ask for unless it says more when it is registered. */
export const usualScope = personScopes.join(' ')

export const scopesOf = (scope: string | null | undefined): string[] => [
  ...new Set((scope ?? '').split(' ').filter(Boolean)),
]
