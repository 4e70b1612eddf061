import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { createKeys } from '../../../platform/keys.ts'
import { describeSecret, newSecret, sealSecret, stepOf } from './totp.ts'

const keys = createKeys('a-secret-for-tests-only-0123456789abcdef')
const sam = '0199aaaa-0000-7000-8000-000000000001'
const at = (seconds: number) => new Date(seconds * 1000)
/** The secret of the test vectors of RFC 6238, appendix B. */
const vector = sealSecret(keys, sam, Secret.fromUTF8('12345678901234567890').base32)

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i the code is the one of RFC 6238', (seconds, code) => {
  expect(stepOf(keys, sam, vector, code, at(seconds))).toBe(Math.floor(seconds / 30))
})

test('a code counts in its half minute and the ones beside it', () => {
  for (const [seconds, step] of [
    [30, 1],
    [59, 1],
    [0, 1],
    [89, 1],
    [90, null],
  ] as const)
    expect(stepOf(keys, sam, vector, '287082', at(seconds))).toBe(step)
})

test.each(['', '28708', '2870822', 'abcdef', '２８７０８２', '287082\u0000'])(
  'what is not the code is refused: %j',
  (code) => {
    expect(stepOf(keys, sam, vector, code, at(59))).toBeNull()
  },
)

test('a secret that was moved to another person opens nothing', () => {
  expect(() => stepOf(keys, '0199aaaa-0000-7000-8000-000000000002', vector, '287082', at(59))).toThrow()
})

test('secrets have 160 bits, and their address holds what an app needs', async () => {
  const secret = newSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  const { uri, qrCode } = await describeSecret(secret, { issuer: 'Acme: School', account: 'sam@people.test' })
  expect(uri).toContain(`secret=${secret}`)
  expect(uri).toContain('issuer=Acme%20%20School')
  expect(qrCode).toMatch(/^<svg[\s\S]*<\/svg>$/)
})
