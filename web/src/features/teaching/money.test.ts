import { expect, test } from 'vitest'
import { fromMinor, toMinor } from './money.ts'

test('an amount is kept in the smallest unit of its currency', () => {
  expect(toMinor('12.5', 'EUR')).toBe(1250)
  expect(toMinor('19,99', 'EUR')).toBe(1999)
  expect(toMinor('500', 'JPY')).toBe(500)
  expect(toMinor('', 'EUR')).toBe(0)
})

test('what is no amount is none', () => {
  for (const typed of ['x', '-1', '1e999']) expect(toMinor(typed, 'EUR')).toBeNull()
})

test('the field shows what was typed', () => {
  expect(fromMinor(1250, 'EUR')).toBe('12.50')
  expect(fromMinor(500, 'JPY')).toBe('500')
})
