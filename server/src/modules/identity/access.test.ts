import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { type GivenOrganization, givenOrganization, givenPerson } from './testing.ts'

const password = 'seven blue herons'
let stoa: TestStoa
let organization: GivenOrganization
beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa)
})
afterAll(() => stoa.close())

const verifiedFactor = (userId: string) =>
  stoa.sql(
    `insert into auth.mfa_factors (user_id, friendly_name, factor_type, status) values ($1, 'Phone app', 'totp', 'verified')`,
    [userId],
  )

test('what somebody may do is kept between requests, and forgotten the moment a role changes', async () => {
  const owner = await givenPerson(stoa, organization, 'owner')
  const teacher = await givenPerson(stoa, organization, 'student')
  expect((await stoa.as(teacher).get('/identity/people')).status).toBe(403)
  await stoa.sql(
    `update auth.role_assignments a set role_id = r.id from auth.roles r, auth.memberships m
      where r.organization_id = a.organization_id and r.key = 'admin' and m.id = a.membership_id and m.user_id = $1`,
    [teacher.userId],
  )
  expect((await stoa.as(teacher).get('/identity/people')).status).toBe(200)
  await stoa.as(owner).put('/identity/modules/audit', { isActive: false })
  expect((await stoa.as(teacher).get('/audit/entries')).status).toBe(404)
})

test('a sign-in that owes a second factor is a stranger everywhere but at its door', async () => {
  const person = await givenPerson(stoa, organization, 'owner')
  await verifiedFactor(person.userId)
  const refused = await stoa.as(person).get('/identity/people')
  expect([refused.status, refused.body.code]).toEqual([403, 'on_hold'])
  expect((await stoa.as(person).get('/identity/me')).status).toBe(403)
  const move = await stoa
    .as(person)
    .put('/identity/sessions/current/organization', { slug: organization.slug })
  expect(move.body.code).toBe('on_hold')
  const frame = await stoa.as(person).get('/identity/frame')
  expect(frame.body.person).toMatchObject({ owes: 'second_factor' })
  // What anybody may see is seen as a stranger sees it.
  const catalogue = await stoa.as(person).get('/learning/courses')
  expect(catalogue.status).toBe(200)
  expect((await stoa.as(person).delete('/identity/sessions/current')).status).toBe(200)
  expect((await stoa.as(person).get('/identity/frame')).status).toBe(401)
})

test('an organization that asks for a second factor or single sign-on holds back who has neither', async () => {
  const strict = await givenOrganization(stoa)
  const owner = await givenPerson(stoa, strict, 'owner', 'Olga Owner', password)
  const member = await givenPerson(stoa, strict, 'mentor', 'Mia Mentor', password)
  const owedAfterSignIn = async ({ email }: { email: string }) =>
    (await stoa.strangerAt(strict).post('/identity/sessions', { email, password })).body.owes
  await stoa.sql(`insert into auth.security_policies (organization_id, require_sso) values ($1, true)`, [
    strict.id,
  ])
  expect((await stoa.as(member).get('/identity/me')).body).toMatchObject({
    code: 'on_hold',
    params: { owes: 'sso' },
  })
  expect(await owedAfterSignIn(member)).toBe('sso')
  expect(await owedAfterSignIn(owner)).toBeNull()
  // An owner still gets in, to mend a single sign-on that broke.
  expect((await stoa.as(owner).get('/identity/me')).status).toBe(200)
  await stoa.sql(
    `update auth.security_policies set require_sso = false, require_second_factor = true where organization_id = $1`,
    [strict.id],
  )
  for (const person of [owner, member])
    expect((await stoa.as(person).get('/identity/me')).body.params).toEqual({
      owes: 'second_factor_enrolment',
    })
  expect(await owedAfterSignIn(member)).toBe('second_factor_enrolment')
})
