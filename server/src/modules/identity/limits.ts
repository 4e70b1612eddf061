import type { Limit } from '../../platform/http/route.ts'

/** At most so many tries from one network address. */
export const byIp = (max: number, windowSeconds: number): Limit => ({ by: 'ip', max, windowSeconds })

/** At most so many tries for one email address, wherever they come from. */
export const byAddress = (max: number, windowSeconds: number): Limit => ({
  by: (input) => (input.body as { email: string }).email.trim(),
  max,
  windowSeconds,
})

/** At most so many tries with one link. */
export const byLink = (max: number, windowSeconds: number): Limit => ({
  by: (input) => (input.body as { token: string }).token,
  max,
  windowSeconds,
})

/** At most so many tries of one person. */
export const byPerson = (max: number, windowSeconds: number): Limit => ({ by: 'actor', max, windowSeconds })
