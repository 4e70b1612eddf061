import { expect, test } from 'vitest'
import { type Attributes, profileOf } from './profiles.ts'

const said = (entries: Record<string, string>): Attributes =>
  new Map(Object.entries(entries).map(([name, value]) => [name, [value]]))

const bare = { keys: {} }

test.each([
  ['Okta', { email: 'a@firm.test', firstName: 'Ada', lastName: 'Adams' }],
  ['OneLogin', { 'User.email': 'a@firm.test', 'User.FirstName': 'Ada', 'User.LastName': 'Adams' }],
  ['names in capitals', { Email: 'a@firm.test', FIRSTNAME: 'Ada', LastName: 'Adams' }],
  [
    'Microsoft',
    {
      'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress': 'a@firm.test',
      'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname': 'Ada',
      'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname': 'Adams',
    },
  ],
  [
    'Shibboleth',
    {
      'urn:oid:0.9.2342.19200300.100.1.3': 'a@firm.test',
      'urn:oid:2.5.4.42': 'Ada',
      'urn:oid:2.5.4.4': 'Adams',
    },
  ],
])('%s is understood without a mapping', (_, attributes) => {
  expect(profileOf(said(attributes as Record<string, string>), bare, null)).toMatchObject({
    email: 'a@firm.test',
    firstName: 'Ada',
    lastName: 'Adams',
  })
})

test('the very name of a mapping goes before one that only differs in case', () => {
  const mapping = { keys: { email: { name: 'Mail' }, team: { name: 'Team' } } }
  const both = said({ MAIL: 'other@firm.test', Mail: 'a@firm.test', team: 'red' })
  expect(profileOf(both, mapping, null)).toMatchObject({ email: 'a@firm.test', custom: { team: 'red' } })
  expect(profileOf(said({ MAIL: 'other@firm.test' }), mapping, null).email).toBe('other@firm.test')
})
