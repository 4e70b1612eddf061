import { element, isElement, type MarkupElement, type MarkupNode } from '../markup/markup.ts'
import type { OlxElement } from './olx-element.ts'

/** A problem that only says what it is in Studio's own short form: `markdown="…"` and no tags. */
export function isMarkdownProblem({ xml, attrs }: OlxElement): boolean {
  const markdown = attrs.markdown?.trim() ?? ''
  return markdown !== '' && markdown !== 'null' && !xml.children.some((child) => isElement(child))
}

const mostLines = 5000
/** A longer line is text: nobody writes an answer like that. */
const longestLine = 5000

/**
 * Studio's short form of problems as the tags it stands for: `( ) (x)` choices, `[ ] [x]` boxes, `[[a, (b)]]` lists,
 * `= answer` with `or=`, `>>label||description<<`, `||hint||`, `{{feedback}}`, `[explanation]`, `[code]`, headings
 * underlined with `==`, and `---` between questions.
 */
export function problemOfMarkdown(markdown: string): MarkupElement {
  const reader = new MarkdownReader()
  for (const line of markdown.replace(/\r\n?/g, '\n').split('\n').slice(0, mostLines)) reader.line(line)
  return reader.end()
}

class MarkdownReader {
  readonly #out: MarkupNode[] = []
  readonly #hints: MarkupElement[] = []
  #text: string[] = []
  #rows: string[] = []
  #kind: 'choices' | 'boxes' | 'answers' | null = null
  #verbatim: { end: RegExp; isCode: boolean; lines: string[] } | null = null

  line(line: string): void {
    const text = line.trim()
    if (this.#verbatim !== null) {
      this.#inside(line, text)
      return
    }
    if (text.length > longestLine) {
      this.#spoken(text)
      return
    }
    const fence = /^\[(explanation|code)\]$/i.exec(text)
    if (fence !== null) {
      this.#endAll()
      const isCode = fence[1]?.toLowerCase() === 'code'
      this.#verbatim = { end: isCode ? /^\[\/?code\]$/i : /^\[\/?explanation\]$/i, isCode, lines: [] }
      return
    }
    const hint = /^\|\|(.*)\|\|$/.exec(text)
    if (hint !== null) this.#hints.push(element('hint', {}, [hint[1]?.trim() ?? '']))
    else if (/^-{3,}$/.test(text)) this.#endAll()
    else if (/^={2,}$/.test(text) && this.#text.length > 0) this.#heading()
    else if (/^\([x@!\s]{0,4}\)/i.test(text)) this.#row('choices', text)
    else if (/^\[[x@!\s]{0,4}\]/i.test(text)) this.#row('boxes', text)
    else if (/^(s?=|or=|not=)\s*\S/i.test(text) && !text.startsWith('==')) this.#row('answers', text)
    else if (/^\[\[.*\]\]$/.test(text)) this.#dropdown(text.slice(2, -2))
    else if (text === '') this.#endText()
    else this.#spoken(text)
  }

  end(): MarkupElement {
    this.#endVerbatim()
    this.#endAll()
    const hints = this.#hints.length === 0 ? [] : [element('demandhint', {}, this.#hints)]
    return element('problem', {}, [...this.#out, ...hints])
  }

  #inside(line: string, text: string): void {
    if (this.#verbatim?.end.test(text)) this.#endVerbatim()
    else this.#verbatim?.lines.push(line)
  }

  #endVerbatim(): void {
    const open = this.#verbatim
    this.#verbatim = null
    if (open === null) return
    if (open.isCode) this.#out.push(element('pre', {}, [element('code', {}, [open.lines.join('\n')])]))
    else this.#out.push(element('solution', {}, paragraphs(open.lines.join('\n'))))
  }

  #spoken(text: string): void {
    this.#endRows()
    const [from, to] = [text.indexOf('>>'), text.lastIndexOf('<<')]
    if (from === -1 || to < from + 2) {
      this.#text.push(text)
      return
    }
    const [before, after] = [text.slice(0, from).trim(), text.slice(to + 2).trim()]
    if (before !== '') this.#text.push(before)
    this.#endText()
    const [asked = '', ...described] = text.slice(from + 2, to).split('||')
    this.#out.push(element('p', {}, [asked.trim()]))
    for (const words of described) this.#out.push(element('p', {}, [element('em', {}, [words.trim()])]))
    if (after !== '') this.#text.push(after)
  }

  #heading(): void {
    const title = this.#text.pop() ?? ''
    this.#endText()
    this.#out.push(element('h3', {}, [title]))
  }

  #row(kind: 'choices' | 'boxes' | 'answers', text: string): void {
    this.#endText()
    if (this.#kind !== kind) this.#endRows()
    // A further `=` begins another field.
    else if (kind === 'answers' && /^s?=/.test(text) && this.#rows.length > 0) this.#endRows()
    this.#kind = kind
    this.#rows.push(text)
  }

  #dropdown(inside: string): void {
    this.#endText()
    this.#endRows()
    const options = splitOutside(inside).map((written) => {
      const { text, remark } = withoutRemark(written.trim())
      const right = /^\((.*)\)$/.exec(text.trim())
      const hint = remark === '' ? [] : [element('optionhint', {}, [remark])]
      return element('option', { correct: String(right !== null) }, [(right?.[1] ?? text).trim(), ...hint])
    })
    this.#push(element('optionresponse', {}, [element('optioninput', {}, options)]))
  }

  #endAll(): void {
    this.#endText()
    this.#endRows()
  }

  #endText(): void {
    if (this.#text.length > 0) this.#out.push(...paragraphs(this.#text.join('\n')))
    this.#text = []
  }

  #endRows(): void {
    const [kind, rows] = [this.#kind, this.#rows]
    this.#kind = null
    this.#rows = []
    if (kind === 'answers') this.#push(answers(rows))
    else if (kind !== null && rows.length > 0) this.#push(choices(kind, rows))
  }

  #push(response: MarkupElement): void {
    this.#out.push(response)
  }
}

function choices(kind: 'choices' | 'boxes', rows: string[]): MarkupElement {
  let isShuffled = false
  const items = rows.map((row) => {
    const [, mark = '', rest = ''] = /^[([]([^)\]]*)[)\]](.*)$/.exec(row) ?? []
    isShuffled ||= mark.includes('!') || mark.includes('@')
    const { text, remark } = withoutRemark(rest)
    // Boxes may have a remark for each case: `selected: …, unselected: …`.
    const selected = whenSelected(remark)
    const hint = remark === '' ? [] : [element('choicehint', {}, [selected])]
    return element('choice', { correct: String(/x/i.test(mark)) }, [text.trim(), ...hint])
  })
  const group = element(
    kind === 'choices' ? 'choicegroup' : 'checkboxgroup',
    isShuffled ? { shuffle: 'true' } : {},
    items,
  )
  return element(kind === 'choices' ? 'multiplechoiceresponse' : 'choiceresponse', {}, [group])
}

/** Numbers (also `3 +- 5%` and `[1, 2)`) are marked as numbers, all else as text; `=|` says a pattern. */
function answers(rows: string[]): MarkupElement {
  const right = rows
    .filter((row) => !/^not=/i.test(row))
    .map((row) => withoutRemark(row.replace(/^(s?=|or=)\s*/i, '')))
  const wrong = rows
    .filter((row) => /^not=/i.test(row))
    .map((row) => withoutRemark(row.replace(/^not=\s*/i, '')))
  const [first = { text: '', remark: '' }, ...others] = right
  const remarks = [
    ...right.flatMap(({ remark }) => (remark === '' ? [] : [element('correcthint', {}, [remark])])),
    ...wrong.flatMap(({ text, remark }) =>
      remark === '' ? [] : [element('stringequalhint', { answer: text.trim() }, [remark])],
    ),
  ]
  const number = /^([^+]+?)\s*\+-\s*(\S+)$/.exec(first.text.trim())
  const value = (number?.[1] ?? first.text).trim()
  const isText =
    /^s=/i.test(rows[0] ?? '') || !/^([[(]\s*)?[-+.]?\d/.test(value) || /[a-df-z]{2}/i.test(value)
  if (!isText) {
    const tolerance =
      number === null ? [] : [element('responseparam', { type: 'tolerance', default: number[2] ?? '' })]
    const further = others.map(({ text }) => element('additional_answer', { answer: text.trim() }))
    return element('numericalresponse', { answer: value }, [
      ...tolerance,
      ...further,
      ...remarks,
      element('formulaequationinput'),
    ])
  }
  const isPattern = first.text.trim().startsWith('|')
  const further = others.map(({ text }) => element('additional_answer', { answer: text.trim() }))
  return element(
    'stringresponse',
    { answer: first.text.trim().replace(/^\|\s*/, ''), type: isPattern ? 'ci regexp' : 'ci' },
    [...further, ...remarks, element('textline')],
  )
}

/** `text {{ remark }}`, also with a label before the remark: `{{ Well done:: you … }}`. */
function withoutRemark(written: string): { text: string; remark: string } {
  const from = written.indexOf('{{')
  const to = written.lastIndexOf('}}')
  if (from === -1 || to < from) return { text: written, remark: '' }
  const remark = written.slice(from + 2, to).replace(/^.*?::\s*/, '')
  return { text: `${written.slice(0, from)}${written.slice(to + 2)}`.trim(), remark: remark.trim() }
}

/** What a box says when it is chosen, of `selected: …, unselected: …`. */
function whenSelected(remark: string): string {
  const other = remark.toLowerCase().indexOf('unselected:')
  let said = (other === -1 ? remark : remark.slice(0, other)).replace(/^selected:\s*/i, '').trim()
  while (/[},{\s]$/.test(said)) said = said.slice(0, -1)
  return said
}

/** Cut at commas that do not stand inside a remark. */
function splitOutside(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const char of text) {
    if (char === '{') depth += 1
    if (char === '}') depth -= 1
    if (char === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts.filter((part) => part.trim() !== '')
}

function paragraphs(text: string): MarkupElement[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => element('p', {}, [part]))
}
