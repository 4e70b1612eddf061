import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenPerson, givenSchool, type Person, signIn } from './school.ts'
import { openWorld, type World } from './world.ts'

let world: World
let learner: Person

beforeAll(async () => {
  world = await openWorld()
  learner = await givenPerson(world, await givenSchool(world), 'student', 'Lena Learner')
})
afterAll(() => world.close())

test('an address nobody answers says so and leads home', async () => {
  const { page } = await world.visitor()
  const answer = await page.goto('/no/such/page')
  expect(answer?.status()).toBe(404)
  await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Go to home' }).click()
  await page.waitForURL(`${world.url}/`)
})

test('an address of the API nobody answers is told as the API tells it, by any method', async () => {
  for (const method of ['GET', 'POST', 'DELETE']) {
    const answer = await fetch(`${world.url}/api/v1/learning/nonsense`, { method })
    expect(answer.status, method).toBe(404)
    expect(await answer.json(), method).toMatchObject({ code: 'not_found', status: 404 })
  }
})

test('what is sent to a page from another site is refused before the page hears of it', async () => {
  const send = (headers: Record<string, string>) =>
    fetch(`${world.url}/courses/any-course`, {
      method: 'POST',
      body: new URLSearchParams({ course: '018f0000-0000-7000-8000-000000000000' }),
      headers: { accept: 'text/html', 'accept-language': 'de', ...headers },
      redirect: 'manual',
    })
  for (const from of [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ] as Array<Record<string, string>>) {
    const answer = await send(from)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('Das wurde nicht angenommen')
    expect(answer.headers.getSetCookie()).toEqual([])
  }
  expect((await send({ origin: world.url })).status).toBe(302)
})

test('signed in, a page that is not there leaves the navigation standing', async () => {
  const { page } = await world.visitor()
  await signIn(page, learner)
  for (const path of ['/learn/courses/nonsense', '/learn/courses/00000000-0000-7000-8000-000000000000']) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor()
  }
  await page.goto('/account/nonsense')
  await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor()
  await page.getByRole('link', { name: 'My learning' }).first().waitFor()
})

test('a wrong password and an unknown address are told in the same words', async () => {
  const { page } = await world.visitor()
  const refusal = async (email: string) => {
    await page.goto('/sign-in')
    await page.getByLabel('Email').fill(email)
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.getByLabel('Password', { exact: true }).fill('not the password at all')
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    const words = await page.getByRole('alert').textContent()
    await page.getByText(email).waitFor()
    return words
  }
  const known = await refusal(learner.email)
  expect(known).toContain('do not belong together')
  expect(await refusal('nobody@nowhere.example')).toBe(known)
})

test('when the server fails, the page says it is our fault, keeps its frame and recovers', async () => {
  const { page } = await world.visitor()
  await signIn(page, learner)
  await world.sql('alter table learning.enrollments rename to enrollments_gone')
  const answer = await page.goto('/learn')
  expect(answer?.status()).toBe(500)
  await page.getByRole('heading', { level: 1, name: 'Something went wrong' }).waitFor()
  expect(await page.content()).not.toMatch(/enrollments_gone|relation|at file:/)
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor()
  await world.sql('alter table learning.enrollments_gone rename to enrollments')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { level: 1, name: 'My learning' }).waitFor()
})

test('when not even the frame can be drawn, there is still a page that says what to do', async () => {
  const { page } = await world.visitor()
  await world.sql('alter table auth.organizations rename to organizations_gone')
  const answer = await page.goto('/sign-in')
  expect(answer?.status()).toBe(503)
  await page.getByRole('heading', { level: 1, name: 'This page cannot be shown right now' }).waitFor()
  expect(await page.content()).not.toContain('organizations_gone')
  await world.sql('alter table auth.organizations_gone rename to organizations')
  await page.getByRole('link', { name: 'Load again' }).click()
  await page.getByRole('heading', { level: 1, name: 'Welcome back' }).waitFor()
})

test('without a connection the page says so, and that it is back', async () => {
  const { page, context } = await world.visitor()
  await page.goto('/')
  await page.getByRole('link', { name: 'Courses' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Courses' }).waitFor()
  await page.getByRole('banner').getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: 'Lakeside Academy' }).waitFor()
  await context.setOffline(true)
  await page.getByText('You are offline.').waitFor()
  await page.getByRole('link', { name: 'Courses' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'You are offline' }).waitFor()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { level: 1, name: 'Courses' }).waitFor()
})
