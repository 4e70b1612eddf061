import { redirect } from 'react-router'
import { problemOf, signInPath } from '~/lib/api.ts'
import { apiContext, sessionContext } from '~/lib/context.ts'
import { coursePath, playerPath } from '../addresses.ts'
import { forgetJoining, joiningFrom } from '../joining.ts'
import type { Route } from './+types/join-course.ts'

/** Where a visitor lands after signing in to join a course: they are let in if this browser asked for it. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const course = coursePath(params.slug)
  const courseId = joiningFrom(request)
  if (!courseId) throw redirect(course)
  if (!context.get(sessionContext)) throw redirect(signInPath(`${course}/join`))
  const problem = problemOf(
    await context
      .get(apiContext)
      .PUT('/api/v1/learning/courses/{courseId}/enrollment', { params: { path: { courseId } } }),
  )
  // Refused: the page of the course says why.
  return redirect(problem ? course : playerPath(courseId), { headers: { 'Set-Cookie': forgetJoining } })
}
