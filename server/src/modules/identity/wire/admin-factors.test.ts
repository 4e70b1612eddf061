import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { givenApp } from '../factors/testing.ts'
import { joinOrganization } from '../joining/registration.ts'
import { givenPasskey } from '../passkeys/testing.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
  mailTo,
} from '../testing.ts'
import { patientConfig, serviceAt, type WireService } from './admin-testing.ts'

let stoa: TestStoa
let ours: GivenOrganization
let person: GivenPerson
let service: WireService
const password = 'seven blue herons'

beforeAll(async () => {
  const { auth } = patientConfig()
  const webauthn = { rpId: 'stoa.test', rpName: 'Stoa', origins: ['http://stoa.test'] }
  stoa = await testStoa({ auth: { ...auth!, webauthn } })
})
beforeEach(async () => {
  ours = await givenOrganization(stoa)
  person = await givenPerson(stoa, ours, 'student', 'Sam Sample', password)
  service = await serviceAt(stoa, ours.id)
})
afterAll(() => stoa.close())

const path = (rest: string) => `/admin/users/${person.userId}${rest}`

test('whoever lost their second factor gets in again when the service removes it, and is told', async () => {
  const { factorId } = await givenApp(stoa, person)
  const listed = await service('GET', path('/factors'))
  expect(listed.body).toEqual([
    expect.objectContaining({ id: factorId, factor_type: 'totp', status: 'verified', friendly_name: 'App' }),
  ])
  expect(JSON.stringify(listed.body)).not.toContain('secret')
  const gone = await service('DELETE', path(`/factors/${factorId}`))
  expect(gone).toMatchObject({ status: 200, body: { id: factorId } })
  expect((await service('GET', path('/factors'))).body).toEqual([])
  expect((await mailTo(stoa, person.email)).text).toContain('App')
  const signedIn = await stoa.strangerAt(ours).post('/identity/sessions', { email: person.email, password })
  expect(signedIn.body).toMatchObject({ owes: null })
  expect((await service('DELETE', path(`/factors/${factorId}`))).body.error_code).toBe('mfa_factor_not_found')
})

test('a factor gets another name', async () => {
  const { factorId } = await givenApp(stoa, person)
  const renamed = await service('PUT', path(`/factors/${factorId}`), { friendly_name: 'Old phone' })
  expect(renamed).toMatchObject({ status: 200, body: { id: factorId, friendly_name: 'Old phone' } })
  for (const [wrong, status] of [
    [randomUUID(), 404],
    ['x', 404],
    ['%00', 400],
  ] as const)
    expect((await service('PUT', path(`/factors/${wrong}`), { friendly_name: 'y' })).status, wrong).toBe(
      status,
    )
})

test('a passkey is listed and removed', async () => {
  const { id } = await givenPasskey(stoa, person)
  const listed = await service('GET', path('/passkeys'))
  expect(listed.body).toEqual([{ id, friendly_name: 'Laptop', created_at: expect.any(String) }])
  expect((await service('DELETE', path(`/passkeys/${id}`))).status).toBe(204)
  expect((await service('GET', path('/passkeys'))).body).toEqual([])
  expect((await service('DELETE', path(`/passkeys/${id}`))).body.error_code).toBe('passkey_not_found')
  expect((await service('DELETE', path('/passkeys/x'))).status).toBe(404)
})

test('a key of one organization leaves the factors of its guests alone', async () => {
  const { factorId } = await givenApp(stoa, person)
  const theirs = await givenOrganization(stoa)
  await stoa.inside(theirs.id, (ctx) => joinOrganization(ctx, person.userId, 'student'))
  for (const answer of [
    await service('DELETE', path(`/factors/${factorId}`)),
    await service('PUT', path(`/factors/${factorId}`), { friendly_name: 'Ours' }),
    await service('DELETE', path(`/passkeys/${randomUUID()}`)),
  ])
    expect(answer).toMatchObject({ status: 403, body: { error_code: 'person_belongs_elsewhere' } })
  expect((await service('GET', path('/factors'))).body).toHaveLength(1)
})

test('of twenty who remove a factor at once, one does', async () => {
  const { factorId } = await givenApp(stoa, person)
  const tries = await Promise.all(
    Array.from({ length: 20 }, () => service('DELETE', path(`/factors/${factorId}`))),
  )
  expect(tries.filter((one) => one.status === 200)).toHaveLength(1)
  expect(new Set(tries.map((one) => one.status))).toEqual(new Set([200, 404]))
})
