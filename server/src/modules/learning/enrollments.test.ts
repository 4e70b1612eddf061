import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
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
let learner: GivenPerson
let course: GivenCourse

beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa)
  teacher = await givenPerson(stoa, organization, 'mentor')
})
afterAll(() => stoa.close())
beforeEach(async () => {
  learner = await givenPerson(stoa, organization)
  course = await givenCourse(stoa, organization, teacher, { questions: [] })
})

const join = (person = learner, courseId = course.id) =>
  stoa.as(person).put(`/learning/courses/${courseId}/enrollment`)
const leave = (person = learner) => stoa.as(person).delete(`/learning/courses/${course.id}/enrollment`)
const learnerCount = async () =>
  (
    await stoa.sql<{ learner_count: number }>(`select learner_count from learning.courses where id = $1`, [
      course.id,
    ])
  )[0]?.learner_count
const announced = () =>
  stoa.sql(
    `select 1 from platform.outbox where name = 'learning.learner_enrolled' and payload->>'courseId' = $1`,
    [course.id],
  )

test('joining a free course puts it among my courses', async () => {
  expect((await join()).body).toMatchObject({
    courseId: course.id,
    status: 'active',
    done: 0,
    total: 4,
    percent: 0,
    completedAt: null,
  })
  const mine = await stoa.as(learner).get('/learning/enrollments')
  expect(mine.body.items).toHaveLength(1)
  expect(mine.body.items[0]).toMatchObject({
    course: { title: course.title, coverUrl: null },
    percent: 0,
    resume: null,
    certificateNumber: null,
  })
  await stoa.as(learner).post(`/learning/pages/${course.pageIds[1]}/views`, { seconds: 0 })
  expect((await stoa.as(learner).get('/learning/enrollments')).body.items[0].resume).toEqual({
    nodeId: course.pageIds[1],
    title: 'Lesson 1.2',
  })
})

test('fifty tries to join at once make one enrolment', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => join()))
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
  expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
  expect(await learnerCount()).toBe(1)
  expect(await announced()).toHaveLength(1)
})

test('many people joining at once are all counted', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => givenPerson(stoa, organization)))
  await Promise.all(people.map((person) => join(person)))
  expect(await learnerCount()).toBe(20)
})

test('whoever leaves and comes back goes on where they were', async () => {
  await join()
  await stoa.as(learner).put(`/learning/pages/${course.pageIds[0]}/completion`)
  expect((await leave()).status).toBe(200)
  expect((await leave()).status).toBe(200)
  expect(await learnerCount()).toBe(0)
  expect((await stoa.as(learner).get(`/learning/pages/${course.pageIds[0]}`)).body.code).toBe(
    'learning.not_enrolled',
  )
  expect((await stoa.as(learner).get('/learning/enrollments')).body.items).toEqual([])
  expect((await join()).body).toMatchObject({ status: 'active', done: 1, percent: 25 })
  expect(await learnerCount()).toBe(1)
})

test('only a published, free course can be joined', async () => {
  const draft = await givenCourse(stoa, organization, teacher, { unpublished: true })
  expect((await join(learner, draft.id)).status).toBe(404)
  await stoa.sql(`update learning.courses set price_minor = 900 where id = $1`, [course.id])
  expect((await join()).status).toBe(403)
  await stoa.sql(`update learning.courses set price_minor = 0, visibility = 'enrolled_only' where id = $1`, [
    course.id,
  ])
  expect((await join()).status).toBe(404)
})

test('a refund is not a way into a priced course', async () => {
  await join()
  await stoa.sql(`update learning.courses set price_minor = 900 where id = $1`, [course.id])
  await stoa.sql(`update learning.enrollments set status = 'refunded' where course_id = $1`, [course.id])
  expect((await join()).status).toBe(403)
})

test('strangers sign in first, and people of another organization find nothing', async () => {
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa))
  expect((await stoa.strangerAt(organization).put(`/learning/courses/${course.id}/enrollment`)).status).toBe(
    401,
  )
  expect((await join(neighbour)).status).toBe(404)
  const there = await stoa
    .as(neighbour)
    .put(`/learning/courses/${course.id}/enrollment`, undefined, { 'stoa-organization': organization.slug })
  expect([401, 403, 404]).toContain(there.status)
})

test('a ban keeps a learner out, with the reason, until it is lifted', async () => {
  const { body: enrollment } = await join()
  const ban = (who: GivenPerson, body: unknown) =>
    stoa.as(who).put(`/learning/learners/${enrollment.id}/ban`, body)
  expect((await ban(learner, { reason: 'x' })).status).toBe(404)
  expect((await ban(teacher, { reason: '' })).status).toBe(422)
  expect((await ban(teacher, { reason: 'Copied answers.' })).status).toBe(200)
  const refused = await stoa.as(learner).get(`/learning/courses/${course.id}/player`)
  expect(refused).toMatchObject({
    status: 403,
    body: { code: 'learning.banned', params: { reason: 'Copied answers.' } },
  })
  expect((await stoa.as(learner).put(`/learning/pages/${course.pageIds[0]}/completion`)).status).toBe(403)
  expect(
    (await stoa.as(learner).post(`/learning/pages/${course.pageIds[0]}/views`, { seconds: 1 })).body
      .isCounted,
  ).toBe(false)
  await leave()
  await join()
  expect((await stoa.as(learner).get(`/learning/courses/${course.id}/player`)).status).toBe(403)
  expect((await stoa.as(teacher).delete(`/learning/learners/${enrollment.id}/ban`)).status).toBe(200)
  expect((await stoa.as(learner).get(`/learning/courses/${course.id}/player`)).status).toBe(200)
  await ban(teacher, { reason: 'For a while.', until: '2000-01-01T00:00:00Z' })
  expect((await stoa.as(learner).get(`/learning/courses/${course.id}/player`)).status).toBe(200)
})
