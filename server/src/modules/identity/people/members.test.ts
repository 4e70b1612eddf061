import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { peopleByIds, peopleWithPermission, personBanned } from '../index.ts'
import { type GivenOrganization, type GivenPerson, givenOrganization, givenPerson } from '../testing.ts'

let stoa: TestStoa
let organization: GivenOrganization
let owner: GivenPerson
let admin: GivenPerson
beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa)
  owner = await givenPerson(stoa, organization, 'owner', 'Olga Owner')
  admin = await givenPerson(stoa, organization, 'admin', 'Adam Admin')
})
afterAll(() => stoa.close())

const password = 'seven blue herons'
const roleId = async (place: GivenOrganization, key: string) =>
  (
    await stoa.sql<{ id: string }>('select id from auth.roles where organization_id = $1 and key = $2', [
      place.id,
      key,
    ])
  )[0]!.id

test('administrators find people by name, address, role and status, page by page', async () => {
  const place = await givenOrganization(stoa)
  const boss = await givenPerson(stoa, place, 'owner', 'The Boss')
  for (const name of ['Maria 100% Lopez', 'Mario Rossi', 'Zoe Quinn'])
    await givenPerson(stoa, place, 'student', name)
  const teacher = await givenPerson(stoa, place, 'mentor', 'Maren Teacher')
  const find = async (query: string) =>
    (await stoa.as(boss).get(`/identity/people?${query}`)).body.items.map(
      (person: { name: string }) => person.name,
    )
  expect(await find('search=mar')).toEqual(['Maren Teacher', 'Mario Rossi', 'Maria 100% Lopez'])
  expect(await find('search=100%25')).toEqual(['Maria 100% Lopez'])
  expect(await find('search=%25')).toEqual(['Maria 100% Lopez'])
  expect(await find(`search=${teacher.email.slice(0, 6)}`)).toEqual(['Maren Teacher'])
  expect(await find('role=mentor')).toEqual(['Maren Teacher'])
  await stoa.as(boss).put(`/identity/people/${teacher.userId}/deactivation`)
  expect(await find('status=inactive')).toEqual(['Maren Teacher'])
  const first = await stoa.as(boss).get('/identity/people?limit=3')
  const second = await stoa.as(boss).get(`/identity/people?limit=3&cursor=${first.body.next}`)
  expect([first.body.items.length, second.body.items.length, second.body.next]).toEqual([3, 2, null])
  expect((await stoa.as(boss).get('/identity/people?cursor=nonsense')).status).toBe(400)
  expect((await stoa.as(boss).get('/identity/people?status=asleep')).status).toBe(422)
})

test('a page of people costs a few statements, however many there are', async () => {
  // What they may do is known from the request before.
  await stoa.as(admin).get('/identity/frame')
  stoa.statements()
  await stoa.as(admin).get('/identity/people')
  expect(stoa.statements()).toHaveLength(2)
})

test('the page of a person says what one may do with them', async () => {
  const learner = await givenPerson(stoa, organization, 'student', 'Lena Learner')
  const seen = await stoa.as(admin).get(`/identity/people/${learner.userId}`)
  expect(seen.body).toMatchObject({
    name: 'Lena Learner',
    status: 'active',
    sessions: 1,
    ban: null,
    modules: [],
  })
  expect(seen.body.can).toMatchObject({
    ban: true,
    changeRoles: true,
    deactivate: true,
    reactivate: false,
    liftBan: false,
  })
  const above = await stoa.as(admin).get(`/identity/people/${owner.userId}`)
  expect(Object.values(above.body.can).some(Boolean)).toBe(false)
})

test('everything about people is closed to strangers, lower roles and neighbours', async () => {
  const victim = await givenPerson(stoa, organization)
  const learner = await givenPerson(stoa, organization)
  const teacher = await givenPerson(stoa, organization, 'mentor')
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
  const path = `/identity/people/${victim.userId}`
  const calls = (caller: ReturnType<TestStoa['as']>, headers: Record<string, string> = {}) => [
    caller.get('/identity/people', headers),
    caller.get(path, headers),
    caller.put(`${path}/roles`, { roleIds: [crypto.randomUUID()] }, headers),
    caller.put(`${path}/deactivation`, undefined, headers),
    caller.delete(`${path}/deactivation`, headers),
    caller.put(`${path}/ban`, { reason: 'x', until: null }, headers),
    caller.delete(`${path}/ban`, headers),
    caller.delete(`${path}/sessions`, headers),
    caller.put(`${path}/modules/learning`, { hasAccess: false }, headers),
    caller.delete(`${path}/modules/learning`, headers),
    caller.delete(path, headers),
    caller.get('/identity/invitations', headers),
    caller.post('/identity/invitations', { email: 'x@people.test', roleId: crypto.randomUUID() }, headers),
  ]
  const statuses = async (answers: Array<Promise<{ status: number }>>) =>
    new Set((await Promise.all(answers)).map((answer) => answer.status))
  expect(await statuses(calls(stoa.strangerAt(organization)))).toEqual(new Set([401]))
  expect(await statuses(calls(stoa.as(learner)))).toEqual(new Set([403]))
  expect(await statuses(calls(stoa.as(teacher)))).toEqual(new Set([403]))
  // At home the neighbour does not find the person; here the neighbour is nobody.
  expect((await stoa.as(neighbour).get(path)).status).toBe(404)
  expect(await statuses(calls(stoa.as(neighbour), { 'stoa-organization': organization.slug }))).toEqual(
    new Set([403]),
  )
  expect((await stoa.as(victim).get('/identity/me')).status).toBe(200)
})

test('nobody acts on their equals, superiors or themselves; owners act on owners', async () => {
  const peer = await givenPerson(stoa, organization, 'admin')
  const secondOwner = await givenPerson(stoa, organization, 'owner')
  const ban = (by: GivenPerson, whom: GivenPerson) =>
    stoa.as(by).put(`/identity/people/${whom.userId}/ban`, { reason: 'test', until: null })
  for (const whom of [peer, owner, admin]) expect((await ban(admin, whom)).status).toBe(403)
  expect((await ban(owner, owner)).status).toBe(403)
  expect((await ban(owner, secondOwner)).status).toBe(200)
  const raised = await stoa
    .as(admin)
    .put(`/identity/people/${peer.userId}/roles`, { roleIds: [await roleId(organization, 'owner')] })
  expect(raised.status).toBe(403)
  const learner = await givenPerson(stoa, organization)
  const crowned = await stoa
    .as(admin)
    .put(`/identity/people/${learner.userId}/roles`, { roleIds: [await roleId(organization, 'owner')] })
  expect(crowned.body.code).toBe('identity.rank_too_high')
})

test('roles change at once, and only to roles of the organization', async () => {
  const person = await givenPerson(stoa, organization)
  const roles = (roleIds: string[]) =>
    stoa.as(admin).put(`/identity/people/${person.userId}/roles`, { roleIds })
  const answer = await roles([await roleId(organization, 'mentor'), await roleId(organization, 'student')])
  expect(answer.body.roles.map((role: { key: string }) => role.key)).toEqual(['mentor', 'student'])
  expect((await stoa.as(person).get('/identity/me')).body.permissions).toContain('learning.courses.author')
  const neighbour = await givenOrganization(stoa)
  expect((await roles([await roleId(neighbour, 'student')])).body.code).toBe('identity.no_such_role')
  expect((await roles([])).status).toBe(422)
})

test('a ban ends every session here at once and keeps the person out until it is lifted', async () => {
  const other = await givenOrganization(stoa, 'Elsewhere')
  const person = await givenPerson(stoa, organization, 'student', 'Bad Apple', password)
  const elsewhere = await stoa
    .as(person)
    .put('/identity/me/membership', undefined, { 'stoa-organization': other.slug })
  expect(elsewhere.status).toBe(200)
  const away = (await stoa.strangerAt(other).post('/identity/sessions', { email: person.email, password }))
    .body
  const path = `/identity/people/${person.userId}/ban`
  const banned = await stoa.as(admin).put(path, { reason: 'Spam', until: null })
  expect(banned.body).toMatchObject({
    status: 'banned',
    ban: { reason: 'Spam', until: null, bannedBy: { name: 'Adam Admin' } },
  })

  expect((await stoa.as(person).get('/identity/me')).status).toBe(401)
  const back = await stoa
    .strangerAt(organization)
    .post('/identity/sessions', { email: person.email, password })
  expect([back.status, back.body.code]).toEqual([403, 'identity.banned'])
  expect(back.body.detail).toContain('Spam')
  const wrong = await stoa
    .strangerAt(organization)
    .post('/identity/sessions', { email: person.email, password: 'guess' })
  expect(wrong.body.code).toBe('identity.wrong_credentials')
  // Elsewhere nothing changed, and from there nothing leads in.
  const here = { 'stoa-organization': organization.slug }
  expect((await stoa.as(away).get('/identity/me')).body.organization.slug).toBe(other.slug)
  expect((await stoa.as(away).get('/identity/me', here)).body.isMember).toBe(false)
  expect((await stoa.as(away).put('/identity/me/membership', undefined, here)).body.code).toBe(
    'identity.banned',
  )
  expect(
    (await stoa.as(away).put('/identity/sessions/current/organization', { slug: organization.slug })).status,
  ).toBe(404)
  expect((await stoa.as(admin).delete(`/identity/people/${person.userId}`)).body.code).toBe(
    'identity.lift_ban_first',
  )

  await stoa.as(admin).delete(path)
  expect(
    (await stoa.strangerAt(organization).post('/identity/sessions', { email: person.email, password }))
      .status,
  ).toBe(201)
  const events = await stoa.sql(
    `select 1 from platform.outbox where name = $1 and payload ->> 'userId' = $2`,
    [personBanned.name, person.userId],
  )
  expect(events).toHaveLength(1)
})

test('a ban for a time runs out by itself, and a second ban changes the first', async () => {
  const person = await givenPerson(stoa, organization, 'student', 'Timed', password)
  const path = `/identity/people/${person.userId}/ban`
  const until = new Date(Date.now() + 3600_000).toISOString()
  const bans = await Promise.all(
    Array.from({ length: 20 }, () => stoa.as(admin).put(path, { reason: 'Calm down', until })),
  )
  expect(bans.every((answer) => answer.status === 200)).toBe(true)
  expect(await stoa.sql('select 1 from auth.bans where user_id = $1', [person.userId])).toHaveLength(1)
  await stoa.sql(`update auth.bans set banned_until = now() - interval '1 second' where user_id = $1`, [
    person.userId,
  ])
  expect(
    (await stoa.strangerAt(organization).post('/identity/sessions', { email: person.email, password }))
      .status,
  ).toBe(201)
  const past = await stoa.as(admin).put(path, { reason: 'x', until: '2020-01-01T00:00:00Z' })
  expect(past.status).toBe(422)
  expect((await stoa.as(admin).put(path, { reason: ' ', until: null })).status).toBe(422)
  await stoa.as(admin).put(path, { reason: 'Again', until: null })
  expect(await stoa.sql('select 1 from auth.bans where user_id = $1', [person.userId])).toHaveLength(2)
})

test('somebody deactivated is out at once and back when reactivated', async () => {
  const person = await givenPerson(stoa, organization, 'student', 'Paused', password)
  const path = `/identity/people/${person.userId}/deactivation`
  expect((await stoa.as(admin).put(path)).body).toMatchObject({
    status: 'inactive',
    can: { reactivate: true },
  })
  expect((await stoa.as(person).get('/identity/me')).status).toBe(401)
  const tried = await stoa
    .strangerAt(organization)
    .post('/identity/sessions', { email: person.email, password })
  expect(tried.body.code).toBe('identity.membership_inactive')
  await stoa.as(admin).delete(path)
  expect(
    (await stoa.strangerAt(organization).post('/identity/sessions', { email: person.email, password }))
      .status,
  ).toBe(201)
})

test('somebody removed is no member any more', async () => {
  const person = await givenPerson(stoa, organization)
  expect((await stoa.as(admin).delete(`/identity/people/${person.userId}`)).status).toBe(200)
  expect((await stoa.as(person).get('/identity/me')).status).toBe(401)
  expect((await stoa.as(admin).get(`/identity/people/${person.userId}`)).status).toBe(404)
})

test('administrators end the sessions of a person here', async () => {
  const person = await givenPerson(stoa, organization)
  expect((await stoa.as(admin).delete(`/identity/people/${person.userId}/sessions`)).body).toEqual({
    ended: 1,
  })
  expect((await stoa.as(person).get('/identity/me')).status).toBe(401)
})

test.each([
  [
    'demote',
    (path: string, student: string) => ({
      method: 'put' as const,
      path: `${path}/roles`,
      body: { roleIds: [student] },
    }),
  ],
  [
    'ban',
    (path: string) => ({ method: 'put' as const, path: `${path}/ban`, body: { reason: 'x', until: null } }),
  ],
  [
    'deactivate',
    (path: string) => ({ method: 'put' as const, path: `${path}/deactivation`, body: undefined }),
  ],
  ['remove', (path: string) => ({ method: 'delete' as const, path, body: undefined })],
])('owners who %s each other at the same moment leave one', async (_, act) => {
  for (let round = 0; round < 4; round += 1) {
    const place = await givenOrganization(stoa)
    const owners = await Promise.all(Array.from({ length: 4 }, () => givenPerson(stoa, place, 'owner')))
    const student = await roleId(place, 'student')
    await Promise.all(
      owners.map((one, n) => {
        const call = act(`/identity/people/${owners[(n + 1) % owners.length]!.userId}`, student)
        const caller = stoa.as(one)
        return call.method === 'put' ? caller.put(call.path, call.body) : caller.delete(call.path)
      }),
    )
    const left = await stoa.sql(
      `select 1 from auth.memberships m
         join auth.role_assignments a on a.organization_id = m.organization_id and a.membership_id = m.id
         join auth.roles r on r.organization_id = a.organization_id and r.id = a.role_id and r.key = 'owner'
        where m.organization_id = $1 and m.status = 'active'
          and not exists (select 1 from auth.bans b where b.organization_id = m.organization_id
                           and b.user_id = m.user_id and b.lifted_at is null)`,
      [place.id],
    )
    expect(left.length).toBeGreaterThanOrEqual(1)
  }
})

test('every act on a person is in the audit trail, with who did it', async () => {
  const person = await givenPerson(stoa, organization)
  const path = `/identity/people/${person.userId}`
  await stoa.as(admin).put(`${path}/ban`, { reason: 'Spam', until: null })
  await stoa.as(admin).delete(`${path}/ban`)
  await stoa.as(admin).put(`${path}/deactivation`)
  const entries = await stoa.sql<{ action: string; actor_id: string }>(
    'select action, actor_id from audit.entries where organization_id = $1 and entity_id = $2 order by seq',
    [organization.id, person.userId],
  )
  expect(entries.map((entry) => entry.action)).toEqual([
    'identity.person_banned',
    'identity.ban_lifted',
    'identity.person_deactivated',
  ])
  expect(new Set(entries.map((entry) => entry.actor_id))).toEqual(new Set([admin.userId]))
})

test('the door answers for many people at once', async () => {
  const place = await givenOrganization(stoa)
  const boss = await givenPerson(stoa, place, 'owner', 'The Boss')
  const teacher = await givenPerson(stoa, place, 'mentor', 'A Teacher')
  await givenPerson(stoa, place)
  await stoa.inside(place.id, async (ctx) => {
    const people = await peopleByIds(ctx, [boss.userId, teacher.userId, boss.userId, crypto.randomUUID()])
    expect([...people.values()].map((person) => person.name).sort()).toEqual(['A Teacher', 'The Boss'])
    expect((await peopleWithPermission(ctx, 'learning.courses.author')).sort()).toEqual(
      [boss.userId, teacher.userId].sort(),
    )
    expect(await peopleWithPermission(ctx, 'audit.read')).toEqual([boss.userId])
  })
})
