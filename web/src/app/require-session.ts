import { type MiddlewareFunction, redirect } from 'react-router'
import { signInPath } from '../lib/api.ts'
import { sessionContext } from '../lib/context.ts'

/** Sends visitors to the sign-in page and back; pages under it can count on a session. */
export const requireSession: MiddlewareFunction<Response> = ({ request, context }) => {
  if (context.get(sessionContext)) return
  const url = new URL(request.url)
  throw redirect(signInPath(url.pathname + url.search))
}
