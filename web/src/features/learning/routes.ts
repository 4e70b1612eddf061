import { index, type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `features/learning/routes/${name}.tsx`
const resource = (name: string) => `features/learning/routes/${name}.ts`

/** The catalogue and the check of a certificate: open to everybody. */
export const publicPages: RouteConfigEntry[] = [
  route('courses', page('catalogue')),
  route('courses/:slug', page('course')),
  route('certificates', page('certificate-check')),
  route('certificates/:number', page('certificate')),
]

/** A learner's own things. */
export const appPages: RouteConfigEntry[] = [
  route('learn', page('my-learning')),
  route('learn/certificates', page('my-certificates')),
]

/** The player: the outline stays while its pages change. */
export const focusPages: RouteConfigEntry[] = [
  route('learn/courses/:courseId', page('player'), [
    index(page('player-start')),
    route('pages/:nodeId', page('player-page')),
    route('end', page('player-end')),
  ]),
]

/** Addresses without a page of their own. */
export const framelessPages: RouteConfigEntry[] = [
  route('courses/:slug/join', resource('join-course')),
  route('learn/courses/:courseId/branches/:nodeId', resource('outline-branch')),
  route('learn/pages/:nodeId', resource('page-link')),
  route('learn/pages/:nodeId/views', resource('page-views')),
  route('learn/quizzes/:quizId/answers', resource('quiz-answers')),
]
