import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenCourse, givenPerson, givenSchool, type Person, password } from './school.ts'
import { openWorld, type World } from './world.ts'

let world: World
let learner: Person

beforeAll(async () => {
  world = await openWorld()
  const school = await givenSchool(world)
  learner = await givenPerson(world, school, 'student', 'Lena Learner')
  await givenCourse(world, await givenPerson(world, school, 'mentor', 'Tom Teacher'))
})
afterAll(() => world.close())

test('a browser without script takes a course from the catalogue to the certificate', async () => {
  const { page } = await world.visitor({ noScript: true })
  const main = page.getByRole('main')
  await page.goto('/')
  await page.getByRole('link', { name: 'Courses' }).first().click()
  await page.getByLabel('Search courses').fill('everyone')
  await page.getByRole('button', { name: 'Search' }).click()
  expect(page.url()).toContain('q=everyone')
  await main.getByRole('link', { name: 'Writing that everyone can read' }).click()

  await page.getByRole('button', { name: 'Sign in and join' }).click()
  await page.getByLabel('Email').fill(learner.email)
  await main.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByLabel('Password', { exact: true }).fill('wrong, to begin with')
  await main.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await main.getByRole('button', { name: 'Sign in' }).click()

  await page.getByRole('heading', { level: 1, name: 'The main thing first' }).waitFor()
  for (const next of [
    'Headings, lists and links',
    'Describing pictures',
    'Tables and numbers',
    'Colour, contrast and movement',
    'Quiz: can everyone read it?',
  ]) {
    await page.getByRole('button', { name: 'Finish and go on' }).click()
    await page.getByRole('heading', { level: 1, name: next }).waitFor()
  }

  await page.getByRole('radio', { name: 'Click here' }).check()
  await page.getByRole('button', { name: 'Check answers' }).click()
  await page.getByText('0 of 4 right.').waitFor()
  await page.getByRole('link', { name: 'Try again' }).click()
  await page.getByRole('radio', { name: 'Report that you are ill' }).check()
  for (const name of ['Say what the picture says', 'Leave it empty', 'For a picture that is a link'])
    await page.getByRole('checkbox', { name }).check()
  await page.getByRole('radio', { name: 'False' }).check()
  await page.getByRole('textbox', { name: 'Your answer' }).fill('4.5')
  await page.getByRole('button', { name: 'Check answers' }).click()
  await page.getByText('4 of 4 right.').waitFor()

  await page.getByRole('link', { name: 'To the end' }).click()
  await page.getByRole('heading', { level: 1, name: 'You made it' }).waitFor()
  await expect
    .poll(async () => {
      await page.reload()
      return page.getByRole('link', { name: 'See certificate' }).count()
    })
    .toBe(1)
  await page.getByRole('link', { name: 'See certificate' }).click()
  await page.getByText('This certificate is valid').waitFor()
  await main.getByText('Lena Learner').first().waitFor()
})

test('the language is a form too', async () => {
  const { page } = await world.visitor({ noScript: true })
  await page.goto('/courses')
  await page.getByRole('contentinfo').getByRole('button', { name: 'Deutsch' }).click()
  await page.getByRole('heading', { level: 1, name: 'Kurse' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/courses')
})
