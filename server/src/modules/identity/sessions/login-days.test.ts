import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, type GivenPerson, givenOrganization, givenPerson } from '../testing.ts'
import { countLoginDays } from './login-days.ts'

let stoa: TestStoa
let organization: GivenOrganization
let admin: GivenPerson
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())
beforeEach(async () => {
  await stoa.sql('delete from auth.login_days')
  organization = await givenOrganization(stoa)
  admin = await givenPerson(stoa, organization, 'admin')
})

const day = 24 * 3600_000
const dayOf = (ago: number) => new Date(Date.now() - ago * day).toISOString().slice(0, 10)
/** A try at noon of a day (UTC), under an id of that moment. */
async function given(ago: number, success: boolean, at = organization) {
  const moment = new Date(`${dayOf(ago)}T12:00:00Z`)
  const hex = moment.getTime().toString(16).padStart(12, '0')
  await stoa.sql(
    `insert into auth.login_history (id, organization_id, user_id, success, method, ip_address, device_info, created_at)
     values (overlay(gen_random_uuid()::text placing $1 from 1 for 15)::uuid, $2, $3, $4, 'password', '10.0.0.1', '{"kind":"mobile","browser":null,"system":null}', $5)`,
    [`${hex.slice(0, 8)}-${hex.slice(8)}-7`, at.id, admin.userId, success, moment],
  )
}
const days = async (query = '') =>
  (await stoa.as(admin).get(`/identity/login-history/days${query}`)).body.items

test('each of the last thirty days is there, also those without a sign-in', async () => {
  await given(3, true)
  await given(3, true)
  await given(3, false)
  await given(0, true)
  await given(3, true, await givenOrganization(stoa))
  const all = await days()
  expect(all).toHaveLength(30)
  expect(all.at(-1)).toEqual({ day: dayOf(0), succeeded: 1, failed: 0 })
  expect(all.at(-4)).toEqual({ day: dayOf(3), succeeded: 2, failed: 1 })
  expect(all.at(-2)).toEqual({ day: dayOf(1), succeeded: 0, failed: 0 })
})

test('counting finished days beforehand changes nothing, however often it happens', async () => {
  for (const ago of [80, 5, 2]) await given(ago, ago !== 5)
  await given(0, false)
  const before = await days('?days=90')
  await countLoginDays(stoa.app)
  await countLoginDays(stoa.app)
  const rows = await stoa.sql('select 1 from auth.login_days where organization_id = $1', [organization.id])
  expect(rows).toHaveLength(3)
  expect(await days('?days=90')).toEqual(before)
  // What was counted is not counted again: the rows themselves are looked at no more.
  await stoa.sql(
    `delete from auth.login_history where created_at < now() - interval '1 day' and organization_id = $1`,
    [organization.id],
  )
  expect(await days('?days=90')).toEqual(before)
})

test('only who may see people sees it, and a span that is none is refused', async () => {
  const student = await givenPerson(stoa, organization)
  expect((await stoa.as(student).get('/identity/login-history/days')).status).toBe(403)
  expect((await stoa.as(admin).get('/identity/login-history/days?days=0')).status).toBe(422)
  expect((await stoa.as(admin).get('/identity/login-history/days?days=100000')).status).toBe(422)
})

test('the history is narrowed by method, outcome, device and network address', async () => {
  await given(1, true)
  await given(1, false)
  const found = async (query: string) =>
    (await stoa.as(admin).get(`/identity/login-history?${query}`)).body.items.length
  expect(await found('method=password')).toBe(2)
  expect(await found('method=passkey')).toBe(0)
  expect(await found('device=mobile&success=true')).toBe(1)
  expect(await found('device=desktop')).toBe(0)
  expect(await found('ip=10.0.0.1')).toBe(2)
  expect(await found('ip=10.0.0.2')).toBe(0)
  expect(await found('ip=nonsense')).toBe(0)
})
