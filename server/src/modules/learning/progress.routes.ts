import { Value } from 'typebox/value'
import { Malformed } from '../../platform/errors.ts'
import { route } from '../../platform/http/route.ts'
import { BannedFromCourse, EnrollmentExpired, NotEnrolled, QuizFirst } from './errors.ts'
import { PageParams } from './player.schemas.ts'
import { isMember } from './policy.ts'
import { StandingView, ViewAnswer, ViewBody, ViewSigns } from './progress.schemas.ts'
import { finishPage, pageToFinish, reopenPage, viewPage } from './progress.ts'

const doors = [NotEnrolled, BannedFromCourse, EnrollmentExpired]

export const progressRoutes = [
  route({
    method: 'PUT',
    path: '/pages/:nodeId/completion',
    summary: 'Finish a page',
    params: PageParams,
    response: StandingView,
    errors: [...doors, QuizFirst],
    load: (ctx, { params }) => pageToFinish(ctx, params.nodeId),
    allow: isMember,
    handle: finishPage,
  }),
  route({
    method: 'DELETE',
    path: '/pages/:nodeId/completion',
    summary: 'Take a finished page back',
    params: PageParams,
    response: StandingView,
    errors: doors,
    load: (ctx, { params }) => pageToFinish(ctx, params.nodeId),
    allow: isMember,
    handle: reopenPage,
  }),
  route({
    method: 'POST',
    path: '/pages/:nodeId/views',
    summary: 'Tell that a page is being read',
    params: PageParams,
    body: ViewBody,
    response: ViewAnswer,
    allow: isMember,
    // One statement with all its conditions is its own transaction.
    transaction: false,
    handle: (ctx, _thing, { params, body }) =>
      viewPage(ctx, params.nodeId, typeof body === 'string' ? secondsIn(body) : body.seconds),
  }),
]

function secondsIn(text: string): number {
  let sign: unknown
  try {
    sign = JSON.parse(text)
  } catch {
    throw Malformed({ reason: 'the text is not valid JSON' })
  }
  if (!Value.Check(ViewSigns, sign)) throw Malformed({ reason: 'send {"seconds": 15}' })
  return sign.seconds
}
