import { redirect } from 'react-router'
import { problemOf, signInPath } from '~/lib/api.ts'
import { apiContext, sessionContext } from '~/lib/context.ts'
import { cookiesOf } from '../components/session-cookie.ts'
import type { Route } from './+types/account-connect.ts'

const back = '/account/security'

/**
 * Leads to a provider to connect an account there. A link, because browsers keep forms from leading to other sites;
 * one that another site put before the person is not followed, or it could connect an account of somebody else's.
 */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  if (!context.get(sessionContext)) throw redirect(signInPath(back))
  const from = request.headers.get('sec-fetch-site')
  if (from !== null && from !== 'same-origin') return redirect(back)
  const result = await context.get(apiContext).POST('/api/v1/identity/provider-visits', {
    body: { provider: params.provider, purpose: 'link', next: back },
  })
  const problem = problemOf(result)
  if (problem || !result.data) return redirect(`${back}?problem=${problem?.code ?? 'unavailable'}`)
  return redirect(result.data.url, { headers: cookiesOf(result.response) })
}
