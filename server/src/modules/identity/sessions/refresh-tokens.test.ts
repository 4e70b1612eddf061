import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anonymous } from '../../../platform/actor.ts'
import { createCtx } from '../../../platform/ctx.ts'
import { testConfig } from '../../../testing/test-config.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { RefreshTokenUsed } from '../errors.ts'
import { type GivenOrganization, givenOrganization, givenPerson } from '../testing.ts'
import { authClient, callWire } from '../wire/testing.ts'
import { refresh } from './refresh-tokens.ts'

const password = 'a long enough passphrase'
let stoa: TestStoa
let organization: GivenOrganization
beforeAll(async () => {
  const { auth } = testConfig()
  stoa = await testStoa({ auth: { ...auth, rateLimits: { ...auth.rateLimits, tokenRefresh: 100_000 } } })
})
afterAll(() => stoa.close())
beforeEach(async () => {
  organization = await givenOrganization(stoa)
})

/** Somebody who signed in by an app. */
async function somebody() {
  const person = await givenPerson(stoa, organization, 'student', 'Ada Lovelace', password)
  const client = authClient(stoa, organization)
  const { data, error } = await client.signInWithPassword({ email: person.email, password })
  expect(error).toBeNull()
  return { client, session: data.session! }
}

const trade = (token: string) =>
  callWire(stoa, organization, 'POST', '/token?grant_type=refresh_token', {
    body: { refresh_token: token },
  })

test('of fifty at once one gets the next pair; a lost answer is forgiven once; an older one ends it all', async () => {
  const { session } = await somebody()
  const answers = await Promise.all(Array.from({ length: 50 }, () => trade(session.refresh_token)))
  const good = answers.filter((answer) => answer.status === 200)
  expect(good).toHaveLength(1)
  expect(answers.find((answer) => answer.status !== 200)?.body).toMatchObject({
    code: 400,
    error_code: 'refresh_token_already_used',
    msg: 'Invalid Refresh Token: Already Used',
  })
  const next = good[0]!.body
  const again = await trade(session.refresh_token)
  expect(again.body.refresh_token).toBe(next.refresh_token)
  const third = await trade(next.refresh_token)
  expect(third.status).toBe(200)
  expect((await trade(session.refresh_token)).status).toBe(400)
  expect((await trade(third.body.refresh_token)).body.error_code).toBe('refresh_token_not_found')
  const me = await callWire(stoa, organization, 'GET', '/user', { token: third.body.access_token })
  expect([me.status, me.body.error_code]).toEqual([403, 'session_not_found'])
})

test('auth-js refreshes', async () => {
  const { client, session } = await somebody()
  const { data, error } = await client.refreshSession()
  expect(error).toBeNull()
  expect(data.session?.refresh_token).not.toBe(session.refresh_token)
  const unknown = await client.refreshSession({ refresh_token: 'invalid-refresh-token' })
  expect(unknown.error?.message).toBe('Invalid Refresh Token: Refresh Token Not Found')
})

test('a try that was overtaken by two others on its way is refused and ends nothing', async () => {
  const { session } = await somebody()
  const setOut = new Date()
  const second = await trade(session.refresh_token)
  const third = await trade(second.body.refresh_token)
  const ctx = createCtx(stoa.app, { actor: anonymous, organizationId: organization.id, requestId: 'slow' })
  await expect(refresh(ctx, session.refresh_token, setOut)).rejects.toThrow(RefreshTokenUsed().message)
  expect((await trade(third.body.refresh_token)).status).toBe(200)
})
