import { type MiddlewareFunction, redirect } from 'react-router'
import { signInPath } from '../lib/api.ts'
import { heldContext, sessionContext } from '../lib/context.ts'
import { nextStep } from '../lib/next-step.ts'

/** Sends visitors to the sign-in page, or to its next step, and back; pages under it can count on a session. */
export const requireSession: MiddlewareFunction<Response> = ({ request, url, context }) => {
  if (context.get(sessionContext)) return
  const here = url.pathname + url.search
  // Their own session waits while the one in somebody's name has ended by itself.
  if (/(?:^|; *)(?:__Host-)?stoa-own=/.test(request.headers.get('cookie') ?? ''))
    throw redirect('/acting-ended')
  const held = context.get(heldContext)
  throw redirect(held ? nextStep(held.owes, here) : signInPath(here))
}
