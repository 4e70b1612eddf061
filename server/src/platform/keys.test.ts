import { expect, test } from 'vitest'
import { createKeys, hashToken, randomToken } from './keys.ts'

const keys = createKeys('a secret that is long enough for a test')

test('what was sealed for a purpose opens for that purpose', () => {
  expect(keys.open('mail', keys.seal('mail', 'γειά'))).toBe('γειά')
})

test('it opens for no other purpose, with no other secret, and not when it was changed', () => {
  const sealed = keys.seal('mail', 'secret')
  expect(() => keys.open('other', sealed)).toThrow()
  expect(() => createKeys('another secret that is long enough too').open('mail', sealed)).toThrow()
  const last = sealed.at(-1) === 'A' ? 'B' : 'A'
  expect(() => keys.open('mail', `${sealed.slice(0, -2)}${last}${last}`)).toThrow()
  // A tag of four bytes can be guessed.
  const short = Buffer.from(keys.seal('mail', '').slice(3), 'base64url').subarray(0, 16)
  expect(() => keys.open('mail', `v1.${short.toString('base64url')}`)).toThrow()
  expect(() => keys.open('mail', 'v0.x')).toThrow('Not a sealed value')
})

test('the same text never looks the same sealed', () => {
  expect(keys.seal('mail', 'x')).not.toBe(keys.seal('mail', 'x'))
})

test('tokens are 256 bits and stored as their hash', () => {
  const token = randomToken()
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(hashToken(token)).toHaveLength(32)
  expect(hashToken(token).toString('base64url')).not.toContain(token)
})
