import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import {
  anAddress,
  type GivenDirectory,
  givenDirectory,
  givenProvenDomain,
  groupUrn,
  userUrn,
} from './testing.ts'

// The conversation Okta documents in "Okta and SCIM Version 2.0" and runs in its SCIM 2.0 specification test.

let stoa: TestStoa
let okta: GivenDirectory
let domain: string
beforeAll(async () => {
  stoa = await testStoa()
  okta = await givenDirectory(stoa)
  domain = await givenProvenDomain(stoa, okta.organization)
})
afterAll(() => stoa.close())

const filter = (text: string) => encodeURIComponent(text)
const message = ['urn:ietf:params:scim:api:messages:2.0:PatchOp']

const body = (userName: string) => ({
  schemas: [userUrn],
  userName,
  name: { givenName: 'Test', familyName: 'User' },
  emails: [{ primary: true, value: userName, type: 'work' }],
  displayName: 'Test User',
  locale: 'en-US',
  externalId: `00u${userName}`,
  groups: [],
  password: '1mz050nq',
  active: true,
})

test('the specification test: a page of users, a known and an unknown name', async () => {
  await okta.post('/Users', body(anAddress(domain)))
  const page = await okta.get('/Users?count=1&startIndex=1')
  expect(page.status).toBe(200)
  expect(page.body).toMatchObject({ itemsPerPage: 1, startIndex: 1 })
  expect(page.body.Resources[0]).toMatchObject({
    id: expect.any(String),
    name: { givenName: 'Test', familyName: 'User' },
    userName: expect.any(String),
    active: true,
    emails: [{ value: expect.any(String) }],
  })
  const { userName, id } = page.body.Resources[0]
  expect((await okta.get(`/Users?filter=${filter(`userName eq "${userName}"`)}`)).body.totalResults).toBe(1)
  expect((await okta.get(`/Users/${id}`)).body.userName).toBe(userName)
  const nobody = await okta.get(`/Users?filter=${filter('userName eq "abcdefgh@atko.com"')}`)
  expect(nobody.body.totalResults).toBe(0)
  const missing = await okta.get('/Users/010101001010101011001010101011')
  expect(missing.status).toBe(404)
  expect(missing.body.schemas).toEqual(['urn:ietf:params:scim:api:messages:2.0:Error'])
  const duplicate = await okta.post('/Users', body(userName))
  expect([duplicate.status, duplicate.body.scimType]).toEqual([409, 'uniqueness'])
})

test('assign, update by PUT, deactivate and activate without a path', async () => {
  const userName = anAddress(domain)
  expect(
    (await okta.get(`/Users?filter=${filter(`userName eq "${userName}"`)}&startIndex=1&count=100`)).body
      .totalResults,
  ).toBe(0)
  const made = await okta.post('/Users', body(userName))
  expect(made.status).toBe(201)
  expect(made.body.locale).toBe('en-US')
  // The password of a directory is neither kept nor told.
  expect(made.text).not.toContain('1mz050nq')
  expect(
    await stoa.sql(`select 1 from auth.memberships where directory_attributes::text like '%1mz050nq%'`),
  ).toEqual([])
  const { id } = made.body
  const put = await okta.put(`/Users/${id}`, {
    ...body(userName),
    id,
    name: { givenName: 'Another', middleName: 'Excited', familyName: 'User' },
    emails: [{ primary: true, value: userName, type: 'work', display: userName }],
    meta: { resourceType: 'User' },
  })
  expect(put.status).toBe(200)
  expect(put.body.name).toEqual({ givenName: 'Another', middleName: 'Excited', familyName: 'User' })
  const off = await okta.patch(`/Users/${id}`, {
    schemas: message,
    Operations: [{ op: 'replace', value: { active: false } }],
  })
  expect(off.body.active).toBe(false)
  const on = await okta.patch(`/Users/${id}`, {
    schemas: message,
    Operations: [{ op: 'replace', value: { active: true } }],
  })
  expect(on.body).toMatchObject({ active: true, name: { givenName: 'Another' } })
})

test('group push: create, rename with the id beside, members by filter, by list, delete', async () => {
  const people = await Promise.all(
    [1, 2, 3].map(async () => (await okta.post('/Users', body(anAddress(domain)))).body),
  )
  const displayName = `Push ${crypto.randomUUID()}`
  const made = await okta.post('/Groups', { schemas: [groupUrn], displayName, members: [] })
  expect(made.status).toBe(201)
  const path = `/Groups/${made.body.id}`
  const change = (...Operations: object[]) => okta.patch(path, { schemas: message, Operations })
  const members = async () =>
    (await okta.get(path)).body.members.map((member: { value: string }) => member.value).sort()
  await change({ op: 'replace', value: { id: made.body.id, displayName: `${displayName} 2` } })
  expect((await okta.get(path)).body.displayName).toBe(`${displayName} 2`)
  await change({
    op: 'add',
    path: 'members',
    value: people.slice(0, 2).map(({ id, userName }) => ({ value: id, display: userName })),
  })
  expect(await members()).toEqual([people[0].id, people[1].id].sort())
  await change(
    { op: 'remove', path: `members[value eq "${people[0].id}"]` },
    { op: 'add', path: 'members', value: [{ value: people[2].id, display: people[2].userName }] },
  )
  expect(await members()).toEqual([people[1].id, people[2].id].sort())
  await change({ op: 'replace', path: 'members', value: [{ value: people[0].id }] })
  expect(await members()).toEqual([people[0].id])
  const put = await okta.put(path, {
    schemas: [groupUrn],
    id: made.body.id,
    displayName,
    members: people.map(({ id }) => ({ value: id })),
  })
  expect(put.body.members).toHaveLength(3)
  const listed = await okta.get('/Groups?startIndex=1&count=100')
  expect(listed.body.Resources.map((group: { id: string }) => group.id)).toContain(made.body.id)
  expect((await okta.delete(path)).status).toBe(204)
})

test('pages: every user once, whatever their size, and nothing beyond the end', async () => {
  const fresh = await givenDirectory(stoa)
  for (let index = 0; index < 7; index += 1) await fresh.post('/Users', body(anAddress()))
  const seen: string[] = []
  for (let startIndex = 1; startIndex <= 7; startIndex += 3) {
    const page = (await fresh.get(`/Users?startIndex=${startIndex}&count=3`)).body
    expect(page.totalResults).toBe(7)
    seen.push(...page.Resources.map((user: { id: string }) => user.id))
  }
  expect(new Set(seen).size).toBe(7)
  expect((await fresh.get('/Users?startIndex=8')).body).toMatchObject({ totalResults: 7, itemsPerPage: 0 })
  expect((await fresh.get('/Users?count=0')).body).toMatchObject({ totalResults: 7, Resources: [] })
  expect((await fresh.get('/Users?startIndex=-5&count=-1')).body).toMatchObject({
    startIndex: 1,
    itemsPerPage: 0,
  })
  expect((await fresh.get('/Users?count=999999')).body.itemsPerPage).toBe(7)
  expect((await fresh.get('/Users?count=many')).body.scimType).toBe('invalidValue')
  const search = await fresh.post('/Users/.search', {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
    filter: `id eq "${seen[3]}"`,
    attributes: ['userName'],
    startIndex: 1,
    count: 10,
  })
  expect(search.body).toMatchObject({ totalResults: 1, Resources: [{ id: seen[3] }] })
  expect(Object.keys(search.body.Resources[0]).sort()).toEqual(['id', 'schemas', 'userName'])
})
