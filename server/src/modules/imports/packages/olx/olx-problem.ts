import type { PackageBlock, PackageQuestion } from '../course-package.ts'
import { hasContent } from '../markup/html-flow.ts'
import { parseHtml } from '../markup/html-tree.ts'
import type { LinkResolver } from '../markup/links.ts'
import { cdataName, element, escapeText, findAll, innerHtml, isElement, type MarkupElement, type MarkupNode, serialize, textOf } from '../markup/markup.ts'
import { contentWords, type ReportCode } from '../messages.ts'
import type { PackageReading, SourceItem } from '../package-reading.ts'
import type { OlxElement } from './olx-element.ts'
import { type Response, readResponse } from './problem-responses.ts'
import { readScripts, substitute } from './problem-script.ts'

export type ReadProblem = { questions: PackageQuestion[]; blocks: PackageBlock[]; shuffle: boolean }

const inputTags = new Set(
  ('choicegroup radiogroup checkboxgroup optioninput textline formulaequationinput numericalinput textbox codeinput ' +
    'jsinput imageinput schematic crystallography vsepr_input chemicalequationinput drag_and_drop_input ' +
    'editamoleculeinput designprotein2dinput editageneinput annotationinput choicetextgroup radiotextgroup ' +
    'checkboxtextgroup javascriptinput filesubmission matlabinput symbolicinput textfield').split(' '),
)
const silentTags = new Set(
  ('script demandhint responseparam additional_answer correcthint stringequalhint regexphint compoundhint hintgroup ' +
    'hint startouttext endouttext loncapa answer preload style').split(' '),
)
const gap = '____'
/** Stands in the text for a field; from the private use area, so no author writes it. */
const mark = '\ue000'

/** A field of the problem with the response it belongs to. */
type Slot = { response: MarkupElement; input: MarkupElement | null; solution: string }

/** Turns a problem into questions, and what cannot be marked into an exercise to think about. */
export function readProblem(
  problem: OlxElement,
  item: SourceItem,
  reading: PackageReading,
  resolve: LinkResolver,
): ReadProblem {
  const variables = readScripts(problem.xml)
  const text = new ProblemText(problem.xml)
  const removed = new Set<string>()
  const toHtml = (html: string) => {
    const clean = reading.cleanFragment(html, resolve, item)
    for (const what of clean.removed) removed.add(what)
    return clean.html
  }
  const hints = findAll(problem.xml, 'hint')
    .map((hint) => textOf(hint).replace(/\s+/g, ' ').trim())
    .filter((hint) => hint !== '')
  const weight = Number.parseFloat(problem.attrs.weight ?? '')
  const result: ReadProblem = { questions: [], blocks: [], shuffle: false }
  const lost: { reason: ReportCode; response: string }[] = []

  text.slots.forEach((slot, index) => {
    const last = index === text.slots.length - 1
    const prompt = text.promptOf(index)
    const solution = [slot.solution, last ? text.solution : ''].filter((html) => html !== '').join('\n')
    const promptText = substitute(prompt, variables)
    const response: Response =
      promptText === null ? { reason: 'olx.problem.script_variables' } : readResponse(slot.response, slot.input, variables, toHtml)
    if ('reason' in response) {
      lost.push({ reason: response.reason, response: slot.response.name })
      const block = exercise(item.title, toHtml(prompt), last ? hints : [], toHtml(solution))
      if (block !== null) result.blocks.push(block)
      return
    }
    const explanation = toHtml([substitute(solution, variables) ?? '', ...response.notes].join('\n'))
    const label = slot.input?.attrs.label ?? ''
    result.questions.push({
      sourceId: text.slots.length === 1 ? problem.id : `${problem.id}#${index + 1}`,
      type: response.type,
      promptHtml: toHtml(promptText ?? '') || escapeText(label) || escapeText(item.title ?? ''),
      points: Number.isFinite(weight) ? weight / text.slots.length : 1,
      options: response.options,
      numeric: response.numeric[0] ?? null,
      numericAlternatives: response.numeric.slice(1),
      answers: response.answers,
      caseSensitive: response.caseSensitive,
      hints: text.slots.length === 1 || last ? hints : [],
      explanationHtml: explanation === '' ? null : explanation,
    })
    result.shuffle ||= response.shuffle
  })
  if (text.slots.length === 0) {
    const block = exercise(item.title, toHtml(text.whole), hints, toHtml(text.solution))
    if (block !== null) result.blocks.push(block)
  }
  report(result, lost, removed, item, reading)
  return result
}

function report(result: ReadProblem, lost: { reason: ReportCode; response: string }[], removed: Set<string>, item: SourceItem, reading: PackageReading): void {
  const questions = result.questions.length
  const [first] = lost
  if (questions > 0 && first !== undefined) {
    reading.note(item, 'converted', 'olx.problem.partly', { params: { questions, lost: lost.length } })
    for (const { reason, response } of lost) reading.note({ ...item, kind: 'question' }, 'dropped', reason, { params: { response } })
  } else if (first !== undefined) {
    reading.note(item, result.blocks.length > 0 ? 'converted' : 'dropped', first.reason, { params: { response: first.response } })
  } else if (questions === 0) {
    reading.note(item, result.blocks.length > 0 ? 'converted' : 'dropped', 'olx.problem.no_question')
  } else if (questions > 1) {
    reading.note(item, 'converted', 'olx.problem.split', { params: { questions } })
  } else if (removed.size > 0) {
    reading.note(item, 'converted', 'html.cleaned', { params: { removed: [...removed].join(', ') } })
  } else {
    reading.note(item, 'imported', 'item.imported')
  }
}

function exercise(title: string | null, html: string, hints: string[], solutionHtml: string): PackageBlock | null {
  if (html === '' && solutionHtml === '') return null
  if (hints.length === 0 && solutionHtml === '') return { type: 'text', html: html.startsWith('<') ? html : `<p>${html}</p>` }
  return {
    type: 'exercise',
    title: title ?? contentWords.exercise,
    html,
    hints,
    solutionHtml: solutionHtml === '' ? null : solutionHtml,
  }
}

/** The readable text of a problem, cut where its fields are. */
class ProblemText {
  readonly slots: Slot[] = []
  /** Explanations that stand outside any response. */
  solution = ''
  readonly whole: string
  readonly #parts: string[]

  constructor(problem: MarkupElement) {
    this.whole = this.#render(problem.children, null)
    this.#parts = this.whole.split(mark)
  }

  /** What stands before a field, and for the last field also what stands behind it. */
  promptOf(index: number): string {
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
    if (node.name === 'solution') return this.#keepSolution(node, response)
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
        return serialize(element(node.name, node.attrs)).replace(/(<\/[^<]*>)?$/, (close) => `${inside}${close}`)
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
    const spoken = node.name === 'annotationinput' ? this.#annotation(node) : node.name === 'imageinput' ? picture(node) : ''
    this.slots.push({ response, input: node, solution: this.#pendingSolution })
    this.#pendingSolution = ''
    return `${spoken}${mark}`
  }

  #pendingSolution = ''

  #keepSolution(node: MarkupElement, response: MarkupElement | null): string {
    const html = innerHtml(node)
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

function picture(node: MarkupElement): string {
  return serialize(element('img', { src: node.attrs.src ?? '', alt: node.attrs.alt ?? '' }))
}

