import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { givenOrganization, givenPerson } from '../testing.ts'

let stoa: TestStoa
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())

test('who signed in is here; who was seen long ago, or at another organization, is not', async () => {
  const organization = await givenOrganization(stoa)
  const elsewhere = await givenOrganization(stoa)
  const admin = await givenPerson(stoa, organization, 'admin')
  const sam = await givenPerson(stoa, organization, 'student', 'Sam Sample', 'seven blue herons')
  const away = await givenPerson(stoa, organization, 'student', 'Ann Away')
  const neighbour = await givenPerson(stoa, elsewhere, 'owner')
  await stoa
    .strangerAt(organization)
    .post('/identity/sessions', { email: sam.email, password: 'seven blue herons' })
  await stoa.sql(`update auth.memberships set last_seen_at = now() - interval '1 hour' where user_id = $1`, [
    away.userId,
  ])
  await stoa.sql('update auth.memberships set last_seen_at = now() where user_id = $1', [neighbour.userId])
  const { items, next } = (await stoa.as(admin).get('/identity/people/online')).body
  expect(items).toEqual([expect.objectContaining({ id: sam.userId, name: 'Sam Sample' })])
  expect(next).toBeNull()
  expect((await stoa.as(sam).get('/identity/people/online')).status).toBe(403)
  const names = async (query: string) =>
    (await stoa.as(admin).get(`/identity/people?${query}`)).body.items.map(
      (one: { name: string }) => one.name,
    )
  expect(await names('isOnline=true')).toEqual(['Sam Sample'])
  expect(await names('isOnline=false&role=student')).toEqual(['Ann Away'])
})

test('a crowd comes in pages', async () => {
  const organization = await givenOrganization(stoa)
  const admin = await givenPerson(stoa, organization, 'admin')
  for (let n = 0; n < 5; n += 1) await givenPerson(stoa, organization)
  await stoa.sql('update auth.memberships set last_seen_at = now() where organization_id = $1', [
    organization.id,
  ])
  const first = (await stoa.as(admin).get('/identity/people/online?limit=4')).body
  const second = (await stoa.as(admin).get(`/identity/people/online?limit=4&cursor=${first.next}`)).body
  expect([first.items.length, second.items.length, second.next]).toEqual([4, 2, null])
})
