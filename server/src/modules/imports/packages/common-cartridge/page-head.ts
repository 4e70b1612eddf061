import { parseHtml } from '../markup/html-tree.ts'
import { findAll, lineOf } from '../markup/markup.ts'

type PageHead = { title: string | null; unpublished: boolean }

/** What a page says of itself in its head; Canvas notes there whether it is published. */
export function readPageHead(html: string): PageHead {
  const end = html.search(/<\/head>/i)
  if (end < 0 && !/<title/i.test(html.slice(0, 5000))) return { title: null, unpublished: false }
  const { root } = parseHtml(html.slice(0, end < 0 ? 5000 : end))
  const states = findAll(root, 'meta').filter((meta) => meta.attrs.name === 'workflow_state')
  return {
    title: lineOf(findAll(root, 'title')[0]) || null,
    unpublished: states.some((state) => state.attrs.content === 'unpublished'),
  }
}
