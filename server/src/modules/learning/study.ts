import type { Ctx } from '../../platform/ctx.ts'
import { listKeys } from './attempts.queries.ts'
import { startAttempt, submitAttempt } from './attempts.ts'
import { enroll } from './enrollments.ts'
import type { AnswerKey, GivenAnswer, QuestionType } from './marking.ts'
import { learnersPage, outlineOf, readableCourse } from './player.ts'
import { finishPage, viewPage } from './progress.ts'

export type Sitting = { pages: number; secondsAPage: number }

/**
 * One sitting of a diligent learner, in the caller's transaction and at its time: joins the course, reads the next
 * pages, and answers their quizzes right. The demonstration is filled with it.
 * @returns how many pages were finished
 */
export async function study(ctx: Ctx, courseId: string, sitting: Sitting): Promise<number> {
  await enroll(ctx, courseId)
  const course = await readableCourse(ctx, courseId)
  const { pages } = await outlineOf(ctx, course)
  const next = pages.filter((page) => !course.doneByNode[page.id]).slice(0, sitting.pages)
  for (const [index, { id }] of next.entries()) {
    const now = new Date(ctx.now.getTime() + index * sitting.secondsAPage * 1000)
    await studyPage({ ...ctx, now }, id, sitting.secondsAPage)
  }
  return next.length
}

async function studyPage(ctx: Ctx, nodeId: string, seconds: number) {
  await viewPage(ctx, nodeId, seconds)
  const page = await learnersPage(ctx, nodeId, { holdOutline: true })
  if (page.quizId !== null && page.questionCount > 0) {
    const attempt = await startAttempt(ctx, page)
    const keys = await listKeys(ctx.db, ctx.organizationId, page.quizId)
    await submitAttempt(ctx, attempt, Object.fromEntries(keys.map((key) => [key.id, rightAnswer(key)])))
  }
  await finishPage(ctx, await learnersPage(ctx, nodeId, { holdOutline: true }))
}

function rightAnswer({ type, answer }: { type: QuestionType; answer: AnswerKey }): GivenAnswer {
  switch (type) {
    case 'single':
    case 'dropdown':
      return answer.correct?.[0] ?? null
    case 'multiple':
      return answer.correct ?? null
    case 'numeric':
      return answer.numeric?.[0] ? String(answer.numeric[0].answer) : null
    case 'short_text':
      return answer.texts?.[0] ?? null
  }
}
