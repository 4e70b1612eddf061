import { signInMethods } from './sign-in-method.ts'

const outcomes = ['succeeded', 'failed'] as const
export const devices = ['desktop', 'mobile', 'tablet', 'other'] as const

/** What the filters of a list of sign-ins say; null where nothing was chosen. */
export type SignInWish = ReturnType<typeof signInWish>

const oneOf = <T extends string>(known: readonly T[], asked: string | null) =>
  known.find((one) => one === asked) ?? null

/** The filters in an address. */
export function signInWish(query: URLSearchParams) {
  return {
    outcome: oneOf(outcomes, query.get('outcome')),
    method: oneOf(signInMethods, query.get('method')),
    device: oneOf(devices, query.get('device')),
  }
}

/** The same as the API asks for it. */
export function signInQuery({ outcome, method, device }: SignInWish) {
  return {
    ...(outcome ? { success: outcome === 'succeeded' } : {}),
    ...(method ? { method } : {}),
    ...(device ? { device } : {}),
  }
}
