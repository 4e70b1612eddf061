import type { PackageBlock, PackageQuestion } from '../course-package.ts'
import type { LinkResolver } from '../markup/links.ts'
import { escapeText, findAll, textOf } from '../markup/markup.ts'
import { contentWords, type ReportCode } from '../messages.ts'
import type { PackageReading, SourceItem } from '../package-reading.ts'
import type { OlxElement } from './olx-element.ts'
import { isMarkdownProblem, problemOfMarkdown } from './problem-markdown.ts'
import { choicesText, givesPartialCredit, type Response, readResponse } from './problem-responses.ts'
import { readScripts, substitute, usesRandom } from './problem-script.ts'
import { ProblemText } from './problem-text.ts'
import { withTargetedFeedback } from './targeted-feedback.ts'

/** A response that cannot be marked here. */
type Lost = { reason: ReportCode; response: string }

type ReadProblem = { questions: PackageQuestion[]; blocks: PackageBlock[]; shuffle: boolean }

/** Turns a problem into questions, and what cannot be marked into an exercise to think about. */
export function readProblem(
  problem: OlxElement,
  item: SourceItem,
  reading: PackageReading,
  resolve: LinkResolver,
): ReadProblem {
  const xml = isMarkdownProblem(problem)
    ? problemOfMarkdown(problem.attrs.markdown ?? '')
    : withTargetedFeedback(problem.xml)
  const variables = readScripts(xml)
  const text = new ProblemText(xml)
  const removed = new Set<string>()
  const toHtml = (html: string) => {
    const clean = reading.cleanBody(html, resolve, item)
    for (const what of clean.removed) removed.add(what)
    return clean.html
  }
  const toLine = (html: string) => {
    const clean = reading.cleanLine(html, resolve, item)
    for (const what of clean.removed) removed.add(what)
    return clean.html
  }
  const hints = findAll(xml, 'hint')
    .map((hint) => textOf(hint).replace(/\s+/g, ' ').trim())
    .filter((hint) => hint !== '')
  const weight = Number.parseFloat(problem.attrs.weight ?? '')
  const result: ReadProblem = { questions: [], blocks: [], shuffle: false }
  if (text.slots.some(({ response }) => givesPartialCredit(response)))
    reading.note({ ...item, kind: 'question' }, 'converted', 'olx.problem.partial_credit')
  const lost: Lost[] = []
  let varied = false

  text.slots.forEach((slot, index) => {
    const last = index === text.slots.length - 1
    const prompt = text.promptOf(index)
    const solution = [slot.solution, last ? text.solution : ''].join('\n')
    const promptText = substitute(prompt, variables)
    const response: Response =
      promptText === null
        ? { reason: 'olx.problem.script_variables' }
        : readResponse(slot.response, slot.input, variables, toLine)
    if ('reason' in response) {
      lost.push({ reason: response.reason, response: slot.response.name })
      const block = exercise(
        item.title,
        toHtml(`${prompt}${choicesText(slot.response)}`),
        last ? hints : [],
        withoutHeading(toHtml(solution)),
      )
      if (block !== null) result.blocks.push(block)
      return
    }
    const explanation = withoutHeading(
      toHtml([substitute(solution, variables) ?? '', ...response.notes.map(asParagraph)].join('\n')),
    )
    varied ||= usesRandom(`${prompt}${slot.response.attrs.answer ?? ''}`, variables)
    const label = slot.input?.attrs.label ?? ''
    result.questions.push({
      sourceId: text.slots.length === 1 ? problem.id : `${problem.id}#${index + 1}`,
      type: response.type,
      promptHtml: toHtml(promptText ?? '') || `<p>${escapeText(label || (item.title ?? ''))}</p>`,
      points: weight >= 0 ? weight / text.slots.length : 1,
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
    const block = exercise(item.title, toHtml(text.whole), hints, withoutHeading(toHtml(text.solution)))
    if (block !== null) result.blocks.push(block)
  }
  report(result, lost, varied, removed, item, reading)
  return result
}

function report(
  result: ReadProblem,
  lost: Lost[],
  varied: boolean,
  removed: Set<string>,
  item: SourceItem,
  reading: PackageReading,
): void {
  const questions = result.questions.length
  const [first] = lost
  if (questions > 0 && first !== undefined) {
    reading.note(item, 'converted', 'olx.problem.partly', { params: { questions, lost: lost.length } })
    for (const { reason, response } of lost)
      reading.note({ ...item, kind: 'question' }, 'dropped', reason, { params: { response } })
  } else if (first !== undefined) {
    reading.note(item, result.blocks.length > 0 ? 'converted' : 'dropped', first.reason, {
      params: { response: first.response },
    })
  } else if (questions === 0) {
    reading.note(item, result.blocks.length > 0 ? 'converted' : 'dropped', 'olx.problem.no_question')
  } else if (varied) {
    reading.note(item, 'converted', 'olx.problem.numbers_fixed')
  } else if (questions > 1) {
    reading.note(item, 'converted', 'olx.problem.split', { params: { questions } })
  } else if (removed.size > 0) {
    reading.note(item, 'converted', 'html.cleaned', { params: { removed: [...removed].join(', ') } })
  } else {
    reading.note(item, 'imported', 'item.imported')
  }
}

function exercise(
  title: string | null,
  html: string,
  hints: string[],
  solutionHtml: string,
): PackageBlock | null {
  if (html === '' && title !== null)
    return exercise(title, `<p>${escapeText(title)}</p>`, hints, solutionHtml)
  if (html === '' && solutionHtml === '') return null
  // Without anything to solve, the solution is what there is to read.
  if (html === '') return { type: 'text', html: solutionHtml }
  if (hints.length === 0 && solutionHtml === '') return { type: 'text', html }
  return {
    type: 'exercise',
    title: title ?? contentWords.exercise,
    html,
    hints,
    solutionHtml: solutionHtml === '' ? null : solutionHtml,
  }
}

const asParagraph = (html: string) => (/^\s*<(p|ul|ol|div|table)\b/.test(html) ? html : `<p>${html}</p>`)

/** Studio begins each solution with its own heading; ours stands above it already. */
function withoutHeading(html: string): string {
  return html.replace(/^\s*<(p|h\d)>\s*Explanation:?\s*<\/\1>\s*/i, '')
}
