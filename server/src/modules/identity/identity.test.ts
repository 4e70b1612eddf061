import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { givenOrganization, givenPerson } from './testing.ts'

let stoa: TestStoa
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())

test('somebody signed in is known, a stranger is not', async () => {
  const organization = await givenOrganization(stoa)
  const person = await givenPerson(stoa, organization)
  expect((await stoa.as(person).get('/identity/me')).body).toEqual({ userId: person.userId })
  expect((await stoa.stranger.get('/identity/me')).status).toBe(401)
})
