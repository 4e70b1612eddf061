import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { givenOrganization } from '../testing.ts'

let stoa: TestStoa
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())

const mails = () => stoa.sql<{ recipient: string }>(`select recipient from platform.mails order by id`)

test('who lost the confirmation mail gets another one, and nobody else learns of it', async () => {
  const organization = await givenOrganization(stoa)
  const stranger = stoa.strangerAt(organization)
  const signUp = { email: 'io@people.test', name: 'Io', password: 'a colonnade by the sea' }
  expect((await stranger.post('/identity/sign-ups', signUp)).status).toBe(202)

  const again = await stranger.post('/identity/email-verification-requests', { email: 'IO@people.test' })
  const nobody = await stranger.post('/identity/email-verification-requests', { email: 'no@people.test' })
  expect([again.status, nobody.status]).toEqual([202, 202])
  await stoa.settle()
  expect((await mails()).map((mail) => mail.recipient)).toEqual(['io@people.test', 'io@people.test'])
})
