import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
  mailTo,
} from '../testing.ts'
import { type GivenIssuer, givenBrowser, givenIssuer, pathOf, withProviders } from './testing.ts'

let google: GivenIssuer
let azure: GivenIssuer
let stoa: TestStoa
let organization: GivenOrganization
beforeAll(async () => {
  ;[google, azure] = await Promise.all([givenIssuer(), givenIssuer()])
  stoa = await testStoa(withProviders({ google, azure }))
  organization = await givenOrganization(stoa)
})
afterAll(async () => {
  await stoa.close()
  await Promise.all([google.close(), azure.close()])
})

const short = () => randomBytes(4).toString('hex')

/** Connects an account and says where the browser ends up. */
async function connect(
  person: GivenPerson,
  claims: Record<string, unknown> & { sub: string },
  provider: 'google' | 'azure' = 'google',
): Promise<string> {
  const browser = givenBrowser(stoa, organization, person.token)
  const { body } = await browser.post('/identity/provider-visits', {
    provider,
    purpose: 'link',
    next: '/account/security?tab=accounts',
  })
  const issuer = provider === 'google' ? google : azure
  issuer.person = claims
  return (await browser.get(pathOf(await issuer.visit(String(body.url))))).location
}

const accountsOf = async (person: GivenPerson) =>
  (await stoa.as(person).get('/identity/me/identities')).body.items as {
    id: string
    provider: string
    can: { unlink: boolean }
  }[]

test('a person connects an account, signs in with it, and disconnects it', async () => {
  const person = await givenPerson(stoa, organization, 'student', 'Sam', 'a long password of mine')
  const sub = short()
  expect(await connect(person, { sub, email: 'other@people.test', email_verified: true })).toBe(
    '/account/security?tab=accounts&connected=google',
  )
  expect((await mailTo(stoa, person.email)).subject).toBe('Your account is connected with Google')
  const browser = givenBrowser(stoa, organization)
  const { body } = await browser.post('/identity/provider-visits', { provider: 'google' })
  google.person = { sub }
  await browser.get(pathOf(await google.visit(String(body.url))))
  const me = await stoa.as({ token: browser.cookies.get('stoa')! }).get('/identity/me')
  expect(me.body.person.id).toBe(person.userId)

  const account = (await accountsOf(person)).find(({ provider }) => provider === 'google')!
  expect(account.can.unlink).toBe(true)
  expect((await stoa.as(person).delete(`/identity/me/identities/${account.id}`)).status).toBe(200)
  expect((await accountsOf(person)).map(({ provider }) => provider)).toEqual(['email'])
})

test('connecting asks for a recent proof and a session of one’s own', async () => {
  const person = await givenPerson(stoa, organization)
  const wish = { provider: 'google', purpose: 'link' }
  expect((await stoa.strangerAt(organization).post('/identity/provider-visits', wish)).status).toBe(401)
  await stoa.sql(`update auth.sessions set authenticated_at = now() - interval '1 hour' where user_id = $1`, [
    person.userId,
  ])
  const late = await stoa.as(person).post('/identity/provider-visits', wish)
  expect(late.body.code).toBe('identity.proof_too_old')
  const [account] = await accountsOf(person)
  const unlink = await stoa.as(person).delete(`/identity/me/identities/${account!.id}`)
  expect(unlink.body.code).toBe('identity.proof_too_old')
  await stoa.sql(
    `update auth.sessions set authenticated_at = now(), impersonated_by = user_id where user_id = $1`,
    [person.userId],
  )
  expect((await stoa.as(person).post('/identity/provider-visits', wish)).status).toBe(403)
})

test('an account of somebody else is not connected, and stays theirs', async () => {
  const [one, two] = [await givenPerson(stoa, organization), await givenPerson(stoa, organization)]
  const claims = { sub: short(), email: one.email, email_verified: true }
  await connect(one, claims)
  expect(await connect(two, claims)).toBe(
    '/account/security?tab=accounts&problem=identity.identity_already_exists&provider=Google',
  )
  expect((await accountsOf(two)).map(({ provider }) => provider)).toEqual(['email'])
  expect((await accountsOf(one)).map(({ provider }) => provider)).toEqual(['email', 'google'])
})

test('who signs out on the way connects nothing', async () => {
  const person = await givenPerson(stoa, organization)
  const browser = givenBrowser(stoa, organization, person.token)
  const { body } = await browser.post('/identity/provider-visits', { provider: 'google', purpose: 'link' })
  google.person = { sub: short() }
  const back = await google.visit(String(body.url))
  await stoa.sql('delete from auth.sessions where user_id = $1', [person.userId])
  const { location } = await browser.get(pathOf(back))
  expect(location).toBe('/account/security?problem=sign_in_required')
  const rows = await stoa.sql(`select 1 from auth.identities where user_id = $1 and provider = 'google'`, [
    person.userId,
  ])
  expect(rows).toHaveLength(0)
})

test('the last way in stays, also when two are disconnected at the same moment', async () => {
  const person = await givenPerson(stoa, organization)
  await connect(person, { sub: short() })
  await connect(person, { sub: short() }, 'azure')
  await stoa.sql(`delete from auth.identities where user_id = $1 and provider = 'email'`, [person.userId])
  const accounts = await accountsOf(person)
  expect(accounts).toHaveLength(2)
  const answers = await Promise.all(
    accounts.map(({ id }) => stoa.as(person).delete(`/identity/me/identities/${id}`)),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  expect(await accountsOf(person)).toMatchObject([{ can: { unlink: false } }])
})

test('an account of the neighbour, and an address, are not disconnected', async () => {
  const [one, two] = [await givenPerson(stoa, organization), await givenPerson(stoa, organization)]
  await connect(one, { sub: short() })
  const [address, account] = await accountsOf(one)
  expect((await stoa.as(two).delete(`/identity/me/identities/${account!.id}`)).status).toBe(404)
  const stays = await stoa.as(one).delete(`/identity/me/identities/${address!.id}`)
  expect(stays.body.code).toBe('identity.address_identity_stays')
})
