import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { givenPerson } from '../testing.ts'
import {
  anAddress,
  aUser,
  enterpriseUrn,
  type GivenDirectory,
  givenDirectory,
  givenProvenDomain,
  patchOf,
  scimCaller,
} from './testing.ts'

let stoa: TestStoa
let directory: GivenDirectory
let foreign: GivenDirectory
let domain: string
beforeAll(async () => {
  stoa = await testStoa()
  directory = await givenDirectory(stoa)
  foreign = await givenDirectory(stoa)
  domain = await givenProvenDomain(stoa, directory.organization)
})
afterAll(() => stoa.close())

const user = async (from = directory, changes: object = {}) =>
  (await from.post('/Users', aUser(anAddress(domain), changes))).body
const userIdOf = async (membershipId: string) =>
  (
    await stoa.sql<{ user_id: string }>('select user_id from auth.memberships where id = $1', [membershipId])
  )[0]!.user_id

test('without the token of a directory nothing is told', async () => {
  const wrong = [
    null,
    `${directory.token}x`,
    directory.token.slice(0, -1),
    directory.token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    directory.token.replace('scim_', 'stoa_'),
    `scim_${'a'.repeat(12)}_${'A'.repeat(43)}`,
    directory.owner.token,
    'x'.repeat(10_000),
  ]
  for (const token of wrong) {
    const scim = scimCaller(stoa, token)
    for (const path of ['/Users', '/Groups', '/ServiceProviderConfig', '/Schemas', '/ResourceTypes', '/Me']) {
      const answer = await scim.get(path)
      expect([path, answer.status]).toEqual([path, 401])
      expect(answer.headers['www-authenticate']).toContain('Bearer')
    }
    expect((await scim.post('/Users', aUser(anAddress()))).status).toBe(401)
  }
  // And the token of a directory opens nothing else.
  expect((await stoa.as(directory).get('/identity/me')).status).toBe(401)
})

test('another directory’s people and groups are not there, in the same organization or elsewhere', async () => {
  const sibling = await givenDirectory(stoa, directory.organization)
  const person = await user()
  const group = (
    await directory.post('/Groups', { displayName: `G ${person.id}`, members: [{ value: person.id }] })
  ).body
  for (const other of [foreign, sibling]) {
    const answers = [
      await other.get(`/Users/${person.id}`),
      await other.put(`/Users/${person.id}`, aUser(anAddress())),
      await other.patch(`/Users/${person.id}`, patchOf({ op: 'replace', path: 'active', value: false })),
      await other.delete(`/Users/${person.id}`),
      await other.get(`/Groups/${group.id}`),
      await other.put(`/Groups/${group.id}`, { displayName: 'Mine' }),
      await other.patch(`/Groups/${group.id}`, patchOf({ op: 'remove', path: 'members' })),
      await other.delete(`/Groups/${group.id}`),
    ]
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(404))
    const own = (await other.post('/Groups', { displayName: 'Own' })).body
    const add = await other.patch(
      `/Groups/${own.id}`,
      patchOf({ op: 'add', path: 'members', value: [{ value: person.id }] }),
    )
    expect([add.status, add.body.scimType]).toEqual([400, 'invalidValue'])
    const mine = (await other.post('/Users', aUser(anAddress()))).body
    const manager = await other.patch(
      `/Users/${mine.id}`,
      patchOf({ op: 'add', path: `${enterpriseUrn}:manager`, value: person.id }),
    )
    expect([manager.status, manager.body.scimType]).toEqual([400, 'invalidValue'])
    const found = await other.get(
      `/Users?filter=${encodeURIComponent(`userName eq "${person.userName}" or id eq "${person.id}"`)}`,
    )
    expect(found.body.totalResults).toBe(0)
  }
  expect((await directory.get(`/Users/${person.id}`)).body.active).toBe(true)
  expect((await directory.get(`/Groups/${group.id}`)).body.members).toHaveLength(1)
})

test('twenty creations of one user at once: one is made', async () => {
  for (const place of [domain, 'elsewhere.test']) {
    const body = aUser(anAddress(place))
    const answers = await Promise.all(Array.from({ length: 20 }, () => directory.post('/Users', body)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const answer of answers.filter(({ status }) => status !== 201))
      expect([answer.status, answer.body.scimType]).toEqual([409, 'uniqueness'])
  }
  const externalId = crypto.randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => directory.post('/Users', aUser(anAddress(domain), { externalId }))),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(19)
  const [counts] = await stoa.sql(
    `select person_count, (select count(*)::int from auth.memberships where directory_id = d.id) as real
       from auth.directory_syncs d where id = $1`,
    [directory.id],
  )
  expect(counts?.person_count).toBe(counts?.real)
  // What was refused leaves nobody behind.
  const [left] = await stoa.sql<{ people: number }>(
    `select count(*)::int as people from auth.users u where email is null
        and not exists (select 1 from auth.memberships m where m.user_id = u.id)`,
  )
  expect(left?.people).toBe(0)
})

test('twenty renames to one name at once: one has it', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => user()))
  const wanted = anAddress(domain)
  const answers = await Promise.all(
    people.map(({ id }, index) =>
      directory.patch(
        `/Users/${id}`,
        patchOf({ op: 'replace', path: 'userName', value: index % 2 ? wanted.toUpperCase() : wanted }),
      ),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status, body }) => status === 409 && body.scimType === 'uniqueness')).toHaveLength(
    19,
  )
})

test('twenty groups of one name at once: one is made; members arrive once, however often they are sent', async () => {
  const displayName = crypto.randomUUID()
  const made = await Promise.all(Array.from({ length: 20 }, () => directory.post('/Groups', { displayName })))
  const [group] = made.filter(({ status }) => status === 201)
  expect(made.filter(({ status }) => status === 409)).toHaveLength(19)
  const people = await Promise.all(Array.from({ length: 5 }, () => user()))
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      directory.patch(
        `/Groups/${group?.body.id}`,
        patchOf({
          op: 'add',
          path: 'members',
          value: people.slice(0, 1 + (index % 5)).map(({ id }) => ({ value: id })),
        }),
      ),
    ),
  )
  expect(answers.filter(({ status }) => status !== 204)).toEqual([])
  expect((await directory.get(`/Groups/${group?.body.id}`)).body.members).toHaveLength(5)
})

test('changes to one user at once do not lose one another, and an old version is refused', async () => {
  const person = await user()
  const fields = ['title', 'userType', 'nickName', 'locale', 'timezone', 'preferredLanguage']
  await Promise.all(
    fields.map((path) =>
      directory.patch(`/Users/${person.id}`, patchOf({ op: 'add', path, value: `new ${path}` })),
    ),
  )
  const now = await directory.get(`/Users/${person.id}`)
  for (const path of fields) expect(now.body[path]).toBe(`new ${path}`)
  const operation = patchOf({ op: 'replace', path: 'title', value: 'x' })
  expect(
    (await directory.patch(`/Users/${person.id}`, operation, { 'if-match': person.meta.version })).status,
  ).toBe(412)
  expect((await directory.delete(`/Users/${person.id}`, { 'if-match': person.meta.version })).status).toBe(
    412,
  )
  const etag = now.headers.etag as string
  expect((await directory.get(`/Users/${person.id}`, { 'if-none-match': etag })).status).toBe(304)
  const raced = await Promise.all(
    Array.from({ length: 10 }, () => directory.patch(`/Users/${person.id}`, operation, { 'if-match': etag })),
  )
  expect(raced.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(raced.filter(({ status }) => status === 412)).toHaveLength(9)
})

test('two managers set at once do not close a circle', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [a, b] = [await user(), await user()]
    const under = (id: string, manager: string) =>
      directory.patch(
        `/Users/${id}`,
        patchOf({ op: 'add', path: `${enterpriseUrn}:manager`, value: manager }),
      )
    const answers = await Promise.all([under(a.id, b.id), under(b.id, a.id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  }
})

test('banned people stay banned, whatever the directory says', async () => {
  const person = await user()
  const userId = await userIdOf(person.id)
  const token = 'b'.repeat(43)
  const session = () =>
    stoa.sql(
      `insert into auth.sessions (user_id, organization_id, token_hash, not_after, idle_after)
       values ($1, $2, sha256($3::text::bytea), now() + interval '1 day', now() + interval '1 day') on conflict do nothing`,
      [userId, directory.organization.id, token],
    )
  await stoa.as(directory.owner).put(`/identity/people/${userId}/ban`, { reason: 'Theft', until: null })
  await session()
  const refused = async () => (await stoa.as({ token }).get('/identity/me/api-tokens')).status
  for (const operation of [
    { op: 'replace', path: 'active', value: false },
    { op: 'replace', path: 'active', value: true },
  ]) {
    await directory.patch(`/Users/${person.id}`, patchOf(operation))
    await session()
    expect(await refused()).toBe(403)
  }
  expect((await directory.delete(`/Users/${person.id}`)).status).toBe(204)
  expect((await directory.get(`/Users/${person.id}`)).status).toBe(404)
  const status = async () => (await stoa.as(directory.owner).get(`/identity/people/${userId}`)).body.status
  expect(await status()).toBe('banned')
  const again = await directory.post('/Users', aUser(person.userName))
  expect(again.status).toBe(201)
  expect(await userIdOf(again.body.id)).toBe(userId)
  await session()
  expect(await refused()).toBe(403)
  expect(await status()).toBe('banned')
})

test('the last owner is kept, deactivated or removed by nobody', async () => {
  const place = await givenDirectory(stoa)
  const email = place.owner.email
  const adopted = await place.post('/Users', aUser(email))
  expect(adopted.status).toBe(201)
  expect(await userIdOf(adopted.body.id)).toBe(place.owner.userId)
  const off = await place.patch(
    `/Users/${adopted.body.id}`,
    patchOf({ op: 'replace', path: 'active', value: false }),
  )
  expect(off.status).toBe(409)
  expect((await place.delete(`/Users/${adopted.body.id}`)).status).toBe(409)
  expect((await stoa.as(place.owner).get('/identity/people')).status).toBe(200)
  const second = await givenPerson(stoa, place.organization, 'owner')
  const both = await place.post('/Users', aUser(second.email))
  const answers = await Promise.all([
    place.delete(`/Users/${adopted.body.id}`),
    place.delete(`/Users/${both.body.id}`),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
})

test('a directory changes nobody’s own name, address or password', async () => {
  const member = await givenPerson(
    stoa,
    directory.organization,
    'student',
    'Own Name',
    'a rather long passphrase',
  )
  const before = await stoa.sql(
    'select name, email, encrypted_password, email_confirmed_at from auth.users where id = $1',
    [member.userId],
  )
  const { id } = (
    await directory.post('/Users', aUser(member.email, { displayName: 'Other Name', password: 'planted' }))
  ).body
  await directory.put(`/Users/${id}`, aUser(anAddress(), { displayName: 'Third Name', password: 'planted' }))
  expect(await userIdOf(id)).toBe(member.userId)
  expect(
    await stoa.sql(
      'select name, email, encrypted_password, email_confirmed_at from auth.users where id = $1',
      [member.userId],
    ),
  ).toEqual(before)
})

test('hostile queries are refused with a reason and cost nothing', async () => {
  const list = (query: string) => directory.get(`/Users?${query}`)
  const filter = (text: string) => list(`filter=${encodeURIComponent(text)}`)
  for (const text of [
    'password eq "x"',
    'encrypted_password pr',
    'userName eq 7',
    'active eq "maybe"',
    'active gt true',
    'meta.lastModified gt "soon"',
    'meta.lastModified co "2026"',
    'id sw "0"',
    'emails[secret eq "x"]',
    'emails[type eq "work"].secret eq "x"',
    'emails[emails[type eq "x"]]',
    `userName eq "a" and ${'('.repeat(50)}active eq true${')'.repeat(50)}`,
    'userName eq "x" or 1 eq 1',
    'userName eq "x\'; drop table auth.memberships; --',
  ])
    expect([text, (await filter(text)).body.scimType]).toEqual([text, 'invalidFilter'])
  expect((await filter('userName eq "a\u0000b"')).status).toBe(400)
  for (const text of [
    `userName co "${'%'.repeat(500)}"`,
    'userName eq "\' or 1=1 --"',
    'id eq "not-a-uuid"',
    `userName sw "\\\\"`,
  ])
    expect([text, (await filter(text)).status]).toEqual([text, 200])
  expect((await list('filter=userName%20pr&filter=active%20pr')).status).toBe(200)
  expect((await directory.get('/Groups?filter=members%5Bdisplay%20eq%20%22x%22%5D')).body.scimType).toBe(
    'invalidFilter',
  )
  expect((await directory.get('/Schemas?filter=id%20pr')).status).toBe(403)
  expect((await directory.get('/Nothing')).body.status).toBe('404')
  expect((await directory.post('/Bulk', {})).status).toBe(501)
})

test('hostile bodies are refused and leave nothing behind', async () => {
  const before = await stoa.sql('select count(*) from auth.memberships')
  const nested = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`
  const bodies: unknown[] = [
    '{',
    '[]',
    '"text"',
    'null',
    nested,
    '{"__proto__": {"active": true}, "userName": "x@y.test"}',
    {},
    { userName: '' },
    { userName: 7 },
    { ...aUser(anAddress()), emails: [{ value: 'nonsense' }] },
    { ...aUser(anAddress()), active: 'perhaps' },
    { ...aUser(anAddress()), externalId: {} },
    { ...aUser(anAddress()), name: 'Ada' },
    { ...aUser(anAddress()), title: 'x'.repeat(201) },
    { ...aUser(anAddress()), nickName: 'x'.repeat(33_000) },
    { ...aUser(anAddress()), nickName: 'a\u0000b' },
    { ...aUser(anAddress()), nickName: '\ud800' },
    { ...aUser(anAddress()), roles: Array.from({ length: 51 }, (_, value) => ({ value: String(value) })) },
    { ...aUser(anAddress()), extra: JSON.parse(`${'{"a":'.repeat(15)}1${'}'.repeat(15)}`) },
  ]
  for (const body of bodies) {
    const { status, text } = await directory.post('/Users', body)
    expect([JSON.stringify(body).slice(0, 60), status >= 400 && status < 500]).toEqual([
      JSON.stringify(body).slice(0, 60),
      true,
    ])
    expect(JSON.parse(text).schemas).toEqual(['urn:ietf:params:scim:api:messages:2.0:Error'])
  }
  expect((await directory.post('/Users', 'x'.repeat(1024 * 1024 + 1))).status).toBe(413)
  expect(await stoa.sql('select count(*) from auth.memberships')).toEqual(before)
  const person = await user()
  for (const operation of [
    { op: 'replace', path: 'userName', value: null },
    { op: 'remove', path: 'userName' },
    { op: 'replace', path: 'id', value: crypto.randomUUID() },
    { op: 'add', path: 'nickName', value: 'x'.repeat(33_000) },
  ])
    expect((await directory.patch(`/Users/${person.id}`, patchOf(operation))).status).toBeGreaterThanOrEqual(
      400,
    )
  expect((await directory.get(`/Users/${person.id}`)).body).toEqual(person)
  for (const body of [
    { displayName: 'x', members: [{ value: 'nobody' }] },
    { displayName: '' },
    { members: [] },
  ])
    expect((await directory.post('/Groups', body)).body.scimType).toBe('invalidValue')
  const plain = await stoa.server.inject({
    method: 'POST',
    url: '/scim/v2/Users',
    headers: { authorization: `Bearer ${directory.token}`, 'content-type': 'text/xml' },
    payload: '<user/>',
  })
  expect(plain.statusCode).toBe(415)
})

test('what a directory says beyond our own fields comes back as it was said', async () => {
  const extra = {
    nickName: 'Addy',
    ims: [{ value: 'ada', type: 'xmpp' }],
    'urn:example:extension:2.0:User': { shoeSize: 38, nested: { deep: [1, 2] } },
    [enterpriseUrn]: { costCenter: '4130', manager: { value: 'employee 17', displayName: 'Boss' } },
  }
  const person = await user(directory, extra)
  expect(person[enterpriseUrn]).toEqual(extra[enterpriseUrn])
  const read = (
    await directory.patch(`/Users/${person.id}`, patchOf({ op: 'add', path: 'title', value: 'x' }))
  ).body
  expect(read[enterpriseUrn]).toEqual(extra[enterpriseUrn])
  expect(person).toMatchObject({
    nickName: 'Addy',
    ims: extra.ims,
    'urn:example:extension:2.0:User': { shoeSize: 38, nested: { deep: [1, 2] } },
  })
  expect(person.schemas).toContain('urn:example:extension:2.0:User')
  const chosen = await directory.get(
    `/Users/${person.id}?attributes=urn:example:extension:2.0:User:shoeSize,userName`,
  )
  expect(chosen.body).toEqual({
    schemas: person.schemas,
    id: person.id,
    userName: person.userName,
    'urn:example:extension:2.0:User': { shoeSize: 38 },
  })
})

test('discovery tells what there is', async () => {
  const config = (await directory.get('/ServiceProviderConfig')).body
  expect(config).toMatchObject({
    patch: { supported: true },
    filter: { supported: true, maxResults: 200 },
    bulk: { supported: false },
    etag: { supported: true },
  })
  expect(
    (await directory.get('/ResourceTypes')).body.Resources.map((type: { id: string }) => type.id),
  ).toEqual(['User', 'Group'])
  expect((await directory.get('/ResourceTypes/Group')).body.endpoint).toBe('/Groups')
  const schemas = (await directory.get('/Schemas')).body.Resources
  expect(schemas.map((schema: { name: string }) => schema.name)).toEqual(['User', 'Group', 'EnterpriseUser'])
  const user = (await directory.get('/Schemas/urn:ietf:params:scim:schemas:core:2.0:User')).body
  const names = user.attributes.map((attribute: { name: string }) => attribute.name)
  expect(names).toContain('userName')
  expect(names).not.toContain('password')
  expect((await directory.get('/Schemas/urn:nothing')).status).toBe(404)
})
