import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { givenOrganization, givenPerson } from '../identity/testing.ts'
import { givenCourse } from './testing.ts'

let stoa: TestStoa
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())

test('from joining a course to a certificate that is checked and taken back', async () => {
  const organization = await givenOrganization(stoa, 'The Garden')
  const teacher = await givenPerson(stoa, organization, 'mentor')
  const learner = await givenPerson(stoa, organization, 'student', 'Hypatia')
  const course = await givenCourse(stoa, organization, teacher)
  const me = stoa.as(learner)

  expect((await me.put(`/learning/courses/${course.id}/enrollment`)).body.percent).toBe(0)
  let pageId: string | null = (await me.get(`/learning/courses/${course.id}/player`)).body.resumeId
  const read: string[] = []
  while (pageId) {
    const page = (await me.get(`/learning/pages/${pageId}`)).body
    await me.post(`/learning/pages/${pageId}/views`, { seconds: 10 })
    read.push(page.title)
    if (page.quiz) {
      const answer = async (answers: Record<string, string>) => {
        const attempt = (await me.post(`/learning/quizzes/${page.quiz.id}/attempts`)).body
        return (await me.put(`/learning/attempts/${attempt.id}/submission`, { answers })).body
      }
      const [single, numeric, text] = page.quiz.questions.map((question: { id: string }) => question.id)
      expect((await answer({ [single]: 'a', [numeric]: '1', [text]: '?' })).passed).toBe(false)
      expect(await answer({ [single]: 'b', [numeric]: '42', [text]: 'porch' })).toMatchObject({
        passed: true,
        standing: { percent: 100, status: 'completed' },
      })
    } else {
      expect(page.can.finish).toBe(true)
      await me.put(`/learning/pages/${pageId}/completion`)
    }
    pageId = page.nextId
  }
  expect(read).toEqual(['Lesson 1.1', 'Lesson 1.2', 'Lesson 2.1', 'Lesson 2.2'])
  await stoa.settle()

  const [mine] = (await me.get('/learning/enrollments')).body.items
  expect(mine).toMatchObject({ status: 'completed', percent: 100 })
  const checked = await stoa.stranger.get(`/learning/certificates/${mine.certificateNumber}`)
  expect(checked.body).toMatchObject({
    status: 'valid',
    recipientName: 'Hypatia',
    organizationName: 'The Garden',
  })

  const [seen] = (await stoa.as(teacher).get(`/learning/studio/courses/${course.id}/learners`)).body.items
  expect(seen).toMatchObject({
    percent: 100,
    timeSpentSeconds: 40,
    certificate: { number: mine.certificateNumber, status: 'valid' },
  })
  await stoa
    .as(teacher)
    .put(`/learning/certificates/${mine.certificateNumber}/revocation`, { reason: 'A mistake.' })
  expect((await stoa.stranger.get(`/learning/certificates/${mine.certificateNumber}`)).body).toMatchObject({
    status: 'revoked',
    revocationReason: 'A mistake.',
  })
})
