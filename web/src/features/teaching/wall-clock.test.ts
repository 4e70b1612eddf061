import { expect, test } from 'vitest'
import { fromWallClock, toWallClock } from './wall-clock.ts'

test('an instant is shown on the clock of the reader and read back', () => {
  const at = '2026-11-20T12:05:00.000Z'
  expect(toWallClock(at, 'Europe/Athens')).toBe('2026-11-20T14:05')
  expect(fromWallClock('2026-11-20T14:05', 'Europe/Athens')).toBe(at)
  expect(fromWallClock('2026-11-20T17:35', 'Asia/Kolkata')).toBe(at)
})

test('days on which clocks change are read right', () => {
  expect(fromWallClock('2026-03-29T02:30', 'Europe/Athens')).toBe('2026-03-29T00:30:00.000Z')
  expect(fromWallClock('2026-03-29T04:30', 'Europe/Athens')).toBe('2026-03-29T01:30:00.000Z')
})

test('what is no moment is none', () => {
  expect(fromWallClock('', 'UTC')).toBeNull()
  expect(fromWallClock('2026-13-40T99:99', 'UTC')).toBeNull()
})
