import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenPerson, givenSchool, type Person, password, signIn } from './school.ts'
import { openWorld, type World } from './world.ts'

let world: World
let admin: Person
let teacher: Person
let learner: Person

beforeAll(async () => {
  world = await openWorld()
  const school = await givenSchool(world)
  admin = await givenPerson(world, school, 'owner', 'Ada Admin')
  teacher = await givenPerson(world, school, 'mentor', 'Tom Teacher')
  learner = await givenPerson(world, school, 'student', 'Lena Learner')
})
afterAll(() => world.close())

const said = (page: Page, words: string) => page.getByText(words).first().waitFor()
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Lena Learner' }).getByRole('link', { name }).click()

test('an administrator looks after a person, and the person notices', async () => {
  const { page } = await world.visitor()
  const { page: hers } = await world.visitor({ phone: true })
  await signIn(hers, learner)
  await signIn(page, admin)

  // Found among the others.
  await page.goto('/admin/people')
  await page.getByLabel('Role').selectOption({ label: 'Learner' })
  await page.getByLabel('Last seen').selectOption({ label: 'Online now' })
  await page.getByRole('button', { name: 'Filter' }).click()
  await page.waitForURL(/role=student.*seen=now/)
  const people = page.getByRole('table', { name: 'People' })
  await people.getByRole('link', { name: teacher.name }).waitFor({ state: 'detached' })
  await people.getByRole('link', { name: learner.name }).click()
  await page.getByRole('heading', { level: 1, name: learner.name }).waitFor()

  // Somebody to report to.
  await tab(page, 'Work')
  await page.getByLabel('Find a manager').fill('Tom')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByRole('button', { name: `Choose: ${teacher.name}` }).click()
  await said(page, 'Manager saved.')
  const chain = page.getByRole('list', { name: `Who stands above ${learner.name}` })
  await chain.getByRole('link', { name: teacher.name }).click()
  await page.getByRole('table', { name: 'Direct reports' }).getByRole('link', { name: learner.name }).click()

  // Kept out for a day, and let in again.
  await tab(page, 'Overview')
  await page.getByLabel('Reason').fill('Wrote rude things about herons.')
  await page.getByLabel('For how long').selectOption({ label: '1 day' })
  await page.getByRole('button', { name: 'Keep out' }).click()
  await said(page, 'Kept out for a time')
  await hers.goto('/learn')
  await hers.getByLabel('Email').fill(learner.email)
  await hers.getByRole('button', { name: 'Continue', exact: true }).click()
  await hers.getByLabel('Password', { exact: true }).fill(password)
  await hers.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await hers.getByText('Wrote rude things about herons.').waitFor()
  await page.getByRole('button', { name: 'Let in again' }).click()
  await said(page, 'The person may come in again.')

  // One device signed out.
  await signIn(hers, learner)
  await tab(page, 'Sign-in and devices')
  const devices = page.getByRole('table', { name: 'Devices signed in here' })
  await devices.getByRole('button', { name: 'Sign out' }).click()
  await said(page, 'That device is signed out.')
  await said(page, 'Not signed in on any device.')
  await hers.goto('/learn')
  await hers.waitForURL(/\/sign-in/)

  // What happened is told in words.
  await tab(page, 'Activity')
  await page.getByRole('table', { name: 'Sign-ins' }).getByText('Kept out').first().waitFor()
})

test('acting as somebody needs a proof and a reason, is seen on every page, and leads back', async () => {
  const { page } = await world.visitor()
  const { page: hers } = await world.visitor()
  await signIn(hers, learner)
  await signIn(page, admin)
  await world.sql(
    `update auth.sessions set authenticated_at = now() - interval '1 hour' where user_id = '${admin.userId}'`,
  )
  await page.goto(`/admin/people/${learner.userId}`)
  await page.getByRole('link', { name: 'Act as this person' }).click()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByLabel('Reason').fill('You asked us to look at your quiz.')
  await page.getByRole('button', { name: 'Begin' }).click()

  const banner = page.getByRole('region', { name: "Acting in somebody's name" })
  await banner.getByText('Ada Admin is acting as Lena Learner').waitFor()
  await page.goto('/courses')
  await banner.waitFor()

  // She sees it among her devices, and why in a mail.
  await hers.goto('/account/security')
  await hers
    .getByRole('table', { name: 'Where you are signed in' })
    .getByText('An administrator in your name')
    .waitFor()
  await expect
    .poll(async () => {
      await hers.goto('/mail')
      return hers.getByRole('main').textContent()
    })
    .toContain('Ada Admin')

  await banner.getByRole('button', { name: 'Be yourself again' }).click()
  await page.getByRole('heading', { level: 1, name: learner.name }).waitFor()
  await banner.waitFor({ state: 'detached' })
  await hers.goto('/account/security')
  const ownDevices = hers.getByRole('table', { name: 'Where you are signed in' })
  await ownDevices.waitFor()
  expect(await ownDevices.getByText('An administrator in your name').count()).toBe(0)
})

test('the plot of sign-ins has a table behind it, and the list can be narrowed', async () => {
  const { page } = await world.visitor()
  await signIn(page, admin)
  await page.goto('/admin/people/sign-ins')
  await page.getByRole('img', { name: /Bars for 30 days/ }).waitFor()
  await page.getByText('Show as a table').click()
  const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date())
  const row = page.getByRole('table', { name: 'Tries to sign in by day' }).getByRole('row', { name: today })
  expect(Number(await row.getByRole('cell').first().locator('div').textContent())).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'Last 90 days' }).click()
  await page.getByRole('img', { name: /Bars for 90 days/ }).waitFor()

  await page.getByLabel('Who', { exact: true }).fill(learner.name)
  await page.getByLabel('How').selectOption({ label: 'An administrator in your name' })
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.waitForURL(/method=impersonation/)
  const tries = page.getByRole('table', { name: 'Tries to sign in', exact: true })
  await expect.poll(() => tries.getByRole('row').count()).toBe(2)
  await tries.getByRole('link', { name: learner.name }).waitFor()
})

test('one page shows who may what, and changes it', async () => {
  const { page } = await world.visitor({ phone: true })
  await signIn(page, admin)
  await page.goto('/admin/roles/matrix')
  const box = page.getByRole('checkbox', { name: 'See people: Teacher' })
  expect(await box.isChecked()).toBe(false)
  await box.check()
  await page.getByRole('button', { name: 'Save permissions' }).click()
  await said(page, '1 role saved.')
  await page.reload()
  expect(await box.isChecked()).toBe(true)
})
