import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { givenIdp } from '../server/src/modules/identity/sso/testing.ts'
import { givenCourse, givenPerson, givenProgress, givenSchool, type Person, signIn } from './school.ts'
import { openWorld, type World } from './world.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const desk = { width: 1280, height: 860 }
const phone = { width: 390, height: 844 }

let world: World
let admin: Person
let teacher: Person
let learner: Person
let newcomer: Person
let course: { id: string; slug: string; title: string }

beforeAll(async () => {
  world = await openWorld()
  const school = await givenSchool(world)
  admin = await givenPerson(world, school, 'owner', 'Ada Admin')
  teacher = await givenPerson(world, school, 'mentor', 'Tom Teacher')
  learner = await givenPerson(world, school, 'student', 'Lena Learner')
  newcomer = await givenPerson(world, school, 'student', 'Nils Newcomer')
  course = await givenCourse(world, teacher, 'getting-started')
  await givenProgress(world, learner, course.id)
})
afterAll(() => world.close())

/**
 * What is wrong with a page and stays wrong. Its script arrives after it: what only a half-made page shows is
 * looked at again until the page stands still.
 */
async function lasting(look: () => Promise<string[]>): Promise<string[]> {
  let found: string[] = []
  const nothing = async () => {
    found = await look()
    if (found.length > 0) throw new Error(found.join('\n'))
  }
  await vi.waitFor(nothing, { timeout: 5000, interval: 250 }).catch(() => {})
  return found
}

const violations = (page: Page, options: RunOptions = {}) => lasting(() => axeFinds(page, options))

/** What a page does wrong in the eyes of axe, by name and place. `axe` runs in the page. */
async function axeFinds(page: Page, options: RunOptions): Promise<string[]> {
  const { violations: found } = await page.evaluate<AxeResults, RunOptions>(
    (chosen) => (window as unknown as { axe: typeof import('axe-core') }).axe.run(document, chosen),
    options,
  )
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? node.failureSummary ?? ''}`)
        .join(' | ')}`,
  )
}

async function scrollsSideways(page: Page): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return wide > 0 ? [`scrolls ${wide} px sideways`] : []
}

const colours: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] }

/** Opens a page and looks at it in the light and in the dark, on a desk and on a phone. Returns what is wrong. */
async function faults(page: Page, path: string): Promise<string[]> {
  const found: string[] = []
  const note = (where: string, lines: string[]) =>
    found.push(...lines.map((line) => `${path} (${where}): ${line}`))
  await page.setViewportSize(desk)
  await page.emulateMedia({ colorScheme: 'light' })
  const troubles = listen(page)
  const answer = await page.goto(path, { waitUntil: 'load' })
  if (!answer || answer.status() >= 500) note('desk', [`answers ${answer?.status()}`])
  // A dialog's code is fetched when it opens, and its name follows a moment after it: half a dialog is no finding.
  if (path.endsWith('?new')) await page.getByRole('dialog', { name: /./ }).waitFor()
  await page.evaluate(axeSource)
  note('desk, light', await violations(page))
  await page.emulateMedia({ colorScheme: 'dark' })
  note('desk, dark', await violations(page, colours))
  await page.setViewportSize(phone)
  note('phone, dark', await violations(page))
  note('phone', await lasting(() => scrollsSideways(page)))
  note('desk', troubles.stop())
  return found
}

/** Collects what goes wrong behind a page: errors in the console, scripts that fail, requests that are refused. */
function listen(page: Page) {
  const lines: string[] = []
  const onConsole = (message: { type(): string; text(): string }) => {
    // The status of the page itself is said there too; it is looked at by whoever opened it.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      lines.push(`console: ${message.text().slice(0, 300)}`)
  }
  const onError = (error: Error) => lines.push(`script: ${error.message.slice(0, 300)}`)
  const onFailed = (request: { url(): string; failure(): { errorText: string } | null }) => {
    const reason = request.failure()?.errorText
    if (reason !== 'net::ERR_ABORTED') lines.push(`request: ${request.url()} ${reason}`)
  }
  const onResponse = (response: {
    url(): string
    status(): number
    request(): { isNavigationRequest(): boolean }
  }) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      lines.push(`request: ${response.url()} ${response.status()}`)
  }
  page.on('console', onConsole).on('pageerror', onError)
  page.on('requestfailed', onFailed).on('response', onResponse)
  return {
    stop() {
      page.off('console', onConsole).off('pageerror', onError)
      page.off('requestfailed', onFailed).off('response', onResponse)
      return lines
    },
  }
}

/** All of the pages, two at a time. */
async function faultsOf(context: BrowserContext, paths: string[]): Promise<string[]> {
  const waiting = [...paths]
  const found: string[] = []
  const walk = async (page: Page) => {
    for (let path = waiting.shift(); path; path = waiting.shift()) found.push(...(await faults(page, path)))
  }
  const pages = [context.pages()[0] ?? (await context.newPage()), await context.newPage()]
  await Promise.all(pages.map(walk))
  return found
}

/** What the API tells whoever is signed in; paths begin after /api/v1. */
async function told<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(`/api/v1${path}`)
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`)
  return (await answer.json()) as T
}

type Items<T> = { items: T[] }
type Pages = { nodes: Array<{ id: string; isPage: boolean; hasQuiz: boolean; title: string }> }

test('nothing stands in the way of a stranger', async () => {
  const { page, context } = await world.visitor()
  await signIn(page, learner)
  const { items } = await told<Items<{ number: string }>>(page, '/learning/certificates')
  await context.clearCookies()
  expect(
    await faultsOf(context, [
      '/',
      '/courses',
      '/courses?q=nothing+like+this',
      `/courses/${course.slug}`,
      '/certificates',
      `/certificates/${items[0]?.number}`,
      '/certificates/STOA-2020-000000-AAAAAA',
      '/sign-in',
      '/sign-up',
      '/check-your-mail?email=somebody@people.example',
      '/verify-email?token=something',
      '/verify-email',
      '/reset-password',
      '/reset-password?token=something',
      '/invitation?token=something',
      '/setup?token=something',
      '/sign-in?problem=identity.provider_denied&provider=Example',
      '/undo-address?token=something',
      '/undo-address',
      '/account/deleted',
      '/mail',
      '/mail/texts',
      '/no/such/page',
    ]),
  ).toEqual([])
})

test('nothing stands in the way of a learner', async () => {
  const { page, context } = await world.visitor()
  await signIn(page, learner)
  const { nodes } = await told<Pages>(page, `/learning/courses/${course.id}/player`)
  const pages = nodes.filter((node) => node.isPage)
  const player = `/learn/courses/${course.id}`
  expect(
    await faultsOf(context, [
      '/',
      '/courses',
      `/courses/${course.slug}`,
      '/learn',
      '/learn/certificates',
      ...pages.filter((_page, place) => place % 5 === 0).map((node) => `${player}/pages/${node.id}`),
      ...pages
        .filter((node) => node.hasQuiz)
        .slice(0, 1)
        .flatMap((node) => [`${player}/pages/${node.id}`, `${player}/pages/${node.id}?again=1`]),
      `${player}/end`,
      '/learn/courses/00000000-0000-7000-8000-000000000000',
      '/notifications',
      '/notifications/all',
      '/account',
      '/account/preferences',
      '/account/addresses',
      '/account/addresses?add',
      '/account/addresses?phone',
      '/account/addresses/prove?token=something',
      '/account/security',
      '/account/security/add-passkey',
      '/account/security/add-factor',
      '/account/security/recovery-codes',
      '/account/security/history',
      '/account/security/history?method=totp',
      '/account/apps',
      '/account/tokens',
      '/account/tokens/new',
      '/account/privacy',
      '/account/notifications',
      '/account/organizations',
      '/account/organizations/new',
      '/admin/people',
    ]),
  ).toEqual([])
})

test('nothing stands in the way of somebody who has only just come', async () => {
  const { page, context } = await world.visitor()
  await signIn(page, newcomer)
  expect(await faultsOf(context, ['/learn', '/learn/certificates', '/notifications'])).toEqual([])
})

test('nothing stands in the way of a teacher', async () => {
  const { page, context } = await world.visitor()
  await signIn(page, teacher)
  const { nodes } = await told<Pages>(page, `/learning/studio/courses/${course.id}/outline`)
  const pages = nodes.filter((node) => node.isPage)
  const quiz = pages.find((node) => node.hasQuiz)
  const learners = await told<Items<{ enrollmentId: string }>>(
    page,
    `/learning/studio/courses/${course.id}/learners`,
  )
  const imports = await told<Items<{ id: string }>>(page, '/imports/courses')
  const studio = `/teach/courses/${course.id}`
  expect(
    await faultsOf(context, [
      '/teach',
      '/teach?q=nothing+like+this',
      '/teach?new',
      studio,
      `${studio}/details`,
      `${studio}/learners`,
      `${studio}/resources`,
      `${studio}/bin`,
      '/teach/bin',
      `${studio}/learners/${learners.items[0]?.enrollmentId}`,
      `${studio}/pages/${pages[0]?.id}`,
      ...(quiz ? [`${studio}/pages/${quiz.id}`] : []),
      '/teach/imports',
      '/teach/imports/new',
      `/teach/imports/${imports.items[0]?.id}`,
    ]),
  ).toEqual([])
})

test('nothing stands in the way of an administrator', async () => {
  const { page, context } = await world.visitor()
  await signIn(page, admin)
  const roles = await told<Items<{ id: string }>>(page, '/identity/roles')
  expect(
    await faultsOf(context, [
      '/admin',
      '/admin/people',
      '/admin/people?search=nothing+like+this',
      '/admin/people/invite',
      '/admin/people/invitations',
      '/admin/people/sign-ins',
      '/admin/people/online',
      `/admin/people/${learner.userId}`,
      `/admin/people/${learner.userId}/work?manager=t`,
      `/admin/people/${learner.userId}/security`,
      `/admin/people/${learner.userId}/activity`,
      `/admin/people/${learner.userId}/impersonation`,
      '/admin/roles',
      '/admin/roles/matrix',
      '/admin/roles/new',
      ...roles.items.slice(0, 2).map((role) => `/admin/roles/${role.id}`),
      '/admin/modules',
      '/admin/settings',
      '/admin/audit',
      '/admin/audit/1',
      '/admin/audit/verification',
      '/admin/audit/dead-letters',
      '/admin/jobs',
      '/admin/mail',
    ]),
  ).toEqual([])
})

/** Sets something up below /api/v1/identity for whoever is signed in. */
async function made(page: Page, path: string, data: object): Promise<Record<string, string>> {
  const answer = await page.request.post(`/api/v1/identity${path}`, { data, headers: { origin: world.url } })
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`)
  return (await answer.json()) as Record<string, string>
}

test('nothing stands in the way of whoever looks after security', async () => {
  const { page, context } = await world.visitor()
  await signIn(page, admin)
  const security = '/admin/security'
  const parts = ['sso', 'providers', 'directories', 'apps', 'tokens'].map((part) => `${security}/${part}`)
  // Each list first while there is nothing in it.
  expect(await faultsOf(context, [security, ...parts])).toEqual([])
  const oidc = await made(page, '/sso-providers', {
    kind: 'oidc',
    name: 'Harbour login',
    issuer: 'https://login.harbour.example',
    clientId: 'stoa',
    domains: ['harbour.example'],
  })
  const saml = await made(page, '/sso-providers', {
    kind: 'saml',
    name: 'University login',
    metadataXml: givenIdp().metadata,
  })
  const provider = await made(page, '/oauth-providers', {
    identifier: 'harbour',
    providerType: 'oidc',
    name: 'Harbour',
    clientId: 'stoa',
    issuer: 'https://login.harbour.example',
  })
  const directory = await made(page, '/directories', { name: 'Entra ID', defaultRoleId: null })
  await made(page, `/directories/${directory.id}/tokens`, { expiresInDays: 90 })
  const redirectUri = 'https://notes.example/callback'
  const app = await made(page, '/oauth-clients', {
    name: 'Notes',
    redirectUris: [redirectUri],
    policyUri: 'https://notes.example/privacy',
  })
  await made(page, '/me/api-tokens', { name: 'Export', scopes: ['learning:read'], expiresInDays: 90 })
  const asking = new URLSearchParams({
    client_id: app.clientId ?? '',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile email',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  })
  expect(
    await faultsOf(context, [
      ...parts,
      `${security}/sso/new`,
      `${security}/sso/new?kind=saml`,
      `${security}/sso/new?kind=oidc`,
      `${security}/sso/${oidc.id}`,
      `${security}/sso/${saml.id}`,
      `${security}/providers/new`,
      `${security}/providers/new?type=oidc`,
      `${security}/providers/new?type=oauth2`,
      `${security}/providers/${provider.id}`,
      `${security}/directories/new`,
      `${security}/directories/${directory.id}`,
      `${security}/apps/new`,
      `${security}/apps/${app.clientId}`,
      `/oauth/authorize?${asking}`,
      '/authorize?authorization_id=something',
    ]),
  ).toEqual([])
})
