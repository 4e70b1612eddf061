import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { givenOrganization, givenPerson } from '../testing.ts'

let stoa: TestStoa
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())

test('a page learns who reads it and where in one statement beside the look at the session', async () => {
  const organization = await givenOrganization(stoa, 'Attic school')
  const owner = await givenPerson(stoa, organization, 'owner', 'Io')
  // What they may do is known from the request before.
  await stoa.as(owner).get('/identity/frame')
  stoa.statements()
  const { body } = await stoa.as(owner).get('/identity/frame')
  expect(stoa.statements()).toHaveLength(2)
  expect(body.organization).toMatchObject({ slug: organization.slug, name: 'Attic school', signUpOpen: true })
  expect(body.person).toMatchObject({
    id: owner.userId,
    name: 'Io',
    isMember: true,
    permissions: ['*'],
    memberships: [{ slug: organization.slug }],
    impersonatedBy: null,
  })
})

test('a stranger sees the organization and nobody', async () => {
  const organization = await givenOrganization(stoa)
  const { status, body } = await stoa.strangerAt(organization).get('/identity/frame')
  expect(status).toBe(200)
  expect(body.organization.slug).toBe(organization.slug)
  expect(body.passwordMinLength).toBe(10)
  expect(body.person).toBeNull()
})
