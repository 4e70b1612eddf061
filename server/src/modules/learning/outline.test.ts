import { expect, test } from 'vitest'
import { firstPageIn, makeOutline, outlineJson, resumeAt, wayTo } from './outline.ts'
import type { OutlineRow } from './player.queries.ts'

const row = (id: string, parentId: string | null, changes: Partial<OutlineRow> = {}): OutlineRow => ({
  id,
  parentId,
  kind: parentId === null ? 'module' : 'lesson',
  title: id,
  status: 'published',
  releaseAt: null,
  estimatedMinutes: null,
  childCount: parentId === null ? 2 : 0,
  pageTotal: parentId === null ? 2 : 1,
  hasQuiz: false,
  ...changes,
})
const outline = makeOutline([
  row('m1', null),
  row('m2', null),
  row('a', 'm1'),
  row('b', 'm1'),
  row('c', 'm2'),
  row('d', 'm2'),
])
const ids = (rows: OutlineRow[]) => makeOutline(rows).nodes.map((node) => node.id)

test('rows come into reading order', () => {
  expect(outline.nodes.map((node) => [node.id, node.depth])).toEqual([
    ['m1', 0],
    ['a', 1],
    ['b', 1],
    ['m2', 0],
    ['c', 1],
    ['d', 1],
  ])
  expect(outline.pages.map((page) => page.id)).toEqual(['a', 'b', 'c', 'd'])
  expect(wayTo(outline, 'c').map((node) => node.id)).toEqual(['m2', 'c'])
})

test('what is empty or hangs below something left out is not shown', () => {
  expect(
    ids([
      row('m1', null, { childCount: 0, pageTotal: 0 }),
      row('m2', null),
      row('c', 'm2'),
      row('lost', 'draft'),
    ]),
  ).toEqual(['m2', 'c'])
})

test('what waits for its day is shown locked, with everything below it', () => {
  const day = new Date('2030-01-01T00:00:00Z')
  const locked = makeOutline([
    row('m1', null, { status: 'scheduled', releaseAt: day, pageTotal: 0 }),
    row('a', 'm1', { pageTotal: 0 }),
    row('b', 'm1', { pageTotal: 0, status: 'scheduled', releaseAt: new Date('2031-01-01T00:00:00Z') }),
  ])
  expect(locked.nodes.map((node) => [node.id, node.isLocked, node.opensAt?.slice(0, 4)])).toEqual([
    ['m1', true, '2030'],
    ['a', true, '2030'],
    ['b', true, '2031'],
  ])
  expect(locked.pages).toEqual([])
})

test('one goes on at the page viewed last, or at the next one not finished', () => {
  expect(resumeAt(outline, {}, null)).toBe('a')
  expect(resumeAt(outline, { a: 1 }, null)).toBe('b')
  expect(resumeAt(outline, {}, 'c')).toBe('c')
  expect(resumeAt(outline, { c: 1 }, 'c')).toBe('d')
  expect(resumeAt(outline, { c: 1, d: 1 }, 'd')).toBe('a')
  expect(resumeAt(outline, { a: 1, b: 1, c: 1, d: 1 }, 'b')).toBe('b')
  expect(resumeAt(outline, {}, 'gone')).toBe('a')
  expect(resumeAt(makeOutline([]), {}, null)).toBeNull()
})

test('a part leads to its first page', () => {
  expect(firstPageIn(outline, 'm2')).toBe('c')
  expect(firstPageIn(outline, 'b')).toBe('b')
  expect(firstPageIn(outline, 'gone')).toBeNull()
})

test('the text is the JSON of the nodes with what is done', () => {
  const nodes = JSON.parse(outlineJson(outline, { m1: 1, a: 1 }))
  expect(nodes.map((node: { percent: number }) => node.percent)).toEqual([50, 100, 0, 0, 0, 0])
  expect(nodes[1]).toMatchObject({
    id: 'a',
    parentId: 'm1',
    depth: 1,
    title: 'a',
    isPage: true,
    total: 1,
    done: 1,
    isCompleted: true,
  })
})
