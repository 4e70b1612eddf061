import { expect, test } from 'vitest'
import { freeSlug, slugify } from './slugs.ts'

test('addresses are made from titles in any language', () => {
  expect(slugify('Hello, World!', 'x')).toBe('hello-world')
  expect(slugify('Ærø – Smørrebrød', 'x')).toBe('aeroe-smoerrebroed'.replaceAll('oe', 'o'))
  expect(slugify('漢字', 'course')).toBe('course')
  expect(slugify(`${'a'.repeat(79)} b`, 'x')).toBe('a'.repeat(79))
  expect(freeSlug('a', ['a', 'a-2', 'a-4'])).toBe('a-3')
})
