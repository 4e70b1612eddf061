import { index, type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `features/teaching/routes/${name}.tsx`
const resource = (name: string) => `features/teaching/routes/${name}.ts`

export const appPages: RouteConfigEntry[] = [
  route('teach', page('my-courses')),
  route('teach/bin', page('bin')),
  route('teach/courses/:courseId', page('studio'), [
    index(page('outline')),
    route('details', page('details')),
    route('resources', page('resources')),
    route('learners', page('learners')),
    route('bin', page('course-bin')),
  ]),
  route('teach/courses/:courseId/learners/:enrollmentId', page('learner')),
  route('teach/courses/:courseId/pages/:nodeId', page('page-editor')),
]

/** What the editors send while one works in them. */
export const framelessPages: RouteConfigEntry[] = [
  route('teach/courses/:courseId/outline-changes', resource('outline-changes')),
  route('teach/courses/:courseId/people', resource('people')),
  route('teach/pages/:nodeId/changes', resource('page-changes')),
]
