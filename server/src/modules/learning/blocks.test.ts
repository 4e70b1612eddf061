import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { removeFiles, storeFile } from '../files/index.ts'
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
let course: GivenCourse
let picture: string
beforeAll(async () => {
  stoa = await testStoa()
  academy = await givenOrganization(stoa)
  teacher = await givenPerson(stoa, academy, 'mentor')
  course = await givenCourse(stoa, academy, teacher, { modules: 1, lessons: 4 })
  picture = await givenFile(academy)
})
afterAll(() => stoa.close())

const givenFile = async (organization: GivenOrganization) =>
  (
    await stoa.inside(organization.id, async (ctx) =>
      storeFile(ctx, { bucket: 'course-media', name: 'a.png', data: await givenPicture() }),
    )
  ).objectId
const content = async (nodeId: string) =>
  (await stoa.as(teacher).get(`/learning/studio/nodes/${nodeId}/content`)).body
const add = (nodeId: string, body: object, headers = {}) =>
  stoa.as(teacher).post(`/learning/studio/nodes/${nodeId}/blocks`, body, headers)
const text = (html: string) => ({ type: 'text', content: { html } })

test('blocks are added, written anew, moved and removed; each save says the next version', async () => {
  const [nodeId = ''] = course.pageIds
  const before = await content(nodeId)
  const { body: added, status } = await add(nodeId, { ...text('<p>Two</p>') })
  expect(status).toBe(201)
  expect(added.contentRevision).toBe(before.contentRevision + 1)
  const { body: saved } = await stoa.as(teacher).put(`/learning/studio/blocks/${added.block.id}`, {
    type: 'code',
    content: { language: 'ts', code: 'let a = 1 < 2' },
  })
  expect(saved.block).toEqual({
    id: added.block.id,
    type: 'code',
    content: { language: 'ts', code: 'let a = 1 < 2' },
  })
  const { body: moved } = await stoa
    .as(teacher)
    .put(`/learning/studio/blocks/${added.block.id}/place`, { after: null })
  expect(moved.blocks.map((block: { type: string }) => block.type)).toEqual(['code', 'text'])
  const { body: left } = await stoa.as(teacher).delete(`/learning/studio/blocks/${added.block.id}`)
  expect(left.blocks).toHaveLength(1)
  expect((await content(nodeId)).contentRevision).toBe(left.contentRevision)
})

test('of twenty saves of one version one wins', async () => {
  const nodeId = course.pageIds[1]!
  const { blocks, contentRevision } = await content(nodeId)
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      stoa.as(teacher).put(`/learning/studio/blocks/${blocks[0].id}`, text(`<p>${index}</p>`), {
        'if-match': `"${contentRevision}"`,
      }),
    ),
  )
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  expect(answers.filter((answer) => answer.status === 412)).toHaveLength(19)
})

test('the whole content is written at once; blocks keep their ids', async () => {
  const nodeId = course.pageIds[2]!
  const [kept] = (await content(nodeId)).blocks
  const { body } = await stoa.as(teacher).put(`/learning/studio/nodes/${nodeId}/content`, {
    blocks: [
      { type: 'image', content: { objectId: picture, alt: 'A' } },
      { id: kept.id, ...text('<p>Kept</p>') },
      { id: kept.id, ...text('<p>A copy</p>') },
    ],
  })
  expect(body.blocks.map((block: { type: string }) => block.type)).toEqual(['image', 'text', 'text'])
  expect(body.blocks[1].id).toBe(kept.id)
  expect(body.blocks[2].id).not.toBe(kept.id)
  expect((await content(nodeId)).files[picture]).toMatchObject({ name: 'a.png', mimeType: 'image/png' })
})

test('every HTML is sanitized on its way in', async () => {
  const nodeId = course.pageIds[0]!
  const evil = '<p onmouseover="x">ok<script>1</script><style>p{}</style><a href="data:text/html,x">d</a></p>'
  const clean = '<p>ok<a>d</a></p>'
  const { body: exercise } = await add(nodeId, {
    type: 'exercise',
    content: { title: 'E', html: evil, hints: [evil], solutionHtml: evil },
  })
  expect(exercise.block.content).toEqual({ title: 'E', html: clean, hints: [clean], solutionHtml: clean })
  expect((await add(nodeId, { type: 'callout', content: { html: evil } })).body.block.content).toEqual({
    tone: 'info',
    html: clean,
  })
  const mixed = '<svg><animate onbegin=alert(1)></svg><math><mtext><img src=1 onerror=x>y</mtext></math>'
  expect((await add(nodeId, text(mixed))).body.block.content.html).toBe('<math><mtext>y</mtext></math>')
})

test('a block that is not what its type asks for is refused by field', async () => {
  const nodeId = course.pageIds[0]!
  const refused = async (block: object) => {
    const { status, body } = await add(nodeId, block)
    expect(status).toBe(422)
    return body.errors[0].pointer
  }
  expect(await refused({ type: 'image', content: {} })).toMatch(/^\/content/)
  expect(await refused({ type: 'text', content: { html: 5 } })).toBe('/content/html')
  expect(await refused({ type: 'embed', content: { url: 'javascript:alert(1)' } })).toBe('/content/url')
  expect(await refused({ type: 'embed', content: { url: 'http://example.org' } })).toBe('/content/url')
  expect(
    await refused({ type: 'video', content: { source: { kind: 'url', url: 'file:///etc/passwd' } } }),
  ).toBe('/content/source/url')
  expect(
    await refused({ type: 'video', content: { source: { kind: 'youtube', youtubeId: '"><script>' } } }),
  ).toMatch(/^\/content\/source/)
  expect(await refused({ type: 'marquee', content: {} })).toBe('/type')
  expect((await add(nodeId, text('a\u0000b'))).status).toBe(400)
  expect((await add(nodeId, text('x'.repeat(500_000)))).status).toBe(422)
})

test('files must be there, of the right type, and of this organization; a file in use stays', async () => {
  const nodeId = course.pageIds[3]!
  const neighbour = await givenFile(await givenOrganization(stoa))
  expect((await add(nodeId, { type: 'image', content: { objectId: neighbour } })).body.code).toBe(
    'learning.file_unfit',
  )
  expect((await add(nodeId, { type: 'audio', content: { objectId: picture } })).body.code).toBe(
    'learning.file_unfit',
  )
  expect((await add(nodeId, text(`<img src="stoa-file:${neighbour}">`))).body.code).toBe(
    'learning.file_unfit',
  )
  const own = await givenFile(academy)
  const { body } = await add(nodeId, text(`<img src="stoa-file:${own}">`))
  await expect(stoa.inside(academy.id, (ctx) => removeFiles(ctx, [own]))).rejects.toThrow()
  await stoa.as(teacher).delete(`/learning/studio/blocks/${body.block.id}`)
  await stoa.inside(academy.id, (ctx) => removeFiles(ctx, [own]))
})

test('a part with parts below it has no content of its own', async () => {
  expect((await add(course.moduleIds[0]!, text('x'))).body.code).toBe('learning.not_a_page')
  const quiz = await stoa.as(teacher).put(`/learning/studio/nodes/${course.moduleIds[0]}/quiz`, {})
  expect(quiz.body.code).toBe('learning.not_a_page')
})

test('fifteen blocks added at once are fifteen blocks', async () => {
  const nodeId = course.pageIds[1]!
  const answers = await Promise.all(
    Array.from({ length: 15 }, (_, index) => add(nodeId, { ...text(`<p>${index}</p>`), after: null })),
  )
  expect(answers.every((answer) => answer.status === 201)).toBe(true)
  expect((await content(nodeId)).blocks).toHaveLength(16)
})

test('nobody else reads or writes the content', async () => {
  const nodeId = course.pageIds[1]!
  const [block] = (await content(nodeId)).blocks
  const owner = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
  const student = await givenPerson(stoa, academy)
  for (const person of [owner, student]) {
    expect((await stoa.as(person).get(`/learning/studio/nodes/${nodeId}/content`)).status).toBe(404)
    expect((await stoa.as(person).put(`/learning/studio/blocks/${block.id}`, text('x'))).status).toBe(404)
    expect((await stoa.as(person).delete(`/learning/studio/blocks/${block.id}`)).status).toBe(404)
  }
})

test('resources are files or links of a course or one of its pages', async () => {
  const at = `/learning/studio/courses/${course.id}/resources`
  const create = (body: object) => stoa.as(teacher).post(at, body)
  expect((await create({ title: 'Both', objectId: picture, url: 'https://a.test' })).status).toBe(422)
  expect((await create({ title: 'Bad', url: 'javascript:1' })).status).toBe(422)
  expect((await create({ title: 'Elsewhere', url: 'https://a.test', nodeId: course.id })).status).toBe(422)
  await create({ title: 'A file', objectId: picture, nodeId: course.pageIds[0] })
  const { body } = await create({ title: 'A link', url: 'https://a.test' })
  expect(body.items).toMatchObject([
    { title: 'A file', type: 'file', nodeId: course.pageIds[0] },
    { title: 'A link', type: 'link', url: 'https://a.test/' },
  ])
  const [file, link] = body.items
  // Those of the whole course are for whoever is in it.
  const reader = await givenPerson(stoa, academy)
  const learned = () => stoa.as(reader).get(`/learning/courses/${course.id}/resources`)
  expect((await learned()).body.code).toBe('learning.not_enrolled')
  await stoa.as(reader).put(`/learning/courses/${course.id}/enrollment`)
  expect((await learned()).body.items).toMatchObject([{ title: 'A link' }])
  const moved = await stoa
    .as(teacher)
    .patch(`/learning/studio/resources/${link.id}`, { after: null, title: 'First' })
  expect(moved.body.items.map((item: { title: string }) => item.title)).toEqual(['First', 'A file'])
  expect((await stoa.as(teacher).delete(`/learning/studio/resources/${file.id}`)).body.items).toHaveLength(1)
})

test('a file somebody else keeps is not shown by who knows its id, but stays where it is shown already', async () => {
  const owner = await givenPerson(stoa, academy, 'owner')
  const wish = { name: 'Writer', description: null, rank: 20, permissions: ['learning.courses.author'] }
  expect((await stoa.as(owner).post('/identity/roles', wish)).status).toBe(201)
  const writer = await givenPerson(stoa, academy, 'writer')
  const own = await givenCourse(stoa, academy, writer, { modules: 1, lessons: 1 })
  const [nodeId = ''] = own.pageIds
  const image = (objectId: string) => ({ type: 'image', content: { objectId } })
  const blocks = `/learning/studio/nodes/${nodeId}/blocks`
  const studio = `/learning/studio/courses/${own.id}`
  const taken = await Promise.all([
    stoa.as(writer).post(blocks, image(picture)),
    stoa.as(writer).post(blocks, text(`<p><img src="stoa-file:${picture}"></p>`)),
    stoa.as(writer).put(`/learning/studio/nodes/${nodeId}/content`, { blocks: [image(picture)] }),
    stoa.as(writer).put(`/learning/studio/nodes/${nodeId}/quiz`, {
      introHtml: `<a href="stoa-file:${picture}">x</a>`,
    }),
    stoa.as(writer).put(`${studio}/cover`, { objectId: picture }),
    stoa.as(writer).patch(studio, { descriptionHtml: `<img src="stoa-file:${picture}">` }),
    stoa.as(writer).post(`${studio}/resources`, { title: 'Mine', objectId: picture }),
  ])
  expect(taken.map(({ body }) => body.code)).toEqual(taken.map(() => 'learning.file_unfit'))

  const upload = await stoa.as(writer).post('/files/objects?name=a.png', await givenPicture(), {
    'content-type': 'image/png',
  })
  expect((await stoa.as(writer).post(blocks, image(upload.body.id))).status).toBe(201)
  // Somebody who keeps all files puts one in: from then on it belongs to the course.
  expect((await stoa.as(owner).post(blocks, image(picture))).status).toBe(201)
  const saved = await stoa
    .as(writer)
    .put(`/learning/studio/nodes/${nodeId}/content`, { blocks: [image(picture), image(upload.body.id)] })
  expect(saved.status).toBe(200)
})
