import { expect, test } from 'vitest'
import { goDuration } from './go-durations.ts'

test.each([
  ['24h', 24 * 3600_000],
  ['1h30m', 90 * 60_000],
  ['1.5h', 90 * 60_000],
  ['100ms', 100],
  ['0', 0],
  ['+2m', 120_000],
  ['2540400h', 2_540_400 * 3600_000],
])('%s is a duration', (text, expected) => expect(goDuration(text)).toBe(expected))

test.each(['', 'h', '12', '-1h', '1d', '1h forever', `${'9'.repeat(40)}h`, 'none'])('%j is none', (text) =>
  expect(goDuration(text)).toBeNull(),
)
