import { redirect } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { lessonPath } from '../addresses.ts'
import type { Route } from './+types/page-link.ts'

/** Links inside content name a page without its course; they lead on to the player. */
export async function loader({ params, context, url }: Route.LoaderArgs) {
  const page = unwrap(
    await context.get(apiContext).GET('/api/v1/learning/pages/{nodeId}', { params: { path: params } }),
  )
  return redirect(lessonPath(page.course.id, page.id) + url.search)
}
