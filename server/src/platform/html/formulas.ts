import { type FormulaScope, formulaScope, mathmlOf } from './tex.ts'

const marks = [
  { open: '\\(', close: '\\)', isDisplay: false },
  { open: '\\[', close: '\\]', isDisplay: true },
  { open: '$$', close: '$$', isDisplay: true },
  { open: '[mathjaxinline]', close: '[/mathjaxinline]', isDisplay: false },
  { open: '[mathjax]', close: '[/mathjax]', isDisplay: true },
]
const anyMark = /\\\(|\\\[|\$\$|\[mathjax(?:inline)?\]/g
/** Text inside these is shown as it is written. */
const verbatim = /^(?:code|pre|kbd|samp|math)$/

type RenderedFormulas = {
  html: string
  /** TeX that could not be read; it stands in the text as it was written. */
  broken: string[]
}

/**
 * Sanitized HTML with the formulas in its text as MathML. TeX stands between `\( \)`, `\[ \]`, `$$ $$`,
 * `[mathjaxinline]` or `[mathjax]`, as Open edX and MathJax have it; it may run over line breaks, not over other tags.
 */
export function renderFormulas(html: string, scope: FormulaScope = formulaScope()): RenderedFormulas {
  const broken: string[] = []
  if (html.search(anyMark) === -1) return { html, broken }
  const out: string[] = []
  let text = ''
  const open: string[] = []
  const endText = () => {
    out.push(open.length > 0 ? text : formulasIn(text, scope, broken))
    text = ''
  }
  for (const [piece, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^<>]*>|<|[^<]+/gi)) {
    if (name === '' || name === 'br') {
      text += piece
      continue
    }
    endText()
    if (verbatim.test(name)) {
      if (slash === '') open.push(name)
      else if (open.at(-1) === name) open.pop()
    }
    out.push(piece)
  }
  endText()
  return { html: out.join(''), broken }
}

/** As `renderFormulas`, without the list. */
export const withFormulas = (html: string, scope?: FormulaScope): string => renderFormulas(html, scope).html

/** True when there may be a formula in a text. */
export const hasFormulaMarks = (html: string): boolean => html.search(anyMark) !== -1

function formulasIn(text: string, scope: FormulaScope, broken: string[]): string {
  const out: string[] = []
  /** Marks whose end does not come again: looking for it once is enough. */
  const endless = new Set<string>()
  let done = 0
  anyMark.lastIndex = 0
  for (let found = anyMark.exec(text); found !== null; found = anyMark.exec(text)) {
    const mark = marks.find(({ open }) => open === found?.[0])
    if (mark === undefined || endless.has(mark.open)) continue
    const from = found.index + mark.open.length
    const to = text.indexOf(mark.close, from)
    if (to === -1) {
      endless.add(mark.open)
      continue
    }
    const tex = asTex(text.slice(from, to))
    if (tex === '' || (mark.open === '$$' && !looksLikeTex(text, from, to))) continue
    const end = to + mark.close.length
    const mathml = mathmlOf(tex, mark.isDisplay, scope)
    out.push(text.slice(done, found.index))
    if (mathml === null) {
      broken.push(tex)
      out.push(`<code>${text.slice(found.index, end)}</code>`)
    } else if (hasSomethingToShow(mathml)) {
      out.push(`<span class="formula${mark.isDisplay ? ' formula-display' : ''}">${mathml}</span>`)
    }
    done = end
    anyMark.lastIndex = end
  }
  out.push(text.slice(done))
  return out.join('')
}

/** Two dollar signs are also money. */
function looksLikeTex(text: string, from: number, to: number): boolean {
  if (text[from - 3] === '$' || text[from] === '$' || text[to + 2] === '$') return false
  const between = text.slice(from, to)
  return /[\\^_{}=+|]|&[lg]t;/.test(between) || !/\s/.test(between)
}

const hasSomethingToShow = (mathml: string) => /<m(?!ath\b|row\b|style\b)[a-z]+/.test(mathml)

const asTex = (html: string) =>
  html
    .replace(/<br[^<>]*>/gi, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .trim()

export { type FormulaScope, formulaScope }
