import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
  mailTo,
  tokenMailedTo,
} from '../testing.ts'

let stoa: TestStoa
let organization: GivenOrganization
let admin: GivenPerson
let mentorRole: string
beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa)
  admin = await givenPerson(stoa, organization, 'admin', 'Adam Admin')
  const roles = await stoa.as(admin).get('/identity/roles')
  mentorRole = roles.body.items.find((role: { key: string }) => role.key === 'mentor').id
})
afterAll(() => stoa.close())

const password = 'seven blue herons'
const newEmail = () => `${randomBytes(4).toString('hex')}@people.test`
const invite = (email: string, roleId = mentorRole) =>
  stoa.as(admin).post('/identity/invitations', { email, roleId })
const accept = (token: string, given: object = { name: 'Nina New', password }) =>
  stoa.stranger.post('/identity/invitation-acceptances', { token, ...given })

test('somebody new follows an invitation, gives a name and a password, and is in', async () => {
  const email = newEmail()
  const sent = await invite(email)
  expect(sent.body).toMatchObject({
    email,
    status: 'pending',
    role: { name: 'Teacher' },
    invitedBy: { name: 'Adam Admin' },
  })
  expect((await mailTo(stoa, email)).subject).toBe('Adam Admin invites you to Test academy')
  const token = await tokenMailedTo(stoa, email)
  const face = await stoa.stranger.get(`/identity/invitation?token=${token}`)
  expect(face.body).toMatchObject({
    email,
    roleName: 'Teacher',
    hasAccount: false,
    organization: { slug: organization.slug },
  })
  expect((await accept(token, {})).body.code).toBe('identity.name_and_password_needed')
  expect((await accept(token, { name: 'Nina', password: 'qwertyuiop' })).body.code).toBe(
    'identity.password_common',
  )
  const session = await accept(token)
  expect(session.status).toBe(201)
  const me = await stoa.as(session.body).get('/identity/me')
  expect(me.body).toMatchObject({ person: { name: 'Nina New', email }, roles: [{ key: 'mentor' }] })
  expect((await accept(token)).status).toBe(410)
  const list = await stoa.as(admin).get('/identity/invitations?status=accepted')
  expect(list.body.items[0]).toMatchObject({ email, status: 'accepted' })
})

test('somebody with an account signs in to accept, and only they can', async () => {
  const elsewhere = await givenOrganization(stoa)
  const person = await givenPerson(stoa, elsewhere, 'student', 'Has Account', password)
  const thief = await givenPerson(stoa, elsewhere)
  await invite(person.email)
  const token = await tokenMailedTo(stoa, person.email)
  expect((await stoa.stranger.get(`/identity/invitation?token=${token}`)).body.hasAccount).toBe(true)
  expect((await accept(token)).body.code).toBe('identity.sign_in_to_accept')
  const stolen = await stoa.as(thief).post('/identity/invitation-acceptances', { token })
  expect(stolen.body.code).toBe('identity.invitation_for_somebody_else')
  const accepted = await stoa.as(person).post('/identity/invitation-acceptances', { token })
  expect(accepted.body).toMatchObject({ token: null, organization: { slug: organization.slug } })
  expect(
    (await stoa.as(person).put('/identity/sessions/current/organization', { slug: organization.slug }))
      .status,
  ).toBe(200)
  expect((await stoa.as(person).get('/identity/me')).body.roles).toMatchObject([{ key: 'mentor' }])
})

test('of fifty who accept at the same time one comes in', async () => {
  const email = newEmail()
  await invite(email)
  const token = await tokenMailedTo(stoa, email)
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => accept(token, { name: `Copy ${n}`, password })),
  )
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
  expect(await stoa.sql('select 1 from auth.users where email = $1', [email])).toHaveLength(1)
})

test('an address has one open invitation at most, also when many invite it at once', async () => {
  const email = newEmail()
  const answers = await Promise.all(Array.from({ length: 20 }, () => invite(email)))
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
  expect(answers.filter((answer) => answer.body.code === 'identity.already_invited')).toHaveLength(19)
  expect((await invite(email.toUpperCase())).body.code).toBe('identity.already_invited')
})

test('sending again makes a new link and voids the old one', async () => {
  const email = newEmail()
  const { body } = await invite(email)
  const first = await tokenMailedTo(stoa, email)
  await stoa.sql(`update auth.invitations set expires_at = now() - interval '1 day' where email = $1`, [
    email,
  ])
  expect((await accept(first)).status).toBe(410)
  expect((await stoa.as(admin).post(`/identity/invitations/${body.id}/reminders`)).status).toBe(201)
  const second = await tokenMailedTo(stoa, email)
  expect(second).not.toBe(first)
  expect((await accept(first)).status).toBe(410)
  expect((await accept(second)).status).toBe(201)
})

test('a revoked invitation leads nowhere', async () => {
  const email = newEmail()
  const { body } = await invite(email)
  const token = await tokenMailedTo(stoa, email)
  expect((await stoa.as(admin).delete(`/identity/invitations/${body.id}`)).status).toBe(200)
  expect((await stoa.as(admin).delete(`/identity/invitations/${body.id}`)).body.code).toBe(
    'identity.invitation_closed',
  )
  expect((await accept(token)).status).toBe(410)
  expect((await stoa.stranger.get(`/identity/invitation?token=${token}`)).status).toBe(410)
  expect((await invite(email)).status).toBe(201)
})

test('members are not invited, and nobody invites above themselves', async () => {
  const member = await givenPerson(stoa, organization)
  expect((await invite(member.email)).body.code).toBe('identity.already_member')
  const owner = (await stoa.as(admin).get('/identity/roles')).body.items[0]
  expect((await invite(newEmail(), owner.id)).body.code).toBe('identity.rank_too_high')
  expect((await invite(newEmail(), crypto.randomUUID())).body.code).toBe('identity.no_such_role')
})

test('a neighbour cannot touch an invitation', async () => {
  const { body } = await invite(newEmail())
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
  expect((await stoa.as(neighbour).delete(`/identity/invitations/${body.id}`)).status).toBe(404)
  expect((await stoa.as(neighbour).post(`/identity/invitations/${body.id}/reminders`)).status).toBe(404)
  expect(
    (await stoa.as(neighbour).post('/identity/invitations', { email: newEmail(), roleId: mentorRole })).body
      .code,
  ).toBe('identity.no_such_role')
  const learner = await givenPerson(stoa, organization)
  expect((await stoa.as(learner).delete(`/identity/invitations/${body.id}`)).status).toBe(403)
  expect((await stoa.strangerAt(organization).delete(`/identity/invitations/${body.id}`)).status).toBe(401)
})

test('names in a mail are text, never markup or headers', async () => {
  const evil = await givenPerson(stoa, organization, 'admin', '<b>Eve</b>\r\nBcc: victim@people.test')
  const email = newEmail()
  await stoa.as(evil).post('/identity/invitations', { email, roleId: mentorRole })
  const mail = await mailTo(stoa, email)
  expect(mail.html).not.toContain('<b>Eve</b>')
  expect(mail.subject).not.toMatch(/[\r\n]/)
})

describe('an invitation somebody kept', () => {
  /** Joined by the open door, with an invitation to more still in their mailbox. */
  async function given() {
    const person = await givenPerson(stoa, await givenOrganization(stoa), 'student', 'Kept It', password)
    await invite(person.email)
    const token = await tokenMailedTo(stoa, person.email)
    const here = { 'stoa-organization': organization.slug }
    expect((await stoa.as(person).put('/identity/me/membership', undefined, here)).status).toBe(200)
    const acceptIt = () => stoa.as(person).post('/identity/invitation-acceptances', { token })
    const me = () => stoa.as(person).get('/identity/me', here)
    return { person, acceptIt, me }
  }

  test('does not bring back who was deactivated', async () => {
    const { person, acceptIt, me } = await given()
    await stoa.as(admin).put(`/identity/people/${person.userId}/deactivation`)
    expect((await acceptIt()).body.code).toBe('identity.membership_inactive')
    expect((await me()).body).toMatchObject({ isMember: false, roles: [] })
    // When they are let in again, the invitation still stands.
    await stoa.as(admin).delete(`/identity/people/${person.userId}/deactivation`)
    expect((await acceptIt()).status).toBe(201)
    expect((await me()).body.roles).toMatchObject([{ key: 'mentor' }, { key: 'student' }])
  })

  test('does not bring back who was taken out', async () => {
    const { person, acceptIt, me } = await given()
    expect((await stoa.as(admin).delete(`/identity/people/${person.userId}`)).status).toBe(200)
    expect((await acceptIt()).body.code).toBe('identity.link_not_valid')
    expect((await me()).body.isMember).toBe(false)
  })
})
