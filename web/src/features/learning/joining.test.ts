import { expect, test } from 'vitest'
import { joiningFrom, rememberJoining } from './joining.ts'

const course = '0198c5a2-7d7e-7c11-8f54-3f2f6a1d9b10'
const asking = (cookie: string) => new Request('http://stoa.test/courses/x/join', { headers: { cookie } })

test('a visitor who pressed join is known when they come back', () => {
  const kept = rememberJoining(course).split(';')[0] ?? ''
  expect(joiningFrom(asking(`theme=dark; ${kept}; other=1`))).toBe(course)
})

test('nobody joins without having asked, or with nonsense', () => {
  expect(joiningFrom(asking('theme=dark'))).toBeNull()
  expect(joiningFrom(asking('stoa_joining=../../x'))).toBeNull()
})
