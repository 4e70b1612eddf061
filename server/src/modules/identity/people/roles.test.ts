import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, type GivenPerson, givenOrganization, givenPerson } from '../testing.ts'

let stoa: TestStoa
let organization: GivenOrganization
let owner: GivenPerson
let admin: GivenPerson
let learner: GivenPerson
beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa)
  owner = await givenPerson(stoa, organization, 'owner')
  admin = await givenPerson(stoa, organization, 'admin')
  learner = await givenPerson(stoa, organization)
})
afterAll(() => stoa.close())

const coach = { name: 'Coach', description: null, rank: 30, permissions: ['learning.learners.read'] }
const roleIdOf = async (key: string) =>
  (await stoa.as(owner).get('/identity/roles')).body.items.find((role: { key: string }) => role.key === key)
    .id

/** A person with a role of their own making, signed in. */
async function givenHolder(role: object) {
  const made = await stoa.as(owner).post('/identity/roles', role)
  const person = await givenPerson(stoa, organization)
  await stoa.as(owner).put(`/identity/people/${person.userId}/roles`, { roleIds: [made.body.id] })
  return { person, roleId: made.body.id as string }
}

test('an organization begins with four roles, and those who may not see them do not', async () => {
  const list = await stoa.as(admin).get('/identity/roles')
  expect(list.body.items.map((role: { key: string }) => role.key)).toEqual([
    'owner',
    'admin',
    'mentor',
    'student',
  ])
  expect(list.body.items[0].can).toEqual({ edit: false, delete: false, give: false })
  expect((await stoa.as(learner).get('/identity/roles')).status).toBe(403)
  expect((await stoa.stranger.get('/identity/roles')).status).toBe(401)
})

test('a role is made, changed, switched and deleted', async () => {
  const made = await stoa.as(admin).post('/identity/roles', coach)
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ ...coach, key: 'coach', isBuiltIn: false, inUse: false, modulesOff: [] })
  expect((await stoa.as(admin).post('/identity/roles', coach)).body.code).toBe('identity.role_taken')
  const path = `/identity/roles/${made.body.id}`
  const read = await stoa.as(admin).get(path)
  const match = { 'if-match': read.headers.etag! }
  const changed = await stoa.as(admin).patch(path, { permissions: ['files.read'] }, match)
  expect(changed.body.permissions).toEqual(['files.read'])
  expect((await stoa.as(admin).patch(path, { name: 'Late' }, match)).status).toBe(412)
  const off = await stoa.as(admin).put(`${path}/modules/imports`, { hasAccess: false })
  expect(off.body.modulesOff).toEqual(['imports'])
  expect((await stoa.as(admin).delete(path)).status).toBe(200)
  expect((await stoa.as(admin).get(path)).status).toBe(404)
})

test('nobody gives permissions they do not hold, by any way', async () => {
  const { person } = await givenHolder({
    name: 'Role keeper',
    description: null,
    rank: 50,
    permissions: ['identity.roles.manage', 'identity.people.manage', 'identity.people.read'],
  })
  const keeper = stoa.as(person)
  const beyond = { name: 'Spy', description: null, rank: 20, permissions: ['audit.read'] }
  const made = await keeper.post('/identity/roles', beyond)
  expect([made.status, made.body.code, made.body.params.permission]).toEqual([
    403,
    'identity.permission_not_held',
    'audit.read',
  ])
  const fine = await keeper.post('/identity/roles', {
    ...beyond,
    name: 'Reader',
    permissions: ['identity.people.read'],
  })
  expect(fine.status).toBe(201)
  const grown = await keeper.patch(`/identity/roles/${fine.body.id}`, {
    permissions: ['identity.people.read', 'audit.read'],
  })
  expect(grown.body.code).toBe('identity.permission_not_held')
  const toLearner = await keeper.patch(`/identity/roles/${await roleIdOf('student')}`, {
    permissions: ['admin.jobs'],
  })
  expect(toLearner.body.code).toBe('identity.permission_not_held')
  // The teacher's role is below in rank but holds more than the keeper does.
  const given = await keeper.put(`/identity/people/${learner.userId}/roles`, {
    roleIds: [await roleIdOf('mentor')],
  })
  expect(given.body.code).toBe('identity.permission_not_held')
  const invited = await keeper.post('/identity/invitations', {
    email: 'a@people.test',
    roleId: await roleIdOf('mentor'),
  })
  expect(invited.body.code).toBe('identity.permission_not_held')
})

test('nobody reaches above their own rank', async () => {
  const { person, roleId } = await givenHolder({
    name: 'Ladder',
    description: null,
    rank: 60,
    permissions: ['identity.roles.manage', 'identity.people.manage'],
  })
  const climber = stoa.as(person)
  for (const rank of [60, 70, 99]) {
    const made = await climber.post('/identity/roles', {
      name: `Up ${rank}`,
      description: null,
      rank,
      permissions: [],
    })
    expect([rank, made.body.code]).toEqual([rank, 'identity.rank_too_high'])
  }
  expect((await climber.patch(`/identity/roles/${roleId}`, { rank: 90 })).status).toBe(403)
  expect(
    (await climber.patch(`/identity/roles/${await roleIdOf('admin')}`, { permissions: [] })).status,
  ).toBe(403)
  expect(
    (await stoa.as(owner).patch(`/identity/roles/${await roleIdOf('owner')}`, { permissions: [] })).status,
  ).toBe(403)
})

test('a role somebody holds or is invited to stays', async () => {
  const { person, roleId } = await givenHolder({ name: 'Held', description: null, rank: 20, permissions: [] })
  expect((await stoa.as(admin).delete(`/identity/roles/${roleId}`)).body.code).toBe('identity.role_in_use')
  await stoa
    .as(admin)
    .put(`/identity/people/${person.userId}/roles`, { roleIds: [await roleIdOf('student')] })
  const invitation = await stoa.as(admin).post('/identity/invitations', { email: 'held@people.test', roleId })
  expect((await stoa.as(admin).delete(`/identity/roles/${roleId}`)).body.code).toBe('identity.role_in_use')
  await stoa.as(admin).delete(`/identity/invitations/${invitation.body.id}`)
  expect((await stoa.as(admin).delete(`/identity/roles/${roleId}`)).status).toBe(200)
  const builtIn = await stoa.as(owner).delete(`/identity/roles/${await roleIdOf('mentor')}`)
  expect(builtIn.body.code).toBe('identity.role_built_in')
})

test('a role that is deleted and given at the same moment is either gone or held', async () => {
  for (let round = 0; round < 8; round += 1) {
    const role = await stoa.as(owner).post('/identity/roles', { ...coach, name: `Race ${round}` })
    const person = await givenPerson(stoa, organization)
    const [gone, given] = await Promise.all([
      stoa.as(owner).delete(`/identity/roles/${role.body.id}`),
      stoa.as(owner).put(`/identity/people/${person.userId}/roles`, { roleIds: [role.body.id] }),
    ])
    expect([gone.body?.code ?? null, given.body.code]).not.toContain('internal_error')
    expect([gone.status === 200, given.status === 200].filter(Boolean)).toHaveLength(1)
  }
})

test('module switches: a role takes away, another role gives back, the person wins', async () => {
  const { person, roleId } = await givenHolder({
    name: 'No imports',
    description: null,
    rank: 15,
    permissions: [],
  })
  const modules = async () => (await stoa.as(person).get('/identity/me')).body.modules
  await stoa.as(admin).put(`/identity/roles/${roleId}/modules/imports`, { hasAccess: false })
  expect(await modules()).not.toContain('imports')
  await stoa
    .as(admin)
    .put(`/identity/people/${person.userId}/roles`, { roleIds: [roleId, await roleIdOf('student')] })
  expect(await modules()).toContain('imports')
  const own = `/identity/people/${person.userId}/modules/imports`
  expect((await stoa.as(admin).put(own, { hasAccess: false })).body.modules).toEqual([
    { key: 'imports', hasAccess: false },
  ])
  expect(await modules()).not.toContain('imports')
  await stoa.as(admin).delete(own)
  expect(await modules()).toContain('imports')
  expect(
    (await stoa.as(owner).put(`/identity/people/${person.userId}/modules/nothing`, { hasAccess: true }))
      .status,
  ).toBe(404)
})

test('the catalogue of permissions says what one holds', async () => {
  const list = await stoa.as(admin).get('/identity/permissions')
  expect(list.body.items).toContainEqual({ key: 'audit.read', module: 'audit', held: true })
  expect((await stoa.as(learner).get('/identity/permissions')).status).toBe(403)
})

test('hostile roles are refused', async () => {
  for (const bad of [
    { permissions: ['*'] },
    { permissions: ['made.up'] },
    { rank: 100 },
    { rank: 0 },
    { rank: '30' },
    { name: '' },
    { name: 'x'.repeat(81) },
    { isBuiltIn: true },
  ]) {
    const answer = await stoa.as(owner).post('/identity/roles', { ...coach, name: 'Hostile', ...bad })
    expect([JSON.stringify(bad), answer.status]).toEqual([JSON.stringify(bad), 422])
  }
})

test('a neighbour finds none of it', async () => {
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
  const id = await roleIdOf('mentor')
  expect((await stoa.as(neighbour).get(`/identity/roles/${id}`)).status).toBe(404)
  expect((await stoa.as(neighbour).patch(`/identity/roles/${id}`, { name: 'Mine' })).status).toBe(404)
  expect((await stoa.as(neighbour).delete(`/identity/roles/${id}`)).status).toBe(404)
  expect(
    (await stoa.as(neighbour).put(`/identity/roles/${id}/modules/imports`, { hasAccess: false })).status,
  ).toBe(404)
})
