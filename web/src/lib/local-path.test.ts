import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test('a path of this site stays', () => {
  expect(localPath('/courses/a?page=2#x')).toBe('/courses/a?page=2#x')
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '',
  null,
  '/\t/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  '/./\\evil.example',
])('%j leads home', (value) => {
  expect(localPath(value)).toBe('/')
})
