import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { givenOrganization, givenPerson } from '../testing.ts'
import {
  anAddress,
  aUser,
  type GivenDirectory,
  givenDirectory,
  givenProvenDomain,
  patchOf,
  scimCaller,
} from './testing.ts'

let stoa: TestStoa
let directory: GivenDirectory
let domain: string
beforeAll(async () => {
  stoa = await testStoa()
  directory = await givenDirectory(stoa)
  domain = await givenProvenDomain(stoa, directory.organization)
})
afterAll(() => stoa.close())

const base = '/identity/directories'
const asOwner = () => stoa.as(directory.owner)
const user = async (from = directory) => (await from.post('/Users', aUser(anAddress(domain)))).body
const roleId = async (key: string, organization = directory.organization) =>
  (
    await stoa.sql<{ id: string }>('select id from auth.roles where organization_id = $1 and key = $2', [
      organization.id,
      key,
    ])
  )[0]!.id
const rolesOf = async (membershipId: string) =>
  (
    await stoa.sql<{ key: string }>(
      `select r.key from auth.role_assignments a join auth.roles r on r.organization_id = a.organization_id and r.id = a.role_id
        where a.membership_id = $1 order by r.key`,
      [membershipId],
    )
  ).map((row) => row.key)
const group = async (members: string[], from = directory) =>
  (
    await from.post('/Groups', {
      displayName: `G ${crypto.randomUUID()}`,
      members: members.map((value) => ({ value })),
    })
  ).body.id as string
const map = (groupId: string, role: string | null, by = directory.owner) =>
  stoa.as(by).put(`${base}/${directory.id}/groups/${groupId}`, { roleId: role })

test('a directory is set up, read, changed, tried out and taken away', async () => {
  const boss = await givenPerson(stoa, directory.organization, 'admin')
  const me = stoa.as(boss)
  const made = await me.post(base, { name: ' Entra ', defaultRoleId: await roleId('mentor') })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    name: 'Entra',
    status: 'active',
    defaultRole: { name: 'Teacher' },
    personCount: 0,
    groupCount: 0,
    lastSyncAt: null,
    url: 'http://stoa.test/scim/v2',
    tokens: [],
  })
  const path = `${base}/${made.body.id}`
  expect((await me.post(base, { name: 'ENTRA', defaultRoleId: null })).body.code).toBe(
    'identity.directory_name_taken',
  )
  const trial = await me.post(`${path}/tests`)
  expect(trial.body).toMatchObject({
    ready: false,
    problems: ['no_token', 'never_seen'],
    provenDomains: [domain],
    users: { total: 0, first: [] },
  })
  const token = (await me.post(`${path}/tokens`, { expiresInDays: 90 })).body
  expect(token.token).toMatch(/^scim_[a-z0-9]{12}_[A-Za-z0-9_-]{43}$/)
  const scim = scimCaller(stoa, token.token)
  const person = (await scim.post('/Users', aUser(anAddress(domain)))).body
  expect(await rolesOf(person.id)).toEqual(['mentor'])
  await scim.post('/Groups', { displayName: 'All' })
  const after = (await me.post(`${path}/tests`)).body
  expect(after).toMatchObject({
    ready: true,
    problems: [],
    users: { total: 1, first: [{ id: person.id }] },
    groups: { total: 1 },
  })
  const detail = (await me.get(path)).body
  expect(detail).toMatchObject({ personCount: 1, groupCount: 1, lastError: null })
  expect(detail.lastSyncAt).not.toBeNull()
  expect(JSON.stringify(detail)).not.toContain(token.token.slice(18))
  await scim.post('/Users', aUser(person.userName))
  expect((await me.get(path)).body.lastError).toContain('409 uniqueness')

  await me.patch(path, { status: 'paused' })
  expect((await scim.get('/Users')).status).toBe(403)
  await me.patch(path, { status: 'active', name: 'Entra ID' })
  expect((await scim.get('/Users')).status).toBe(200)
  expect((await me.delete(path)).status).toBe(200)
  expect((await scim.get('/Users')).status).toBe(401)
  const [kept] = await stoa.sql('select status, directory_id from auth.memberships where id = $1', [
    person.id,
  ])
  expect(kept).toEqual({ status: 'active', directory_id: null })
  // The next directory finds them by the same login.
  expect((await directory.post('/Users', aUser(person.userName))).body.id).toBe(person.id)
})

test('several tokens work at once, five at most, and end at once', async () => {
  const path = `${base}/${directory.id}/tokens`
  const made = await Promise.all(Array.from({ length: 20 }, () => asOwner().post(path, { expiresInDays: 1 })))
  const tokens = made.filter(({ status }) => status === 201).map(({ body }) => body)
  expect(tokens).toHaveLength(4)
  expect(made.filter(({ body }) => body.code === 'identity.too_many_directory_tokens')).toHaveLength(16)
  const [first, second, third] = tokens
  for (const { token } of tokens)
    expect((await scimCaller(stoa, token).get('/Users?count=0')).status).toBe(200)
  expect((await asOwner().delete(`${path}/${first.prefix}`)).status).toBe(200)
  await stoa.sql(
    `update auth.directory_tokens set expires_at = now() - interval '1 second' where prefix = $1`,
    [second.prefix],
  )
  expect((await scimCaller(stoa, first.token).get('/Users')).status).toBe(401)
  expect((await scimCaller(stoa, second.token).get('/Users')).status).toBe(401)
  expect((await scimCaller(stoa, third.token).get('/Users?count=0')).status).toBe(200)
  for (const { prefix } of tokens) await asOwner().delete(`${path}/${prefix}`)
  const [trail] = await stoa.sql<{ found: number }>(
    `select count(*)::int as found from audit.entries e where e::text like '%' || $1 || '%'`,
    [third.token.slice(18)],
  )
  expect(trail?.found).toBe(0)
})

test('only those who keep the organization safe set directories up, with a recent proof', async () => {
  const mentor = await givenPerson(stoa, directory.organization, 'mentor')
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
  const path = `${base}/${directory.id}`
  const groupId = await group([])
  const calls = (person: { token: string }) => {
    const me = stoa.as(person)
    return Promise.all([
      me.get(path),
      me.patch(path, { name: 'Mine' }),
      me.delete(path),
      me.post(`${path}/tokens`, { expiresInDays: null }),
      me.delete(`${path}/tokens/${'a'.repeat(12)}`),
      me.get(`${path}/groups`),
      me.put(`${path}/groups/${groupId}`, { roleId: null }),
      me.post(`${path}/tests`),
    ])
  }
  expect((await calls(mentor)).map(({ status }) => status)).toEqual(Array(8).fill(403))
  expect((await calls(neighbour)).map(({ status }) => status)).toEqual(Array(8).fill(404))
  const admin = await givenPerson(stoa, directory.organization, 'admin')
  await stoa.sql(`update auth.sessions set authenticated_at = now() - interval '1 hour' where user_id = $1`, [
    admin.userId,
  ])
  const answers = await calls(admin)
  expect(answers.map(({ body }) => body?.code ?? null)).toEqual([
    null,
    ...Array(4).fill('identity.proof_too_old'),
    null,
    'identity.proof_too_old',
    null,
  ])
})

test('nobody gives through a directory what they could not give by hand; it makes nobody an owner', async () => {
  const admin = await givenPerson(stoa, directory.organization, 'admin')
  const groupId = await group([])
  const create = (defaultRoleId: string) => asOwner().post(base, { name: crypto.randomUUID(), defaultRoleId })
  expect((await map(groupId, await roleId('owner'))).body.code).toBe('identity.owner_role_by_directory')
  expect((await create(await roleId('owner'))).body.code).toBe('identity.owner_role_by_directory')
  const other = await givenOrganization(stoa)
  expect((await map(groupId, await roleId('mentor', other))).body.code).toBe('identity.no_such_role')
  const high = (
    await asOwner().post('/identity/roles', { name: 'Above', description: null, rank: 90, permissions: [] })
  ).body.id
  expect((await map(groupId, high, admin)).body.code).toBe('identity.rank_too_high')
  expect((await map(groupId, high)).status).toBe(200)
  expect((await map(groupId, null, admin)).body.code).toBe('identity.rank_too_high')
  expect((await map(groupId, await roleId('admin'), admin)).body.code).toBe('identity.rank_too_high')
  expect((await map(groupId, null)).status).toBe(200)
  expect((await map(groupId, await roleId('admin'), admin)).status).toBe(200)
  const foreign = await givenDirectory(stoa)
  const theirs = (await foreign.post('/Groups', { displayName: 'Theirs' })).body.id
  expect((await map(theirs, null)).status).toBe(404)
})

test('a role comes with the group and goes with it, and stays where another group or a hand gave it', async () => {
  const [one, two] = [await user(), await user()]
  const [a, b] = [await group([one.id, two.id]), await group([one.id])]
  await map(a, await roleId('mentor'))
  await map(b, await roleId('mentor'))
  expect(await rolesOf(one.id)).toEqual(['mentor', 'student'])
  expect(await rolesOf(two.id)).toEqual(['mentor', 'student'])
  const remove = (groupId: string, id: string) =>
    directory.patch(`/Groups/${groupId}`, patchOf({ op: 'remove', path: `members[value eq "${id}"]` }))
  await remove(a, one.id)
  await remove(a, two.id)
  expect(await rolesOf(one.id)).toEqual(['mentor', 'student'])
  expect(await rolesOf(two.id)).toEqual(['student'])
  await directory.delete(`/Groups/${b}`)
  expect(await rolesOf(one.id)).toEqual(['student'])
  // By hand and by group: the hand's stays.
  await stoa.sql(
    `insert into auth.role_assignments (organization_id, membership_id, role_id) values ($1, $2, $3)`,
    [directory.organization.id, two.id, await roleId('mentor')],
  )
  await directory.patch(
    `/Groups/${a}`,
    patchOf({ op: 'add', path: 'members', value: [{ value: two.id }, { value: one.id }] }),
  )
  expect(await rolesOf(one.id)).toEqual(['mentor', 'student'])
  await map(a, null)
  expect(await rolesOf(one.id)).toEqual(['student'])
  expect(await rolesOf(two.id)).toEqual(['mentor', 'student'])
  const listed = (await asOwner().get(`${base}/${directory.id}/groups`)).body.items
  expect(listed.find((item: { id: string }) => item.id === a)).toMatchObject({ role: null, people: 2 })
})

test('permissions follow the group at once', async () => {
  const employee = await user()
  const [row] = await stoa.sql<{ user_id: string }>('select user_id from auth.memberships where id = $1', [
    employee.id,
  ])
  await stoa.sql(
    `insert into auth.sessions (user_id, organization_id, token_hash, not_after, idle_after)
     values ($1, $2, sha256($3::text::bytea), now() + interval '1 day', now() + interval '1 day')`,
    [row?.user_id, directory.organization.id, 'w'.repeat(43)],
  )
  const seen = async () => (await stoa.as({ token: 'w'.repeat(43) }).get('/identity/people')).status
  expect(await seen()).toBe(403)
  const groupId = await group([employee.id])
  await map(groupId, await roleId('admin'))
  expect(await seen()).toBe(200)
  // Roles given by hand are changed without touching those of the directory.
  await asOwner().put(`/identity/people/${row?.user_id}/roles`, { roleIds: [await roleId('student')] })
  expect(await rolesOf(employee.id)).toEqual(['admin', 'student'])
  await directory.patch(`/Groups/${groupId}`, patchOf({ op: 'replace', path: 'members', value: [] }))
  expect(await seen()).toBe(403)
})

test('a directory that goes takes along the roles its groups gave', async () => {
  const second = await givenDirectory(stoa, directory.organization)
  const employee = await user(second)
  const groupId = await group([employee.id], second)
  await asOwner().put(`${base}/${second.id}/groups/${groupId}`, { roleId: await roleId('mentor') })
  expect(await rolesOf(employee.id)).toEqual(['mentor', 'student'])
  expect((await asOwner().delete(`${base}/${second.id}`)).status).toBe(200)
  expect(await rolesOf(employee.id)).toEqual(['student'])
})

test('everything a directory does is in the audit trail, under its name', async () => {
  const made = await user()
  await directory.patch(`/Users/${made.id}`, patchOf({ op: 'replace', path: 'title', value: 'Chef' }))
  await directory.delete(`/Users/${made.id}`)
  const entries = await stoa.sql<{
    action: string
    actor_email: string
    actor_type: string
    metadata: object
  }>(
    `select action, actor_email, actor_type, metadata from audit.entries where target_id = $1 order by seq`,
    [made.id],
  )
  expect(entries.map(({ action }) => action)).toEqual([
    'identity.directory_person_created',
    'identity.directory_person_changed',
    'identity.directory_person_removed',
  ])
  for (const entry of entries)
    expect(entry).toMatchObject({
      actor_email: 'scim',
      actor_type: 'system',
      metadata: { directoryId: directory.id },
    })
})
