import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
} from '../identity/testing.ts'
import { publishDue } from './due.ts'
import { type GivenCourse, givenCourse } from './testing.ts'

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

type Node = {
  id: string
  parentId: string | null
  title: string
  kind: string
  pageTotal: number
  hasContent: boolean
}

const outline = async (course: GivenCourse): Promise<Node[]> =>
  (await stoa.as(teacher).get(`/learning/studio/courses/${course.id}/outline`)).body.nodes
const add = (course: GivenCourse, input: object) =>
  stoa.as(teacher).post(`/learning/studio/courses/${course.id}/nodes`, input)
const place = (id: string, to: object) => stoa.as(teacher).put(`/learning/studio/nodes/${id}/place`, to)
const titlesBelow = (nodes: Node[], parentId: string | null) =>
  nodes.filter((node) => node.parentId === parentId).map((node) => node.title)
const pageTotal = async (course: GivenCourse) =>
  (await stoa.as(teacher).get(`/learning/studio/courses/${course.id}`)).body.pageTotal

test('the whole outline comes with counts, in one look', async () => {
  const course = await givenCourse(stoa, academy, teacher, { modules: 2, lessons: 3, topics: 2 })
  const nodes = await outline(course)
  expect(nodes).toHaveLength(2 + 6 + 12)
  expect(nodes.filter((node) => node.kind === 'module').map((node) => node.pageTotal)).toEqual([6, 6])
  expect(await pageTotal(course)).toBe(12)
})

test('parts are added where they are wanted, down to subtopics', async () => {
  const course = await givenCourse(stoa, academy, teacher, { modules: 1, lessons: 2 })
  const [moduleId = ''] = course.moduleIds
  const [first = ''] = course.pageIds
  await add(course, { title: 'Zero', parentId: moduleId, after: null })
  await add(course, { title: 'Between', parentId: moduleId, after: first })
  const { body: last } = await add(course, { title: 'Last', parentId: moduleId })
  expect(titlesBelow(await outline(course), moduleId)).toEqual([
    'Zero',
    'Lesson 1.1',
    'Between',
    'Lesson 1.2',
    'Last',
  ])
  const { body: topic } = await add(course, { title: 'T', parentId: last.id })
  const { body: subtopic } = await add(course, { title: 'S', parentId: topic.id })
  expect([last.kind, topic.kind, subtopic.kind]).toEqual(['lesson', 'topic', 'subtopic'])
  expect((await add(course, { title: 'X', parentId: subtopic.id })).body.code).toBe('learning.too_deep')
  expect((await add(course, { title: 'X', parentId: moduleId, after: topic.id })).body.code).toBe(
    'learning.not_a_sibling',
  )
  const other = await givenCourse(stoa, academy, teacher)
  expect((await add(course, { title: 'X', parentId: other.moduleIds[0] })).status).toBe(422)
})

test('a page that gets a part below it gives its content to a first page, and what was finished stays finished', async () => {
  const course = await givenCourse(stoa, academy, teacher, { modules: 1, lessons: 2 })
  const [pageId = ''] = course.pageIds
  const [enrollment] = await stoa.sql<{ id: string }>(
    `insert into learning.enrollments (organization_id, course_id, user_id, done, percent) values ($1, $2, $3, 1, 50) returning id`,
    [academy.id, course.id, student.userId],
  )
  await stoa.sql(
    `insert into learning.completions (organization_id, enrollment_id, node_id) values ($1, $2, $3)`,
    [academy.id, enrollment?.id, pageId],
  )
  await add(course, { title: 'More', parentId: pageId, after: null, status: 'published' })
  const nodes = await outline(course)
  expect(titlesBelow(nodes, pageId)).toEqual(['Lesson 1.1', 'More'])
  const moved = nodes.find((node) => node.parentId === pageId)!
  expect(moved).toMatchObject({ kind: 'topic', hasContent: true })
  expect(nodes.find((node) => node.id === pageId)).toMatchObject({ hasContent: false, pageTotal: 2 })
  const [standing] = await stoa.sql('select done, percent from learning.enrollments where id = $1', [
    enrollment?.id,
  ])
  expect(standing).toEqual({ done: 1, percent: 33 })
  const finished = await stoa.sql('select node_id from learning.completions where enrollment_id = $1', [
    enrollment?.id,
  ])
  expect(finished).toEqual([{ node_id: moved.id }])
})

test('a part moves with what is below it, and kinds follow the level', async () => {
  const course = await givenCourse(stoa, academy, teacher, { modules: 2, lessons: 2, topics: 1 })
  const nodes = await outline(course)
  const [one = '', two = ''] = course.moduleIds
  const lesson = nodes.find((node) => node.title === 'Lesson 1.2')!
  const { body } = await place(lesson.id, { parentId: two, after: null })
  expect(titlesBelow(body.nodes, two)).toEqual(['Lesson 1.2', 'Lesson 2.1', 'Lesson 2.2'])
  const demoted = (await place(one, { parentId: two, after: lesson.id })).body.nodes as Node[]
  expect(demoted.filter((node) => node.kind === 'module').map((node) => node.id)).toEqual([two])
  expect(demoted.find((node) => node.title === 'Topic 1.1.1')?.kind).toBe('subtopic')
  expect((await place(one, { parentId: lesson.id, after: null })).body.code).toBe('learning.too_deep')
  expect((await place(two, { parentId: one, after: null })).body.code).toBe('learning.inside_itself')
  expect((await place(two, { parentId: two, after: null })).body.code).toBe('learning.inside_itself')
  expect(await pageTotal(course)).toBe(4)
})

test('a page that becomes a module keeps its content in a lesson of its own', async () => {
  const course = await givenCourse(stoa, academy, teacher, { modules: 1, lessons: 2 })
  const { body } = await place(course.pageIds[1]!, { parentId: null, after: null })
  const promoted = (body.nodes as Node[]).find((node) => node.id === course.pageIds[1])!
  expect(promoted).toMatchObject({ kind: 'module', hasContent: false, parentId: null })
  expect(titlesBelow(body.nodes, promoted.id)).toEqual(['Lesson 1.2'])
  expect(await pageTotal(course)).toBe(2)
})

test('forty moves at once leave every part in its own place', async () => {
  const course = await givenCourse(stoa, academy, teacher, { modules: 2, lessons: 5, questions: [] })
  const [one = '', two = ''] = course.moduleIds
  const moves = Array.from({ length: 40 }, (_, index) =>
    place(course.pageIds[index % 10]!, { parentId: index % 3 === 0 ? one : two, after: null }),
  )
  const statuses = (await Promise.all(moves)).map((answer) => answer.status)
  expect(statuses).toEqual(Array(40).fill(200))
  const rows = await stoa.sql(
    'select position from learning.nodes where course_id = $1 group by parent_id, position having count(*) > 1',
    [course.id],
  )
  expect(rows).toEqual([])
  expect(await pageTotal(course)).toBe(10)
})

test('two modules moved into each other do not make a circle', async () => {
  for (let round = 0; round < 5; round += 1) {
    const course = await givenCourse(stoa, academy, teacher, { modules: 2, lessons: 1 })
    const [one = '', two = ''] = course.moduleIds
    const answers = await Promise.all([
      place(one, { parentId: two, after: null }),
      place(two, { parentId: one, after: null }),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect((await outline(course)).length).toBe(4)
  }
})

test('what is removed goes to the bin and comes back as it was', async () => {
  const course = await givenCourse(stoa, academy, teacher, { modules: 2, lessons: 2 })
  const [one = ''] = course.moduleIds
  await stoa.as(teacher).delete(`/learning/studio/nodes/${one}`)
  expect((await outline(course)).map((node) => node.title)).toEqual(['Module 2', 'Lesson 2.1', 'Lesson 2.2'])
  expect(await pageTotal(course)).toBe(2)
  const bin = (await stoa.as(teacher).get(`/learning/studio/courses/${course.id}/bin`)).body.items
  expect(bin).toMatchObject([{ id: one, title: 'Module 1' }])
  expect((await stoa.as(teacher).patch(`/learning/studio/nodes/${one}`, { title: 'X' })).body.code).toBe(
    'learning.part_in_bin',
  )
  const { body } = await stoa.as(teacher).put(`/learning/studio/nodes/${one}/restoration`)
  expect(titlesBelow(body.nodes, null)).toEqual(['Module 1', 'Module 2'])
  expect(await pageTotal(course)).toBe(4)
})

test('emptying the bin deletes, and percents follow', async () => {
  const course = await givenCourse(stoa, academy, teacher, { modules: 1, lessons: 2, questions: [] })
  const [first = '', second = ''] = course.pageIds
  const [enrollment] = await stoa.sql<{ id: string }>(
    `insert into learning.enrollments (organization_id, course_id, user_id, done, percent) values ($1, $2, $3, 1, 50) returning id`,
    [academy.id, course.id, student.userId],
  )
  await stoa.sql(
    `insert into learning.completions (organization_id, enrollment_id, node_id) values ($1, $2, $3)`,
    [academy.id, enrollment?.id, first],
  )
  await stoa.as(teacher).delete(`/learning/studio/nodes/${second}`)
  expect((await stoa.as(teacher).delete(`/learning/studio/courses/${course.id}/bin`)).body).toEqual({
    removed: 1,
  })
  expect(await stoa.sql('select percent from learning.enrollments where id = $1', [enrollment?.id])).toEqual([
    { percent: 100 },
  ])
  expect((await stoa.as(teacher).put(`/learning/studio/nodes/${second}/restoration`)).status).toBe(404)
})

test('a part can be a draft, or wait for its day', async () => {
  const course = await givenCourse(stoa, academy, teacher, { modules: 1, lessons: 3, questions: [] })
  const [first = '', second = ''] = course.pageIds
  const change = (id: string, body: object, headers = {}) =>
    stoa.as(teacher).patch(`/learning/studio/nodes/${id}`, body, headers)
  expect((await change(first, { status: 'scheduled' })).body.errors[0].pointer).toBe('/releaseAt')
  const releaseAt = new Date(Date.now() + 3600_000).toISOString()
  const { body } = await change(first, {
    status: 'scheduled',
    releaseAt,
    title: ' Later ',
    estimatedMinutes: 7,
  })
  expect(body).toMatchObject({ title: 'Later', slug: 'later', status: 'scheduled', releaseAt, pageTotal: 0 })
  await change(second, { status: 'draft' })
  expect(await pageTotal(course)).toBe(1)
  await stoa.sql(`update learning.nodes set release_at = now() - interval '1 minute' where id = $1`, [first])
  await publishDue.run(stoa.app)
  expect(await pageTotal(course)).toBe(2)
  expect(
    (await change(first, { title: 'Stale' }, { 'if-match': `"${body.contentRevision - 1}"` })).status,
  ).toBe(412)
})

test('a new part of a published course begins as a draft', async () => {
  const course = await givenCourse(stoa, academy, teacher)
  expect((await add(course, { title: 'New', parentId: course.moduleIds[0] })).body.status).toBe('draft')
})

test('only who may edit the course touches its outline', async () => {
  const course = await givenCourse(stoa, academy, teacher)
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
  const colleague = await givenPerson(stoa, academy, 'mentor')
  const node = `/learning/studio/nodes/${course.pageIds[0]}`
  for (const person of [neighbour, colleague, student]) {
    expect((await stoa.as(person).patch(node, { title: 'Mine' })).status).toBe(404)
    expect((await stoa.as(person).delete(node)).status).toBe(404)
    expect((await stoa.as(person).put(`${node}/place`, { parentId: null, after: null })).status).toBe(404)
    expect((await stoa.as(person).get(`/learning/studio/courses/${course.id}/outline`)).status).toBe(404)
  }
  expect((await stoa.strangerAt(academy).delete(node)).status).toBe(401)
})
