import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenPicture } from '../server/src/modules/files/testing.ts'
import { givenCourse, givenPerson, givenSchool, type Person, signIn } from './school.ts'
import { openWorld, type World } from './world.ts'

let world: World
let admin: Person
let teacher: Person
let learner: Person
let course: { id: string; slug: string; title: string }

beforeAll(async () => {
  world = await openWorld()
  const school = await givenSchool(world)
  admin = await givenPerson(world, school, 'owner', 'Ada Admin')
  teacher = await givenPerson(world, school, 'mentor', 'Tom Teacher')
  learner = await givenPerson(world, school, 'student', 'Lena Learner')
  course = await givenCourse(world, teacher)
})
afterAll(() => world.close())

const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('gridcell') })
const titles = async (page: Page) =>
  (await rows(page).locator('a, button[title="Rename"]').allTextContents()).filter(Boolean)
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).last().click()
const menuOf = async (page: Page, part: string, deed: string) => {
  await page.getByRole('button', { name: `What to do with ${part}`, exact: true }).click()
  await page.getByRole('menuitem', { name: deed }).click()
}

test('a teacher duplicates a part and a course, takes both back, and finds what was removed in the bin', async () => {
  const { page } = await world.visitor()
  await signIn(page, teacher)
  await page.goto(`/teach/courses/${course.id}`)
  const before = await titles(page)
  const [module = ''] = before
  await menuOf(page, module, 'Duplicate')
  await said(page, `“${module}” was duplicated`)
  await expect.poll(() => titles(page)).toContain(`${module} (copy)`)
  await undo(page)
  await expect.poll(() => titles(page)).toEqual(before)

  await page.getByRole('link', { name: 'Bin', exact: true }).click()
  const removed = page.getByRole('row', { name: new RegExp(`${module} \\(copy\\)`) })
  await removed.getByRole('button', { name: 'Put back' }).click()
  await said(page, `“${module} (copy)” is back`)
  await page.getByRole('link', { name: 'Outline' }).click()
  await expect.poll(() => titles(page)).toContain(`${module} (copy)`)

  await page.getByRole('button', { name: /More/ }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await page.getByRole('heading', { level: 1, name: `${course.title} (copy)` }).waitFor()
  await undo(page)
  await said(page, 'The course is in the bin')
  await page.getByRole('link', { name: 'Bin', exact: true }).click()
  const copy = page.getByRole('row', { name: new RegExp(`${course.title} \\(copy\\)`) })
  await copy.getByRole('button', { name: 'Delete for good' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click()
  await said(page, `“${course.title} (copy)” is deleted for good`)
})

test('files and links are added, named, put in order and removed; learners find them', async () => {
  const { page } = await world.visitor()
  await signIn(page, teacher)
  await page.goto(`/teach/courses/${course.id}/resources`)
  await page.getByText('No files or links yet').waitFor()
  await page.locator('input[type=file]').setInputFiles({
    name: 'Worksheet.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Write a sentence.'),
  })
  await said(page, '“Worksheet” is added')
  await page.getByLabel('Web address').fill('https://writing.example/reader')
  await page.getByLabel('Title').fill('Further reading')
  await page.getByRole('button', { name: 'Add a link' }).click()
  await said(page, '“Further reading” is added')
  const named = () => page.getByRole('listitem').getByRole('link', { name: /Worksheet|Further|Sheet/ })
  await page.getByRole('button', { name: 'Move “Further reading” up' }).click()
  await expect
    .poll(async () => (await named().allTextContents()).filter(Boolean))
    .toEqual(['Further reading', 'Worksheet'])
  await page.getByRole('link', { name: 'Edit “Worksheet”' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('Sheet one')
  await dialog.getByLabel('Description').fill('For the first exercise.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await said(page, 'The changes are saved')
  await page.getByText('For the first exercise.').waitFor()
  await page.getByRole('button', { name: 'Remove “Further reading”' }).click()
  await said(page, '“Further reading” is in the bin')
  await undo(page)
  await said(page, '“Further reading” is back')

  const reader = (await world.visitor({ phone: true })).page
  await signIn(reader, learner)
  await reader.goto(`/courses/${course.slug}`)
  await reader.getByRole('button', { name: 'Join' }).first().click()
  await reader.waitForURL(/\/learn\/courses\//)
  await reader.goto(`/courses/${course.slug}`)
  await reader.getByRole('link', { name: /Sheet one/ }).waitFor()
  await reader.getByRole('link', { name: /Further reading/ }).waitFor()
})

test('a person shows a picture of themselves, an organization its logo and cover', async () => {
  const { page } = await world.visitor()
  await signIn(page, admin)
  const choose = async (index: number) =>
    page
      .locator('input[type=file]')
      .nth(index)
      .setInputFiles({
        name: 'photo.jpg',
        mimeType: 'image/jpeg',
        buffer: await givenPicture(900, 700, true),
      })
  await page.goto('/account')
  await choose(0)
  await said(page, 'The picture is saved')
  const banner = page.locator('img[src*="/avatar.webp"]')
  await expect.poll(() => banner.count()).toBeGreaterThan(1)
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await said(page, 'The picture is gone')
  await expect.poll(() => banner.count()).toBe(0)

  await page.goto('/admin/settings')
  await choose(0)
  await said(page, 'The picture is saved')
  await expect
    .poll(() => page.locator('header img[src*="/logo.webp"], nav img[src*="/logo.webp"]').count())
    .toBeGreaterThan(0)
  await choose(1)
  await expect.poll(() => page.locator('img[src*="/cover.webp"]').count()).toBe(1)
  const visitor = (await world.visitor({ phone: true })).page
  await visitor.goto('/')
  const cover = visitor.locator('img[src*="/cover.webp"]')
  await cover.waitFor()
  await expect.poll(() => cover.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
})
