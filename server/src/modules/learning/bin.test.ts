import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
} from '../identity/testing.ts'
import { binCourse } from './bin.queries.ts'
import { clearBins } from './bin.ts'
import { givenCourse } from './testing.ts'

let stoa: TestStoa
let academy: GivenOrganization
let teacher: GivenPerson
let student: GivenPerson
beforeAll(async () => {
  stoa = await testStoa()
  academy = await givenOrganization(stoa)
  teacher = await givenPerson(stoa, academy, 'mentor')
  student = await givenPerson(stoa, academy)
})
afterAll(() => stoa.close())

type Item = { id: string; kind: string; title: string; removedAt: string; goneAt: string }

const studio = (courseId: string) => `/learning/studio/courses/${courseId}`
const bin = async (who = teacher): Promise<Item[]> =>
  (await stoa.as(who).get('/learning/studio/bin')).body.items
const binOf = async (courseId: string): Promise<Item[]> =>
  (await stoa.as(teacher).get(`${studio(courseId)}/bin`)).body.items
const linkOn = async (courseId: string, title: string): Promise<string> => {
  const { body } = await stoa
    .as(teacher)
    .post(`${studio(courseId)}/resources`, { title, url: 'https://a.test' })
  return body.items.at(-1).id
}
/** As if it had been removed that long ago. */
const age = (days: number) =>
  Promise.all(
    [
      'learning.courses set deleted_at = deleted_at -',
      'learning.nodes set archived_at = archived_at -',
      'learning.resources set deleted_at = deleted_at -',
    ].map((change) => stoa.sql(`update ${change} make_interval(days => $1)`, [days])),
  )

test('a removed course is nowhere to be found, and comes back as it was', async () => {
  const course = await givenCourse(stoa, academy, teacher, { title: 'Lost and found' })
  expect((await stoa.as(teacher).delete(studio(course.id))).status).toBe(200)
  const [page = ''] = course.pageIds
  const looks = [
    stoa.as(teacher).get(studio(course.id)),
    stoa.as(teacher).get(`/learning/studio/nodes/${page}/content`),
    stoa.as(teacher).get(`/learning/courses/${course.id}/player`),
    stoa.as(teacher).get(`/learning/pages/${page}`),
    stoa.as(student).put(`/learning/courses/${course.id}/enrollment`),
    stoa.strangerAt(academy).get(`/learning/courses/${course.slug}`),
  ]
  expect((await Promise.all(looks)).map(({ status }) => status)).toEqual(looks.map(() => 404))
  const listed = await stoa.as(teacher).get('/learning/studio/courses')
  expect(listed.body.items).not.toContainEqual(expect.objectContaining({ id: course.id }))

  const [item] = await bin()
  expect(item).toMatchObject({ id: course.id, kind: 'course', title: 'Lost and found' })
  const kept = Date.parse(item?.goneAt ?? '') - Date.parse(item?.removedAt ?? '')
  expect(kept).toBe(30 * 24 * 3600 * 1000)
  const back = await stoa.as(teacher).put(`${studio(course.id)}/restoration`)
  expect(back).toMatchObject({ status: 200, body: { status: 'published', archivedAt: null } })
  expect((await stoa.as(student).put(`/learning/courses/${course.id}/enrollment`)).status).toBe(200)
  expect((await stoa.as(teacher).put(`${studio(course.id)}/restoration`)).status).toBe(404)
  expect((await stoa.as(teacher).delete(studio(course.id))).body.code).toBe('learning.course_has_learners')
})

test('parts and files lie in the bin of their course, the latest first; what is below a part comes with it', async () => {
  const course = await givenCourse(stoa, academy, teacher, { modules: 2, lessons: 2 })
  const [one = ''] = course.moduleIds
  const [first = ''] = course.pageIds
  const link = await linkOn(course.id, 'A link')
  await stoa.as(teacher).delete(`/learning/studio/nodes/${first}`)
  await stoa.as(teacher).delete(`/learning/studio/nodes/${one}`)
  await stoa.as(teacher).delete(`/learning/studio/resources/${link}`)
  expect(await binOf(course.id)).toMatchObject([
    { id: link, kind: 'resource', title: 'A link', course: { id: course.id, title: course.title } },
    { id: one, kind: 'module', title: 'Module 1' },
  ])
  const page = await stoa.as(teacher).get('/learning/studio/bin?limit=1')
  const next = await stoa.as(teacher).get(`/learning/studio/bin?limit=1&cursor=${page.body.next}`)
  expect([page.body.items[0].id, next.body.items[0].id]).toEqual([link, one])

  await stoa.as(teacher).put(`/learning/studio/resources/${link}/restoration`)
  await stoa.as(teacher).put(`/learning/studio/nodes/${one}/restoration`)
  const resources = await stoa.as(teacher).get(`${studio(course.id)}/resources`)
  expect(resources.body.items).toMatchObject([{ title: 'A link' }])
  // The page had gone in by itself before.
  expect(await binOf(course.id)).toMatchObject([{ id: first, kind: 'lesson' }])
})

test('one thing in the bin can be deleted for good; the rest stays', async () => {
  const course = await givenCourse(stoa, academy, teacher, { modules: 1, lessons: 3 })
  const [first = '', second = ''] = course.pageIds
  const link = await linkOn(course.id, 'Gone for good')
  for (const path of [`nodes/${first}`, `nodes/${second}`, `resources/${link}`])
    await stoa.as(teacher).delete(`/learning/studio/${path}`)
  for (const id of [first, link])
    expect((await stoa.as(teacher).delete(`/learning/studio/bin/${id}`)).status).toBe(200)
  expect(await binOf(course.id)).toMatchObject([{ id: second }])
  expect((await stoa.as(teacher).delete(`/learning/studio/bin/${first}`)).status).toBe(404)
  // What is not in the bin is not deleted from there.
  expect((await stoa.as(teacher).delete(`/learning/studio/bin/${course.pageIds[2]}`)).status).toBe(404)
  expect((await stoa.as(teacher).delete(`${studio(course.id)}/bin`)).body).toEqual({ removed: 1 })
})

test('after thirty days housekeeping deletes it for good, and says so in the log', async () => {
  const kept = await givenCourse(stoa, academy, teacher, { modules: 1, lessons: 2 })
  const old = await givenCourse(stoa, academy, teacher, { title: 'Old', modules: 1, lessons: 1 })
  const link = await linkOn(kept.id, 'Old link')
  const [first = '', second = ''] = kept.pageIds
  await stoa.as(teacher).delete(studio(old.id))
  await stoa.as(teacher).delete(`/learning/studio/nodes/${first}`)
  await stoa.as(teacher).delete(`/learning/studio/resources/${link}`)
  await age(29)
  await clearBins.run(stoa.app)
  expect(await binOf(kept.id)).toHaveLength(2)
  await age(1)
  await stoa.as(teacher).delete(`/learning/studio/nodes/${second}`)
  await clearBins.run(stoa.app)
  expect(await binOf(kept.id)).toMatchObject([{ id: second }])
  expect(await stoa.sql('select 1 from learning.courses where id = $1', [old.id])).toEqual([])
  const acts = await stoa.sql<{ action: string; actorType: string }>(
    'select action, actor_type as "actorType" from audit.entries where entity_id = any($1) order by seq desc limit 2',
    [[old.id, kept.id]],
  )
  expect(acts.map((act) => act.action).sort()).toEqual(['learning.bin_emptied', 'learning.course_deleted'])
  expect(acts.every((act) => act.actorType === 'system')).toBe(true)
})

test('whoever joins while the course goes either keeps it, or finds it gone', async () => {
  for (const _round of [1, 2, 3]) {
    const course = await givenCourse(stoa, academy, teacher, { modules: 1, lessons: 1 })
    const [joined, removed] = await Promise.all([
      stoa.as(student).put(`/learning/courses/${course.id}/enrollment`),
      stoa.as(teacher).delete(studio(course.id)),
    ])
    expect([
      [200, 409],
      [404, 200],
    ]).toContainEqual([joined.status, removed.status])
    const enrolled = await stoa.sql('select 1 from learning.enrollments where course_id = $1', [course.id])
    expect(enrolled).toHaveLength(joined.status === 200 ? 1 : 0)
  }
})

test('nobody enrols into a course that is put into the bin by a transaction still open', async () => {
  const course = await givenCourse(stoa, academy, teacher, { modules: 1, lessons: 1 })
  let joining: Promise<{ status: number }> | undefined
  await stoa.inside(academy.id, async (ctx) => {
    expect(await binCourse(ctx.db, academy.id, course.id, { userId: null, now: ctx.now })).toBe(true)
    joining = stoa.as(student).put(`/learning/courses/${course.id}/enrollment`)
    // It has read the course as it was, and now waits for this transaction.
    await expect
      .poll(() =>
        stoa.sql(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        ),
      )
      .toHaveLength(1)
  })
  expect((await joining)?.status).toBe(404)
  expect(await stoa.sql('select 1 from learning.enrollments where course_id = $1', [course.id])).toEqual([])
})

test('each looks into the bins of their own courses only', async () => {
  const owner = await givenPerson(stoa, academy, 'owner')
  const wish = { name: 'Writer', description: null, rank: 20, permissions: ['learning.courses.author'] }
  await stoa.as(owner).post('/identity/roles', wish)
  const writer = await givenPerson(stoa, academy, 'writer')
  const theirs = await givenCourse(stoa, academy, writer, { modules: 1, lessons: 1 })
  await stoa.as(writer).delete(studio(theirs.id))
  expect(await bin(writer)).toMatchObject([{ id: theirs.id }])

  const other = await givenCourse(stoa, academy, owner, { modules: 1, lessons: 1 })
  await stoa.as(owner).delete(studio(other.id))
  expect(await bin(writer)).toHaveLength(1)
  expect((await bin(owner)).map((item) => item.id)).toContain(theirs.id)
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa, 'Elsewhere'), 'owner')
  for (const person of [writer, student, neighbour]) {
    expect((await stoa.as(person).put(`${studio(other.id)}/restoration`)).status).toBe(404)
    expect((await stoa.as(person).delete(`/learning/studio/bin/${other.id}`)).status).toBe(404)
  }
  expect((await stoa.as(student).get('/learning/studio/bin')).status).toBe(403)
  expect(await bin(neighbour)).toEqual([])
})
