import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { storeFile } from '../files/index.ts'
import { givenPicture } from '../files/testing.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
} from '../identity/testing.ts'
import { publishDue } from './due.ts'
import { givenCourse } from './testing.ts'

let stoa: TestStoa
let academy: GivenOrganization
let teacher: GivenPerson
let colleague: GivenPerson
let admin: GivenPerson
let student: GivenPerson
beforeAll(async () => {
  stoa = await testStoa()
  academy = await givenOrganization(stoa)
  teacher = await givenPerson(stoa, academy, 'mentor', 'Tess Teacher')
  colleague = await givenPerson(stoa, academy, 'mentor')
  admin = await givenPerson(stoa, academy, 'admin')
  student = await givenPerson(stoa, academy)
})
afterAll(() => stoa.close())

const begin = async (title: string) =>
  (await stoa.as(teacher).post('/learning/studio/courses', { title })).body
const withLesson = async (title: string) => {
  const course = await begin(title)
  const { body: module } = await stoa
    .as(teacher)
    .post(`/learning/studio/courses/${course.id}/nodes`, { title: 'One' })
  await stoa
    .as(teacher)
    .post(`/learning/studio/courses/${course.id}/nodes`, { title: 'First', parentId: module.id })
  return course
}

describe('writing a course', () => {
  test('it begins as a draft of its author, with an address made from the title', async () => {
    const { status, body } = await stoa
      .as(teacher)
      .post('/learning/studio/courses', { title: '  Grüße aus Łódź!  ' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      title: 'Grüße aus Łódź!',
      slug: 'gruesse-aus-lodz',
      status: 'draft',
      instructor: { id: teacher.userId, name: 'Tess Teacher' },
      can: { edit: true, publish: true, delete: true },
    })
    const audited = await stoa.sql(
      'select actor_id from audit.entries where action = $1 and entity_id = $2',
      ['learning.course_created', body.id],
    )
    expect(audited).toHaveLength(1)
  })

  test('thirty at once with one title get thirty addresses', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => begin('The same')))
    const slugs = answers.map((course) => course.slug).sort()
    const wanted = ['the-same', ...Array.from({ length: 29 }, (_, index) => `the-same-${index + 2}`)].sort()
    expect(slugs).toEqual(wanted)
  })

  test('of ten edits of one version one wins, the others learn that it changed', async () => {
    const course = await begin('Contested')
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        stoa
          .as(teacher)
          .patch(
            `/learning/studio/courses/${course.id}`,
            { summary: `Draft ${index}` },
            { 'if-match': `"${course.revision}"` },
          ),
      ),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array(9).fill(412)])
  })

  test('its description is sanitized', async () => {
    const course = await begin('Hostile')
    const { body } = await stoa.as(teacher).patch(`/learning/studio/courses/${course.id}`, {
      descriptionHtml:
        '<h2 onclick="x()">Hi</h2><script>alert(1)</script><a href="javascript:alert(1)">a</a>' +
        '<img src=x onerror=alert(1)><iframe src="https://evil.test"></iframe><a href="stoa-node:../..">n</a>',
    })
    expect(body.descriptionHtml).toBe('<h2>Hi</h2><a>a</a><img src="x" /><a>n</a>')
  })

  test('an address that is taken is refused, a category or teacher of nowhere too', async () => {
    const first = await begin('First come')
    const second = await begin('Second come')
    const change = (body: object) => stoa.as(teacher).patch(`/learning/studio/courses/${second.id}`, body)
    expect(await change({ slug: first.slug })).toMatchObject({
      status: 409,
      body: { code: 'learning.slug_taken' },
    })
    expect((await change({ instructorId: student.userId })).body.errors[0].pointer).toBe('/instructorId')
    expect((await change({ categoryId: first.id })).body.errors[0].pointer).toBe('/categoryId')
    expect((await change({ title: 'a\u0000b' })).status).toBe(400)
    expect((await change({ priceMinor: '12' })).status).toBe(422)
    expect((await change({ revision: 9 })).status).toBe(422)
    expect((await change({ instructorId: colleague.userId })).body.instructor.id).toBe(colleague.userId)
  })

  test('a cover is a picture', async () => {
    const course = await begin('With a face')
    const picture = await stoa.inside(academy.id, async (ctx) =>
      storeFile(ctx, { bucket: 'course-media', name: 'face.png', data: await givenPicture() }),
    )
    const text = await stoa.inside(academy.id, (ctx) =>
      storeFile(ctx, { bucket: 'course-media', name: 'notes.txt', data: Buffer.from('Some notes.') }),
    )
    const cover = (objectId: string) =>
      stoa.as(teacher).put(`/learning/studio/courses/${course.id}/cover`, { objectId, alt: 'A face' })
    expect((await cover(picture.objectId)).body.cover).toMatchObject({
      alt: 'A face',
      url: expect.stringContaining('/media/'),
    })
    expect((await cover(text.objectId)).body.code).toBe('learning.file_unfit')
    expect((await cover(course.id)).body.code).toBe('learning.file_unfit')
    expect(
      (await stoa.as(teacher).delete(`/learning/studio/courses/${course.id}/cover`)).body.cover,
    ).toBeNull()
  })
})

describe('publishing', () => {
  test('needs a module, and a lesson in each', async () => {
    const course = await begin('Unready')
    const publish = () => stoa.as(teacher).put(`/learning/studio/courses/${course.id}/publication`, {})
    expect((await publish()).body).toMatchObject({
      code: 'learning.course_not_ready',
      params: { gap: 'no_module' },
    })
    const { body: module } = await stoa
      .as(teacher)
      .post(`/learning/studio/courses/${course.id}/nodes`, { title: 'Empty one' })
    expect((await publish()).body.params).toMatchObject({ gap: 'empty_module', title: 'Empty one' })
    await stoa
      .as(teacher)
      .post(`/learning/studio/courses/${course.id}/nodes`, { title: 'Lesson', parentId: module.id })
    expect((await publish()).body.status).toBe('published')
  })

  test('a course is withdrawn, archived and taken out of the archive', async () => {
    const course = await withLesson('To and fro')
    const at = `/learning/studio/courses/${course.id}`
    expect((await stoa.as(teacher).put(`${at}/publication`, {})).body.status).toBe('published')
    expect((await stoa.as(teacher).put(`${at}/archive`)).body.status).toBe('archived')
    expect((await stoa.as(teacher).put(`${at}/publication`, {})).body.code).toBe('learning.course_archived')
    expect((await stoa.as(teacher).delete(`${at}/archive`)).body.status).toBe('published')
    expect((await stoa.as(teacher).delete(`${at}/publication`)).body.status).toBe('draft')
    expect((await stoa.strangerAt(academy).get(`/learning/courses/${course.slug}`)).status).toBe(404)
  })

  test('a scheduled course appears when its time has come, once', async () => {
    const course = await withLesson('Tomorrow')
    const at = new Date(Date.now() + 3600_000).toISOString()
    const { body } = await stoa.as(teacher).put(`/learning/studio/courses/${course.id}/publication`, { at })
    expect(body).toMatchObject({ status: 'scheduled', scheduledAt: at })
    await stoa.sql(`update learning.courses set scheduled_at = now() - interval '1 minute' where id = $1`, [
      course.id,
    ])
    await Promise.all([1, 2, 3].map(() => publishDue.run(stoa.app)))
    expect((await stoa.as(teacher).get(`/learning/studio/courses/${course.id}`)).body.status).toBe(
      'published',
    )
    const announced = await stoa.sql(
      `select 1 from platform.outbox where name = 'learning.course_published' and payload->>'courseId' = $1`,
      [course.id],
    )
    expect(announced).toHaveLength(1)
  })

  test('a course somebody joined is not deleted', async () => {
    const joined = await givenCourse(stoa, academy, teacher)
    await stoa.sql(
      `insert into learning.enrollments (organization_id, course_id, user_id) values ($1, $2, $3)`,
      [academy.id, joined.id, student.userId],
    )
    expect((await stoa.as(teacher).delete(`/learning/studio/courses/${joined.id}`)).body.code).toBe(
      'learning.course_has_learners',
    )
    const alone = await begin('Nobody came')
    expect((await stoa.as(teacher).delete(`/learning/studio/courses/${alone.id}`)).status).toBe(200)
    expect((await stoa.as(teacher).get(`/learning/studio/courses/${alone.id}`)).status).toBe(404)
  })
})

describe('who may', () => {
  test('authors see and edit their own courses, managers all, others none', async () => {
    const course = await begin('Mine')
    const at = `/learning/studio/courses/${course.id}`
    const foreign = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
    expect((await stoa.as(colleague).get(at)).status).toBe(404)
    expect((await stoa.as(student).patch(at, { title: 'Theirs' })).status).toBe(404)
    expect((await stoa.as(foreign).patch(at, { title: 'Theirs' })).status).toBe(404)
    expect((await stoa.strangerAt(academy).get(at)).status).toBe(401)
    expect((await stoa.as(admin).patch(at, { title: 'Ours' })).body.title).toBe('Ours')
    expect((await stoa.as(student).get('/learning/studio/courses')).status).toBe(403)
    expect((await stoa.as(student).post('/learning/studio/courses', { title: 'No' })).status).toBe(403)
    const theirs = (await stoa.as(colleague).get('/learning/studio/courses?limit=100')).body.items
    expect(theirs.map((row: { id: string }) => row.id)).not.toContain(course.id)
    const all = (await stoa.as(admin).get('/learning/studio/courses?limit=100')).body.items
    expect(all.map((row: { id: string }) => row.id)).toContain(course.id)
  })

  test('whoever gives a course away sees that it is done', async () => {
    const course = await givenCourse(stoa, academy, teacher)
    await stoa.sql('update learning.courses set created_by = null where id = $1', [course.id])
    const { status } = await stoa
      .as(teacher)
      .patch(`/learning/studio/courses/${course.id}`, { instructorId: colleague.userId })
    expect(status).toBe(200)
    expect((await stoa.as(teacher).get(`/learning/studio/courses/${course.id}`)).status).toBe(404)
  })
})

describe('the catalogue', () => {
  test('shows published courses to everybody, page by page', async () => {
    const library = await givenOrganization(stoa)
    const author = await givenPerson(stoa, library, 'mentor')
    for (const title of ['Algebra', 'Biology', 'Chemistry'])
      await givenCourse(stoa, library, author, { title })
    await givenCourse(stoa, library, author, { title: 'Secret', unpublished: true })
    const stranger = stoa.strangerAt(library)
    const first = (await stranger.get('/learning/courses?limit=2')).body
    expect(first.items.map((course: { title: string }) => course.title)).toEqual(['Chemistry', 'Biology'])
    const second = (await stranger.get(`/learning/courses?limit=2&cursor=${first.next}`)).body
    expect(second.items.map((course: { title: string }) => course.title)).toEqual(['Algebra'])
    expect(second.next).toBeNull()
    const found = async (query: string) =>
      (await stranger.get(`/learning/courses?${query}`)).body.items.map(
        (course: { title: string }) => course.title,
      )
    expect(await found('q=chem')).toEqual(['Chemistry'])
    expect(await found('q=algbra')).toEqual(['Algebra'])
    expect(await found('q=%25')).toEqual([])
    expect(await found('level=advanced')).toEqual([])
  })

  test('a course page shows the outline that readers see', async () => {
    const course = await givenCourse(stoa, academy, teacher, { modules: 2, lessons: 2 })
    stoa.statements()
    const { body, status } = await stoa.strangerAt(academy).get(`/learning/courses/${course.slug}`)
    expect(status).toBe(200)
    expect(stoa.statements().length).toBeLessThanOrEqual(5)
    expect(body.counts).toEqual({ modules: 2, lessons: 4, pages: 4, quizzes: 1, minutes: 0 })
    expect(body.nodes.map((node: { title: string }) => node.title)).toEqual([
      'Module 1',
      'Lesson 1.1',
      'Lesson 1.2',
      'Module 2',
      'Lesson 2.1',
      'Lesson 2.2',
    ])
    expect(body.can).toEqual({ enroll: false, learn: false, edit: false })
    expect(body.enrollRefusal).toBe('sign_in_required')
    expect((await stoa.as(student).get(`/learning/courses/${course.slug}`)).body.can.enroll).toBe(true)
    expect((await stoa.as(teacher).get(`/learning/courses/${course.slug}`)).body.can.edit).toBe(true)
  })

  test('drafts and courses for the enrolled are not there for others', async () => {
    const draft = await givenCourse(stoa, academy, teacher, { unpublished: true })
    expect((await stoa.as(student).get(`/learning/courses/${draft.slug}`)).status).toBe(404)
    expect((await stoa.as(teacher).get(`/learning/courses/${draft.slug}`)).status).toBe(200)
    const closed = await givenCourse(stoa, academy, teacher)
    await stoa.as(teacher).patch(`/learning/studio/courses/${closed.id}`, { visibility: 'enrolled_only' })
    const listed = async () =>
      (await stoa.as(student).get('/learning/courses?limit=100')).body.items.map(
        (course: { id: string }) => course.id,
      )
    expect((await stoa.as(student).get(`/learning/courses/${closed.slug}`)).status).toBe(404)
    expect(await listed()).not.toContain(closed.id)
    await stoa.sql(
      `insert into learning.enrollments (organization_id, course_id, user_id) values ($1, $2, $3)`,
      [academy.id, closed.id, student.userId],
    )
    expect((await stoa.as(student).get(`/learning/courses/${closed.slug}`)).body.can.learn).toBe(true)
    expect(await listed()).toContain(closed.id)
  })

  test('shelves are kept by managers', async () => {
    const create = (person: GivenPerson, name: string) =>
      stoa.as(person).post('/learning/categories', { name })
    expect((await create(teacher, 'No')).status).toBe(403)
    const [science, arts] = [(await create(admin, 'Science')).body, (await create(admin, 'Arts')).body]
    const again = await Promise.all(Array.from({ length: 20 }, () => create(admin, 'Crafts')))
    expect(again.filter((answer) => answer.status === 201)).toHaveLength(1)
    expect(again.filter((answer) => answer.body.code === 'learning.slug_taken')).toHaveLength(19)
    await stoa.as(admin).patch(`/learning/categories/${arts.id}`, { after: null })
    const shelves = (await stoa.strangerAt(academy).get('/learning/categories')).body.items
    expect(shelves.map((shelf: { name: string }) => shelf.name)).toEqual(['Arts', 'Science', 'Crafts'])
    const course = await givenCourse(stoa, academy, teacher)
    await stoa.as(teacher).patch(`/learning/studio/courses/${course.id}`, { categoryId: science.id })
    const onShelf = (
      await stoa.stranger.get('/learning/courses?category=science', { 'stoa-organization': academy.slug })
    ).body.items
    expect(onShelf.map((row: { id: string }) => row.id)).toEqual([course.id])
    expect((await stoa.as(admin).delete(`/learning/categories/${science.id}`)).status).toBe(200)
    expect((await stoa.as(teacher).get(`/learning/studio/courses/${course.id}`)).body.category).toBeNull()
  })
})
