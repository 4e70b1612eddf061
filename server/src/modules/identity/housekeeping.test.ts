import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { removeEnded } from './housekeeping.queries.ts'
import { givenOrganization, givenPerson } from './testing.ts'

let stoa: TestStoa
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())

test('what ended goes, however much it is, and what still works stays', async () => {
  const organization = await givenOrganization(stoa)
  const sam = await givenPerson(stoa, organization)
  const rows = (count: number, ends: string) =>
    stoa.sql(
      `insert into auth.one_time_tokens (user_id, token_type, token_hash, relates_to, expires_at)
       select $1, 'recovery_token', sha256(convert_to($2::text || n, 'UTF8')), 'sam', now() + $2::text::interval from generate_series(1, $3) n`,
      [sam.userId, ends, count],
    )
  await rows(12_000, '-8 days')
  await rows(3, '1 hour')
  for (const ends of ['-2 days', '1 hour'])
    await stoa.sql(
      `insert into auth.webauthn_challenges (challenge_type, challenge, expires_at) values ('authentication', $1::text, now() + $1::text::interval)`,
      [ends],
    )
  await stoa.sql(
    `insert into auth.mfa_factors (user_id, factor_type, status, created_at) values
       ($1, 'totp', 'unverified', now() - interval '2 days'), ($1, 'totp', 'verified', now() - interval '2 years')`,
    [sam.userId],
  )
  await removeEnded(stoa.app.database.db)
  const left = async (table: string) => (await stoa.sql(`select 1 from auth.${table}`)).length
  expect(await left('one_time_tokens')).toBe(3)
  expect(await left('webauthn_challenges')).toBe(1)
  expect(await left('mfa_factors')).toBe(1)
  expect((await stoa.as(sam).get('/identity/me')).status).toBe(403)
  expect(await left('sessions')).toBe(1)
})
