import scimmy from 'scimmy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import {
  anAddress,
  enterpriseUrn,
  type GivenDirectory,
  givenDirectory,
  givenProvenDomain,
  groupUrn,
  userUrn,
} from './testing.ts'

// A provisioning cycle as Microsoft documents it in "Develop and plan provisioning for a SCIM endpoint in
// Microsoft Entra ID": bodies and order of requests are theirs.

let stoa: TestStoa
let entra: GivenDirectory
let domain: string
beforeAll(async () => {
  stoa = await testStoa()
  entra = await givenDirectory(stoa)
  domain = await givenProvenDomain(stoa, entra.organization)
})
afterAll(() => stoa.close())

const message = ['urn:ietf:params:scim:api:messages:2.0:PatchOp']
const filter = (text: string) => encodeURIComponent(text)

/** Another implementation of the standard reads our answers: wrong types or missing fields are errors there. */
const judged = (body: object) => new scimmy.Schemas.User(body as never, 'out')

async function provisioned(changes: object = {}) {
  const userName = anAddress(domain)
  const answer = await entra.post('/Users', {
    schemas: [userUrn, enterpriseUrn],
    externalId: crypto.randomUUID(),
    userName,
    active: true,
    displayName: 'Test User',
    emails: [{ primary: true, type: 'work', value: userName }],
    meta: { resourceType: 'User' },
    name: { formatted: 'givenName familyName', familyName: 'familyName', givenName: 'givenName' },
    roles: [],
    ...changes,
  })
  expect(answer.status).toBe(201)
  return answer.body
}

test('test connection: a query for nobody is an empty list', async () => {
  const answer = await entra.get(`/Users?filter=${filter('userName eq "non-existent user"')}`)
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toContain('application/scim+json')
  expect(answer.body).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: 0,
    Resources: [],
    startIndex: 1,
    itemsPerPage: 0,
  })
  expect((await entra.get('/Users/5171a35d82074e068ce2')).status).toBe(404)
})

test('create, find by userName, read', async () => {
  const made = await provisioned({
    [enterpriseUrn]: { department: 'Sales', employeeNumber: '701984' },
    title: 'Tour Guide',
  })
  expect(made).toMatchObject({
    active: true,
    title: 'Tour Guide',
    name: { formatted: 'givenName familyName', familyName: 'familyName', givenName: 'givenName' },
    [enterpriseUrn]: { department: 'Sales', employeeNumber: '701984' },
    meta: { resourceType: 'User', location: `http://stoa.test/scim/v2/Users/${made.id}` },
  })
  expect(judged(made).userName).toBe(made.userName)
  const found = await entra.get(`/Users?filter=${filter(`userName eq "${made.userName.toUpperCase()}"`)}`)
  expect(found.body.totalResults).toBe(1)
  expect(found.body.Resources[0].id).toBe(made.id)
  expect((await entra.get(`/Users/${made.id}`)).body).toEqual(made)
  for (const text of [
    `externalId eq "${made.externalId}"`,
    `emails[type eq "work"].value eq "${made.userName}"`,
    `emails.value eq "${made.userName}" and active eq true`,
    `(userName sw "${made.userName.slice(0, 9)}" or displayName co "nobody") and not (active eq "False")`,
    `meta.lastModified ge "2020-01-01T00:00:00Z" and id eq "${made.id}"`,
    `${enterpriseUrn}:department eq "sales" and ${enterpriseUrn}:employeeNumber eq "701984"`,
    `emails[type eq "work" and value co "@${domain}"] and userName eq "${made.userName}"`,
  ])
    expect([text, (await entra.get(`/Users?filter=${filter(text)}`)).body.totalResults]).toEqual([text, 1])
  const person = (await stoa.as(entra.owner).get(`/identity/people?search=${made.userName}`)).body.items[0]
  const detail = (await stoa.as(entra.owner).get(`/identity/people/${person.id}`)).body
  expect(detail).toMatchObject({
    jobTitle: 'Tour Guide',
    department: 'Sales',
    status: 'active',
    hasAccepted: true,
    directory: { id: entra.id },
  })
  expect(person.roles.map((role: { key: string }) => role.key)).toEqual(['student'])
})

test('update: several values by path, then the user name', async () => {
  const made = await provisioned()
  const mail = anAddress(domain)
  const answer = await entra.patch(`/Users/${made.id}`, {
    schemas: message,
    Operations: [
      { op: 'Replace', path: 'emails[type eq "work"].value', value: mail },
      { op: 'Replace', path: 'name.familyName', value: 'updatedFamilyName' },
      { op: 'Add', path: 'phoneNumbers[type eq "work"].value', value: '+49 30 1' },
      { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+49 170 2' },
      { op: 'Add', path: 'addresses[type eq "work"].formatted', value: 'Room 12' },
      { op: 'Add', path: `${enterpriseUrn}:department`, value: 'Research' },
      { op: 'Add', path: 'title', value: 'Fellow' },
    ],
  })
  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject({
    emails: [{ primary: true, type: 'work', value: mail }],
    name: { familyName: 'updatedFamilyName', givenName: 'givenName', formatted: 'givenName familyName' },
    phoneNumbers: [
      { type: 'work', value: '+49 30 1' },
      { type: 'mobile', value: '+49 170 2' },
    ],
    addresses: [{ type: 'work', formatted: 'Room 12' }],
    [enterpriseUrn]: { department: 'Research' },
  })
  judged(answer.body)
  const [row] = await stoa.sql(
    'select phone, mobile_phone, office_location, department, job_title from auth.memberships where id = $1',
    [made.id],
  )
  expect(row).toEqual({
    phone: '+49 30 1',
    mobile_phone: '+49 170 2',
    office_location: 'Room 12',
    department: 'Research',
    job_title: 'Fellow',
  })
  const renamed = await entra.patch(`/Users/${made.id}`, {
    schemas: message,
    Operations: [{ op: 'Replace', path: 'userName', value: anAddress(domain) }],
  })
  expect(renamed.status).toBe(200)
  expect(renamed.body.userName).not.toBe(made.userName)
  expect(new Date(renamed.body.meta.lastModified).getTime()).toBeGreaterThan(
    new Date(made.meta.lastModified).getTime(),
  )
})

test('manager: set by id, changed, removed', async () => {
  const [boss, other, made] = [await provisioned(), await provisioned(), await provisioned()]
  const path = `${enterpriseUrn}:manager`
  const set = (op: string, value?: unknown) =>
    entra.patch(`/Users/${made.id}`, {
      schemas: message,
      Operations: [{ op, path, ...(value === undefined ? {} : { value }) }],
    })
  expect((await set('Add', boss.id)).body[enterpriseUrn].manager).toEqual({
    value: boss.id,
    $ref: `http://stoa.test/scim/v2/Users/${boss.id}`,
  })
  expect((await set('Replace', { value: other.id })).body[enterpriseUrn].manager.value).toBe(other.id)
  const circle = await entra.patch(`/Users/${other.id}`, {
    schemas: message,
    Operations: [{ op: 'Add', path, value: made.id }],
  })
  expect([circle.status, circle.body.scimType]).toEqual([400, 'invalidValue'])
  expect((await set('Remove')).body[enterpriseUrn]).toBeUndefined()
})

test('disable with False as a text: out at once, sessions and tokens ended; enable again', async () => {
  const made = await provisioned()
  const [{ user_id: userId } = { user_id: '' }] = await stoa.sql<{ user_id: string }>(
    'select user_id from auth.memberships where id = $1',
    [made.id],
  )
  const program = 'stoa_aaaaaaaaaaaa_'.padEnd(61, 'x')
  await stoa.sql(
    `insert into auth.sessions (user_id, organization_id, token_hash, not_after, idle_after)
     values ($1, $2, sha256('session'), now() + interval '1 day', now() + interval '1 day')`,
    [userId, entra.organization.id],
  )
  await stoa.sql(
    `insert into auth.api_tokens (organization_id, user_id, name, prefix, token_hash, scopes)
     values ($1, $2, 'x', 'aaaaaaaaaaaa', sha256($3::text::bytea), '{identity:read}')`,
    [entra.organization.id, userId, program],
  )
  expect((await stoa.as({ token: program }).get('/identity/me')).status).toBe(200)
  const off = await entra.patch(`/Users/${made.id}`, {
    schemas: message,
    Operations: [{ op: 'Replace', path: 'active', value: 'False' }],
  })
  expect(off.body.active).toBe(false)
  expect((await stoa.as({ token: program }).get('/identity/me')).status).toBe(401)
  expect(await stoa.sql('select 1 from auth.sessions where user_id = $1', [userId])).toEqual([])
  const read = await entra.get(`/Users?filter=${filter(`userName eq "${made.userName}"`)}`)
  expect(read.body.Resources[0].active).toBe(false)
  const on = await entra.patch(`/Users/${made.id}`, {
    schemas: message,
    Operations: [{ op: 'Replace', value: { active: 'True' } }],
  })
  expect(on.body.active).toBe(true)
  expect((await stoa.as({ token: program }).get('/identity/me')).status).toBe(401)
})

test('delete: gone for good, also for a second try', async () => {
  const made = await provisioned()
  expect((await entra.delete(`/Users/${made.id}`)).status).toBe(204)
  expect((await entra.get(`/Users/${made.id}`)).status).toBe(404)
  const again = await entra.delete(`/Users/${made.id}`)
  expect(again.status).toBe(404)
  expect(again.body).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '404',
    detail: expect.any(String),
  })
})

test('groups: create, find, rename, add and remove members, delete', async () => {
  const [one, two] = [await provisioned(), await provisioned()]
  const displayName = `Group ${crypto.randomUUID()}`
  const made = await entra.post('/Groups', {
    schemas: [groupUrn, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
    externalId: crypto.randomUUID(),
    displayName,
    meta: { resourceType: 'Group' },
  })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ displayName, members: [], meta: { resourceType: 'Group' } })
  const path = `/Groups/${made.body.id}`
  const listed = await entra.get(
    `/Groups?excludedAttributes=members&filter=${filter(`displayName eq "${displayName}"`)}`,
  )
  expect(listed.body.totalResults).toBe(1)
  expect(listed.body.Resources[0].members).toBeUndefined()
  expect((await entra.get(`${path}?excludedAttributes=members`)).body.members).toBeUndefined()

  const change = (operation: object) => entra.patch(path, { schemas: message, Operations: [operation] })
  expect((await change({ op: 'Replace', path: 'displayName', value: `${displayName} updated` })).status).toBe(
    204,
  )
  const add = {
    op: 'Add',
    path: 'members',
    value: [
      { $ref: null, value: one.id },
      { $ref: null, value: two.id },
    ],
  }
  expect((await change(add)).status).toBe(204)
  expect((await change(add)).status).toBe(204)
  const full = (await entra.get(path)).body
  expect(full.displayName).toBe(`${displayName} updated`)
  expect(full.members.map((member: { value: string }) => member.value).sort()).toEqual(
    [one.id, two.id].sort(),
  )
  new scimmy.Schemas.Group(full as never, 'out')
  const asked = `id eq "${made.body.id}" and members eq "${one.id}"`
  expect((await entra.get(`/Groups?filter=${filter(asked)}`)).body.totalResults).toBe(1)
  expect((await entra.get(`/Users/${one.id}`)).body.groups).toMatchObject([{ value: made.body.id }])
  expect(
    (await change({ op: 'Remove', path: 'members', value: [{ $ref: null, value: one.id }] })).status,
  ).toBe(204)
  expect((await entra.get(`/Groups?filter=${filter(asked)}`)).body.totalResults).toBe(0)
  expect((await entra.delete(path)).status).toBe(204)
  expect((await entra.get(path)).status).toBe(404)
})
