import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as client from 'openid-client'
import { TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GivenIssuer, givenIssuer } from '../server/src/modules/identity/providers/testing.ts'
import { givenDns, type TestDns } from '../server/src/modules/identity/sso/testing.ts'
import { givenPerson, givenSchool, type Person, password, type School, signIn } from './school.ts'
import { openWorld, type World } from './world.ts'

let world: World
let dns: TestDns
let issuer: GivenIssuer
let app: { url: string; server: Server }
let school: School
let owner: Person
let learner: Person

beforeAll(async () => {
  dns = await givenDns()
  // The identity provider and the DNS of these stories are on this machine.
  world = await openWorld((config) => ({
    ...config,
    auth: { ...config.auth, allowPrivateProviders: true, dnsServers: [dns.address] },
  }))
  issuer = await givenIssuer({ sub: 'nobody' }, { callbacks: [`${world.url}/auth/v1/callback`] })
  app = await givenApp()
  school = await givenSchool(world)
  owner = await givenPerson(world, school, 'owner', 'Olga Owner')
  learner = await givenPerson(world, school, 'student', 'Lena Learner')
})
afterAll(async () => {
  await world.close()
  await issuer.close()
  await dns.close()
  app.server.closeAllConnections()
  app.server.close()
})

/** An app outside, as far as people see it. */
async function givenApp(): Promise<{ url: string; server: Server }> {
  const server = createServer((_request, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<title>Notes</title><h1>Back at the app</h1>'),
  )
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`, server }
}

/** The value shown under a label to be copied. */
async function factOf(page: Page, label: string): Promise<string> {
  const fact = page.locator('dl > div').filter({ has: page.getByText(label, { exact: true }) })
  return (await fact.locator('code').first().textContent()) ?? ''
}

/** Through the door, from wherever it was met. */
async function comeIn(page: Page, person: Person): Promise<void> {
  await page.getByLabel('Email').fill(person.email)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
}

test('single sign-on is set up, its domain proven and tested, and a person comes in by their address', async () => {
  const { page } = await world.visitor()
  await signIn(page, owner)
  await page.goto('/admin/security')
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Single sign-on/ })
    .click()
  await page.getByRole('link', { name: 'Set up single sign-on' }).click()
  await page.getByRole('link', { name: /^OpenID Connect/ }).click()
  expect(await factOf(page, 'Redirect address')).toBe(`${world.url}/auth/v1/callback`)
  await page.getByLabel('Name', { exact: true }).fill('Harbour login')
  await page.getByLabel('Issuer').fill(issuer.url)
  await page.getByLabel('Client id').fill(issuer.clientId)
  await page.getByLabel(/^Client secret/).fill(issuer.clientSecret)
  await page.getByLabel(/^Mail domain/).fill('harbour.example')
  await page.getByRole('button', { name: 'Set up single sign-on' }).click()
  await page.getByRole('heading', { level: 1, name: 'Harbour login' }).waitFor()

  await page.getByRole('button', { name: 'Check now' }).click()
  await page.getByRole('alert').getByText('The proof was not found', { exact: false }).waitFor()
  dns.records.set(await factOf(page, 'Name'), [await factOf(page, 'Value')])
  await page.getByRole('button', { name: 'Check now' }).click()
  await page.getByText('Proven', { exact: true }).waitFor()

  issuer.person = { sub: 'n-1', email: 'nora@harbour.example', email_verified: true, name: 'Nora North' }
  await page.getByRole('link', { name: 'Test it' }).click()
  await page.getByText('It works').waitFor()
  await page.getByText('A new member would have been made.').waitFor()
  await page.getByText('nora@harbour.example').first().waitFor()

  const { page: theirs } = await world.visitor()
  await theirs.goto('/sign-in')
  await theirs.getByLabel('Email').fill('nora@harbour.example')
  await theirs.getByRole('button', { name: 'Continue', exact: true }).click()
  await theirs.getByRole('link', { name: 'Continue with Harbour login' }).click()
  await theirs.waitForURL('**/learn')
  const me = await theirs.request.get('/api/v1/identity/me')
  expect(await me.json()).toMatchObject({ person: { name: 'Nora North', email: 'nora@harbour.example' } })
})

test('a directory gets its address and a token, and what it sends arrives', async () => {
  const { page } = await world.visitor()
  await signIn(page, owner)
  await page.goto('/admin/security/directories')
  await page.getByRole('link', { name: 'Set up a directory' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Entra ID')
  await page.getByRole('button', { name: 'Set up a directory' }).click()
  await page.getByRole('heading', { level: 1, name: 'Entra ID' }).waitFor()
  const url = await factOf(page, 'Address of the SCIM server')
  await page.getByRole('button', { name: 'Make a token' }).click()
  await page.getByRole('region', { name: 'Copy this now' }).waitFor()
  const token = await factOf(page, 'The new token')

  const send = async (path: string, body: object) => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(201)
    return (await answer.json()) as { id: string }
  }
  const user = await send('/Users', {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: 'sam@harbour.example',
    name: { givenName: 'Sam', familyName: 'South' },
    emails: [{ value: 'sam@harbour.example', primary: true }],
    active: true,
  })
  await send('/Groups', {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
    displayName: 'Faculty',
    members: [{ value: user.id }],
  })

  await page.reload()
  expect(await page.getByText(token).count()).toBe(0)
  await page.getByRole('combobox', { name: 'Role: Faculty' }).selectOption({ label: 'Teacher' })
  await page.getByRole('button', { name: 'Save roles' }).click()
  await page.getByText('Roles of the groups saved.').waitFor()
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await page.getByText('It would find 1 person and 1 group.').waitFor()
  await page.goto('/admin/people')
  await page
    .getByRole('row', { name: /Sam South/ })
    .getByText('Teacher')
    .waitFor()

  await page.goto('/admin/security/directories')
  await page.getByRole('link', { name: 'Entra ID' }).click()
  await page.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await page.getByText('Token revoked.').waitFor()
  const refused = await fetch(`${url}/Users`, { headers: { authorization: `Bearer ${token}` } })
  expect(refused.status).toBe(401)
})

test('an app is registered, a person lets it in, and the next time they go straight through', async () => {
  const { page } = await world.visitor()
  await signIn(page, owner)
  await page.goto('/admin/security/apps')
  await page.getByRole('link', { name: 'Register an app' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Notes')
  await page.getByLabel('Redirect addresses').fill(app.url)
  await page.getByRole('button', { name: 'Register an app' }).click()
  await page.getByRole('region', { name: 'Copy this now' }).waitFor()
  const secret = await factOf(page, 'Client secret')
  const config = await client.discovery(
    new URL(await factOf(page, 'Issuer')),
    await factOf(page, 'Client id'),
    undefined,
    client.ClientSecretBasic(secret),
    { execute: [client.allowInsecureRequests] },
  )

  const first = await ask(config)
  const { page: theirs, context } = await world.visitor()
  await theirs.goto(first.url.href)
  await comeIn(theirs, learner)
  await theirs.getByRole('heading', { level: 1, name: 'Notes' }).waitFor()
  await theirs.getByText('Signed in as Lena Learner').waitFor()
  await theirs.getByText('Read your email address').waitFor()
  await theirs.getByText(`Afterwards you go on to ${new URL(app.url).host}.`, { exact: false }).waitFor()
  await theirs.getByRole('button', { name: 'Allow' }).click()
  await theirs.getByRole('heading', { name: 'Back at the app' }).waitFor()
  const tokens = await redeem(config, first, theirs.url())
  expect(await client.fetchUserInfo(config, tokens.access_token, learner.userId)).toMatchObject({
    email: learner.email,
  })

  // What was allowed is remembered, also by somebody who has to sign in first.
  await context.clearCookies()
  const again = await ask(config)
  await theirs.goto(again.url.href)
  await comeIn(theirs, learner)
  await theirs.getByRole('heading', { name: 'Back at the app' }).waitFor()
  expect((await redeem(config, again, theirs.url())).access_token).toBeTruthy()

  // Without script there is a link where the page would go by itself.
  const { page: known } = await world.visitor({ noScript: true })
  await known.goto((await ask(config)).url.href)
  await comeIn(known, learner)
  await known.getByText('You are signed in.').waitFor()
  await known.getByRole('link', { name: 'On to the app' }).click()
  await known.getByRole('heading', { name: 'Back at the app' }).waitFor()
  const { page: plain } = await world.visitor({ noScript: true })
  await signIn(plain, owner)
  await plain.goto((await ask(config)).url.href)
  await plain.getByRole('button', { name: 'Cancel' }).click()
  await plain.getByText('You did not let Notes in.').waitFor()
  await plain.getByRole('link', { name: `On to ${new URL(app.url).host}` }).click()
  await plain.getByRole('heading', { name: 'Back at the app' }).waitFor()
  expect(new URL(plain.url()).searchParams.get('error')).toBe('access_denied')
  await plain.goBack()
  await plain.goto('/authorize?authorization_id=something')
  await plain.getByRole('heading', { name: 'This request is over' }).waitFor()
})

type Asked = { url: URL; verifier: string; state: string }

async function ask(config: client.Configuration): Promise<Asked> {
  const verifier = client.randomPKCECodeVerifier()
  const state = client.randomState()
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: app.url,
    scope: 'openid profile email',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
  })
  return { url, verifier, state }
}

const redeem = (config: client.Configuration, { verifier, state }: Asked, back: string) =>
  client.authorizationCodeGrant(config, new URL(back), { pkceCodeVerifier: verifier, expectedState: state })

test('an owner asks everybody for a second factor, and a learner is led to set one up', async () => {
  const { page: theirs } = await world.visitor()
  await signIn(theirs, learner)
  const { page } = await world.visitor()
  await signIn(page, owner)
  await page.goto('/admin/security')
  await page.getByLabel('Everybody needs a second factor').check()
  await page.getByRole('button', { name: 'Save rules' }).click()
  await page.getByRole('alert').getByText('You could not sign in any more', { exact: false }).waitFor()

  await giveFactor(page)
  await page.reload()
  await page.getByLabel('Everybody needs a second factor').check()
  await page.getByRole('button', { name: 'Save rules' }).click()
  await page.getByText('Rules saved.').waitFor()

  await theirs.goto('/courses')
  await theirs.goto('/learn')
  await theirs.waitForURL('**/second-factor/set-up?next=**')
  const { page: fresh } = await world.visitor()
  await signIn(fresh, learner)
  await fresh.waitForURL('**/second-factor/set-up?next=**')
})

/** Sets an authenticator app up for whoever is signed in. */
async function giveFactor(page: Page): Promise<void> {
  const headers = { origin: world.url }
  const begun = await page.request.post('/api/v1/identity/factors', { headers, data: { type: 'totp' } })
  expect(begun.status()).toBe(201)
  const { factor, totp } = (await begun.json()) as { factor: { id: string }; totp: { secret: string } }
  const code = new TOTP({ secret: totp.secret }).generate()
  const proven = await page.request.post(`/api/v1/identity/factors/${factor.id}/verifications`, {
    headers,
    data: { code, mode: 'cookie' },
  })
  expect(proven.ok()).toBe(true)
}
