import { expect, test } from 'vitest'
import { copyTitle } from './copy-titles.ts'

test('a copy says so, and a copy of a copy is counted', () => {
  expect(copyTitle('Algebra', 'en')).toBe('Algebra (copy)')
  expect(copyTitle('Algebra (copy)', 'en')).toBe('Algebra (copy 2)')
  expect(copyTitle('Algebra (copy 9)', 'en')).toBe('Algebra (copy 10)')
  expect(copyTitle('Algebra', 'de')).toBe('Algebra (Kopie)')
  expect(copyTitle('(copy)', 'en')).toBe('(copy) (copy)')
})

test('a long title makes room for the word, and no character is cut in half', () => {
  const copy = copyTitle('😀'.repeat(200), 'en')
  expect(copy.length).toBeLessThanOrEqual(300)
  expect(copy.isWellFormed()).toBe(true)
  expect(copy).toMatch(/ \(copy\)$/)
})
