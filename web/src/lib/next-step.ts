import type { Held } from './session.ts'

const steps = {
  second_factor: '/second-factor',
  second_factor_enrolment: '/second-factor/set-up',
  sso: '/sign-in/organization',
} as const

/** Where somebody goes after a proof: the next step of signing in, or where they wanted to go. */
export function nextStep(owes: Held['owes'] | null, next: string): string {
  return owes ? `${steps[owes]}?next=${encodeURIComponent(next)}` : next
}
