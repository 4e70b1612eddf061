import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  givenCourse,
  givenPerson,
  givenProgress,
  givenSchool,
  type Person,
  password,
  signIn,
} from './school.ts'
import { openWorld, type World } from './world.ts'

let world: World
let admin: Person
let teacher: Person
let otherTeacher: Person
let learner: Person
let stranger: Person
let course: { id: string; slug: string; title: string }

beforeAll(async () => {
  world = await openWorld()
  const school = await givenSchool(world)
  admin = await givenPerson(world, school, 'admin', 'Ada Admin')
  teacher = await givenPerson(world, school, 'mentor', 'Tom Teacher')
  otherTeacher = await givenPerson(world, school, 'mentor', 'Olga Other')
  learner = await givenPerson(world, school, 'student', 'Lena Learner')
  course = await givenCourse(world, teacher)
  await givenProgress(world, learner, course.id, 1)
  stranger = await givenPerson(world, await givenSchool(world, 'Harbour School'), 'owner', 'Hal Harbour')
})
afterAll(() => world.close())

const places = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).first().getByRole('link').allTextContents()

/** The address tells this person nothing: neither what is there nor that there is something. */
async function expectClosed(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path)
  expect([403, 404], path).toContain(answer?.status())
  await page
    .getByRole('heading', { level: 1, name: /There is no such page|This page is not open to you/ })
    .waitFor()
  expect(await page.getByRole('main').textContent(), path).not.toContain(course.title)
}

const adminPaths = [
  '/admin',
  '/admin/people',
  '/admin/people/invite',
  '/admin/people/invitations',
  '/admin/people/sign-ins',
  '/admin/roles',
  '/admin/roles/new',
  '/admin/modules',
  '/admin/settings',
  '/admin/audit',
  '/admin/audit/1',
  '/admin/audit/verification',
  '/admin/audit/dead-letters',
  '/admin/jobs',
  '/admin/mail',
]
const studioPaths = () => [
  `/teach/courses/${course.id}`,
  `/teach/courses/${course.id}/details`,
  `/teach/courses/${course.id}/learners`,
]

test('a stranger is asked to sign in and comes back to where they wanted to go', async () => {
  const { page } = await world.visitor()
  for (const path of ['/learn', '/account', '/admin/people', ...studioPaths()]) {
    await page.goto(path)
    const url = new URL(page.url())
    expect(url.pathname + url.search).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
  }
})

test('a sign-in never leads to another site', async () => {
  const { page } = await world.visitor()
  for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    await page.context().clearCookies()
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await page.getByLabel('Email').fill(learner.email)
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(`${world.url}/learn`)
  }
})

test('a learner sees neither studio nor administration, and their addresses are closed', async () => {
  const { page } = await world.visitor()
  await signIn(page, learner)
  const seen = await places(page)
  expect(seen).toEqual(['My learning', 'Courses', 'Certificates'])
  for (const path of ['/teach', '/teach/imports', '/teach/imports/new', ...studioPaths(), ...adminPaths])
    await expectClosed(page, path)
})

test('a teacher has the studio but no administration, and not the courses of others', async () => {
  const { page } = await world.visitor()
  await signIn(page, otherTeacher)
  expect(await places(page)).toEqual(['My learning', 'Courses', 'Certificates', 'My courses', 'Import'])
  for (const path of [...studioPaths(), ...adminPaths]) await expectClosed(page, path)
  await page.goto('/teach')
  await page.getByRole('heading', { level: 1, name: 'My courses' }).waitFor()
  expect(await page.getByRole('main').textContent()).not.toContain(course.title)
})

test('the owner of another organization finds nothing of this one', async () => {
  const { page } = await world.visitor()
  await signIn(page, stranger)
  for (const path of [...studioPaths(), `/learn/courses/${course.id}`, `/admin/people/${learner.userId}`])
    await expectClosed(page, path)
  for (const path of ['/teach', '/admin/people', '/admin/audit']) {
    expect((await page.goto(path))?.status(), path).toBe(200)
    const words = await page.getByRole('main').textContent()
    expect(words, path).not.toContain(course.title)
    expect(words, path).not.toContain('Lena')
  }
})

test('a module that is switched off is gone from the navigation and from its addresses', async () => {
  const { page } = await world.visitor()
  await signIn(page, admin)
  await page.goto('/admin/modules')
  await page.getByRole('switch', { name: 'Import' }).uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => places(page)).not.toContain('Import')

  const visitor = await world.visitor()
  await signIn(visitor.page, teacher)
  expect(await places(visitor.page)).toContain('My courses')
  expect(await places(visitor.page)).not.toContain('Import')
  await expectClosed(visitor.page, '/teach/imports')
  await visitor.page.goto('/teach')
  expect(await visitor.page.getByRole('link', { name: /Import/ }).count()).toBe(0)

  await page.getByRole('switch', { name: 'Import' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => places(page)).toContain('Import')
})
