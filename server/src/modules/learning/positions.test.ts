import { expect, test } from 'vitest'
import { positionAfter } from './positions.ts'

test('a place after a sibling lies before the next', () => {
  const rows = ['a0', 'a1', 'a2'].map((position) => ({ id: position, position }))
  expect(positionAfter(rows, 'a0')! > 'a0' && positionAfter(rows, 'a0')! < 'a1').toBe(true)
  expect(positionAfter(rows, null)! < 'a0').toBe(true)
  expect(positionAfter(rows, undefined)! > 'a2').toBe(true)
  expect(positionAfter(rows, 'nobody')).toBeNull()
  expect(positionAfter(rows, 'a1', 'a1')).toBeNull()
  const twins = [
    { id: 'x', position: 'a0' },
    { id: 'y', position: 'a0' },
  ]
  expect(positionAfter(twins, 'x')! > 'a0').toBe(true)
})
