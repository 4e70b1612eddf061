import { apiContext } from '~/lib/context.ts'
import type { Route } from './+types/page-views.ts'

/** Takes signs of reading, also from a closing tab: JSON such as `{"seconds": 30}`. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const sign = await request.text()
  const { response } = await context.get(apiContext).POST('/api/v1/learning/pages/{nodeId}/views', {
    params: { path: params },
    body: sign.slice(0, 100),
  })
  return new Response(null, { status: response.ok ? 204 : response.status })
}
