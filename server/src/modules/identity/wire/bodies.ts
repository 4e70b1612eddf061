import { Type } from 'typebox'
import type { Ctx } from '../../../platform/ctx.ts'
import { beginFlow, type FlowStart } from '../codes/flow-states.ts'
import { ValidationFailed } from './errors.ts'

// Longer than any of them is; what is too long is refused before anybody looks at it.
export const AddressText = Type.Optional(Type.String({ maxLength: 320 }))
export const Secret = Type.Optional(Type.String({ maxLength: 4096 }))
export const Word = Type.Optional(Type.String({ maxLength: 300 }))
export const Metadata = Type.Optional(Type.Record(Type.String(), Type.Unknown()))

const mostMetadata = 64 * 1024

/**
 * What an app wants to keep of a person.
 * @throws ValidationFailed
 */
export function checkedMetadata(data: Record<string, unknown> | undefined): Record<string, unknown> {
  const text = JSON.stringify(data ?? {})
  if (text.length > mostMetadata)
    throw ValidationFailed({ reason: `User metadata may have at most ${mostMetadata} characters` })
  return data ?? {}
}

/** The name in what an app says of a person, if there is one. */
export function nameIn(data: Record<string, unknown>): string {
  const name = [data.full_name, data.name, data.display_name].find((one) => typeof one === 'string')
  return String(name ?? '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

/** Fields by which an app begins a sign-in with PKCE. */
export const Pkce = { code_challenge: Word, code_challenge_method: Word }

const challengeShape = /^[A-Za-z0-9._~-]{43,128}$/

/**
 * Remembers the challenge an app sent along; null when it sent none.
 * @throws ValidationFailed
 */
export async function flowOf(
  ctx: Ctx,
  given: { code_challenge?: string; code_challenge_method?: string },
  about: Pick<FlowStart, 'providerType' | 'authenticationMethod' | 'redirectTo' | 'seconds'>,
): Promise<string | null> {
  const { code_challenge: challenge, code_challenge_method: named } = given
  if (!challenge && !named) return null
  if (!challenge || !named)
    throw ValidationFailed({
      reason: 'PKCE flow requires code_challenge_method and code_challenge',
    })
  if (!challengeShape.test(challenge))
    throw ValidationFailed({
      reason: 'code challenge has to be between 43 and 128 characters and use only unreserved ones',
    })
  const method = named.toLowerCase()
  if (method !== 's256' && method !== 'plain')
    throw ValidationFailed({ reason: 'code challenge method has to be s256 or plain' })
  return beginFlow(ctx, { challenge, method, ...about })
}
