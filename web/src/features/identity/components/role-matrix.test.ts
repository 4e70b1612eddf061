import { expect, test } from 'vitest'
import type { Role } from './person-detail.ts'
import { boxName, wishFor } from './role-matrix.ts'

const known = [
  { key: 'a.read', module: 'a', held: true },
  { key: 'a.manage', module: 'a', held: true },
  { key: 'b.secret', module: 'b', held: false },
]
const role = (permissions: string[], edit = true) =>
  ({ id: 'r1', permissions, can: { edit, delete: false, give: false } }) as unknown as Role
const form = (...ticked: string[]) => {
  const sent = new FormData()
  for (const key of ticked) sent.append(boxName('r1'), key)
  return sent
}

test('a role is to hold what was ticked', () => {
  expect(wishFor(role(['a.read']), known, form('a.manage'))).toEqual(['a.manage'])
})

test('what one lacks oneself stays as it is, whatever is sent', () => {
  expect(wishFor(role(['a.read', 'b.secret']), known, form())).toEqual(['b.secret'])
  expect(wishFor(role([]), known, form('b.secret'))).toBeNull()
})

test('nothing is asked for where nothing changed, or nothing may be', () => {
  expect(wishFor(role(['a.read']), known, form('a.read'))).toBeNull()
  expect(wishFor(role(['a.read'], false), known, form())).toBeNull()
})
