import { useOutletContext } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { OutlineEditor } from '../components/outline-editor.tsx'
import type { StudioCourse } from '../shapes.ts'
import type { Route } from './+types/outline.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const outline = await context
    .get(apiContext)
    .GET('/api/v1/learning/studio/courses/{courseId}/outline', { params: { path: params } })
  return { nodes: unwrap(outline).nodes }
}

/** The parts of a course. */
export default function CourseOutline({ loaderData }: Route.ComponentProps) {
  const course = useOutletContext<StudioCourse>()
  return (
    <OutlineEditor
      key={course.id}
      courseId={course.id}
      known={loaderData.nodes}
      newStatus={course.status === 'published' ? 'draft' : 'published'}
    />
  )
}
