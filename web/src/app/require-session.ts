import { type MiddlewareFunction, redirect } from 'react-router'
import { signInPath } from '../lib/api.ts'
import { heldContext, sessionContext } from '../lib/context.ts'

/** Where a sign-in that is not finished goes on. */
export const stepOf = {
  second_factor: '/second-factor',
  second_factor_enrolment: '/second-factor/set-up',
  sso: '/sign-in/organization',
} as const

/** Sends visitors to the sign-in page, or to its next step, and back; pages under it can count on a session. */
export const requireSession: MiddlewareFunction<Response> = ({ request, context }) => {
  if (context.get(sessionContext)) return
  const url = new URL(request.url)
  const here = url.pathname + url.search
  const held = context.get(heldContext)
  throw redirect(held ? `${stepOf[held.owes]}?next=${encodeURIComponent(here)}` : signInPath(here))
}
