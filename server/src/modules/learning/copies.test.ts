import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { storeFile } from '../files/index.ts'
import { givenPicture } from '../files/testing.ts'
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
let student: GivenPerson
beforeAll(async () => {
  stoa = await testStoa()
  academy = await givenOrganization(stoa)
  teacher = await givenPerson(stoa, academy, 'mentor')
  student = await givenPerson(stoa, academy)
})
afterAll(() => stoa.close())

type Node = { id: string; parentId: string | null; title: string; status: string; pageTotal: number }

const studio = (courseId: string) => `/learning/studio/courses/${courseId}`
const copyOf = (course: { id: string }, who = teacher) => stoa.as(who).post(`${studio(course.id)}/copies`)
const copyPart = (id: string, who = teacher) => stoa.as(who).post(`/learning/studio/nodes/${id}/copies`)
const outline = async (id: string): Promise<Node[]> =>
  (await stoa.as(teacher).get(`${studio(id)}/outline`)).body.nodes
const content = async (id = '') => (await stoa.as(teacher).get(`/learning/studio/nodes/${id}/content`)).body
const write = (id: string, html: string) =>
  stoa.as(teacher).post(`/learning/studio/nodes/${id}/blocks`, { type: 'text', content: { html } })
const keepPicture = async () =>
  (
    await stoa.inside(academy.id, async (ctx) =>
      storeFile(ctx, {
        bucket: 'course-media',
        name: 'a.png',
        data: await givenPicture(),
        ownerId: teacher.userId,
      }),
    )
  ).objectId

/** A course whose second page links to the first, inside its text, its quiz and its description. */
async function linkedCourse(): Promise<GivenCourse & { picture: string }> {
  const course = await givenCourse(stoa, academy, teacher, { title: 'Rivers', modules: 1, lessons: 2 })
  const [first = ''] = course.pageIds
  const picture = await keepPicture()
  const link = `<p><a href="stoa-node:${first}#top">Back</a> <img src="stoa-file:${picture}" alt="A river"></p>`
  await write(course.quizPageId, link)
  const question = {
    type: 'short_text',
    promptHtml: link,
    points: 1,
    options: [],
    answer: { texts: ['Rhine'] },
    hints: [link],
    explanationHtml: null,
  }
  await stoa.as(teacher).post(`/learning/studio/nodes/${course.quizPageId}/questions`, question)
  await stoa.as(teacher).patch(studio(course.id), { descriptionHtml: link, isFeatured: true })
  await stoa.as(teacher).put(`${studio(course.id)}/cover`, { objectId: picture, alt: 'A river' })
  const resources = `${studio(course.id)}/resources`
  await stoa.as(teacher).post(resources, { title: 'Map', objectId: picture, nodeId: first })
  await stoa.as(teacher).post(resources, { title: 'Reader', url: 'https://rivers.test' })
  return { ...course, picture }
}

test('a course is copied whole, as a draft of its own', async () => {
  const course = await linkedCourse()
  await stoa.as(student).put(`/learning/courses/${course.id}/enrollment`)
  await stoa.as(teacher).delete(`/learning/studio/nodes/${course.pageIds[0]}`)
  await stoa.as(teacher).put(`/learning/studio/nodes/${course.pageIds[0]}/restoration`)
  const { status, body: copy } = await copyOf(course)
  expect(status).toBe(201)
  expect(copy).toMatchObject({
    title: 'Rivers (copy)',
    slug: 'rivers-copy',
    status: 'draft',
    publishedAt: null,
    isFeatured: false,
    learnerCount: 0,
    pageTotal: 2,
    instructor: { id: teacher.userId },
    cover: { objectId: course.picture, alt: 'A river' },
    can: { edit: true, delete: true },
  })
  const [module, first, second] = await outline(copy.id)
  expect([module?.title, first?.title, second?.title]).toEqual(['Module 1', 'Lesson 1.1', 'Lesson 1.2'])
  const page = await content(second?.id)
  const there = `<a href="stoa-node:${first?.id}#top">`
  expect(page.blocks[1].content.html).toContain(there)
  expect(page.blocks[1].content.html).toContain(`stoa-file:${course.picture}`)
  expect(page.quiz.questions).toHaveLength(4)
  expect(page.quiz.questions[0].answer).toEqual({ correct: ['b'] })
  expect(page.quiz.questions[3].promptHtml).toContain(there)
  expect(page.quiz.questions[3].hints[0]).toContain(there)
  expect(copy.descriptionHtml).toContain(there)
  const resources = (await stoa.as(teacher).get(`${studio(copy.id)}/resources`)).body.items
  expect(resources).toMatchObject([
    { title: 'Map', objectId: course.picture, nodeId: first?.id },
    { title: 'Reader', url: 'https://rivers.test/', nodeId: null },
  ])
  // The original stands as it was.
  expect((await content(course.quizPageId)).blocks[1].content.html).toContain(
    `stoa-node:${course.pageIds[0]}`,
  )
})

test('a file stays as long as a copy shows it', async () => {
  const course = await linkedCourse()
  const { body: copy } = await copyOf(course)
  await stoa.as(teacher).delete(`${studio(course.id)}`)
  const bin = await stoa.as(teacher).delete(`/learning/studio/bin/${course.id}`)
  expect(bin.status).toBe(200)
  expect((await stoa.as(teacher).delete(`/files/objects/${course.picture}`)).body.code).toBe('files.in_use')
  const [, , second] = await outline(copy.id)
  // Whoever may edit the copy may also save it with the pictures that came along.
  const { blocks } = await content(second?.id)
  expect(
    (await stoa.as(teacher).put(`/learning/studio/nodes/${second?.id}/content`, { blocks })).status,
  ).toBe(200)
})

test('a module is copied as a draft behind itself; links inside lead to the copy, others stay', async () => {
  const course = await givenCourse(stoa, academy, teacher, { modules: 2, lessons: 2, questions: [] })
  const [one = ''] = course.moduleIds
  const [first = '', second = '', third = ''] = course.pageIds
  await write(
    second,
    `<p><a href="stoa-node:${first}">inside</a><a href="stoa-node:${third}">outside</a></p>`,
  )
  const { status, body } = await copyPart(one)
  expect(status).toBe(201)
  const titles = body.outline.nodes.map((node: Node) => [node.title, node.status, node.pageTotal])
  expect(titles).toEqual([
    ['Module 1', 'published', 2],
    ['Lesson 1.1', 'published', 1],
    ['Lesson 1.2', 'published', 1],
    ['Module 1 (copy)', 'draft', 0],
    ['Lesson 1.1', 'published', 0],
    ['Lesson 1.2', 'published', 0],
    ['Module 2', 'published', 2],
    ['Lesson 2.1', 'published', 1],
    ['Lesson 2.2', 'published', 1],
  ])
  const copies = body.outline.nodes.slice(3, 6) as Node[]
  expect(copies[0]?.id).toBe(body.id)
  const [, { content: block }] = (await content(copies[2]?.id)).blocks
  expect(block.html).toContain(`stoa-node:${copies[1]?.id}`)
  expect(block.html).toContain(`stoa-node:${third}`)
  // Taking it back is putting the copy into the bin.
  await stoa.as(teacher).delete(`/learning/studio/nodes/${body.id}`)
  expect(await outline(course.id)).toHaveLength(6)
})

test('a page with its quiz is copied; what is in the bin is not', async () => {
  const course = await givenCourse(stoa, academy, teacher, { modules: 1, lessons: 2 })
  const { body } = await copyPart(course.quizPageId)
  expect((await content(body.id)).quiz.questions).toHaveLength(3)
  await stoa.as(teacher).delete(`/learning/studio/nodes/${course.pageIds[0]}`)
  expect((await copyPart(course.pageIds[0] ?? '')).body.code).toBe('learning.part_in_bin')
  const { body: copy } = await copyOf(course)
  expect((await outline(copy.id)).map((node) => node.title)).toEqual([
    'Module 1',
    'Lesson 1.2',
    'Lesson 1.2 (copy)',
  ])
})

test('many copies at once each get an address and a place of their own', async () => {
  const course = await givenCourse(stoa, academy, teacher, { title: 'Race', modules: 1, lessons: 1 })
  const answers = await Promise.all(Array.from({ length: 10 }, () => copyOf(course)))
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
  expect(new Set(answers.map(({ body }) => body.slug)).size).toBe(10)
  const [page = ''] = course.pageIds
  const parts = await Promise.all(Array.from({ length: 10 }, () => copyPart(page)))
  expect(parts.map(({ status }) => status)).toEqual(parts.map(() => 201))
  expect(await outline(course.id)).toHaveLength(12)
})

test('however much there is to copy, it takes the same few statements', async () => {
  const small = await givenCourse(stoa, academy, teacher, { modules: 1, lessons: 1 })
  const large = await givenCourse(stoa, academy, teacher, { modules: 6, lessons: 5, topics: 2 })
  const cost = async (course: GivenCourse) => {
    stoa.statements()
    expect((await copyOf(course)).status).toBe(201)
    return stoa.statements().length
  }
  expect(await cost(large)).toBe(await cost(small))
})

test('only who may edit a course copies it', async () => {
  const course = await givenCourse(stoa, academy, teacher, { modules: 1, lessons: 1 })
  const elsewhere = await givenOrganization(stoa, 'Elsewhere')
  const neighbour = await givenPerson(stoa, elsewhere, 'owner')
  for (const person of [student, neighbour]) {
    expect((await copyOf(course, person)).status).toBe(404)
    expect((await copyPart(course.pageIds[0] ?? '', person)).status).toBe(404)
  }
  expect((await stoa.strangerAt(academy).post(`${studio(course.id)}/copies`)).status).toBe(401)
  expect((await copyPart('not-an-id')).status).toBe(422)
})
