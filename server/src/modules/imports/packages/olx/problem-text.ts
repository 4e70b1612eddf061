import { hasContent } from '../markup/html-flow.ts'
import { parseHtml } from '../markup/html-tree.ts'
import {
  cdataName,
  element,
  escapeText,
  findAll,
  innerHtml,
  isElement,
  type MarkupElement,
  type MarkupNode,
  serialize,
  textOf,
} from '../markup/markup.ts'

const inputTags = new Set(
  (
    'choicegroup radiogroup checkboxgroup optioninput textline formulaequationinput numericalinput textbox codeinput ' +
    'jsinput imageinput schematic crystallography vsepr_input chemicalequationinput drag_and_drop_input ' +
    'editamoleculeinput designprotein2dinput editageneinput annotationinput choicetextgroup radiotextgroup ' +
    'checkboxtextgroup javascriptinput filesubmission matlabinput symbolicinput textfield'
  ).split(' '),
)
const silentTags = new Set(
  (
    'script demandhint responseparam additional_answer correcthint stringequalhint regexphint compoundhint hintgroup ' +
    'hint startouttext endouttext loncapa answer preload style'
  ).split(' '),
)
const gap = '____'
/** Stands in the text for a field; from the private use area, so no author writes it. */
const mark = '\ue000'

/** A field of the problem with the response it belongs to. */
type Slot = { response: MarkupElement; input: MarkupElement | null; solution: string }

/** The readable text of a problem, cut where its fields are. */
export class ProblemText {
  readonly slots: Slot[] = []
  /** Explanations that stand outside any response. */
  solution = ''
  readonly whole: string
  readonly #parts: string[]
  readonly #isInterwoven: boolean

  constructor(problem: MarkupElement) {
    this.whole = this.#render(problem.children, null)
    this.#parts = this.whole.split(mark)
    // Repeating a long text for each of its many fields would help nobody.
    const isRepeatable = this.slots.length > 1 && this.whole.length * this.slots.length < 200_000
    this.#isInterwoven = isRepeatable && !this.#parts.every(isBalanced)
  }

  /**
   * What is asked with a field: the text before it, for the last field also the text behind it. Where fields
   * stand inside a sentence or a table, the whole text with this field marked.
   */
  promptOf(index: number): string {
    if (this.#isInterwoven) {
      const fields = this.#parts
        .slice(1)
        .map((part, at) => `${at === index ? `<strong>${gap}</strong>` : '…'}${part}`)
      return `${this.#parts[0] ?? ''}${fields.join('')}`
    }
    const before = this.#parts[index] ?? ''
    if (index < this.slots.length - 1) return before
    const after = this.#parts[index + 1] ?? ''
    return hasContent(parseHtml(after).root.children) ? `${before} ${gap} ${after}` : before
  }

  #render(nodes: MarkupNode[], response: MarkupElement | null): string {
    return nodes.map((node) => this.#node(node, response)).join('')
  }

  #node(node: MarkupNode, response: MarkupElement | null): string {
    if (!isElement(node)) return escapeText(node)
    if (node.name === cdataName) return textOf(node)
    if (silentTags.has(node.name) || /hint$/.test(node.name)) return ''
    if (node.name === 'solution') return this.#keepSolution(innerHtml(node), response)
    if (node.name === 'answer_display') return this.#keepSolution(pre(node), response)
    if (node.name === 'initial_display') return pre(node)
    if (node.name === 'targetedfeedbackset') return ''
    if (node.name.endsWith('response') && response === null) return this.#response(node)
    if (response !== null && inputTags.has(node.name)) return this.#field(node, response)
    const inside = this.#render(node.children, response)
    switch (node.name) {
      case 'label':
        return `<p>${inside}</p>`
      case 'description':
        return `<p><em>${inside}</em></p>`
      case 'text':
      case 'outtext':
      case 'legend':
        return `<div>${inside}</div>`
      default:
        return serialize(element(node.name, node.attrs)).replace(
          /(<\/[^<]*>)?$/,
          (close) => `${inside}${close}`,
        )
    }
  }

  #response(node: MarkupElement): string {
    const before = this.slots.length
    const inside = this.#render(node.children, node)
    if (this.slots.length > before) return inside
    this.slots.push({ response: node, input: null, solution: this.#pendingSolution })
    this.#pendingSolution = ''
    return `${inside}${mark}`
  }

  #field(node: MarkupElement, response: MarkupElement): string {
    const shared = this.slots.at(-1)?.response === response
    // Only dropdowns are marked field by field; other responses judge their fields together.
    if (shared && response.name !== 'optionresponse') return ''
    const spoken =
      node.name === 'annotationinput'
        ? this.#annotation(node)
        : node.name === 'imageinput'
          ? picture(node)
          : ''
    this.slots.push({ response, input: node, solution: this.#pendingSolution })
    this.#pendingSolution = ''
    return `${spoken}${mark}`
  }

  #pendingSolution = ''

  #keepSolution(html: string, response: MarkupElement | null): string {
    const slot = this.slots.at(-1)
    if (response === null) this.solution += html
    else if (slot?.response === response) slot.solution += html
    else this.#pendingSolution += html
    return ''
  }

  #annotation(node: MarkupElement): string {
    return ['text', 'comment', 'comment_prompt', 'tag_prompt']
      .flatMap((name) => findAll(node, name))
      .map((part) => `<p>${innerHtml(part)}</p>`)
      .join('')
  }
}

const pre = (node: MarkupElement) => `<pre><code>${escapeText(textOf(node))}</code></pre>`

function picture(node: MarkupElement): string {
  return serialize(element('img', { src: node.attrs.src ?? '', alt: node.attrs.alt ?? '' }))
}

/** Every tag that is opened is closed. */
function isBalanced(html: string): boolean {
  const open: string[] = []
  for (const [, close, name = '', end] of html.matchAll(/<(\/?)([a-z][\w-]*)\b[^<>]*?(\/?)>/gi)) {
    if (end === '/' || /^(img|br|hr|wbr|col|source)$/i.test(name)) continue
    if (close !== '/') open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}
