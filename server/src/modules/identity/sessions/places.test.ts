import { expect, test } from 'vitest'
import { testStoa } from '../../../testing/test-stoa.ts'
import { givenOrganization, givenPerson } from '../testing.ts'
import { countryOf } from './places.ts'

test('a network address is known by the country it is registered in', () => {
  expect(countryOf('193.92.0.1')).toBe('GR')
  expect(countryOf('2001:4860:4860::8888')).toBe('US')
})

test('private addresses, and what is none, are nowhere', () => {
  for (const ip of ['127.0.0.1', '10.1.2.3', '::1', 'fd00::1', 'nonsense', '', null])
    expect(countryOf(ip)).toBeNull()
})

test('the list of devices, and the history, say where a sign-in came from', async () => {
  const stoa = await testStoa()
  const organization = await givenOrganization(stoa)
  const sam = await givenPerson(stoa, organization, 'student', 'Sam', 'four grey herons at dusk')
  const answer = await stoa.server.inject({
    method: 'POST',
    url: '/api/v1/identity/sessions',
    remoteAddress: '193.92.0.1',
    headers: { 'stoa-organization': organization.slug },
    payload: { email: sam.email, password: 'four grey herons at dusk' },
  })
  const me = stoa.as({ token: answer.json().token })
  const [device] = (await me.get('/identity/sessions')).body.items
  expect(device).toMatchObject({ ip: '193.92.0.1', country: 'GR' })
  expect((await me.get('/identity/me/login-history')).body.items[0]).toMatchObject({ country: 'GR' })
  await stoa.close()
})
