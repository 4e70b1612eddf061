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
import { courseById, publishCourse, removeDraftCourse } from './course-doors.ts'
import { type CourseDraft, createCourseFromPackage, type DraftNode } from './course-draft.ts'
import { givenQuestions } from './testing.ts'

let stoa: TestStoa
let academy: GivenOrganization
let teacher: GivenPerson
beforeAll(async () => {
  stoa = await testStoa()
  academy = await givenOrganization(stoa)
  teacher = await givenPerson(stoa, academy, 'mentor')
})
afterAll(() => stoa.close())

const node = (sourceId: string, title: string, more: Partial<DraftNode> = {}): DraftNode => ({
  sourceId,
  title,
  releaseAt: null,
  hidden: false,
  blocks: [],
  quiz: null,
  children: [],
  ...more,
})
const draft = (nodes: DraftNode[], more: Partial<CourseDraft> = {}): CourseDraft => ({
  title: 'From a package',
  language: 'en-GB',
  summary: null,
  descriptionHtml: null,
  coverObjectId: null,
  authorId: teacher.userId,
  nodes,
  ...more,
})
const text = (html: string) => ({ type: 'text' as const, content: { html } })
const create = (course: CourseDraft) => stoa.inside(academy.id, (ctx) => createCourseFromPackage(ctx, course))
const contentOf = async (id = '') => (await stoa.as(teacher).get(`/learning/studio/nodes/${id}/content`)).body
const outlineOf = async (id: string) =>
  (await stoa.as(teacher).get(`/learning/studio/courses/${id}/outline`)).body.nodes

test('a whole course comes in: parts, blocks, quiz, links between them', async () => {
  const { objectId } = await stoa.inside(academy.id, async (ctx) =>
    storeFile(ctx, { bucket: 'course-media', name: 'a.png', data: await givenPicture() }),
  )
  const quiz = {
    sourceId: 'quiz',
    title: 'Quiz',
    introHtml: `<img src="stoa-file:${objectId}">`,
    maxAttempts: 0,
    timeLimitMinutes: null,
    passPercent: 70.4,
    shuffle: true,
    required: false,
    questions: givenQuestions,
  }
  const { courseId, slug, nodeIds } = await create(
    draft(
      [
        node('m', 'Module', {
          children: [
            node('a:1', 'One', {
              blocks: [text(`<p><a href="stoa-node:b%2F2">two</a><img src="stoa-file:${objectId}"></p>`)],
            }),
            node('b/2', 'Two', {
              quiz,
              blocks: [text('<a href="stoa-node:nowhere">gone</a><script>1</script>')],
            }),
            node('c', 'Hidden', { hidden: true }),
            node('d', 'Later', { releaseAt: new Date(Date.now() + 3600_000).toISOString() }),
          ],
        }),
      ],
      { descriptionHtml: `<p>See <a href="stoa-node:a%3A1">one</a></p>`, coverObjectId: objectId },
    ),
  )
  expect(slug).toBe('from-a-package')
  const one = await contentOf(nodeIds.get('a:1'))
  expect(one.blocks[0].content.html).toBe(
    `<p><a href="stoa-node:${nodeIds.get('b/2')}">two</a><img src="stoa-file:${objectId}" /></p>`,
  )
  const two = await contentOf(nodeIds.get('b/2'))
  expect(two.blocks[0].content.html).toBe('<a>gone</a>')
  expect(two.quiz).toMatchObject({ passPercent: 70, maxAttempts: null, shuffle: true, isRequired: false })
  expect(two.quiz.questions.map((question: { answer: unknown }) => question.answer)).toEqual([
    { correct: ['b'] },
    { numeric: [{ answer: 42, tolerance: 0.5, toleranceKind: 'absolute', range: null }] },
    { texts: ['Stoa', 'porch'], caseSensitive: false },
  ])
  const nodes = await outlineOf(courseId)
  expect(nodes.map((entry: { status: string }) => entry.status)).toEqual([
    'published',
    'published',
    'published',
    'draft',
    'scheduled',
  ])
  const course = (await stoa.as(teacher).get(`/learning/studio/courses/${courseId}`)).body
  expect(course).toMatchObject({ language: 'en-GB', pageTotal: 2, status: 'draft', cover: { objectId } })
  expect(course.descriptionHtml).toContain(`stoa-node:${nodeIds.get('a:1')}`)
})

test('content on a module or above other parts becomes a first page', async () => {
  const { courseId, nodeIds } = await create(
    draft([
      node('m', 'Module', {
        blocks: [text('on the module')],
        children: [node('l', 'Lesson', { blocks: [text('on the lesson')], children: [node('t', 'Topic')] })],
      }),
      node('n', 'Alone', { blocks: [text('nothing below')] }),
    ]),
  )
  const nodes = await outlineOf(courseId)
  const below = (id?: string) => nodes.filter((entry: { parentId: string }) => entry.parentId === id)
  expect(below(nodeIds.get('m')).map((entry: { title: string }) => entry.title)).toEqual(['Module', 'Lesson'])
  expect(below(nodeIds.get('l')).map((entry: { title: string }) => entry.title)).toEqual(['Lesson', 'Topic'])
  expect(below(nodeIds.get('n')).map((entry: { kind: string }) => entry.kind)).toEqual(['lesson'])
})

test('three thousand blocks take a handful of statements', async () => {
  const lessons = Array.from({ length: 300 }, (_, index) =>
    node(`l${index}`, `Lesson ${index}`, {
      blocks: Array.from({ length: 10 }, () => text('<p>Some text.</p>')),
    }),
  )
  stoa.statements()
  const { courseId } = await create(draft([node('m', 'Module', { children: lessons })], { title: 'Large' }))
  expect(stoa.statements().length).toBeLessThan(25)
  expect((await stoa.as(teacher).get(`/learning/studio/courses/${courseId}`)).body.pageTotal).toBe(300)
})

test('odd input is repaired, an outline too deep is refused', async () => {
  const { courseId } = await create(
    draft(
      [
        node('m', `${'long '.repeat(200)}\u0000`, {
          children: [node('l', '  ', { blocks: [text('a\u0000b\ud800')] })],
        }),
      ],
      {
        title: ' \n ',
        language: 'not a language!',
      },
    ),
  )
  expect((await stoa.as(teacher).get(`/learning/studio/courses/${courseId}`)).body).toMatchObject({
    title: 'Untitled',
    language: 'en',
  })
  const deep = ['5', '4', '3', '2', '1'].reduce<DraftNode[]>(
    (children, id) => [node(id, id, { children })],
    [],
  )
  await expect(create(draft(deep))).rejects.toMatchObject({ code: 'learning.too_deep' })
})

test('an aborted import leaves nothing', async () => {
  const gone = AbortSignal.abort()
  const course = draft([node('m', 'Module')], { title: 'Aborted' })
  await expect(
    stoa.inside(academy.id, (ctx) => createCourseFromPackage(ctx, course, { signal: gone })),
  ).rejects.toThrow()
  expect(await stoa.sql(`select 1 from learning.courses where title = 'Aborted'`)).toEqual([])
})

test('other modules publish and remove what they brought', async () => {
  const { courseId } = await create(draft([node('m', 'Module', { children: [node('l', 'Lesson')] })]))
  await stoa.inside(academy.id, (ctx) => publishCourse(ctx, courseId))
  expect(await stoa.inside(academy.id, (ctx) => courseById(ctx, courseId))).toMatchObject({
    status: 'published',
  })
  await expect(stoa.inside(academy.id, (ctx) => removeDraftCourse(ctx, courseId))).rejects.toMatchObject({
    code: 'conflict',
  })
  const other = await create(draft([]))
  await stoa.inside(academy.id, (ctx) => removeDraftCourse(ctx, other.courseId))
  expect(await stoa.inside(academy.id, (ctx) => courseById(ctx, other.courseId))).toBeNull()
})
