import { Parser } from 'htmlparser2'
import { isDeeper, wordsOf } from '../../../../platform/html/sanitize.ts'
import { appendText, element, type MarkupElement } from './markup.ts'

/** Tags below this are read as if they stood where the limit was reached; their text stays. */
const maxDepth = 120
/** Below this not even the parser goes down. */
const maxParsed = 1000

type HtmlTree = { root: MarkupElement; flattened: boolean }

/** Any text as an HTML tree, the way browsers forgive. Never throws. */
export function parseHtml(html: string): HtmlTree {
  const root = element('#root')
  const open = [root]
  let tooDeep = 0
  const unparsed = isDeeper(html, maxParsed)
  let flattened = unparsed
  const parser = new Parser(
    {
      onopentag(name, attrs) {
        if (open.length >= maxDepth) {
          tooDeep += 1
          flattened = true
          return
        }
        const started = element(name.slice(name.indexOf(':') + 1), { ...attrs })
        open.at(-1)?.children.push(started)
        open.push(started)
      },
      onclosetag() {
        if (tooDeep > 0) tooDeep -= 1
        else if (open.length > 1) open.pop()
      },
      ontext(text) {
        appendText(open.at(-1) ?? root, text)
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true, recognizeSelfClosing: false },
  )
  parser.end(unparsed ? wordsOf(html) : html)
  return { root, flattened }
}
