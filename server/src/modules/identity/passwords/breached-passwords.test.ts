import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { testConfig } from '../../../testing/test-config.ts'
import { isBreached } from './breached-passwords.ts'
import { refuseWeakPassword } from './passwords.ts'

const base = testConfig()
const app = { config: base }
const verdict = (password: string, own: string[] = [], at = app) => {
  try {
    refuseWeakPassword(at, password, own)
    return 'taken'
  } catch (error) {
    return (error as { code: string }).code
  }
}

test.each([
  '1234567890',
  'qwertyuiop',
  'liverpoolfc',
  'Elisabeth1999',
  'P@ssw0rd2024!',
  'dragondragon',
  'aaaaaaaaaa!',
  'Schmetterling',
])('%s is guessed first, and refused', (password) =>
  expect(verdict(password)).toBe('identity.password_common'),
)

test.each(['seven blue herons', 'kT8#mQw2!zRp', 'eleven grey otters', 'Þrjátíu bláir fuglar'])(
  '%s is taken',
  (password) => expect(verdict(password)).toBe('taken'),
)

test('words of the person’s own are refused, whatever stands around them', () => {
  expect(verdict('sam.sample@people.test', ['sam.sample@people.test', 'sam.sample'])).toBe(
    'identity.password_common',
  )
  expect(verdict('Sam.Sample42', ['sam.sample@people.test', 'sam.sample'])).toBe('identity.password_common')
})

test('what the product, the site and the organization are called is refused, whatever stands around it', () => {
  const words = ['Harbour Academy', 'harbour-academy']
  const at = { config: { ...base, url: 'https://lernwelt.example.org' } }
  const guessed = [
    'Stoa123456',
    '!!st0a!!2026',
    'Lernwelt2026',
    'lernwelt.example.org',
    'Harbour-Academy-26',
    'h4rbouracademy',
  ]
  for (const password of guessed)
    expect([password, verdict(password, words, at)]).toEqual([password, 'identity.password_common'])
  expect(verdict('harbour bells at night', words, at)).toBe('taken')
})

test('one in some twenty thousand other passwords is taken for one of them', () => {
  const tries = 200_000
  let mistaken = 0
  for (let n = 0; n < tries; n += 1) if (isBreached(randomBytes(9).toString('base64'))) mistaken += 1
  // Eleven are expected; thirty-five would be seven standard deviations away.
  expect(mistaken).toBeLessThan(35)
})

test('how many characters a password needs is a setting, counted as a person counts them', () => {
  const shorter = { config: { ...base, auth: { ...base.auth, passwordMinLength: 7 } } }
  expect(verdict('kT8#mQw')).toBe('invalid_input')
  expect(verdict('kT8#mQw', [], shorter)).toBe('taken')
  expect(verdict('🦉🦊🐻🐼🦁🐯🐨🐸🐵')).toBe('invalid_input')
  expect(verdict('🦉🦊🐻🐼🦁🐯🐨🐸🐵🐙')).toBe('taken')
})
