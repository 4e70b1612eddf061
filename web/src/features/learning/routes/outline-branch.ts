import { apiContext } from '~/lib/context.ts'
import { playerOf } from '../outline.ts'
import type { Route } from './+types/outline-branch.ts'

/** What is right below a part of a course, for an outline in which it is being opened. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { nodes } = await playerOf(context.get(apiContext), params.courseId, { branch: params.nodeId })
  return nodes
}
