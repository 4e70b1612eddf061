import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyAll } from '../server/src/modules/audit/index.ts'
import { zipOf } from '../server/src/modules/imports/packages/fixtures/archives.ts'
import { givenPerson, givenSchool, type Person, password, sampleFiles, signIn } from './school.ts'
import { openWorld, type World } from './world.ts'

let world: World
let teacher: Person
const title = 'Writing that everyone can read'
const pages = [
  'The main thing first',
  'Headings, lists and links',
  'Describing pictures',
  'Tables and numbers',
  'Colour, contrast and movement',
  'Quiz: can everyone read it?',
]

beforeAll(async () => {
  world = await openWorld()
  const school = await givenSchool(world)
  teacher = await givenPerson(world, school, 'mentor', 'Tom Teacher')
})
afterAll(() => world.close())

const isOn = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

test('a course goes from package to certificate, and the certificate back', async () => {
  const desk = await world.visitor()
  await importCourse(desk.page)

  const stranger = await world.visitor()
  await signUpForCourse(stranger.page)
  await readEveryPage(stranger.page)
  await answerWrongThenRight(stranger.page)
  const number = await openCertificate(stranger.page)

  const employer = await world.visitor({ phone: true })
  await check(employer.page, number)
  await employer.page.getByText('This certificate is valid').waitFor()
  await employer.page.getByRole('main').getByText('Nora Newcomer').first().waitFor()
  const pdf = await employer.page.request.get(`/api/v1/learning/certificates/${number}/pdf`)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')

  await revoke(desk.page, number)
  await check(employer.page, number)
  await employer.page.getByText('This certificate has been revoked').waitFor()
  await employer.page.getByText('Reason: Issued by mistake').waitFor()

  await stranger.page.goto('/learn/certificates')
  await stranger.page.getByRole('cell', { name: 'Revoked' }).waitFor()

  await world.stoa.settle()
  const chains = await verifyAll(world.stoa.app, null)
  expect(chains.map((chain) => chain.status)).toEqual(['intact'])
})

/** The teacher brings the package in, reads the report and publishes the course. */
async function importCourse(page: Page): Promise<void> {
  await signIn(page, teacher)
  await page.getByRole('link', { name: 'Import', exact: true }).click()
  await page.getByRole('main').getByRole('link', { name: 'Import a course' }).click()
  await page.getByLabel('Choose a package').setInputFiles({
    name: 'accessible-writing.imscc',
    mimeType: 'application/zip',
    buffer: zipOf(sampleFiles('accessible-writing')),
  })
  await page.getByText('accessible-writing.imscc').waitFor()
  await page.getByRole('button', { name: 'Import course' }).click()
  await isOn(page, title)
  await page.getByRole('heading', { name: 'Fidelity report' }).waitFor()
  await page.getByText(/^(\d+) of \1 items are here: 100\s?%$/).waitFor()
  const report = page.getByRole('table', { name: 'Fidelity report' })
  for (const name of pages) await report.getByRole('row').filter({ hasText: name }).first().waitFor()

  await page.getByRole('button', { name: 'Publish course' }).click()
  await page.getByText('The course is published').waitFor()
  await page.getByRole('link', { name: 'View course' }).waitFor()
}

/** Somebody nobody knows finds the course, makes an account, confirms it by mail and is in. */
async function signUpForCourse(page: Page): Promise<void> {
  const main = page.getByRole('main')
  await page.goto('/')
  await main.getByRole('link', { name: title }).click()
  await isOn(page, title)
  await page.getByRole('button', { name: 'Sign in and join' }).click()
  await main.getByRole('link', { name: 'Create account' }).click()
  await isOn(page, 'Create your account')
  await page.getByLabel('Name').fill('Nora Newcomer')
  await page.getByLabel('Email').fill('nora@people.example')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await isOn(page, 'Check your mail')

  await page.getByRole('link', { name: 'mail catcher' }).click()
  await expect
    .poll(async () => {
      await page.getByRole('button', { name: 'Look again' }).click()
      return page.getByRole('cell', { name: 'nora@people.example' }).count()
    })
    .toBeGreaterThan(0)
  await page.getByRole('table').getByRole('link').first().click()
  // As most people do: by the button of the mail itself.
  await page.frameLocator('iframe').getByRole('link').first().click()
  await isOn(page, 'Confirm your address')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Confirm and sign in' }).click()
}

async function readEveryPage(page: Page): Promise<void> {
  for (const [place, name] of pages.entries()) {
    await isOn(page, name)
    await page.getByText(`${place} of ${pages.length}`, { exact: true }).waitFor()
    await page.getByText(`Page ${place + 1} of ${pages.length}`).waitFor()
    if (place < pages.length - 1) await page.getByRole('button', { name: 'Finish and go on' }).click()
  }
  // Pictures of the package have come along.
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: pages[4]! }).click()
  const picture = page.getByRole('main').getByRole('img').first()
  await picture.scrollIntoViewIfNeeded()
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0)
  await page.getByRole('link', { name: 'Next page' }).click()
  await isOn(page, pages[5]!)
}

async function answerWrongThenRight(page: Page): Promise<void> {
  const check = page.getByRole('button', { name: 'Check answers' })
  await page.getByRole('radio', { name: 'Click here' }).check()
  await page.getByRole('checkbox', { name: 'Begin with “Image of”' }).check()
  await page.getByRole('radio', { name: 'True' }).check()
  await page.getByLabel('Your answer').fill('3')
  await check.click()
  await page.getByText('0 of 4 right.').waitFor()
  // What is right is told to those who passed, or can no longer try.
  expect(await page.getByText('Read without the sentence around it').count()).toBe(0)

  await page.getByRole('link', { name: 'Try again' }).click()
  await page.getByRole('radio', { name: 'Report that you are ill' }).check()
  for (const name of ['Say what the picture says', 'Leave it empty', 'For a picture that is a link'])
    await page.getByRole('checkbox', { name }).check()
  await page.getByRole('radio', { name: 'False' }).check()
  await page.getByLabel('Your answer').fill('4.5 to 1')
  await check.click()
  await page.getByText('4 of 4 right.').waitFor()
  await page.getByText('Read without the sentence around it').waitFor()
  await page.getByText('100%').first().waitFor()
}

/** @returns the number of the certificate */
async function openCertificate(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'To the end' }).click()
  await isOn(page, 'You made it')
  await page.getByText('6 of 6', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'See certificate' }).click()
  await page.getByText('This certificate is valid').waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function check(page: Page, number: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Check a certificate' }).click()
  await page.getByLabel('Number of the certificate').fill(number)
  await page.getByRole('button', { name: 'Check' }).click()
  await page.waitForURL(`**/certificates/${number}`)
}

async function revoke(page: Page, number: string): Promise<void> {
  await page.goto(`/certificates/${number}`)
  await page.getByLabel('Reason').fill('Issued by mistake')
  const button = page.getByRole('button', { name: 'Revoke certificate' })
  await button.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke certificate' }).click()
  await page.getByText('This certificate has been revoked').waitFor()
  expect(await button.count()).toBe(0)
}
