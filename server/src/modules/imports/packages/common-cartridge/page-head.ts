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

/**
 * The page without a first heading that only repeats its title: that stands above it already. A heading with a picture
 * in it, or one that links may lead to, stays.
 */
export function withoutTitle(html: string, title: string | null): string {
  const body = html.search(/<body\b/i)
  const start = body < 0 ? 0 : html.indexOf('>', body) + 1
  const [heading, , words = ''] =
    html.slice(start, start + 4000).match(/^\s*<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1\s*>/i) ?? []
  if (title === null || heading === undefined) return html
  if (/\bid\s*=|<(?:img|svg|video|audio|iframe|object|math|a)\b/i.test(heading)) return html
  if (lineOf(parseHtml(words).root) !== title.trim()) return html
  return html.slice(0, start) + html.slice(start + heading.length)
}
