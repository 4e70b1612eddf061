import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenCourse, givenPerson, givenSchool, type Person, password, signIn } from './school.ts'
import { openWorld, type World } from './world.ts'

let world: World
let learner: Person
let teacher: Person
let course: { id: string; slug: string; title: string }

beforeAll(async () => {
  world = await openWorld()
  const school = await givenSchool(world)
  learner = await givenPerson(world, school, 'student', 'Lena Learner')
  teacher = await givenPerson(world, school, 'mentor', 'Tom Teacher')
  course = await givenCourse(world, teacher)
})
afterAll(() => world.close())

/** Presses Tab until the focus is there; fails when it never arrives. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await hasFocus(target)) return
  }
  throw new Error(`Tab never reached ${String(target)}`)
}

const hasFocus = async (target: Locator) =>
  (await target.count()) > 0 && target.first().evaluate((element) => element === document.activeElement)

test('the first Tab offers to skip the navigation, and Enter does', async () => {
  const { page } = await world.visitor()
  for (const path of ['/', '/sign-in']) {
    await page.goto(path)
    const skip = page.getByRole('link', { name: 'Skip to content' })
    await page.keyboard.press('Tab')
    expect(await hasFocus(skip), path).toBe(true)
    expect(await skip.evaluate((link) => link.getBoundingClientRect().top), path).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    await expect.poll(() => hasFocus(page.getByRole('main')), { message: path }).toBe(true)
  }
})

test('after a move to another page the focus is at its start and its title is told', async () => {
  const { page } = await world.visitor()
  await page.goto('/')
  await tabTo(page, page.getByRole('banner').getByRole('link', { name: 'Courses' }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Courses' }).waitFor()
  await expect.poll(() => hasFocus(page.getByRole('main'))).toBe(true)
  await expect.poll(() => page.getByRole('status').allTextContents()).toContain(await page.title())
  expect(await page.title()).toContain('Courses')
})

test('a learner signs in, reads a page, answers a quiz and goes on without a mouse', async () => {
  const { page } = await world.visitor()
  const link = (name: string) => page.getByRole('link', { name })
  const button = (name: string) => page.getByRole('button', { name })
  const onPage = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

  await page.goto(`/courses/${course.slug}`)
  await tabTo(page, button('Sign in and join'))
  await page.keyboard.press('Enter')
  await page.getByLabel('Email').waitFor()
  await tabTo(page, page.getByLabel('Email'))
  await page.keyboard.type(learner.email)
  await page.keyboard.press('Enter')
  // The field that follows has the focus already.
  await expect.poll(() => hasFocus(page.getByLabel('Password', { exact: true }))).toBe(true)
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')

  await onPage('The main thing first')
  await tabTo(page, button('Finish and go on'))
  await page.keyboard.press('Enter')
  await onPage('Headings, lists and links')
  await expect.poll(() => hasFocus(page.getByRole('main'))).toBe(true)

  // Arrows turn pages as in a book.
  await page.keyboard.press('ArrowRight')
  await onPage('Describing pictures')
  await page.keyboard.press('ArrowLeft')
  await onPage('Headings, lists and links')

  // The outline is a tree.
  await page.goto(page.url())
  await onPage('Headings, lists and links')
  const outline = page.getByRole('navigation', { name: 'Contents' })
  await tabTo(page, outline.getByRole('link', { name: 'Pictures, tables and colour' }))
  await page.keyboard.press('ArrowRight')
  await outline.getByRole('link', { name: 'Quiz: can everyone read it?' }).waitFor()
  for (let rows = 0; rows < 4; rows += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await onPage('Quiz: can everyone read it?')

  await tabTo(page, page.getByRole('radio', { name: 'Click here' }))
  await page.keyboard.press('ArrowDown')
  expect(await page.getByRole('radio', { name: 'Report that you are ill' }).isChecked()).toBe(true)
  for (const name of ['Say what the picture says', 'Leave it empty', 'For a picture that is a link']) {
    await tabTo(page, page.getByRole('checkbox', { name }))
    await page.keyboard.press('Space')
  }
  await tabTo(page, page.getByRole('radio', { name: 'True' }))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, page.getByLabel('Your answer'))
  await page.keyboard.type('4,5')
  await tabTo(page, button('Check answers'))
  await page.keyboard.press('Enter')
  await page.getByText('4 of 4 right.').waitFor()
  // Whoever listens hears the result first.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''))
    .toContain('4 of 4 right.')
  await tabTo(page, link('Previous page'))
  await page.keyboard.press('Enter')
  await onPage('Colour, contrast and movement')
})

test('Ctrl K goes anywhere by name, and Escape comes back', async () => {
  const { page } = await world.visitor()
  await signIn(page, learner)
  const palette = page.getByRole('dialog')
  const search = palette.getByRole('textbox', { name: 'Search or jump to' })
  // Until its script has come, a page knows no shortcuts.
  await expect
    .poll(async () => {
      if (!(await palette.isVisible())) await page.keyboard.press('Control+k')
      return hasFocus(search)
    })
    .toBe(true)
  await page.keyboard.press('Escape')
  await palette.waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+k')
  await expect.poll(() => hasFocus(search)).toBe(true)
  await page.keyboard.type('Certificates')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/learn\/certificates$/)
})

test('the teacher moves, renames and adds parts of the outline with keys alone', async () => {
  const { page } = await world.visitor()
  await signIn(page, teacher)
  await page.goto(`/teach/courses/${course.id}`)
  const row = (title: string) => page.getByRole('row').filter({ hasText: title }).first()
  const place = async (title: string) =>
    (await page.getByRole('row').allTextContents()).findIndex((words) => words.includes(title))
  const saved = () => page.getByText('Everything is saved').waitFor()
  const [first, second] = ['The main thing first', 'Headings, lists and links']
  await saved()
  expect(await place(first)).toBeLessThan(await place(second))

  await tabTo(page, page.getByRole('row').first())
  await page.keyboard.press('ArrowDown')
  expect(await hasFocus(row(first))).toBe(true)
  await page.keyboard.press('Alt+ArrowDown')
  await saved()
  await expect.poll(async () => (await place(first)) - (await place(second))).toBe(1)
  expect(await hasFocus(row(first))).toBe(true)

  // Lifted, carried and put down.
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Space')
  await saved()

  // Named anew, and one more below it.
  await page.keyboard.press('F2')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('First things first')
  await page.keyboard.press('Enter')
  await row('First things first').waitFor()
  await saved()
  await page.keyboard.press('n')
  await page.keyboard.type('Second things')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await row('Second things').waitFor()
  await saved()

  await page.reload()
  await saved()
  const places = await Promise.all(
    ['Words and structure', 'First things first', 'Second things', second].map(place),
  )
  expect(places).toEqual([0, 1, 2, 3])
})
