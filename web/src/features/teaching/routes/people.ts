import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import type { Route } from './+types/people.ts'

/** Members who could be put into the course, for a field that is being typed in. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const q = new URL(request.url).searchParams.get('q')?.trim().slice(0, 200) ?? ''
  if (!q) return { q, items: [] }
  const found = await context.get(apiContext).GET('/api/v1/learning/studio/courses/{courseId}/candidates', {
    params: { path: params, query: { q } },
  })
  return { q, items: unwrap(found).items }
}
