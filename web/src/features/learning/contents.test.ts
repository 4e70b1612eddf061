import { expect, test } from 'vitest'
import { contentsOf } from './contents.ts'

const node = (id: string, parentId: string | null) => ({
  id,
  parentId,
  kind: parentId === null ? ('module' as const) : ('lesson' as const),
  title: id,
  description: null,
  minutes: null,
  pageTotal: 1,
  isPage: parentId !== null,
  hasQuiz: false,
})

test('the parts of a course stand inside one another, in order', () => {
  const parts = contentsOf([node('m1', null), node('a', 'm1'), node('b', 'm1'), node('m2', null)])
  expect(parts.map((part) => [part.title, part.parts.map((inner) => inner.title)])).toEqual([
    ['m1', ['a', 'b']],
    ['m2', []],
  ])
})
