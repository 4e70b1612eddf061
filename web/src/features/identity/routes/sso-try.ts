import { redirect } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { cookiesOf } from '../components/session-cookie.ts'
import type { Route } from './+types/sso-try.ts'

/**
 * Leads to an identity provider to try a sign-on out, and back to its page. A link and not a form, because browsers
 * keep forms from leading to other sites.
 */
export async function loader({ context, params }: Route.LoaderArgs) {
  const page = `/admin/security/sso/${params.ssoProviderId}`
  const result = await context.get(apiContext).POST('/api/v1/identity/sso-providers/{ssoProviderId}/tests', {
    params: { path: { ssoProviderId: params.ssoProviderId } },
    body: { next: `${page}#test` },
  })
  const problem = problemOf(result)
  if (problem || !result.data) return redirect(`${page}?problem=${problem?.code ?? 'unavailable'}`)
  return redirect(result.data.url, { headers: cookiesOf(result.response) })
}
