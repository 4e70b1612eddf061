import { afterAll, beforeAll, expect, test } from 'vitest'
import { authenticate, sessionCookie } from '../server/src/modules/identity/index.ts'
import { givenOrganization, givenPerson } from '../server/src/modules/identity/testing.ts'
import { givenCourse } from '../server/src/modules/learning/testing.ts'
import { modules } from '../server/src/modules.ts'
import { createServer } from '../server/src/platform/http/server.ts'
import { type TestStoa, testStoa } from '../server/src/testing/test-stoa.ts'
import { createPageCallers } from '../server/src/web/page-callers.ts'
import { mountWebApp } from '../server/src/web/web-app.ts'

let stoa: TestStoa
let pages: Awaited<ReturnType<typeof createServer>>
let organization: { slug: string }
let learner: { token: string }
let course: { id: string; slug: string; pageIds: string[] }

beforeAll(async () => {
  stoa = await testStoa()
  const callers = createPageCallers(authenticate)
  pages = await createServer(stoa.app, modules, callers.authenticate)
  await mountWebApp(pages, stoa.app, callers)
  const founded = await givenOrganization(stoa, 'Counting school')
  organization = founded
  const author = await givenPerson(stoa, founded, 'mentor')
  const person = await givenPerson(stoa, founded, 'student')
  learner = person
  course = await givenCourse(stoa, founded, author, { modules: 5, lessons: 4 })
  await stoa.as(person).put(`/learning/courses/${course.id}/enrollment`)
  await stoa.settle()
})
afterAll(async () => {
  await pages.close()
  await stoa.close()
})

/** SQL statements of one page, asked for a second time: what is the same for everybody is then kept. */
async function statementsOf(url: string, cookie: string): Promise<string[]> {
  for (const _ of ['first reader', 'second reader']) {
    stoa.statements()
    const answer = await pages.inject({ url, headers: { cookie, accept: 'text/html' } })
    expect([url, answer.statusCode]).toEqual([url, 200])
  }
  return stoa.statements()
}

const signedIn = () => `${sessionCookie(false)}=${learner.token}`
const signedOut = () => `stoa_organization=${organization.slug}`

test('a lesson page takes at most four statements', async () => {
  const statements = await statementsOf(`/learn/courses/${course.id}/pages/${course.pageIds[1]}`, signedIn())
  expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(4)
})

test('my courses take at most four', async () => {
  expect((await statementsOf('/learn', signedIn())).length).toBeLessThanOrEqual(4)
})

test('a course page takes at most six for a learner, and one for a stranger', async () => {
  expect((await statementsOf(`/courses/${course.slug}`, signedIn())).length).toBeLessThanOrEqual(6)
  expect(await statementsOf(`/courses/${course.slug}`, signedOut())).toHaveLength(1)
})

test('home and catalogue take one statement for a stranger', async () => {
  expect(await statementsOf('/', signedOut())).toHaveLength(1)
  expect(await statementsOf('/courses', signedOut())).toHaveLength(1)
})

test('a change of the public face is seen at once', async () => {
  const before = await pages.inject({ url: `/courses/${course.slug}`, headers: { cookie: signedOut() } })
  expect(before.statusCode).toBe(200)
  await stoa.sql(
    `update learning.courses set title = 'Renamed meanwhile', revision = revision + 1 where id = $1`,
    [course.id],
  )
  const after = await pages.inject({ url: `/courses/${course.slug}`, headers: { cookie: signedOut() } })
  expect(after.payload).toContain('Renamed meanwhile')
  expect(after.headers.etag).not.toBe(before.headers.etag)
})
