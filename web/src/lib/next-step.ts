import type { Held } from './session.ts'

const steps = {
  second_factor: '/second-factor',
  second_factor_enrolment: '/second-factor/set-up',
  sso: '/sign-in/organization',
} as const

/**
 * Where somebody goes after a proof: the next step of signing in, or where they wanted to go. A form may not end at
 * another site, and the server for apps leads to one, so there is a page between the two.
 */
export function nextStep(owes: Held['owes'] | null, next: string): string {
  if (owes) return `${steps[owes]}?next=${encodeURIComponent(next)}`
  return next.startsWith('/oauth/') ? `/authorize/continue?to=${encodeURIComponent(next)}` : next
}
