import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
} from '../identity/testing.ts'
import { closeOverdue } from './overdue.ts'
import { type GivenCourse, type GivenShape, givenCourse } from './testing.ts'

let stoa: TestStoa
let organization: GivenOrganization
let teacher: GivenPerson
let learner: GivenPerson
let course: GivenCourse
let quizId: string
let questionIds: string[]

beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa)
  teacher = await givenPerson(stoa, organization, 'mentor')
})
afterAll(() => stoa.close())
beforeEach(() => givenQuiz())

async function givenQuiz(shape: GivenShape = {}) {
  learner = await givenPerson(stoa, organization)
  course = await givenCourse(stoa, organization, teacher, shape)
  await stoa.as(learner).put(`/learning/courses/${course.id}/enrollment`)
  const { quiz } = (await page()).body
  quizId = quiz.id
  questionIds = quiz.questions.map((question: { id: string }) => question.id)
}

const page = (who = learner) => stoa.as(who).get(`/learning/pages/${course.quizPageId}`)
const start = (who = learner) => stoa.as(who).post(`/learning/quizzes/${quizId}/attempts`)
const save = (attemptId: string, answers: unknown, who = learner) =>
  stoa.as(who).patch(`/learning/attempts/${attemptId}`, { answers })
const submit = (attemptId: string, answers: unknown = {}, who = learner) =>
  stoa.as(who).put(`/learning/attempts/${attemptId}/submission`, { answers })
const right = () => ({ [questionIds[0]!]: 'b', [questionIds[1]!]: '42,3', [questionIds[2]!]: ' stoa ' })
const wrong = () => ({ [questionIds[0]!]: 'a', [questionIds[1]!]: '7', [questionIds[2]!]: 'Stoa' })

test('wrong, then right: the key stays hidden until then, and passing finishes the page', async () => {
  expect((await page()).body.can).toEqual({ finish: false, reopen: false, startAttempt: true })
  expect((await stoa.as(learner).put(`/learning/pages/${course.quizPageId}/completion`)).body.code).toBe(
    'learning.quiz_first',
  )

  const first = (await start()).body
  expect(first).toMatchObject({ number: 1, state: 'open', totalQuestions: 3, score: null })
  expect(JSON.stringify(first)).not.toContain('Because.')
  const failed = (await submit(first.id, wrong())).body
  expect(failed).toMatchObject({
    state: 'submitted',
    score: 33,
    correctAnswers: 1,
    passed: false,
    isKeyShown: false,
    standing: null,
  })
  expect(failed.questions.map((question: { isCorrect: boolean }) => question.isCorrect)).toEqual([
    false,
    false,
    true,
  ])
  expect(failed.questions[0]).toMatchObject({
    answer: 'a',
    feedbackHtml: ['Not this.'],
    explanationHtml: null,
    key: null,
  })
  expect(failed.questions[2]).toMatchObject({ explanationHtml: '<p>Because.</p>', key: null })

  const second = (await start()).body
  expect(second.number).toBe(2)
  const passed = (await submit(second.id, right())).body
  expect(passed).toMatchObject({
    score: 100,
    passed: true,
    isKeyShown: true,
    standing: { done: 1, total: 4, percent: 25 },
  })
  expect(passed.questions[0].key).toEqual({ options: ['b'], texts: [] })
  expect(passed.questions[1].key.texts).toEqual(['42 ± 0.5'])
  const after = (await page()).body
  expect(after.progress.isCompleted).toBe(true)
  expect(after.quiz).toMatchObject({ isPassed: true, bestScore: 100, openAttempt: null })
})

test('the page gives away no key', async () => {
  const { text } = await page()
  for (const secret of ['Because.', 'Not this.', 'porch', 'correct', '"answer"'])
    expect(text).not.toContain(secret)
})

test('fifty starts at once open one attempt', async () => {
  const attempts = await Promise.all(Array.from({ length: 50 }, () => start()))
  expect(new Set(attempts.map((answer) => answer.status))).toEqual(new Set([201]))
  expect(new Set(attempts.map((answer) => answer.body.id)).size).toBe(1)
})

test('fifty hand-ins at once are marked once and count one page', async () => {
  const { id } = (await start()).body
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => submit(id, index % 2 ? right() : wrong())),
  )
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
  expect(new Set(answers.map((answer) => answer.body.score)).size).toBe(1)
  const events = await stoa.sql(
    `select 1 from platform.outbox where name = 'learning.quiz_submitted' and payload->>'attemptId' = $1`,
    [id],
  )
  expect(events).toHaveLength(1)
})

test('answers are saved as one goes and handed in later', async () => {
  const { id } = (await start()).body
  await save(id, { [questionIds[0]!]: 'b' })
  await save(id, { [questionIds[1]!]: '42' })
  expect((await page()).body.quiz.openAttempt).toMatchObject({
    id,
    answers: { [questionIds[0]!]: 'b', [questionIds[1]!]: '42' },
  })
  expect((await submit(id, { [questionIds[2]!]: 'porch' })).body.score).toBe(100)
  expect((await save(id, { [questionIds[0]!]: 'a' })).body.code).toBe('learning.attempt_over')
})

test('attempts run out, and then the key is shown', async () => {
  await givenQuiz({ maxAttempts: 2 })
  await submit((await start()).body.id, wrong())
  const last = (await start()).body
  expect(last.attemptsLeft).toBe(0)
  const result = (await submit(last.id, wrong())).body
  expect(result.isKeyShown).toBe(true)
  expect(result.questions[0].key).toEqual({ options: ['b'], texts: [] })
  expect(await start()).toMatchObject({ status: 409, body: { code: 'learning.no_attempts_left' } })
  expect((await page()).body).toMatchObject({
    can: { startAttempt: false, finish: false },
    quiz: { attemptsLeft: 0 },
  })
})

test('after the time is up only what was saved counts', async () => {
  await stoa.sql(`update learning.quizzes set time_limit_minutes = 10 where id = $1`, [quizId])
  await stoa.sql(`update learning.nodes set content_revision = content_revision + 1 where id = $1`, [
    course.quizPageId,
  ])
  expect((await page()).body.quiz.questions).toEqual([])
  const attempt = (await start()).body
  expect(new Date(attempt.dueAt).getTime() - new Date(attempt.startedAt).getTime()).toBe(600_000)
  await save(attempt.id, { [questionIds[0]!]: 'b' })
  await stoa.sql(`update learning.attempts set due_at = now() - interval '1 minute' where id = $1`, [
    attempt.id,
  ])
  expect((await save(attempt.id, right())).body.code).toBe('learning.attempt_over')
  expect((await submit(attempt.id, right())).body).toMatchObject({
    score: 33,
    correctAnswers: 1,
    passed: false,
  })
})

test('an attempt left behind is handed in by the next start', async () => {
  const { id } = (await start()).body
  await save(id, { [questionIds[0]!]: 'b' })
  await stoa.sql(`update learning.attempts set due_at = now() - interval '1 minute' where id = $1`, [id])
  expect((await start()).body).toMatchObject({ number: 2, state: 'open' })
  expect((await stoa.as(learner).get(`/learning/attempts/${id}`)).body).toMatchObject({
    state: 'submitted',
    score: 33,
  })
})

test('attempts nobody comes back for are handed in by housekeeping', async () => {
  const { id } = (await start()).body
  await save(id, right())
  await stoa.sql(`update learning.attempts set due_at = now() - interval '1 minute' where id = $1`, [id])
  await closeOverdue.run(stoa.app)
  expect((await stoa.as(learner).get(`/learning/attempts/${id}`)).body).toMatchObject({
    state: 'submitted',
    score: 100,
    passed: true,
  })
  expect((await page()).body.progress.isCompleted).toBe(true)
})

test('an attempt that cannot be handed in keeps nobody else’s from being handed in', async () => {
  const broken = (await start()).body.id
  await stoa.sql(
    `alter table learning.attempts add constraint stuck check (state = 'open' or id <> '${broken}')`,
  )
  await stoa.sql(`update learning.attempts set due_at = now() - interval '1 hour' where id = $1`, [broken])
  await givenQuiz()
  const { id } = (await start()).body
  await stoa.sql(`update learning.attempts set due_at = now() - interval '1 minute' where id = $1`, [id])
  await closeOverdue.run(stoa.app)
  expect((await stoa.as(learner).get(`/learning/attempts/${id}`)).body.state).toBe('submitted')
  await stoa.sql('alter table learning.attempts drop constraint stuck')
})

test('a shuffled quiz keeps its order within an attempt', async () => {
  await stoa.sql(`update learning.quizzes set shuffle = true where id = $1`, [quizId])
  await stoa.sql(`update learning.nodes set content_revision = content_revision + 1 where id = $1`, [
    course.quizPageId,
  ])
  const order = (view: { questions: Array<{ id: string }> }) => view.questions.map((question) => question.id)
  const attempt = (await start()).body
  expect([...order(attempt)].sort()).toEqual([...questionIds].sort())
  expect(order((await page()).body.quiz)).toEqual(order(attempt))
  expect(order((await submit(attempt.id)).body)).toEqual(order(attempt))
})

test('hostile answers are refused or ignored, and nothing breaks', async () => {
  const { id } = (await start()).body
  for (const answers of [
    null,
    [],
    'x',
    { [questionIds[0]!]: 5 },
    { [questionIds[0]!]: { a: 1 } },
    { [questionIds[0]!]: [1] },
    { q: 'x'.repeat(5001) },
  ]) {
    expect((await save(id, answers)).status).toBe(422)
    expect((await submit(id, answers)).status).toBe(422)
  }
  expect((await save(id, { [questionIds[2]!]: 'a\0b' })).status).toBe(400)
  expect(
    (await stoa.as(learner).put(`/learning/attempts/${id}/submission`, { answers: {}, score: 100 })).status,
  ).toBe(422)
  const other = await givenCourse(stoa, organization, teacher)
  const [foreign] = await stoa.sql<{ id: string }>(
    `select x.id from learning.questions x join learning.quizzes q on q.id = x.quiz_id where q.node_id = $1 limit 1`,
    [other.quizPageId],
  )
  expect((await save(id, { [foreign!.id]: 'b', __proto__: 'x', constructor: 'y' })).status).toBe(200)
  const result = (
    await submit(id, { [questionIds[0]!]: ['b'], [questionIds[1]!]: 'Infinity', [foreign!.id]: 'b' })
  ).body
  expect(result).toMatchObject({ score: 0, correctAnswers: 0 })
  const [row] = await stoa.sql<{ answers: object }>(`select answers from learning.attempts where id = $1`, [
    id,
  ])
  expect(Object.keys(row!.answers).sort()).toEqual([questionIds[0], questionIds[1]].sort())
})

test('an attempt belongs to one person', async () => {
  const { id } = (await start()).body
  const classmate = await givenPerson(stoa, organization)
  await stoa.as(classmate).put(`/learning/courses/${course.id}/enrollment`)
  for (const person of [classmate, teacher, await givenPerson(stoa, await givenOrganization(stoa))]) {
    expect((await stoa.as(person).get(`/learning/attempts/${id}`)).status).toBe(404)
    expect((await save(id, {}, person)).status).toBe(404)
    expect((await submit(id, {}, person)).status).toBe(404)
  }
  expect((await stoa.strangerAt(organization).get(`/learning/attempts/${id}`)).status).toBe(401)
  expect((await start(teacher)).body.code).toBe('learning.not_enrolled')
  expect((await start(await givenPerson(stoa, organization))).body.code).toBe('learning.not_enrolled')
  expect((await stoa.as(learner).post(`/learning/quizzes/${id}/attempts`)).status).toBe(404)
})
