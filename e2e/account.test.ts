import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenPerson, givenSchool, type Person, password, type School, signIn } from './school.ts'
import { openWorld, type World } from './world.ts'

let world: World
let school: School

beforeAll(async () => {
  world = await openWorld()
  school = await givenSchool(world)
})
afterAll(() => world.close())

const isOn = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name, exact: typeof name === 'string' }).waitFor()
const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string) => main(page).getByRole('link', { name, exact: true }).click()

/** Presses a button that asks first, and says yes. */
async function pressAndConfirm(page: Page, button: string, yes: string): Promise<void> {
  await press(page, button)
  await page.getByRole('dialog').getByRole('button', { name: yes, exact: true }).click()
}

/** Signs in with the password and stays where the next step is. */
async function withPassword(page: Page, person: Person): Promise<void> {
  await page.context().clearCookies()
  await signIn(page, person)
}

/** Opens the link of the newest mail somebody got. */
async function openMail(page: Page, to: string, subject: RegExp): Promise<void> {
  const mail = page.getByRole('row').filter({ hasText: subject }).getByRole('link')
  await expect
    .poll(async () => {
      await page.goto(`/mail?to=${encodeURIComponent(to)}`)
      return mail.count()
    })
    .toBeGreaterThan(0)
  await mail.first().click()
  await page.frameLocator('iframe').getByRole('link').first().click()
}

test('a second factor is added, asked for at the door, and its recovery code stands in for it', async () => {
  const person = await givenPerson(world, school, 'student', 'Tessa Twofold')
  const { page } = await world.visitor()
  await signIn(page, person)
  await page.goto('/account/security')
  await follow(page, 'Add a second factor')
  await page
    .locator('form')
    .filter({ hasText: 'Authenticator app' })
    .getByRole('button', { name: 'Set up' })
    .click()
  const secret = (await main(page).locator('code').textContent()) ?? ''
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  // Each code is good once, and so are those of the half minute before and after.
  const codeOf = (step: -1 | 0 | 1) => totp.generate({ timestamp: Date.now() + step * 30_000 })
  const enter = async (label: string, code: string) => {
    await page.getByLabel(label).fill(code)
    await press(page, 'Continue')
  }

  await enter('Code of your authenticator app', codeOf(0) === '000000' ? '111111' : '000000')
  await page.getByText('That code is not right').first().waitFor()
  await enter('Code of your authenticator app', codeOf(-1))
  await isOn(page, 'Keep these codes')
  const [recovery = ''] = await main(page).locator('ul > li').allTextContents()
  await follow(page, 'I have put them in a safe place')
  await page.getByText('10 left').waitFor()

  await withPassword(page, person)
  await isOn(page, 'Second step')
  await enter('Code of your authenticator app', codeOf(0) === '000000' ? '111111' : '000000')
  await page.getByText('That code is not right').first().waitFor()
  await page.goto('/learn')
  await isOn(page, 'Second step')
  await enter('Code of your authenticator app', codeOf(1))
  await page.waitForURL(/\/learn/)

  await withPassword(page, person)
  await follow(page, 'Use a recovery code')
  await enter('Recovery code', recovery)
  await page.waitForURL(/\/learn/)
  await page.goto('/account/security')
  await page.getByText('9 left').waitFor()

  await follow(page, 'See all tries')
  await isOn(page, 'Tries to sign in')
  await page.getByLabel('How').selectOption({ label: 'Authenticator app' })
  await page.getByLabel('Outcome').selectOption({ label: 'Failed' })
  await press(page, 'Show')
  await page.waitForURL(/method=totp/)
  await expect
    .poll(() => main(page).getByRole('table').getByText('Authenticator app').count())
    .toBeGreaterThan(0)
})

test('a passkey is added, opens the door by itself, and is renamed and removed', async () => {
  const person = await givenPerson(world, school, 'student', 'Paula Passkey')
  const { page, context } = await world.visitor()
  const device = await context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await signIn(page, person)
  await page.goto('/account/security')
  await follow(page, 'Add a passkey')
  await isOn(page, 'Add a passkey')
  await page.getByLabel('What do you call it?').fill('My laptop')
  await press(page, 'Make the passkey')
  const passkeys = page.getByRole('list', { name: 'Passkeys' })
  await passkeys.getByText('My laptop').waitFor()
  await passkeys.getByText('Never used').waitFor()

  await context.clearCookies()
  await page.goto('/sign-in')
  await press(page, 'Sign in with a passkey')
  await page.waitForURL(/\/learn/)

  await page.goto('/account/security')
  await passkeys.getByText('last used').waitFor()
  await passkeys.getByRole('link', { name: 'Rename My laptop' }).click()
  await passkeys.getByRole('textbox', { name: 'Name' }).fill('Old laptop')
  await press(page, 'Save name')
  await passkeys.getByText('Old laptop').waitFor()
  await pressAndConfirm(page, 'Remove Old laptop', 'Remove passkey')
  await passkeys.getByText('No passkey yet').waitFor()
})

test('an API token is shown once, opens what it was given, and nothing after it was revoked', async () => {
  const person = await givenPerson(world, school, 'student', 'Toni Token')
  const { page } = await world.visitor()
  await signIn(page, person)
  await page.goto('/account/tokens')
  await follow(page, 'New token')
  await page.getByLabel('Name').fill('Report script')
  await press(page, 'Make token')
  // What was typed stays when something was forgotten.
  await page.getByText('Some fields need another look').waitFor()
  expect(await page.getByLabel('Name').inputValue()).toBe('Report script')
  await page.getByRole('radio', { name: 'People and settings: Read', exact: true }).check()
  await press(page, 'Make token')
  await isOn(page, 'Your token: Report script')
  const token = (await main(page).locator('code').first().textContent()) ?? ''
  expect(token).toMatch(/^stoa_/)

  const ask = (path: string) =>
    fetch(`${world.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })
  expect((await ask('/identity/me')).status).toBe(200)
  expect((await ask('/learning/certificates')).status).toBe(403)

  await follow(page, 'I have put it in a safe place')
  await page.getByRole('cell').or(page.getByRole('rowheader')).getByText(token.slice(0, 17)).waitFor()
  expect(await page.content()).not.toContain(token)
  await pressAndConfirm(page, 'Revoke Report script', 'Revoke token')
  await page.getByRole('heading', { name: 'No tokens yet' }).waitFor()
  expect((await ask('/identity/me')).status).toBe(401)
})

test('an address is added and proven by its mail, and the earlier one can take the change back', async () => {
  const person = await givenPerson(world, school, 'student', 'Ada Address')
  const second = 'ada@elsewhere.example'
  const { page } = await world.visitor()
  await signIn(page, person)
  await page.goto('/account/addresses')
  await follow(page, 'Add an address')
  await page.getByLabel('New address').fill(second)
  await press(page, 'Add an address')
  const row = page.getByRole('listitem').filter({ hasText: second })
  await row.getByText('Waiting for proof').waitFor()

  const mailbox = await page.context().newPage()
  await openMail(mailbox, second, /./)
  await isOn(mailbox, 'Prove your address')
  await press(mailbox, 'Prove this address')
  await isOn(mailbox, 'Addresses')
  await mailbox.close()

  await page.goto('/account/addresses')
  await row.getByText('Proven').waitFor()
  await press(page, `Make ${second} the main address`)
  await row.getByText('Main address').waitFor()

  const owner = await world.visitor()
  await openMail(owner.page, person.email, /main address/i)
  await isOn(owner.page, 'Was that not you?')
  await press(owner.page, 'Undo the change')
  await isOn(owner.page, 'The change is undone')
  await page.goto('/account/addresses')
  await page.waitForURL(/\/sign-in/)
})

/** The code of the text message somebody got after so many others. */
async function codeTexted(page: Page, number: string, others = 0): Promise<string> {
  const message = page.getByRole('row').filter({ hasText: number }).getByRole('rowheader')
  await expect
    .poll(async () => {
      await page.goto('/mail/texts')
      return message.count()
    })
    .toBe(others + 1)
  return /\b\d{6,10}\b/.exec((await message.first().textContent()) ?? '')?.[0] ?? ''
}

test('a phone number is proven by the code sent to it, and opens the door from then on', async () => {
  const person = await givenPerson(world, school, 'student', 'Fay Phone')
  const { page, context } = await world.visitor()
  const mailbox = await context.newPage()
  await signIn(page, person)
  await page.goto('/account/addresses')
  await follow(page, 'Add a number')
  await page.getByRole('textbox', { name: 'Phone number' }).fill('+49 (0)151 2345678')
  await press(page, 'Send a code by text message')
  await page.getByLabel('Code').fill(await codeTexted(mailbox, '+491512345678'))
  await press(page, 'Prove this number')
  await page.getByText('The number is yours now.').first().waitFor()

  const elsewhere = await world.visitor()
  await elsewhere.page.goto('/sign-in')
  await follow(elsewhere.page, 'Sign in with a phone number')
  await elsewhere.page.getByRole('textbox', { name: 'Phone number' }).fill('0049 151 2345678')
  await press(elsewhere.page, 'Send a code by text message')
  await isOn(elsewhere.page, 'Enter the code')
  await elsewhere.page.getByLabel('Code').fill(await codeTexted(mailbox, '+491512345678', 1))
  await press(elsewhere.page, 'Sign in')
  await elsewhere.page.waitForURL(/\/learn/)
})

test('somebody takes their data along and deletes their account; a last owner cannot', async () => {
  const person = await givenPerson(world, school, 'student', 'Gil Gone')
  const { page } = await world.visitor()
  await signIn(page, person)
  await page.goto('/account/privacy')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    main(page).getByRole('link', { name: 'Download as a file' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('my-data.json')

  await page.getByLabel('To confirm, type').fill('somebody@else.example')
  await press(page, 'Delete my account for good')
  await page.getByText('Type your main address').first().waitFor()
  await page.getByLabel('To confirm, type').fill(person.email)
  await press(page, 'Delete my account for good')
  await isOn(page, 'Your account is deleted')
  await page.goto('/account')
  await page.waitForURL(/\/sign-in/)
  await page.getByLabel('Email').fill(person.email)
  await press(page, 'Continue')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await press(page, 'Sign in')
  await page.getByText('do not belong together').first().waitFor()

  const owner = await givenPerson(world, school, 'owner', 'Olga Owner')
  await withPassword(page, owner)
  await page.goto('/account/privacy')
  await page.getByLabel('To confirm, type').fill(owner.email)
  await press(page, 'Delete my account for good')
  await page.getByText(`You are the last owner of ${school.name}`).first().waitFor()
  await page.getByRole('link', { name: 'To the people' }).waitFor()
})
