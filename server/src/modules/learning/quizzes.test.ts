import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
} from '../identity/testing.ts'
import { type GivenCourse, givenCourse } from './testing.ts'

let stoa: TestStoa
let academy: GivenOrganization
let teacher: GivenPerson
let course: GivenCourse
beforeAll(async () => {
  stoa = await testStoa()
  academy = await givenOrganization(stoa)
  teacher = await givenPerson(stoa, academy, 'mentor')
  course = await givenCourse(stoa, academy, teacher, { modules: 1, lessons: 3 })
})
afterAll(() => stoa.close())

const choices = [
  { key: 'a', html: 'One<script>1</script>', feedbackHtml: null },
  { key: 'b', html: 'Two', feedbackHtml: '<b onclick=x>No</b>' },
]
const single = { type: 'single', promptHtml: '<p>Which?</p>', options: choices, answer: { correct: ['a'] } }
const quizOf = async (nodeId: string) =>
  (await stoa.as(teacher).get(`/learning/studio/nodes/${nodeId}/content`)).body.quiz

test('a page gets a quiz with questions of each kind, in order', async () => {
  const [nodeId = ''] = course.pageIds
  const ask = (body: object) => stoa.as(teacher).post(`/learning/studio/nodes/${nodeId}/questions`, body)
  expect((await ask(single)).body.code).toBe('learning.no_quiz')
  const { body } = await stoa
    .as(teacher)
    .put(`/learning/studio/nodes/${nodeId}/quiz`, { title: 'Check', passPercent: 60, maxAttempts: 3 })
  expect(body.quiz).toMatchObject({
    title: 'Check',
    passPercent: 60,
    maxAttempts: 3,
    isRequired: true,
    questions: [],
  })
  await ask(single)
  await ask({ ...single, type: 'multiple', answer: { correct: ['a', 'b'] } })
  await ask({
    type: 'numeric',
    promptHtml: 'How many?',
    answer: { numeric: [{ answer: 1, tolerance: 0.1, toleranceKind: 'absolute', range: null }] },
  })
  const { body: last } = await ask({
    type: 'short_text',
    promptHtml: 'Word?',
    answer: { texts: [' yes ', 'yes'] },
    after: null,
  })
  expect(last.quiz.questions.map((question: { type: string }) => question.type)).toEqual([
    'short_text',
    'single',
    'multiple',
    'numeric',
  ])
  expect(last.quiz.questions[0].answer).toEqual({ texts: ['yes'], caseSensitive: false })
  expect(last.quiz.questions[1].options).toEqual([
    { key: 'a', html: 'One', feedbackHtml: null },
    { key: 'b', html: 'Two', feedbackHtml: '<b>No</b>' },
  ])
  const moved = await stoa
    .as(teacher)
    .put(`/learning/studio/questions/${last.quiz.questions[3].id}/place`, { after: null })
  expect(moved.body.quiz.questions[0].type).toBe('numeric')
  const fewer = await stoa.as(teacher).delete(`/learning/studio/questions/${last.quiz.questions[3].id}`)
  expect(fewer.body.quiz.questions).toHaveLength(3)
})

test('a question without a sound key is refused by field', async () => {
  const nodeId = course.quizPageId
  const refusal = async (body: object) => {
    const answer = await stoa
      .as(teacher)
      .post(`/learning/studio/nodes/${nodeId}/questions`, { ...single, ...body })
    expect(answer.status).toBe(422)
    return answer.body.errors[0].code
  }
  expect(await refusal({ answer: { correct: ['a', 'b'] } })).toBe('one_right')
  expect(await refusal({ answer: { correct: [] } })).toBe('none_right')
  expect(await refusal({ answer: { correct: ['z'] } })).toBe('unknown')
  expect(await refusal({ options: [choices[0]] })).toBe('too_few')
  expect(await refusal({ options: [choices[0], choices[0]] })).toBe('same_key')
  expect(await refusal({ type: 'numeric', answer: {} })).toBe('none_right')
  expect(
    await refusal({
      type: 'numeric',
      answer: { numeric: [{ answer: 1, tolerance: 0, toleranceKind: 'absolute', range: [2, 1] }] },
    }),
  ).toBe('range')
  expect(await refusal({ type: 'short_text', answer: { texts: ['  '] } })).toBe('pattern')
  expect(await refusal({ type: 'essay' })).toBe('enum')
})

test('a changed key is audited with what it was', async () => {
  const quiz = await quizOf(course.quizPageId)
  const [question] = quiz.questions
  const { id, ...same } = question
  await stoa.as(teacher).put(`/learning/studio/questions/${id}`, { ...same, promptHtml: '<p>Clearer?</p>' })
  await stoa.as(teacher).put(`/learning/studio/questions/${id}`, { ...same, answer: { correct: ['a'] } })
  const entries = await stoa.sql(
    `select action, prev_values, new_values from audit.entries where target_id = $1 order by seq`,
    [id],
  )
  expect(entries).toMatchObject([
    { action: 'learning.question_changed' },
    {
      action: 'learning.quiz_key_changed',
      prev_values: { answer: { correct: ['b'] } },
      new_values: { answer: { correct: ['a'] } },
    },
  ])
})

test('twenty quizzes put on one page at once are one quiz', async () => {
  const nodeId = course.pageIds[1]!
  const put = () => stoa.as(teacher).put(`/learning/studio/nodes/${nodeId}/quiz`, { title: 'One' })
  const answers = await Promise.all(Array.from({ length: 20 }, put))
  expect(new Set(answers.map((answer) => answer.body.quiz.id)).size).toBe(1)
  expect((await stoa.as(teacher).delete(`/learning/studio/nodes/${nodeId}/quiz`)).status).toBe(200)
  expect(await quizOf(nodeId)).toBeNull()
})

test('the key is for authors only', async () => {
  const student = await givenPerson(stoa, academy)
  const [question] = (await quizOf(course.quizPageId)).questions
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
  for (const person of [student, neighbour]) {
    expect((await stoa.as(person).get(`/learning/studio/nodes/${course.quizPageId}/content`)).status).toBe(
      404,
    )
    expect((await stoa.as(person).put(`/learning/studio/questions/${question.id}`, single)).status).toBe(404)
  }
})
