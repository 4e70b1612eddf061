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
let organization: GivenOrganization
let teacher: GivenPerson
let ada: GivenPerson
let bob: GivenPerson
let course: GivenCourse

beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa)
  teacher = await givenPerson(stoa, organization, 'mentor')
  ada = await givenPerson(stoa, organization, 'student', 'Ada Lovelace')
  bob = await givenPerson(stoa, organization, 'student', 'Bob 100%')
  course = await givenCourse(stoa, organization, teacher, { questions: [] })
})
afterAll(() => stoa.close())

const learners = (query = '', who = teacher) =>
  stoa.as(who).get(`/learning/studio/courses/${course.id}/learners${query}`)
const enroll = (userIds: unknown, who = teacher) =>
  stoa.as(who).post(`/learning/studio/courses/${course.id}/learners`, { userIds })

test('a teacher puts members into the course, once', async () => {
  expect((await enroll([ada.userId, bob.userId])).body).toEqual({ added: 2 })
  expect((await enroll([ada.userId])).body).toEqual({ added: 0 })
  await stoa.settle()
  const notices = await stoa.sql(`select type from notifications.notifications where user_id = $1`, [
    ada.userId,
  ])
  expect(notices).toEqual([{ type: 'learning.enrolled' }])
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa))
  expect((await enroll([neighbour.userId])).body.code).toBe('learning.not_members')
  for (const wrong of [[], 'x', ['x'], null, Array(201).fill(ada.userId)])
    expect((await enroll(wrong)).status).toBe(422)
})

test('who could be put into the course is found by name, without those who are in it', async () => {
  const carol = await givenPerson(stoa, organization, 'student', 'Carol Shaw')
  const path = `/learning/studio/courses/${course.id}/candidates`
  expect((await stoa.as(teacher).get(`${path}?q=carol`)).body.items).toMatchObject([
    { id: carol.userId, name: 'Carol Shaw' },
  ])
  expect((await stoa.as(teacher).get(`${path}?q=lovelace`)).body.items).toEqual([])
  expect((await stoa.as(teacher).get(path)).status).toBe(422)
  expect((await stoa.as(carol).get(`${path}?q=carol`)).status).toBe(404)
})

test('the list is found by name, paged, and says how far each is', async () => {
  await stoa.as(ada).put(`/learning/pages/${course.pageIds[0]}/completion`)
  expect((await learners('?q=lovelace')).body.items).toMatchObject([
    { person: { name: 'Ada Lovelace' }, percent: 25, done: 1, total: 4, certificate: null },
  ])
  expect((await learners('?q=100%25')).body.items).toHaveLength(1)
  expect((await learners('?q=%25')).body.items).toHaveLength(1)
  expect((await learners('?q=nobody')).body.items).toEqual([])
  const first = (await learners('?limit=1')).body
  expect(first.can).toEqual({ manage: true })
  const second = (await learners(`?limit=1&cursor=${first.next}`)).body
  expect(
    [...first.items, ...second.items].map((item: { person: { name: string } }) => item.person.name).sort(),
  ).toEqual(['Ada Lovelace', 'Bob 100%'])
  expect(second.next).toBeNull()
  expect((await learners('?cursor=nonsense')).status).toBe(400)
})

test('one learner is seen in detail: parts, attempts, what they did', async () => {
  const [{ enrollmentId }] = (await learners('?q=lovelace')).body.items
  await stoa.as(ada).post(`/learning/pages/${course.pageIds[1]}/views`, { seconds: 30 })
  const { body } = await stoa.as(teacher).get(`/learning/learners/${enrollmentId}`)
  expect(body).toMatchObject({
    person: { name: 'Ada Lovelace' },
    percent: 25,
    attempts: [],
    ban: null,
    course: { title: course.title },
  })
  expect(body.nodes.map((node: { done: number }) => node.done)).toEqual([1, 1, 0, 0, 0, 0])
  expect(body.nodes[2]).toMatchObject({ timeSpentSeconds: 30 })
  const activities = (await stoa.as(teacher).get(`/learning/learners/${enrollmentId}/activities`)).body.items
  expect(activities.map((activity: { type: string }) => activity.type)).toEqual([
    'viewed_lesson',
    'completed_lesson',
    'started_course',
  ])
  expect(activities[0].nodeTitle).toBe('Lesson 1.2')
})

test('tags are for the teacher to set and to filter by', async () => {
  const [{ enrollmentId }] = (await learners('?q=bob')).body.items
  const tag = (tags: unknown) => stoa.as(teacher).put(`/learning/learners/${enrollmentId}/tags`, { tags })
  expect((await tag(['needs_help'])).body).toEqual({ tags: ['needs_help'] })
  expect((await learners('?tag=needs_help')).body.items).toHaveLength(1)
  expect((await learners('?tag=top_performer')).body.items).toHaveLength(0)
  for (const wrong of [['x'], ['needs_help', 'needs_help'], null]) expect((await tag(wrong)).status).toBe(422)
})

test('a teacher reads what was answered in an attempt', async () => {
  const quizCourse = await givenCourse(stoa, organization, teacher)
  await stoa.as(ada).put(`/learning/courses/${quizCourse.id}/enrollment`)
  const { quiz } = (await stoa.as(ada).get(`/learning/pages/${quizCourse.quizPageId}`)).body
  const { id } = (await stoa.as(ada).post(`/learning/quizzes/${quiz.id}/attempts`)).body
  await stoa.as(ada).put(`/learning/attempts/${id}/submission`, { answers: { [quiz.questions[0].id]: 'b' } })
  const list = await stoa.as(teacher).get(`/learning/studio/courses/${quizCourse.id}/learners`)
  const path = `/learning/learners/${list.body.items[0].enrollmentId}/attempts/${id}`
  const { questions } = (await stoa.as(teacher).get(path)).body
  expect(questions[0]).toMatchObject({ answer: 'b', isCorrect: true })
  expect((await stoa.as(bob).get(path)).status).toBe(404)
  const [other] = (await learners('?q=bob')).body.items
  const elsewhere = `/learning/learners/${other.enrollmentId}/attempts/${id}`
  expect((await stoa.as(teacher).get(elsewhere)).status).toBe(404)
})

test('learners are seen by who teaches the course and by administrators, by nobody else', async () => {
  const [{ enrollmentId }] = (await learners('?q=lovelace')).body.items
  const admin = await givenPerson(stoa, organization, 'admin')
  expect((await learners('', admin)).status).toBe(200)
  const colleague = await givenPerson(stoa, organization, 'mentor')
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
  for (const person of [ada, colleague, neighbour]) {
    expect((await learners('', person)).status).toBe(404)
    expect((await enroll([ada.userId], person)).status).toBe(404)
    expect((await stoa.as(person).get(`/learning/learners/${enrollmentId}`)).status).toBe(404)
    expect((await stoa.as(person).get(`/learning/learners/${enrollmentId}/activities`)).status).toBe(404)
    expect((await stoa.as(person).put(`/learning/learners/${enrollmentId}/tags`, { tags: [] })).status).toBe(
      404,
    )
  }
  expect(
    (await stoa.strangerAt(organization).get(`/learning/studio/courses/${course.id}/learners`)).status,
  ).toBe(401)
})

test('the list is a few statements, however long it is', async () => {
  // What the teacher may do is known from the request before.
  await learners()
  stoa.statements()
  await learners()
  expect(stoa.statements().length).toBeLessThanOrEqual(4)
})
