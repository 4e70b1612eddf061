import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import type { AuthSettings } from '../../../platform/auth-settings.ts'
import { testConfig } from '../../../testing/test-config.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { givenOrganization, givenPerson } from '../testing.ts'
import { patientConfig, serviceAt, withKey } from './admin-testing.ts'
import { authClient } from './testing.ts'

let stoa: TestStoa
afterEach(() => stoa.close())

const open = async (changes: Partial<AuthSettings>) => {
  stoa = await testStoa({ auth: { ...testConfig().auth, ...patientConfig().auth, ...changes } })
  return stoa
}

const outside = (url: string, method: 'GET' | 'POST' = 'GET') =>
  stoa.server.inject({ method, url, ...(method === 'POST' ? { payload: {} } : {}) })

test('without the OAuth server none of its endpoints is there', async () => {
  await open({ oauthServer: { enabled: false, dynamicRegistration: true } })
  const service = await serviceAt(stoa, (await givenOrganization(stoa)).id)
  for (const [method, path] of [
    ['GET', '/admin/oauth/clients'],
    ['POST', '/oauth/clients/register'],
    ['GET', `/oauth/authorizations/${randomUUID()}`],
    ['GET', '/user/oauth/grants'],
    ['POST', '/oauth/token'],
  ] as const)
    expect((await service(method, path, method === 'POST' ? {} : undefined)).status, path).toBe(404)
  expect((await outside('/.well-known/openid-configuration')).statusCode).toBe(404)
  expect((await outside('/oauth/register', 'POST')).statusCode).toBe(404)
})

test('apps register by themselves only where that is on', async () => {
  await open({ oauthServer: { enabled: true, dynamicRegistration: false } })
  const stranger = withKey(stoa, null)
  expect((await stranger('POST', '/oauth/clients/register', {})).status).toBe(404)
  expect((await outside('/oauth/register', 'POST')).statusCode).toBe(404)
  const discovery = (await outside('/.well-known/openid-configuration')).json()
  expect(discovery).toHaveProperty('token_endpoint')
  expect(discovery).not.toHaveProperty('registration_endpoint')
  const service = await serviceAt(stoa, (await givenOrganization(stoa)).id)
  expect((await service('GET', '/admin/oauth/clients')).status).toBe(200)
})

test('where the old address need not agree, the new one alone changes it', async () => {
  await open({ secureEmailChange: false })
  const organization = await givenOrganization(stoa)
  const person = await givenPerson(stoa, organization)
  const service = await serviceAt(stoa, organization.id)
  const wish = { email: person.email, new_email: `${randomUUID()}@people.test` }
  const current = await service('POST', '/admin/generate_link', { type: 'email_change_current', ...wish })
  expect(current).toMatchObject({ status: 422, body: { error_code: 'validation_failed' } })
  const next = await service('POST', '/admin/generate_link', { type: 'email_change_new', ...wish })
  const done = await withKey(stoa, null)('POST', '/verify', {
    type: 'email_change',
    token_hash: next.body.hashed_token,
  })
  expect(done).toMatchObject({ status: 200, body: { user: { email: wish.new_email } } })
})

test('web3 is answered as switched off, whatever comes along', async () => {
  await open({})
  for (const body of [{}, { chain: 'solana', message: 'x', signature: 'y' }, { signature: { 0: 1 } }])
    expect(await withKey(stoa, null)('POST', '/token?grant_type=web3', body)).toMatchObject({
      status: 422,
      body: { error_code: 'web3_provider_disabled', msg: 'Web3 provider is disabled' },
    })
})

test.each([
  ['a provider was named without its account', { smsProviderNamed: true }],
  ['numbers count as proven without a message', { smsAutoconfirm: true }],
] as const)('nobody is promised a text message where %s', async (_, changes) => {
  await open(changes)
  const app = withKey(stoa, null)
  expect(await app('POST', '/otp', { phone: '+4915112345678' })).toMatchObject({
    status: 422,
    body: { error_code: 'sms_send_failed' },
  })
  await stoa.settle()
  expect(await stoa.sql('select 1 from platform.caught_text_messages')).toEqual([])
})

test('a number that counts as proven without a message changes without one', async () => {
  await open({ smsAutoconfirm: true })
  const organization = await givenOrganization(stoa)
  const app = authClient(stoa, organization)
  const phone = '4915112345678'
  await app.signUp({ phone, password: 'a long enough phrase' })
  const changed = await app.updateUser({ phone: '4915187654321' })
  expect(changed.error).toBeNull()
  expect(changed.data.user).toMatchObject({ phone: '4915187654321' })
})
