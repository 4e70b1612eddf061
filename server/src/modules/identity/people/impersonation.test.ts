import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
  mailTo,
} from '../testing.ts'

let stoa: TestStoa
let organization: GivenOrganization
let owner: GivenPerson
let admin: GivenPerson
let student: GivenPerson
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())
beforeEach(async () => {
  organization = await givenOrganization(stoa)
  owner = await givenPerson(stoa, organization, 'owner', 'Olga Owner')
  admin = await givenPerson(stoa, organization, 'admin', 'Ada Admin')
  student = await givenPerson(stoa, organization, 'student', 'Sam Sample')
})

const begin = (who: { token: string }, person: { userId: string }, body = {}) =>
  stoa
    .as(who)
    .post(`/identity/people/${person.userId}/impersonations`, { reason: 'Cannot open lesson 3', ...body })
const withCookies = async (
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  cookies: Record<string, string>,
  payload?: object,
) => {
  const answer = await stoa.server.inject({
    method,
    url: `/api/v1${url}`,
    cookies,
    ...(payload ? { payload } : {}),
  })
  const jar = { ...cookies }
  for (const { name, value } of answer.cookies)
    if (value) jar[name] = value
    else delete jar[name]
  return { status: answer.statusCode, body: answer.payload ? JSON.parse(answer.payload) : null, jar }
}

test('an administrator acts for a learner, everybody can see it, and goes back to being themselves', async () => {
  const own = { stoa: admin.token }
  const begun = await withCookies('POST', `/identity/people/${student.userId}/impersonations`, own, {
    reason: 'Cannot open lesson 3',
    mode: 'cookie',
  })
  expect(begun.status).toBe(201)
  expect(begun.body).toMatchObject({ token: null, person: { id: student.userId }, owes: null })
  const me = await withCookies('GET', '/identity/me', begun.jar)
  expect(me.body).toMatchObject({
    person: { id: student.userId },
    impersonation: { by: { id: admin.userId, name: 'Ada Admin' }, reason: 'Cannot open lesson 3' },
    can: { changePassword: false },
  })
  const devices = (await stoa.as(student).get('/identity/sessions')).body.items
  expect(devices.map((row: { isImpersonation: boolean }) => row.isImpersonation)).toEqual([true, false])
  const mail = await mailTo(stoa, student.email)
  expect(mail.subject).toContain('Ada Admin')
  expect(mail.text).toContain('Cannot open lesson 3')

  await withCookies('GET', '/identity/me', begun.jar)
  const back = await withCookies('DELETE', '/identity/impersonations/current', begun.jar)
  expect(back).toMatchObject({ status: 200, body: { resumed: true } })
  expect((await withCookies('GET', '/identity/me', back.jar)).body.person.id).toBe(admin.userId)
  expect((await withCookies('GET', '/identity/me', { stoa: begun.jar.stoa! })).status).toBe(401)
  expect(back.jar['stoa-own']).toBeUndefined()
})

test('what is done in a person’s name is recorded with both people', async () => {
  const { token } = (await begin(admin, student)).body
  expect((await stoa.as({ token }).patch('/identity/me', { name: 'Sam Renamed' })).status).toBe(200)
  expect((await stoa.as({ token }).delete('/identity/impersonations/current')).body).toEqual({
    resumed: false,
  })
  const entries = (await stoa.as(owner).get('/audit/entries')).body.items
  const of = (action: string) => entries.find((entry: { action: string }) => entry.action === action)
  expect(of('identity.impersonation_begun')).toMatchObject({
    actorId: admin.userId,
    impersonatedUser: null,
    entityId: student.userId,
    metadata: { reason: 'Cannot open lesson 3' },
  })
  for (const action of ['identity.name_changed', 'identity.impersonation_ended'])
    expect(of(action)).toMatchObject({ actorId: admin.userId, impersonatedUser: student.userId })
})

test('nobody acts for an equal, a superior, an owner or themselves, nor from within another’s session', async () => {
  const secondOwner = await givenPerson(stoa, organization, 'owner')
  const secondAdmin = await givenPerson(stoa, organization, 'admin')
  const mentor = await givenPerson(stoa, organization, 'mentor')
  const elsewhere = await givenOrganization(stoa)
  const neighbour = await givenPerson(stoa, elsewhere, 'student')
  for (const [who, whom, status] of [
    [owner, secondOwner, 403],
    [owner, owner, 403],
    [admin, owner, 403],
    [admin, secondAdmin, 403],
    [mentor, student, 403],
    [student, mentor, 403],
    [admin, neighbour, 404],
  ] as const)
    expect([whom.userId, (await begin(who, whom)).status]).toEqual([whom.userId, status])
  expect(
    (
      await stoa
        .strangerAt(organization)
        .post(`/identity/people/${student.userId}/impersonations`, { reason: 'x' })
    ).status,
  ).toBe(401)
  const { token } = (await begin(owner, admin)).body
  expect((await begin({ token }, student)).body).toMatchObject({ status: 403 })
})

test('somebody who may do what the administrator may not is left alone', async () => {
  const roles = (await stoa.as(owner).get('/identity/roles')).body
  const list = roles.items ?? roles
  const support = (
    await stoa.as(owner).post('/identity/roles', {
      name: 'Support',
      description: null,
      rank: 60,
      permissions: ['identity.people.read', 'identity.people.manage', 'identity.people.impersonate'],
    })
  ).body
  expect(list.length).toBeGreaterThan(0)
  const helper = await givenPerson(stoa, organization, 'student', 'Hal Helper')
  await stoa.as(owner).put(`/identity/people/${helper.userId}/roles`, { roleIds: [support.id] })
  const mentor = await givenPerson(stoa, organization, 'mentor')
  expect((await begin(helper, mentor)).status).toBe(403)
  expect((await begin(helper, student)).status).toBe(201)
})

test('acting for somebody asks for a recent proof, and opens no dangerous door', async () => {
  await stoa.sql(`update auth.sessions set authenticated_at = now() - interval '1 hour' where user_id = $1`, [
    admin.userId,
  ])
  expect((await begin(admin, student)).body.code).toBe('identity.proof_too_old')
  await stoa.sql('update auth.sessions set authenticated_at = now() where user_id = $1', [admin.userId])
  const { token } = (await begin(admin, student)).body
  const inTheirName = stoa.as({ token })
  for (const refused of [
    await inTheirName.put('/identity/me/password', {
      currentPassword: 'x',
      newPassword: 'eleven grey otters',
    }),
    await inTheirName.get('/identity/sessions'),
    await inTheirName.delete('/identity/sessions'),
    await inTheirName.get('/identity/me/login-history'),
    await inTheirName.put('/identity/sessions/current/organization', { slug: organization.slug }),
    await inTheirName.delete('/identity/me/membership'),
  ])
    expect(refused.status).toBe(403)
})

test('the session is worth nothing in another organization of the person', async () => {
  const elsewhere = await givenOrganization(stoa)
  await stoa.sql('insert into auth.memberships (organization_id, user_id) values ($1, $2)', [
    elsewhere.id,
    student.userId,
  ])
  const { token } = (await begin(admin, student)).body
  const headers = { 'stoa-organization': elsewhere.slug }
  expect((await stoa.as({ token }).get('/identity/me', headers)).status).toBe(401)
  expect((await stoa.as({ token }).get('/identity/me')).body.memberships).toEqual([
    expect.objectContaining({ id: organization.id }),
  ])
})

test('it ends with the administrator’s own session, their role, their membership, or when the person ends it', async () => {
  const opened = async () => (await begin(admin, student)).body.token as string
  const lives = async (token: string) => (await stoa.as({ token }).get('/identity/me')).status === 200

  const first = await opened()
  const [shown] = (await stoa.as(student).get('/identity/sessions')).body.items
  expect((await stoa.as(student).delete(`/identity/sessions/${shown.id}`)).status).toBe(200)
  expect(await lives(first)).toBe(false)

  const second = await opened()
  const roles = (await stoa.as(owner).get(`/identity/people/${student.userId}`)).body.roles
  await stoa.as(owner).put(`/identity/people/${admin.userId}/roles`, { roleIds: [roles[0].id] })
  expect(await lives(second)).toBe(false)

  admin = await givenPerson(stoa, organization, 'admin')
  const third = await opened()
  await stoa.as(owner).put(`/identity/people/${admin.userId}/deactivation`)
  expect(await lives(third)).toBe(false)

  admin = await givenPerson(stoa, organization, 'admin')
  const fourth = await opened()
  await stoa.as(admin).delete('/identity/sessions/current')
  expect(await lives(fourth)).toBe(false)
})

test('an administrator whose session in another’s name ran out gets back to their own', async () => {
  const begun = await withCookies(
    'POST',
    `/identity/people/${student.userId}/impersonations`,
    { stoa: admin.token },
    {
      reason: 'Cannot open lesson 3',
      mode: 'cookie',
    },
  )
  await stoa.sql('delete from auth.sessions where impersonated_by = $1', [admin.userId])
  const back = await withCookies('DELETE', '/identity/impersonations/current', begun.jar)
  expect(back.body).toEqual({ resumed: true })
  expect((await withCookies('GET', '/identity/me', back.jar)).body.person.id).toBe(admin.userId)
})

test('a session of somebody else put in the cookie beside is not what they come back to', async () => {
  const begun = await withCookies(
    'POST',
    `/identity/people/${student.userId}/impersonations`,
    { stoa: admin.token },
    {
      reason: 'Cannot open lesson 3',
      mode: 'cookie',
    },
  )
  const back = await withCookies('DELETE', '/identity/impersonations/current', {
    ...begun.jar,
    'stoa-own': owner.token,
  })
  expect(back.body).toEqual({ resumed: false })
})

test('signing out while acting for somebody signs the administrator out, too', async () => {
  const begun = await withCookies(
    'POST',
    `/identity/people/${student.userId}/impersonations`,
    { stoa: admin.token },
    {
      reason: 'Cannot open lesson 3',
      mode: 'cookie',
    },
  )
  await withCookies('DELETE', '/identity/sessions/current', begun.jar)
  expect((await stoa.as(admin).get('/identity/me')).status).toBe(401)
  expect((await stoa.as(student).get('/identity/me')).status).toBe(200)
})
