import { expect, test } from 'vitest'
import { filesIn, resolveLinks } from './links.ts'

test('links inside get their address; what cannot be reached loses its link, not its words', () => {
  const html =
    '<a href="stoa-node:n1#part">a</a><img src="stoa-file:f1" alt="x" /><a href="stoa-node:n2">b</a><a href="https://a.test/?stoa-node:n1">c</a>'
  const resolved = resolveLinks(html, {
    nodeUrl: (id) => (id === 'n1' ? '/p/1' : null),
    fileUrl: (id) => `/f/${id}?a="&`,
  })
  expect(resolved).toBe(
    '<a href="/p/1#part">a</a><img src="/f/f1?a=&quot;&amp;" alt="x" /><a>b</a><a href="https://a.test/?stoa-node:n1">c</a>',
  )
  expect(filesIn(html)).toEqual(['f1'])
  expect(
    resolveLinks('<a href="stoa-node:%E0%A4%A">x</a>', { nodeUrl: (id) => id, fileUrl: () => null }),
  ).toBe('<a>x</a>')
})
