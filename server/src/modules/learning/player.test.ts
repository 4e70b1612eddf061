import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { TSchema } from 'typebox'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
} from '../identity/testing.ts'
import { PageView, PlayerView } from './player.schemas.ts'
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
  course = await givenCourse(stoa, organization, teacher)
  await stoa.as(learner).put(`/learning/courses/${course.id}/enrollment`)
})

const ajv = addFormats.default(new Ajv({ strict: false }))
const problems = (schema: TSchema, body: unknown) => {
  const check = ajv.compile(schema)
  return check(body) ? [] : check.errors
}
const player = (who = learner) => stoa.as(who).get(`/learning/courses/${course.id}/player`)
const page = (id: string, who = learner) => stoa.as(who).get(`/learning/pages/${id}`)
const addBlock = (type: string, content: object) =>
  stoa.sql(
    `with block as (insert into learning.blocks (organization_id, node_id, type, position, content) values ($1, $2, $3, 'z' || uuidv7(), $4))
     update learning.nodes set content_revision = content_revision + 1 where id = $2`,
    [organization.id, course.pageIds[0], type, JSON.stringify(content)],
  )

test('the player shows the whole outline in order and says what it promised', async () => {
  const { body } = await player()
  expect(problems(PlayerView, body)).toEqual([])
  expect(body).toMatchObject({
    course: { title: course.title, total: 4, percent: 0 },
    isPreview: false,
    resumeId: course.pageIds[0],
    certificateEnabled: true,
    certificateNumber: null,
  })
  expect(body.nodes.map((node: { title: string }) => node.title)).toEqual([
    'Module 1',
    'Lesson 1.1',
    'Lesson 1.2',
    'Module 2',
    'Lesson 2.1',
    'Lesson 2.2',
  ])
  expect(body.nodes.at(-1)).toMatchObject({ depth: 1, isPage: true, hasQuiz: true })
})

test('the player shows as much of the outline as is asked for', async () => {
  const parts = async (query: string, who = learner) => {
    const { status, body } = await stoa.as(who).get(`/learning/courses/${course.id}/player?${query}`)
    return status === 200 ? body.nodes.map((node: { title: string }) => node.title) : status
  }
  const [first, second] = course.moduleIds
  expect(await parts(`around=${course.pageIds[1]}`)).toEqual([
    'Module 1',
    'Lesson 1.1',
    'Lesson 1.2',
    'Module 2',
  ])
  expect(await parts(`around=${first}`)).toEqual(['Module 1', 'Module 2'])
  expect(await parts(`branch=${second}`)).toEqual(['Lesson 2.1', 'Lesson 2.2'])
  expect(await parts(`around=${first}&branch=${second}`)).toEqual([
    'Module 1',
    'Module 2',
    'Lesson 2.1',
    'Lesson 2.2',
  ])
  expect(await parts(`around=${course.id}`)).toBe(404)
  expect(await parts(`around=${first}&branch=${course.id}`)).toBe(404)
  expect(await parts('branch=everything')).toBe(422)
  // An author may look at a page before it has its place in the outline.
  expect(await parts(`around=${course.id}`, teacher)).toEqual(['Module 1', 'Module 2'])
})

test('a page comes with its surroundings and says what it promised', async () => {
  const { body } = await page(course.pageIds[1]!)
  expect(problems(PageView, body)).toEqual([])
  expect(body).toMatchObject({
    title: 'Lesson 1.2',
    place: 2,
    previousId: course.pageIds[0],
    nextId: course.pageIds[2],
    breadcrumbs: [{ id: course.moduleIds[0], title: 'Module 1', kind: 'module' }],
    blocks: [{ type: 'text', html: '<p>This is lesson 1.2.</p>' }],
    progress: { isCompleted: false, completedAt: null },
    can: { finish: true, reopen: false, startAttempt: false },
    quiz: null,
  })
  const quizPage = (await page(course.quizPageId)).body
  expect(problems(PageView, quizPage)).toEqual([])
  expect(quizPage.quiz).toMatchObject({
    passPercent: 100,
    questionCount: 3,
    attempts: [],
    attemptsLeft: null,
    isPassed: false,
  })
})

test('links inside a page lead somewhere, blocks of every kind are shown', async () => {
  await addBlock('text', {
    html: `<p><a href="stoa-node:${course.pageIds[2]}#top">next</a> <img src="stoa-file:${course.id}" alt="gone" /></p>`,
  })
  await addBlock('video', {
    title: null,
    source: { kind: 'youtube', youtubeId: 'dQw4w9WgXcQ' },
    durationSeconds: null,
    captions: [{ language: 'en', objectId: course.id }],
    transcriptHtml: null,
  })
  await addBlock('embed', { url: 'https://evil.example/', title: 'Elsewhere' })
  await addBlock('exercise', {
    title: 'Try',
    html: '<p>Do it.</p>',
    hints: ['<b>Think.</b>'],
    solutionHtml: '<p>So.</p>',
  })
  const { body } = await page(course.pageIds[0]!)
  expect(problems(PageView, body)).toEqual([])
  const of = (type: string) => body.blocks.findLast((block: { type: string }) => block.type === type)
  const [text, video, embed, exercise] = ['text', 'video', 'embed', 'exercise'].map(of)
  expect(text.html).toContain(`href="/learn/pages/${course.pageIds[2]}#top"`)
  expect(text.html).not.toContain('stoa-')
  expect(video).toMatchObject({ youtubeId: 'dQw4w9WgXcQ', url: null, captions: [] })
  expect(embed).toMatchObject({ isFramed: false, url: 'https://evil.example/' })
  expect(exercise).toMatchObject({ hints: ['<b>Think.</b>'], solutionHtml: '<p>So.</p>' })
})

test('an edited page is shown at once', async () => {
  await page(course.pageIds[0]!)
  const [block] = (await page(course.pageIds[0]!)).body.blocks
  await stoa
    .as(teacher)
    .put(`/learning/studio/blocks/${block.id}`, { type: 'text', content: { html: '<p>New words.</p>' } })
  expect((await page(course.pageIds[0]!)).body.blocks[0].html).toBe('<p>New words.</p>')
})

test('a module answers with its first page', async () => {
  expect((await page(course.moduleIds[1]!)).body.id).toBe(course.pageIds[2])
})

test('a page that waits for its day says when it opens', async () => {
  await stoa.sql(
    `update learning.nodes set status = 'scheduled', release_at = '2099-01-01T00:00:00Z', page_total = 0 where id = $1`,
    [course.pageIds[3]],
  )
  await stoa.sql(`update learning.nodes set page_total = 1 where id = $1`, [course.moduleIds[1]])
  await stoa.sql(`update learning.courses set revision = revision + 1, page_total = 3 where id = $1`, [
    course.id,
  ])
  expect(await page(course.pageIds[3]!)).toMatchObject({
    status: 403,
    body: { code: 'learning.page_locked', params: { releaseAt: '2099-01-01T00:00:00.000Z' } },
  })
  const { nodes } = (await player()).body
  expect(nodes.at(-1)).toMatchObject({ isLocked: true, opensAt: '2099-01-01T00:00:00.000Z', total: 0 })
  expect((await page(course.pageIds[2]!)).body.nextId).toBeNull()
})

test('authors preview without being counted', async () => {
  const preview = (await page(course.quizPageId, teacher)).body
  expect(preview).toMatchObject({
    isPreview: true,
    can: { finish: false, reopen: false, startAttempt: false },
  })
  expect((await player(teacher)).body).toMatchObject({ isPreview: true, enrollmentId: null })
  await stoa.sql(`update learning.courses set status = 'draft' where id = $1`, [course.id])
  expect((await page(course.pageIds[0]!, teacher)).status).toBe(200)
  expect((await page(course.pageIds[0]!)).status).toBe(404)
  expect((await player()).status).toBe(404)
  const colleague = await givenPerson(stoa, organization, 'mentor')
  expect((await page(course.pageIds[0]!, colleague)).status).toBe(404)
})

test('the wrong persons learn nothing', async () => {
  const outsider = await givenPerson(stoa, organization)
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa))
  for (const path of [`/learning/courses/${course.id}/player`, `/learning/pages/${course.pageIds[0]}`]) {
    expect((await stoa.as(outsider).get(path)).body.code).toBe('learning.not_enrolled')
    expect((await stoa.as(neighbour).get(path)).status).toBe(404)
    expect((await stoa.strangerAt(organization).get(path)).status).toBe(401)
  }
  await stoa.sql(`update learning.courses set visibility = 'enrolled_only' where id = $1`, [course.id])
  expect((await page(course.pageIds[0]!, outsider)).status).toBe(404)
  expect((await page(course.pageIds[0]!)).status).toBe(200)
  await stoa.sql(
    `update learning.enrollments set expires_at = now() - interval '1 day' where course_id = $1`,
    [course.id],
  )
  expect((await page(course.pageIds[0]!)).body.code).toBe('learning.enrollment_expired')
  await stoa
    .sql(`update auth.memberships set status = 'left' where user_id = $1`, [learner.userId])
    .catch(() => stoa.sql(`delete from auth.memberships where user_id = $1`, [learner.userId]))
  await stoa.sql(`update learning.enrollments set expires_at = null where course_id = $1`, [course.id])
  expect((await page(course.pageIds[0]!)).status).toBeGreaterThanOrEqual(403)
})

test('a page is two statements, five when nobody has read it yet', async () => {
  await addBlock('image', { objectId: course.id, alt: '', caption: null })
  stoa.statements()
  await page(course.pageIds[0]!)
  expect(stoa.statements().length).toBeLessThanOrEqual(5)
  await page(course.pageIds[0]!)
  expect(stoa.statements()).toHaveLength(2)
  await player()
  stoa.statements()
  await player()
  expect(stoa.statements()).toHaveLength(2)
})
