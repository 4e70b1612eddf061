import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { givenOrganization, givenPerson, mailTo, tokenMailedTo } from '../testing.ts'
import { takeKeptPlace } from './stand-ins.ts'
import {
  anAddress,
  aUser,
  type GivenDirectory,
  givenDirectory,
  givenProvenDomain,
  patchOf,
} from './testing.ts'

let stoa: TestStoa
let directory: GivenDirectory
beforeAll(async () => {
  stoa = await testStoa()
  directory = await givenDirectory(stoa)
})
afterAll(() => stoa.close())

const password = 'a rather long passphrase'
const here = () => ({ 'stoa-organization': directory.organization.slug })
const rowOf = async (id: string) =>
  (
    await stoa.sql<{ user_id: string; status: string; accepted: boolean }>(
      'select user_id, status, accepted_at is not null as accepted from auth.memberships where id = $1',
      [id],
    )
  )[0]!

async function givenStranger(email: string) {
  const elsewhere = await givenOrganization(stoa, 'Elsewhere')
  const person = await givenPerson(stoa, elsewhere, 'owner', 'Private Person', password)
  await stoa.sql('update auth.users set email = $1 where id = $2', [email, person.userId])
  await stoa.sql('update auth.user_emails set email = $1 where user_id = $2', [email, person.userId])
  await stoa.sql(
    `update auth.users set headline = 'Secret headline', bio = 'Secret bio', last_sign_in_at = now() where id = $1`,
    [person.userId],
  )
  return { ...person, email, elsewhere }
}

test('an address that has an account and one that has none are the same to a directory', async () => {
  const known = await givenStranger(anAddress())
  const unknown = anAddress()
  const [a, b] = [
    await directory.post('/Users', aUser(known.email)),
    await directory.post('/Users', aUser(unknown)),
  ]
  expect([a.status, b.status]).toEqual([201, 201])
  const shape = (body: Record<string, unknown>) => Object.keys(body).sort()
  expect(shape(a.body)).toEqual(shape(b.body))
  const rows = [await rowOf(a.body.id), await rowOf(b.body.id)]
  for (const row of rows) expect(row).toMatchObject({ status: 'pending', accepted: false })
  expect(rows[0]?.user_id).not.toBe(known.userId)
  // What administrators see comes from the directory alone.
  for (const [row, email] of [
    [rows[0], known.email],
    [rows[1], unknown],
  ] as const) {
    const detail = await stoa.as(directory.owner).get(`/identity/people/${row?.user_id}`)
    expect(detail.body).toMatchObject({
      name: 'Ada Adams',
      email,
      emailConfirmed: false,
      headline: null,
      bio: null,
      lastSignInAt: null,
      hasAccepted: false,
      status: 'inactive',
    })
    expect(detail.body.can.reactivate).toBe(false)
  }
  expect((await mailTo(stoa, known.email)).text.replaceAll(/token=\S+/g, '')).toEqual(
    (await mailTo(stoa, unknown)).text.replaceAll(/token=\S+/g, ''),
  )
})

test('nobody but the owner of the address makes it count', async () => {
  const known = await givenStranger(anAddress())
  const { id } = (await directory.post('/Users', aUser(known.email))).body
  const { user_id: standIn } = await rowOf(id)
  await stoa.as(directory.owner).delete(`/identity/people/${standIn}/deactivation`)
  await directory.patch(`/Users/${id}`, patchOf({ op: 'replace', path: 'active', value: true }))
  expect((await rowOf(id)).status).toBe('pending')
  // Their account elsewhere is not touched: name, session, sign-in.
  expect((await stoa.as(known).get('/identity/me')).body.person.name).toBe('Private Person')
  expect((await stoa.as(known).get('/identity/people', here())).status).toBe(403)
  await directory.patch(`/Users/${id}`, patchOf({ op: 'replace', path: 'active', value: false }))
  await directory.delete(`/Users/${id}`)
  expect((await stoa.as(known).get('/identity/me')).status).toBe(200)
  expect(await stoa.sql('select 1 from auth.users where id = $1', [standIn])).toEqual([])
})

test('an existing person accepts with their account and keeps name and address', async () => {
  const known = await givenStranger(anAddress())
  const { id } = (await directory.post('/Users', aUser(known.email, { title: 'Guest' }))).body
  const link = await tokenMailedTo(stoa, known.email)
  const other = await givenStranger(anAddress())
  expect((await stoa.as(other).post(acceptances, { token: link })).status).toBe(403)
  expect((await stoa.stranger.post(acceptances, { token: link, name: 'Eve', password })).status).toBe(409)
  const done = await stoa.as(known).post(acceptances, { token: link })
  expect(done.status).toBeLessThan(300)
  expect(await rowOf(id)).toEqual({ user_id: known.userId, status: 'active', accepted: true })
  const read = (await directory.get(`/Users/${id}`)).body
  expect(read).toMatchObject({ active: true, title: 'Guest', userName: known.email })
  expect((await stoa.as(directory.owner).get(`/identity/people/${known.userId}`)).body.name).toBe(
    'Private Person',
  )
})

const acceptances = '/identity/invitation-acceptances'

test('somebody new accepts with a name and a password', async () => {
  const email = anAddress()
  const { id } = (await directory.post('/Users', aUser(email))).body
  const link = await tokenMailedTo(stoa, email)
  const done = await stoa.stranger.post(acceptances, { token: link, name: 'Nina New', password })
  expect(done.status).toBeLessThan(300)
  const row = await rowOf(id)
  expect(row).toMatchObject({ status: 'active', accepted: true })
  const [user] = await stoa.sql('select name, email from auth.users where id = $1', [row.user_id])
  expect(user).toEqual({ name: 'Nina New', email })
  await stoa.settle()
  const events = await stoa.sql(
    `select 1 from platform.outbox where name = 'identity.person_joined' and payload ->> 'membershipId' = $1`,
    [id],
  )
  expect(events).toHaveLength(1)
})

test('whoever proves the address on another way takes the same place, once', async () => {
  const email = anAddress()
  const { id } = (await directory.post('/Users', aUser(email))).body
  const person = await givenStranger(email)
  const answers = await stoa.inside(directory.organization.id, async (ctx) => [
    await takeKeptPlace(ctx, person.userId),
    await takeKeptPlace(ctx, person.userId),
  ])
  expect(answers).toEqual(['taken', 'none'])
  expect((await rowOf(id)).user_id).toBe(person.userId)
})

test('somebody who is a member already takes what the directory says along', async () => {
  const email = anAddress()
  const { id } = (await directory.post('/Users', aUser(email, { title: 'Chemist' }))).body
  const group = (await directory.post('/Groups', { displayName: `G ${email}`, members: [{ value: id }] }))
    .body
  const member = await givenPerson(stoa, directory.organization, 'mentor')
  await stoa.sql('update auth.users set email = $1 where id = $2', [email, member.userId])
  const answer = await stoa.inside(directory.organization.id, (ctx) => takeKeptPlace(ctx, member.userId))
  expect(answer).toBe('taken')
  expect((await directory.get(`/Users/${id}`)).status).toBe(404)
  const found = (await directory.get(`/Users?filter=${encodeURIComponent(`userName eq "${email}"`)}`)).body
  expect(found.Resources[0]).toMatchObject({ title: 'Chemist', groups: [{ value: group.id }] })
  const roles = (await stoa.as(directory.owner).get(`/identity/people/${member.userId}`)).body.roles
  expect(roles.map((role: { key: string }) => role.key)).toEqual(['mentor'])
})

test('a place that the directory closed lets nobody in, by link or by open door', async () => {
  const email = anAddress()
  const { id } = (await directory.post('/Users', aUser(email))).body
  const link = await tokenMailedTo(stoa, email)
  await directory.patch(`/Users/${id}`, patchOf({ op: 'replace', value: { active: false } }))
  expect((await stoa.stranger.post(acceptances, { token: link, name: 'Nina', password })).status).toBe(410)
  const person = await givenStranger(email)
  const joined = await stoa.as(person).put('/identity/me/membership', undefined, here())
  expect(joined.body.code).toBe('identity.membership_inactive')
  expect((await rowOf(id)).status).toBe('inactive')
  // Opened again, a new link is sent.
  await directory.patch(`/Users/${id}`, patchOf({ op: 'replace', value: { active: true } }))
  expect(await tokenMailedTo(stoa, email)).not.toBe(link)
  expect((await stoa.as(person).put('/identity/me/membership', undefined, here())).status).toBe(200)
  expect((await rowOf(id)).user_id).toBe(person.userId)
})

test('another address means another link; the one before is void', async () => {
  const [before, after] = [anAddress(), anAddress()]
  const { id } = (await directory.post('/Users', aUser(before))).body
  const old = await tokenMailedTo(stoa, before)
  await directory.patch(
    `/Users/${id}`,
    patchOf({ op: 'replace', path: 'emails[type eq "work"].value', value: after }),
  )
  expect((await stoa.stranger.post(acceptances, { token: old, name: 'Nina', password })).status).toBe(410)
  const link = await tokenMailedTo(stoa, after)
  expect(
    (await stoa.stranger.post(acceptances, { token: link, name: 'Nina', password })).status,
  ).toBeLessThan(300)
})

test('addresses of a proven domain are members at once; a neighbour’s domain proves nothing here', async () => {
  const own = await givenProvenDomain(stoa, directory.organization)
  const neighbour = await givenProvenDomain(stoa, await givenOrganization(stoa))
  const employee = await givenStranger(anAddress(own))
  const a = (await directory.post('/Users', aUser(employee.email))).body
  expect(await rowOf(a.id)).toEqual({ user_id: employee.userId, status: 'active', accepted: true })
  const b = (await directory.post('/Users', aUser(anAddress(own)))).body
  const fresh = await rowOf(b.id)
  expect(fresh).toMatchObject({ status: 'active', accepted: true })
  const [user] = await stoa.sql(
    'select email_confirmed_at, encrypted_password from auth.users where id = $1',
    [fresh.user_id],
  )
  expect(user).toEqual({ email_confirmed_at: null, encrypted_password: null })
  const c = (await directory.post('/Users', aUser(anAddress(neighbour)))).body
  expect((await rowOf(c.id)).status).toBe('pending')
  const d = (await directory.post('/Users', aUser(anAddress(`sub.${own}`)))).body
  expect((await rowOf(d.id)).status).toBe('pending')
})

test('fifty acceptances of one link: one takes the place', async () => {
  const known = await givenStranger(anAddress())
  const { id } = (await directory.post('/Users', aUser(known.email))).body
  const link = await tokenMailedTo(stoa, known.email)
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => stoa.as(known).post(acceptances, { token: link })),
  )
  expect(answers.filter(({ status }) => status < 300)).toHaveLength(1)
  expect((await rowOf(id)).user_id).toBe(known.userId)
})

test('an administrator who bans or removes a place keeps its owner out, and nothing is left of the stand-in', async () => {
  const email = anAddress()
  const { id } = (await directory.post('/Users', aUser(email))).body
  const { user_id: standIn } = await rowOf(id)
  const link = await tokenMailedTo(stoa, email)
  const asOwner = stoa.as(directory.owner)
  expect(
    (await asOwner.put(`/identity/people/${standIn}/ban`, { reason: 'Not you', until: null })).status,
  ).toBe(200)
  const accepted = await stoa.stranger.post(acceptances, { token: link, name: 'Nina', password })
  expect(accepted.body.code).toBe('identity.membership_inactive')
  await asOwner.delete(`/identity/people/${standIn}/ban`)
  const counts = async () => (await asOwner.get(`/identity/directories/${directory.id}`)).body.personCount
  const before = await counts()
  expect((await asOwner.delete(`/identity/people/${standIn}`)).status).toBe(200)
  expect(await counts()).toBe(before - 1)
  expect(await stoa.sql('select 1 from auth.users where id = $1', [standIn])).toEqual([])
  expect((await directory.get(`/Users/${id}`)).status).toBe(404)
  expect((await stoa.stranger.post(acceptances, { token: link, name: 'Nina', password })).status).toBe(410)
})

test('an account planted with an address of the organization does not get its place', async () => {
  const own = await givenProvenDomain(stoa, directory.organization)
  const planted = await givenStranger(anAddress(own))
  await stoa.sql('update auth.users set email_confirmed_at = null where id = $1', [planted.userId])
  await stoa.sql('delete from auth.user_emails where user_id = $1', [planted.userId])
  const { id } = (await directory.post('/Users', aUser(planted.email))).body
  const row = await rowOf(id)
  expect(row).toMatchObject({ status: 'pending', accepted: false })
  expect(row.user_id).not.toBe(planted.userId)
  expect((await stoa.as(planted).get('/identity/people', here())).status).toBe(403)
})

test('somebody without an address has a place nobody is asked for, until the directory knows one', async () => {
  const made = await directory.post('/Users', { userName: `clock-${crypto.randomUUID()}` })
  expect(made.status).toBe(201)
  expect(await rowOf(made.body.id)).toMatchObject({ status: 'pending', accepted: false })
  const email = anAddress()
  await directory.patch(
    `/Users/${made.body.id}`,
    patchOf({ op: 'add', path: 'emails', value: [{ value: email }] }),
  )
  expect(await tokenMailedTo(stoa, email)).toHaveLength(43)
})
