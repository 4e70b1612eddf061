import { describe, expect, test } from 'vitest'
import {
  besideSibling,
  branchOf,
  furtherIn,
  furtherOut,
  kinds,
  landingAt,
  moved,
  possibleParents,
  removed,
  rowsOf,
} from './outline-tree.ts'
import type { OutlineNode } from './shapes.ts'

/** An outline written as indented letters: `a`, `.b` is below it, `..c` below that. */
function outline(text: string): OutlineNode[] {
  const way: string[] = []
  return text.split(' ').map((word) => {
    const depth = word.lastIndexOf('.') + 1
    const id = word.slice(depth)
    way.length = depth
    const parentId = way.at(-1) ?? null
    way.push(id)
    return {
      id,
      parentId,
      kind: kinds[depth]!,
      slug: id,
      title: id,
      description: null,
      status: 'published',
      releaseAt: null,
      archivedAt: null,
      estimatedMinutes: null,
      difficulty: null,
      childCount: 0,
      pageTotal: 1,
      contentRevision: 1,
      isPage: true,
      hasContent: false,
      hasQuiz: false,
    }
  })
}

const written = (nodes: OutlineNode[]) =>
  nodes.map((node) => '.'.repeat(kinds.indexOf(node.kind)) + node.id).join(' ')

const open = new Set<string>()

describe('moving parts', () => {
  const nodes = outline('a .b ..c .d e .f')

  test('a branch moves with what is below it', () => {
    expect(written(moved(nodes, 'b', { parentId: 'e', after: 'f' }))).toBe('a .d e .f .b ..c')
  })

  test('levels follow from the new place', () => {
    const after = moved(nodes, 'b', { parentId: null, after: 'a' })
    expect(written(after)).toBe('a .d b .c e .f')
    expect(after.find((node) => node.id === 'c')?.kind).toBe('lesson')
  })

  test('a part that is gone moves nothing', () => {
    expect(written(moved(nodes, 'x', { parentId: null, after: null }))).toBe(written(nodes))
    expect(written(moved(nodes, 'b', { parentId: 'x', after: null }))).toBe(written(nodes))
  })

  test('one step up or down stays among siblings', () => {
    expect(besideSibling(nodes, 'd', -1)).toEqual({ parentId: 'a', after: null })
    expect(besideSibling(nodes, 'b', 1)).toEqual({ parentId: 'a', after: 'd' })
    expect(besideSibling(nodes, 'b', -1)).toBeNull()
  })

  test('in goes below the sibling before, out goes behind the parent', () => {
    expect(furtherIn(nodes, 'd')).toEqual({ parentId: 'b', after: 'c' })
    expect(furtherIn(nodes, 'b')).toBeNull()
    expect(furtherOut(nodes, 'c')).toEqual({ parentId: 'a', after: 'b' })
    expect(furtherOut(nodes, 'a')).toBeNull()
  })

  test('nothing goes into itself or deeper than four levels', () => {
    expect(possibleParents(outline('a .b ..c ...d e .f ..g'), 'b').map((node) => node.id)).toEqual(['a', 'e'])
  })
})

test('removing takes what is below along', () => {
  expect(written(removed(outline('a .b ..c .d'), 'b'))).toBe('a .d')
})

test('what is below a closed part is not shown, and places are counted among siblings', () => {
  const rows = rowsOf(outline('a .b ..c .d e'), new Set(['b']))
  expect(rows.map(({ node, place, siblings }) => `${node.id} ${place}/${siblings}`)).toEqual([
    'a 1/2',
    'b 1/2',
    'd 2/2',
    'e 2/2',
  ])
})

describe('putting down', () => {
  const nodes = outline('a .b .c e')
  const rows = rowsOf(
    nodes.filter((node) => node.id !== 'c'),
    open,
  )
  const branch = branchOf(nodes, 'c')

  test('the depth wanted is bent to what the place allows', () => {
    expect(landingAt(rows, open, branch, 2, 5)).toEqual({ gap: 2, depth: 2, parentId: 'b', after: null })
    expect(landingAt(rows, open, branch, 2, 1)).toEqual({ gap: 2, depth: 1, parentId: 'a', after: 'b' })
    expect(landingAt(rows, open, branch, 2, 0)).toEqual({ gap: 2, depth: 0, parentId: null, after: 'a' })
    expect(landingAt(rows, open, branch, 1, 0)).toEqual({ gap: 1, depth: 1, parentId: 'a', after: null })
  })

  test('the first place of all is a module', () => {
    expect(landingAt(rows, open, branch, 0, 2)).toEqual({ gap: 0, depth: 0, parentId: null, after: null })
  })

  test('a branch that is too high finds no place below', () => {
    const tall = outline('a .b ..c ...d e .f ..g')
    const rest = rowsOf(
      tall.filter((node) => !['b', 'c', 'd'].includes(node.id)),
      open,
    )
    expect(landingAt(rest, open, branchOf(tall, 'b'), 3, 2)).toBeNull()
  })
})
