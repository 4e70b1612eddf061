import { expect, test } from 'vitest'
import { uuidv7 } from './uuidv7.ts'

test('ids sort as they were made', () => {
  const ids = Array.from({ length: 10_000 }, uuidv7)
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
