import { expect, test } from 'vitest'
import type { PackageNode } from './packages/course-package.ts'
import { settleVisibility } from './visibility.ts'

const part = (
  kind: PackageNode['kind'],
  title: string,
  hidden: boolean,
  children: PackageNode[] = [],
): PackageNode => ({
  sourceId: title,
  kind,
  title,
  releaseAt: null,
  hidden,
  blocks: [],
  quiz: null,
  children,
})
const module = (title: string, ...children: PackageNode[]) => part('module', title, false, children)
const page = (title: string) => part('lesson', title, false)
const hidden = (node: PackageNode): PackageNode => ({ ...node, hidden: true })

/** Titles of what learners see, by depth. */
const seen = (nodes: PackageNode[]): string[] =>
  nodes.filter((node) => !node.hidden).flatMap((node) => [node.title, ...seen(node.children)])

test('what is hidden in the source stays hidden', () => {
  const { nodes, emptied, wasAllHidden } = settleVisibility([module('A', page('one'), hidden(page('two')))])
  expect(seen(nodes)).toEqual(['A', 'one'])
  expect({ emptied, wasAllHidden }).toEqual({ emptied: [], wasAllHidden: false })
})

test('a module with nothing to read is hidden', () => {
  const { nodes, emptied } = settleVisibility([
    module('A', page('one')),
    module('B'),
    module('C', hidden(page('x'))),
  ])
  expect(seen(nodes)).toEqual(['A', 'one'])
  expect(emptied.map((node) => node.title)).toEqual(['B', 'C'])
})

test('where everything is hidden, marks go from the top down until there is something to read', () => {
  const bank = module('Banks', hidden(page('bank')))
  const byModule = settleVisibility([hidden(module('A', page('one'), hidden(page('two')))), bank])
  expect(seen(byModule.nodes)).toEqual(['A', 'one'])
  expect(byModule.wasAllHidden).toBe(true)
  const byPage = settleVisibility([module('A', hidden(page('one')))])
  expect(seen(byPage.nodes)).toEqual(['A', 'one'])
  expect(byPage.wasAllHidden).toBe(true)
})

test('a course without a page stays as it is', () => {
  expect(settleVisibility([hidden(module('A'))])).toMatchObject({
    wasAllHidden: false,
    nodes: [{ hidden: true }],
  })
  expect(settleVisibility([])).toEqual({ nodes: [], emptied: [], wasAllHidden: false })
})
