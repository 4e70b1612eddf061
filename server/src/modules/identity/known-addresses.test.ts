import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testConfig } from '../../testing/test-config.ts'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { type GivenOrganization, type GivenPerson, givenOrganization, givenPerson } from './testing.ts'
import { callWire } from './wire/testing.ts'

let stoa: TestStoa
let organization: GivenOrganization
let known: GivenPerson
beforeAll(async () => {
  const { auth } = testConfig()
  stoa = await testStoa({ auth: { ...auth, mailPauseSeconds: 0, smsPauseSeconds: 0 } })
  organization = await givenOrganization(stoa)
  known = await givenPerson(stoa, organization, 'student', 'Sam Sample', 'seven blue herons')
})
afterAll(() => stoa.close())

const unknown = `${randomBytes(4).toString('hex')}@people.test`
const phones = { known: '4915112345678', unknown: '4915187654321' }

/** An answer without what was asked for in it, and what the database was asked meanwhile. */
async function told(given: string, ask: () => Promise<{ status: number; body: unknown }>) {
  await stoa.settle()
  await stoa.sql('delete from platform.rate_limits')
  stoa.statements()
  const { status, body } = await ask()
  const { requestId: _, ...said } = (body ?? {}) as Record<string, unknown>
  return {
    status,
    said: JSON.stringify(said).replaceAll(given, 'given'),
    statements: stoa.statements().map((text) => text.replace(/\s+/g, ' ')),
  }
}

const post = (path: string, body: object) => stoa.strangerAt(organization).post(`/identity${path}`, body)

test.each<[string, object]>([
  ['/sessions', { password: 'not the password' }],
  ['/sign-in-options', {}],
  ['/sign-in-codes', {}],
  ['/sign-in-codes/redemptions', { code: '000000' }],
  ['/password-reset-requests', {}],
  ['/sign-ups', { name: 'Nora New', password: 'eleven amber otters' }],
  ['/verification-requests', {}],
])('%s tells by answer and statements nothing of whether somebody has an address', async (path, rest) => {
  const ask = (email: string) => told(email, () => post(path, { email, ...rest }))
  const there = await ask(known.email)
  expect(there.status).toBeLessThan(500)
  expect(await ask(unknown)).toEqual(there)
})

test('nor of a phone number', async () => {
  await stoa.sql('update auth.users set phone = $2, phone_confirmed_at = now() where id = $1', [
    known.userId,
    phones.known,
  ])
  const calls: Array<(phone: string) => Promise<{ status: number; body: unknown }>> = [
    (phone) => post('/sign-in-codes', { phone: `+${phone}` }),
    (phone) => post('/sign-in-codes/redemptions', { phone: `+${phone}`, code: '000000' }),
    (phone) => callWire(stoa, organization, 'POST', '/otp', { body: { phone } }),
    (phone) =>
      callWire(stoa, organization, 'POST', '/verify', { body: { type: 'sms', phone, token: '000000' } }),
    (phone) =>
      callWire(stoa, organization, 'POST', '/token?grant_type=password', {
        body: { phone, password: 'not the password' },
      }),
  ]
  for (const [n, call] of calls.entries()) {
    const there = await told(phones.known, () => call(phones.known))
    const nobody = await told(phones.unknown, () => call(phones.unknown))
    expect([n, nobody]).toEqual([n, there])
  }
})

test('a banned person, one without a password and one who never proved their address are told as nobody is', async () => {
  const banned = await givenPerson(stoa, organization, 'student', 'Bea Banned', 'seven blue herons')
  await stoa.sql(`update auth.users set banned_until = now() + interval '1 day' where id = $1`, [
    banned.userId,
  ])
  const without = await givenPerson(stoa, organization)
  const unproven = `${randomBytes(4).toString('hex')}@people.test`
  await stoa.sql(`insert into auth.users (email, name) values ($1, 'Uma')`, [unproven])
  const nobody = await told(unknown, () =>
    post('/sessions', { email: unknown, password: 'not the password' }),
  )
  for (const email of [banned.email, without.email, unproven])
    expect(await told(email, () => post('/sessions', { email, password: 'not the password' }))).toEqual(
      nobody,
    )
})
