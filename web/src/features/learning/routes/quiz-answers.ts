import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { readAnswers } from '../answers.ts'
import type { Route } from './+types/quiz-answers.ts'

/** Keeps answers while they are being given; the first one starts the attempt. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const api = context.get(apiContext)
  const form = await request.formData()
  let attemptId = form.get('attempt')
  if (!attemptId) {
    const started = await api.POST('/api/v1/learning/quizzes/{quizId}/attempts', { params: { path: params } })
    const problem = problemOf(started)
    if (problem) return new Response(null, { status: problem.status })
    attemptId = started.data?.id ?? ''
  }
  const saved = await api.PATCH('/api/v1/learning/attempts/{attemptId}', {
    params: { path: { attemptId: String(attemptId) } },
    body: { answers: readAnswers(form) },
  })
  return Response.json({ attemptId }, { status: saved.response.status })
}
