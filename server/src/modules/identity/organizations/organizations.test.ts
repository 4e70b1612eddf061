import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, givenOrganization, givenPerson } from '../testing.ts'

let stoa: TestStoa
let organization: GivenOrganization
beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa)
})
afterAll(() => stoa.close())

const slug = () => `new-${randomBytes(4).toString('hex')}`

test('everybody sees the public face of the organization they look at', async () => {
  const other = await givenOrganization(stoa, 'Other academy')
  const first = await stoa.stranger.get('/identity/organization')
  expect(first.body.slug).toBe(organization.slug)
  const chosen = await stoa.stranger.get('/identity/organization', {
    cookie: `stoa_organization=${other.slug}`,
  })
  expect(chosen.body.name).toBe('Other academy')
  await stoa.sql('insert into auth.organization_domains (domain, organization_id) values ($1, $2)', [
    'learn.other.test',
    other.id,
  ])
  const hosted = await stoa.stranger.get('/identity/organization', { host: 'learn.other.test' })
  expect(hosted.body.name).toBe('Other academy')
  expect((await stoa.strangerAt({ slug: 'no-such-place' }).get('/identity/organization')).status).toBe(404)
  expect(Object.keys(first.body)).not.toContain('domains')
})

test('somebody signed in founds an organization and owns it', async () => {
  const person = await givenPerson(stoa, organization)
  const wish = { name: 'My own academy', slug: slug() }
  const founded = await stoa.as(person).post('/identity/organizations', wish)
  expect(founded.status).toBe(201)
  expect((await stoa.as(person).post('/identity/organizations', wish)).body.code).toBe('identity.slug_taken')
  await stoa.as(person).put('/identity/sessions/current/organization', { slug: wish.slug })
  expect((await stoa.as(person).get('/identity/me')).body.roles).toMatchObject([{ key: 'owner' }])
  expect((await stoa.stranger.post('/identity/organizations', wish)).status).toBe(401)
})

test('many who want one short name at the same time: one gets it', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => givenPerson(stoa, organization)))
  const wish = { name: 'Wanted', slug: slug() }
  const answers = await Promise.all(
    people.map((person) => stoa.as(person).post('/identity/organizations', wish)),
  )
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
  expect(answers.filter((answer) => answer.status === 409)).toHaveLength(19)
})

test('one person founds ten organizations at most, also all at once', async () => {
  const person = await givenPerson(stoa, organization)
  const found = () => stoa.as(person).post('/identity/organizations', { name: 'One of many', slug: slug() })
  const answers = []
  for (let round = 0; round < 2; round += 1) {
    answers.push(...(await Promise.all(Array.from({ length: 9 }, found))))
    await stoa.sql('delete from platform.rate_limits')
  }
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(10)
  expect(answers.filter((answer) => answer.body.code === 'identity.too_many_organizations')).toHaveLength(8)
})

test('settings change for those who may, and not over each other', async () => {
  const place = await givenOrganization(stoa)
  const admin = await givenPerson(stoa, place, 'admin')
  const before = await stoa.as(admin).get('/identity/settings')
  expect(before.body).toMatchObject({ signUp: 'open', domains: [], customTerminology: {} })
  const change = {
    name: 'Renamed',
    accentColor: '#14507a',
    website: 'https://academy.test',
    defaultLanguage: 'de',
    customTerminology: { course: { singular: 'Kurs', plural: 'Kurse' } },
  }
  const match = { 'if-match': before.headers.etag! }
  const both = await Promise.all([
    stoa.as(admin).patch('/identity/settings', change, match),
    stoa.as(admin).patch('/identity/settings', { name: 'Other name' }, match),
  ])
  expect(both.map((answer) => answer.status)).toContain(200)
  const again = await stoa.as(admin).patch('/identity/settings', change, match)
  expect([again.status, again.body.code]).toEqual([412, 'version_mismatch'])
  const changed = await stoa.as(admin).patch('/identity/settings', change)
  expect(changed.body).toMatchObject(change)
  expect((await stoa.strangerAt(place).get('/identity/organization')).body.customTerminology).toEqual(
    change.customTerminology,
  )

  const learner = await givenPerson(stoa, place)
  const neighbour = await givenPerson(stoa, organization, 'owner')
  for (const [caller, status] of [
    [stoa.as(learner), 403],
    [stoa.strangerAt(place), 401],
  ] as const) {
    expect((await caller.get('/identity/settings')).status).toBe(status)
    expect((await caller.patch('/identity/settings', { name: 'Mine' })).status).toBe(status)
  }
  const there = { 'stoa-organization': place.slug }
  expect((await stoa.as(neighbour).patch('/identity/settings', { name: 'Mine' }, there)).status).toBe(403)
})

test('settings take only what they are meant for', async () => {
  const admin = await givenPerson(stoa, organization, 'admin')
  for (const bad of [
    { accentColor: 'red' },
    { website: 'javascript:alert(1)' },
    { customTerminology: { user: { singular: 'a', plural: 'b' } } },
    { customTerminology: { course: { singular: '', plural: 'b' } } },
    { customTerminology: { course: { singular: 'a' } } },
    { defaultLanguage: 'xx' },
    { slug: 'other' },
    { isDefault: true },
    {},
  ]) {
    const answer = await stoa.as(admin).patch('/identity/settings', bad)
    expect([JSON.stringify(bad), answer.status]).toEqual([JSON.stringify(bad), 422])
  }
})

test('an organization switches modules off for everybody, its visitors too', async () => {
  const place = await givenOrganization(stoa)
  const admin = await givenPerson(stoa, place, 'admin')
  const learner = await givenPerson(stoa, place)
  const off = await stoa.as(admin).put('/identity/modules/learning', { isActive: false })
  expect(off.body).toMatchObject({ key: 'learning', isActive: false })
  expect((await stoa.as(learner).get('/identity/me')).body.modules).not.toContain('learning')
  expect((await stoa.as(learner).get('/identity/modules')).status).toBe(403)
  expect((await stoa.as(learner).put('/identity/modules/learning', { isActive: true })).status).toBe(403)
  expect((await stoa.as(admin).put('/identity/modules/nothing', { isActive: true })).status).toBe(404)
  const list = await stoa.as(admin).get('/identity/modules')
  expect(list.body.items).toContainEqual({ key: 'learning', isActive: false, sortOrder: 0 })
})
