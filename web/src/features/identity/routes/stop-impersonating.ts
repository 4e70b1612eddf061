import { redirectDocument } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext, sessionContext } from '~/lib/context.ts'
import { cookiesOf } from '../components/session-cookie.ts'
import type { Route } from './+types/stop-impersonating.ts'

/** Back to who one is, and to the page of the person one has acted as. */
export async function action({ context }: Route.ActionArgs) {
  const session = context.get(sessionContext)
  const result = await context.get(apiContext).DELETE('/api/v1/identity/impersonations/current')
  const back = session?.impersonatedBy ? `/admin/people/${session.person.id}` : '/admin/people'
  const isBack = !problemOf(result) && result.data?.resumed
  return redirectDocument(isBack ? back : '/sign-in', { headers: cookiesOf(result.response) })
}

export const loader = () => redirectDocument('/')
