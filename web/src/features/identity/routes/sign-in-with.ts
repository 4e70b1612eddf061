import { redirect } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { localPath } from '~/lib/local-path.ts'
import { cookiesOf } from '../components/session-cookie.ts'
import type { Route } from './+types/sign-in-with.ts'

/**
 * Leads to a provider. A link and not a form, because browsers keep forms from leading to other sites; whoever
 * is lured here only arrives at the provider, whose answer counts in this browser alone.
 */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  const next = localPath(query.get('next'), '/learn')
  const invitation = query.get('invitation')
  const result = await context.get(apiContext).POST('/api/v1/identity/provider-visits', {
    body: { provider: params.provider, next, ...(invitation ? { invitation } : {}) },
  })
  const problem = problemOf(result)
  if (problem || !result.data)
    return redirect(`/sign-in?problem=${problem?.code ?? 'unavailable'}&next=${encodeURIComponent(next)}`)
  return redirect(result.data.url, { headers: cookiesOf(result.response) })
}
