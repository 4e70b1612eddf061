import { redirect } from 'react-router'
import { apiContext } from '~/lib/context.ts'
import { cookiesOf } from '../components/session-cookie.ts'
import type { Route } from './+types/sign-out.ts'

/** Ends the session of this browser. */
export async function action({ context }: Route.ActionArgs) {
  const { response } = await context.get(apiContext).DELETE('/api/v1/identity/sessions/current')
  return redirect('/', { headers: cookiesOf(response) })
}

/** Somebody opened the address itself: signing out takes a button. */
export function loader() {
  return redirect('/')
}
