import { expect, test } from 'vitest'
import { createFormat } from './format.ts'

const english = createFormat({ locale: 'en', timeZone: 'Europe/Athens' })
const german = createFormat({ locale: 'de', timeZone: 'Europe/Athens' })

test('a moment is shown on the reader’s clock', () => {
  expect(english.date('2026-11-20T23:30:00Z')).toBe('21 Nov 2026')
  expect(english.dateTime('2026-11-20T23:30:00Z')).toBe('21 Nov 2026, 01:30')
  expect(german.time('2026-11-20T23:30:00Z')).toBe('01:30')
})

test('minor units follow their currency', () => {
  expect(english.money(4900, 'EUR')).toBe('€49.00')
  expect(english.money(4900, 'JPY')).toBe('¥4,900')
  expect(english.money(4900, 'KWD')).toContain('4.900')
})

test('distances in time use the largest unit that fits', () => {
  const now = Date.parse('2026-11-20T12:00:00Z')
  expect(english.relative('2026-11-20T11:58:00Z', now)).toBe('2 minutes ago')
  expect(english.relative('2026-11-21T12:00:00Z', now)).toBe('tomorrow')
  expect(english.relative('2026-11-20T11:59:50Z', now)).toBe('now')
})

test('durations and sizes are short', () => {
  expect(english.duration(80)).toBe('1 hr 20 min')
  expect(english.duration(60)).toBe('1 hr')
  expect(english.duration(119.7)).toBe('2 hr')
  expect(english.bytes(2_400_000)).toBe('2.4 MB')
  expect(english.bytes(0)).toBe('0 bytes')
})
