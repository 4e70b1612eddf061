import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testConfig } from '../../../testing/test-config.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
  mailTo,
  textTo,
} from '../testing.ts'

const base = testConfig()
let stoa: TestStoa
let organization: GivenOrganization
let sam: GivenPerson
let count = 0
const fresh = () => `+49151${String(10_000_000 + ++count)}`
beforeAll(async () => {
  stoa = await testStoa({ auth: { ...base.auth, smsPauseSeconds: 0 } })
})
afterAll(() => stoa.close())
beforeEach(async () => {
  await stoa.sql('delete from platform.rate_limits')
  organization = await givenOrganization(stoa)
  sam = await givenPerson(stoa, organization)
})

const ask = (who: { token: string }, phone: string) =>
  stoa.as(who).post('/identity/me/phone/codes', { phone })
const codeTo = async (phone: string) => /\d{6}/.exec(await textTo(stoa, phone))![0]
const prove = (who: { token: string }, phone: string, code: string) =>
  stoa.as(who).put('/identity/me/phone', { phone, code })

test('a number becomes a person’s by the code sent to it, and they are told by mail', async () => {
  const phone = fresh()
  expect((await ask(sam, phone.replace('+49', '0049 (0)'))).status).toBe(202)
  expect((await prove(sam, phone, await codeTo(phone))).body).toEqual({ phone, isProven: true })
  expect((await stoa.as(sam).get('/identity/me/phone')).body).toEqual({ phone, isProven: true })
  expect((await mailTo(stoa, sam.email)).text).toContain(phone)
  expect((await stoa.as(sam).delete('/identity/me/phone')).status).toBe(200)
  expect((await stoa.as(sam).get('/identity/me/phone')).body).toEqual({ phone: null, isProven: false })
})

test('two people prove the same number at the same moment: one gets it', async () => {
  for (let round = 0; round < 5; round += 1) {
    const rival = await givenPerson(stoa, organization)
    const phone = fresh()
    await ask(sam, phone)
    const first = await codeTo(phone)
    await ask(rival, phone)
    const second = await codeTo(phone)
    await stoa.sql('update auth.one_time_tokens set consumed_at = null where relates_to = $1', [
      phone.slice(1),
    ])
    const answers = await Promise.all([prove(sam, phone, first), prove(rival, phone, second)])
    const won = answers.filter(({ status }) => status === 200)
    expect(won).toHaveLength(1)
    expect(await stoa.sql('select 1 from auth.users where phone = $1', [phone.slice(1)])).toHaveLength(1)
  }
})

test('the code of somebody else is worth nothing to me', async () => {
  const other = await givenPerson(stoa, organization)
  const phone = fresh()
  await ask(other, phone)
  expect((await prove(sam, phone, await codeTo(phone))).body.code).toBe('identity.wrong_code')
})

test('a number nobody has proven gives way to whoever does', async () => {
  const phone = fresh()
  const planted = await givenPerson(stoa, organization)
  await stoa.sql('update auth.users set phone = $2 where id = $1', [planted.userId, phone.slice(1)])
  await ask(sam, phone)
  expect((await prove(sam, phone, await codeTo(phone))).status).toBe(200)
})

test('a number asks for a recent proof, and the last way in stays', async () => {
  await stoa.sql('update auth.users set email = null, phone = $2, phone_confirmed_at = now() where id = $1', [
    sam.userId,
    fresh().slice(1),
  ])
  expect((await stoa.as(sam).delete('/identity/me/phone')).body.code).toBe('identity.no_other_way_in')
  await stoa.sql(`update auth.sessions set authenticated_at = now() - interval '1 hour' where user_id = $1`, [
    sam.userId,
  ])
  expect((await stoa.as(sam).delete('/identity/me/phone')).body.code).toBe('identity.proof_too_old')
  expect((await ask(sam, fresh())).body.code).toBe('identity.proof_too_old')
})

test.each(['12345', '0151 1234567', '+0 151 1234567', '+49151abc4567', 'javascript:alert(1)'])(
  '%s is no number',
  async (phone) => {
    expect((await ask(sam, phone)).body.code).toBe('identity.no_phone_number')
  },
)
