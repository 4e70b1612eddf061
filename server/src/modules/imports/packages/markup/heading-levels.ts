import { descendants, type MarkupElement } from './markup.ts'

/** Headings as parts of a page with a title above: they begin at h2 and go down one level at a time. */
export function levelHeadings(root: MarkupElement): void {
  const above: string[] = []
  for (const heading of descendants(root)) {
    if (!/^h[1-6]$/.test(heading.name)) continue
    while (above.length > 0 && above.at(-1)! >= heading.name) above.pop()
    above.push(heading.name)
    heading.name = `h${Math.min(above.length + 1, 6)}`
  }
}
