import { expect, test } from 'vitest'
import { endOfDay, startOfDay } from './day.ts'

test('a day begins when the clocks of its zone say so', () => {
  expect(startOfDay('2026-11-20', 'Europe/Athens')).toBe('2026-11-19T22:00:00.000Z')
  expect(startOfDay('2026-11-20', 'America/New_York')).toBe('2026-11-20T05:00:00.000Z')
  expect(startOfDay('2026-11-20', 'UTC')).toBe('2026-11-20T00:00:00.000Z')
})

test('a day on which the clocks change has its own length', () => {
  expect(startOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z')
  expect(endOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z')
})

test('what is no day is none', () => {
  expect(startOfDay('yesterday', 'UTC')).toBeNull()
  expect(startOfDay('2026-13-40', 'UTC')).toBeNull()
  expect(endOfDay('', 'UTC')).toBeNull()
})
