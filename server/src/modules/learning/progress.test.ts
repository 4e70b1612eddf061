import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
} from '../identity/testing.ts'
import { completeLearners } from './jobs.ts'
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
  await stoa.as(learner).put(`/learning/courses/${course.id}/enrollment`)
})

const finish = (pageId: string, who = learner) => stoa.as(who).put(`/learning/pages/${pageId}/completion`)
const reopen = (pageId: string) => stoa.as(learner).delete(`/learning/pages/${pageId}/completion`)
const player = async (who = learner) => (await stoa.as(who).get(`/learning/courses/${course.id}/player`)).body
const announced = (name: string) =>
  stoa.sql<{ payload: Record<string, unknown> }>(
    `select payload from platform.outbox where name = $1 and payload->>'courseId' = $2 order by id`,
    [name, course.id],
  )
const together = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))

test('finishing pages adds up from the page to the module to the course', async () => {
  const [first, second] = course.pageIds as [string, string]
  expect((await finish(first)).body).toMatchObject({ done: 1, total: 4, percent: 25, status: 'active' })
  let view = await player()
  expect(view.course).toMatchObject({ done: 1, total: 4, percent: 25 })
  expect(view.nodes.find((node: { id: string }) => node.id === course.moduleIds[0])).toMatchObject({
    done: 1,
    total: 2,
    percent: 50,
    isCompleted: false,
  })
  await finish(second)
  view = await player()
  expect(view.nodes.find((node: { id: string }) => node.id === course.moduleIds[0])).toMatchObject({
    done: 2,
    percent: 100,
    isCompleted: true,
  })
  expect(view.nodes.find((node: { id: string }) => node.id === course.moduleIds[1])).toMatchObject({
    done: 0,
    percent: 0,
  })
  expect(view.resumeId).toBe(course.pageIds[2])
})

test('finishing a page twice changes nothing and is announced once', async () => {
  await finish(course.pageIds[0]!)
  expect((await finish(course.pageIds[0]!)).body).toMatchObject({ done: 1, percent: 25 })
  const events = await announced('learning.page_finished')
  expect(events.map(({ payload }) => payload)).toEqual([
    expect.objectContaining({
      courseId: course.id,
      nodeId: course.pageIds[0],
      userId: learner.userId,
      percent: 25,
    }),
  ])
})

test('fifty tries to finish the same page at once count once', async () => {
  const answers = await together(50, () => finish(course.pageIds[0]!))
  expect(answers.map((answer) => answer.status)).toEqual(Array(50).fill(200))
  expect((await player()).course).toMatchObject({ done: 1, percent: 25 })
  expect(await announced('learning.page_finished')).toHaveLength(1)
})

test('pages finished at the same moment all count, and the course is completed once', async () => {
  await together(40, (index) => finish(course.pageIds[index % 4]!))
  expect((await player()).course).toMatchObject({ done: 4, percent: 100, isCompleted: true })
  expect(await announced('learning.page_finished')).toHaveLength(4)
  expect(await announced('learning.course_completed')).toHaveLength(1)
  const [counters] = await stoa.sql(
    `select learner_count, completed_count from learning.courses where id = $1`,
    [course.id],
  )
  expect(counters).toEqual({ learner_count: 1, completed_count: 1 })
})

test('a page taken back lowers the percent; a completed course stays completed', async () => {
  for (const pageId of course.pageIds) await finish(pageId)
  expect((await reopen(course.pageIds[0]!)).body).toMatchObject({ done: 3, percent: 75, status: 'completed' })
  expect((await reopen(course.pageIds[0]!)).body).toMatchObject({ done: 3, percent: 75 })
  await finish(course.pageIds[0]!)
  expect(await announced('learning.course_completed')).toHaveLength(1)
  expect((await player()).course.percent).toBe(100)
})

test('taking a page back and finishing it at the same time leaves a true count', async () => {
  await together(40, (index) => (index % 2 ? finish(course.pageIds[0]!) : reopen(course.pageIds[0]!)))
  const view = await player()
  const page = view.nodes.find((node: { id: string }) => node.id === course.pageIds[0])
  expect(view.course.done).toBe(page.done)
  expect(view.nodes.find((node: { id: string }) => node.id === course.moduleIds[0]).done).toBe(page.done)
})

test('an outline that shrinks completes those who had everything else', async () => {
  for (const pageId of course.pageIds.slice(0, 3)) await finish(pageId)
  expect((await stoa.as(teacher).delete(`/learning/studio/nodes/${course.pageIds[3]}`)).status).toBe(200)
  await stoa.settle()
  expect((await player()).course).toMatchObject({ done: 3, total: 3, percent: 100, isCompleted: true })
  expect(await announced('learning.course_completed')).toHaveLength(1)
})

test('a process that is told to stop hands the learners it did not come to back to the queue', async () => {
  await stoa.inside(organization.id, async (ctx) => {
    const stopped = completeLearners.handle(ctx, { courseId: course.id }, AbortSignal.abort())
    await expect(stopped).rejects.toThrow()
  })
})

test('an outline that grows lowers the percent, and a page removed no longer counts', async () => {
  await finish(course.pageIds[0]!)
  await finish(course.pageIds[1]!)
  await stoa.as(teacher).delete(`/learning/studio/nodes/${course.pageIds[0]}`)
  let view = await player()
  expect(view.course).toMatchObject({ done: 1, total: 3, percent: 33 })
  expect(view.nodes.find((node: { id: string }) => node.id === course.moduleIds[0])).toMatchObject({
    done: 1,
    total: 1,
  })
  expect((await finish(course.pageIds[0]!)).status).toBe(404)
  expect((await stoa.as(teacher).put(`/learning/studio/nodes/${course.pageIds[0]}/restoration`)).status).toBe(
    200,
  )
  view = await player()
  expect(view.course).toMatchObject({ done: 2, total: 4, percent: 50 })
})

test('pages finished while the outline changes are counted exactly', async () => {
  const learners = await together(8, async () => {
    const person = await givenPerson(stoa, organization)
    await stoa.as(person).put(`/learning/courses/${course.id}/enrollment`)
    return person
  })
  await Promise.all([
    ...learners.flatMap((person) => course.pageIds.map((pageId) => finish(pageId, person))),
    stoa.as(teacher).delete(`/learning/studio/nodes/${course.pageIds[3]}`),
  ])
  await stoa.settle()
  for (const person of learners) {
    expect((await player(person)).course).toMatchObject({
      total: 3,
      done: 3,
      percent: 100,
      isCompleted: true,
    })
  }
  expect(await announced('learning.course_completed')).toHaveLength(8)
})

test('time on a page adds up, but not faster than the clock', async () => {
  const view = (seconds: unknown) =>
    stoa.as(learner).post(`/learning/pages/${course.pageIds[0]}/views`, { seconds })
  expect((await view(0)).body).toEqual({ isCounted: true, timeSpentSeconds: 0 })
  await stoa.sql(`update learning.progress set last_viewed_at = last_viewed_at - interval '20 seconds'`)
  expect((await view(15)).body.timeSpentSeconds).toBe(15)
  expect((await view(86_400)).body.timeSpentSeconds).toBeLessThanOrEqual(16)
  const views = await together(20, () => view(10))
  expect(Math.max(...views.map((answer) => answer.body.timeSpentSeconds))).toBeLessThanOrEqual(17)
  expect((await player()).resumeId).toBe(course.pageIds[0])
  for (const wrong of [-1, 1.5, '15', null, 1e9]) expect((await view(wrong)).status).toBe(422)
})

test('a closing tab tells in plain text', async () => {
  const beacon = (payload: string) =>
    stoa.server.inject({
      method: 'POST',
      url: `/api/v1/learning/pages/${course.pageIds[0]}/views`,
      headers: { authorization: `Bearer ${learner.token}`, 'content-type': 'text/plain;charset=UTF-8' },
      payload,
    })
  expect((await beacon('{"seconds":15}')).json()).toEqual({ isCounted: true, timeSpentSeconds: 15 })
  for (const wrong of ['', 'x', '[]', '{"seconds":"9"}', '{"seconds":1,"more":2}'])
    expect((await beacon(wrong)).statusCode).toBeGreaterThanOrEqual(400)
})

test('nobody else can finish, reopen or be counted', async () => {
  const elsewhere = await givenOrganization(stoa)
  const neighbour = await givenPerson(stoa, elsewhere)
  const outsider = await givenPerson(stoa, organization)
  const page = course.pageIds[0]!
  expect((await finish(page, outsider)).body.code).toBe('learning.not_enrolled')
  expect((await finish(page, teacher)).body.code).toBe('learning.not_enrolled')
  expect((await finish(page, neighbour)).status).toBe(404)
  expect((await stoa.strangerAt(organization).put(`/learning/pages/${page}/completion`)).status).toBe(401)
  expect(
    (await stoa.strangerAt(organization).post(`/learning/pages/${page}/views`, { seconds: 1 })).status,
  ).toBe(401)
  for (const person of [outsider, teacher, neighbour]) {
    expect((await stoa.as(person).post(`/learning/pages/${page}/views`, { seconds: 5 })).body).toEqual({
      isCounted: false,
      timeSpentSeconds: 0,
    })
  }
  expect((await finish('00000000-0000-7000-8000-000000000000')).status).toBe(404)
  expect((await finish(course.moduleIds[0]!)).status).toBe(404)
  expect((await finish('nonsense')).status).toBe(422)
})

test('finishing a page is a handful of statements', async () => {
  stoa.statements()
  await finish(course.pageIds[0]!)
  const statements = stoa.statements().filter((text) => !/^(begin|commit|start transaction)/i.test(text))
  expect(statements.length).toBeLessThanOrEqual(4)
})
