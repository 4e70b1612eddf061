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

test('somebody signed in is known, a stranger is not', async () => {
  const person = await givenPerson(stoa, organization, 'mentor')
  const me = await stoa.as(person).get('/identity/me')
  expect(me.body.person.id).toBe(person.userId)
  expect(me.body.permissions).toContain('learning.courses.author')
  expect((await stoa.stranger.get('/identity/me')).status).toBe(401)
})

test('an owner holds every permission by name', async () => {
  const owner = await givenPerson(stoa, organization, 'owner')
  const me = await stoa.as(owner).get('/identity/me')
  expect(me.body.permissions).toContain('identity.roles.manage')
  expect(me.body.permissions).not.toContain('*')
  expect(me.body.can).toMatchObject({ managePeople: true, manageSettings: true })
})

test('knowing who asks takes one statement, and saying everything a handful', async () => {
  const person = await givenPerson(stoa, organization)
  // What they may do is known from the request before.
  await stoa.as(person).get('/identity/frame')
  stoa.statements()
  await stoa.as(person).get('/identity/organization')
  expect(stoa.statements()).toHaveLength(2)
  await stoa.as(person).get('/identity/me')
  expect(stoa.statements().length).toBeLessThanOrEqual(6)
})

test('a person edits their profile, and not over somebody who was faster', async () => {
  const person = await givenPerson(stoa, organization)
  const answer = await stoa
    .as(person)
    .patch('/identity/me', { name: ' Ada Novak ', headline: 'Teaches maps' })
  expect(answer.body).toMatchObject({ name: 'Ada Novak', headline: 'Teaches maps', bio: null })
  const late = await stoa.as(person).patch('/identity/me', { bio: 'x' }, { 'if-match': '"1"' })
  expect(late.status).toBe(412)
  for (const bad of [
    { name: ' ' },
    { email: 'other@people.test' },
    { website: 'javascript:alert(1)' },
    {},
    { bio: 5 },
  ]) {
    expect((await stoa.as(person).patch('/identity/me', bad)).status).toBe(422)
  }
  expect((await stoa.as(person).patch('/identity/me', { bio: 'a\u0000b' })).status).toBe(400)
})

test('preferences have usual values until somebody says otherwise', async () => {
  const person = await givenPerson(stoa, organization)
  const before = (await stoa.as(person).get('/identity/me/preferences')).body
  expect(before).toEqual({
    theme: 'system',
    language: 'en',
    timeZone: 'UTC',
    dateFormat: 'medium',
    emailNotifications: true,
    pushNotifications: false,
    viewOrders: {},
  })
  const wish = {
    ...before,
    theme: 'dark',
    timeZone: 'Europe/Athens',
    viewOrders: { 'admin.people': ['name', 'email'] },
  }
  expect((await stoa.as(person).put('/identity/me/preferences', wish)).body).toEqual(wish)
  expect((await stoa.as(person).get('/identity/me')).body.preferences).toEqual(wish)
  const nowhere = await stoa.as(person).put('/identity/me/preferences', { ...wish, timeZone: 'Mars/Base' })
  expect(nowhere.body.code).toBe('identity.unknown_time_zone')
  for (const bad of [
    { theme: 'pink' },
    { viewOrders: { 'a b': [] } },
    { viewOrders: { a: [1] } },
    { more: 1 },
  ]) {
    expect((await stoa.as(person).put('/identity/me/preferences', { ...wish, ...bad })).status).toBe(422)
  }
})

test('somebody signed in joins an open organization, and leaves again', async () => {
  const open = await givenOrganization(stoa, 'Open academy')
  const person = await givenPerson(stoa, organization)
  const there = { 'stoa-organization': open.slug }
  expect((await stoa.as(person).get('/identity/me', there)).body).toMatchObject({
    isMember: false,
    can: { join: true },
  })
  const joined = await Promise.all(
    Array.from({ length: 20 }, () => stoa.as(person).put('/identity/me/membership', undefined, there)),
  )
  expect(joined.every((answer) => answer.status === 200)).toBe(true)
  expect((await stoa.as(person).get('/identity/me', there)).body).toMatchObject({
    isMember: true,
    roles: [{ key: 'student' }],
    memberships: [{ slug: open.slug }, { slug: organization.slug }],
  })
  expect((await stoa.as(person).delete('/identity/me/membership', there)).status).toBe(200)
  expect((await stoa.as(person).get('/identity/me', there)).body.isMember).toBe(false)
  expect((await stoa.stranger.put('/identity/me/membership')).status).toBe(401)
})

test('the last owner cannot leave', async () => {
  const small = await givenOrganization(stoa)
  const owner = await givenPerson(stoa, small, 'owner')
  const answer = await stoa.as(owner).delete('/identity/me/membership')
  expect([answer.status, answer.body.code]).toEqual([409, 'identity.last_owner'])
})
