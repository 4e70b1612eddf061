import type { NumericAnswer, PackageOption, PackageQuestionType } from '../course-package.ts'
import {
  childElement,
  childElements,
  escapeText,
  find,
  findAll,
  innerHtml,
  lineOf,
  type MarkupElement,
  without,
} from '../markup/markup.ts'
import type { ReportCode } from '../messages.ts'
import { answersOfPattern } from './answer-pattern.ts'
import { evaluateNumber } from './numeric-expression.ts'
import { type ScriptVariables, substitute } from './problem-script.ts'

/** What is right, without the prompt around it. Or the reason why it cannot be marked by us. */
export type Response =
  | {
      type: PackageQuestionType
      options: PackageOption[]
      numeric: NumericAnswer[]
      answers: string[]
      caseSensitive: boolean
      shuffle: boolean
      notes: string[]
    }
  | { reason: ReportCode }

type ToHtml = (html: string) => string

const unsupported = new Map<string, ReportCode>(
  Object.entries({
    customresponse: 'olx.problem.custom_grader',
    externalresponse: 'olx.problem.external_grader',
    coderesponse: 'olx.problem.external_grader',
    formularesponse: 'olx.problem.formula',
    symbolicresponse: 'olx.problem.formula',
    schematicresponse: 'olx.problem.schematic',
    imageresponse: 'olx.problem.image_input',
    javascriptresponse: 'olx.problem.javascript',
    choicetextresponse: 'olx.problem.choice_with_text',
  }),
)

/** Reads one response of a problem. `input` is the field it belongs to, where a response has several. */
export function readResponse(
  response: MarkupElement,
  input: MarkupElement | null,
  variables: ScriptVariables,
  toHtml: ToHtml,
): Response {
  switch (response.name) {
    case 'multiplechoiceresponse':
      return choices(response, 'single', toHtml)
    case 'choiceresponse':
    case 'truefalseresponse':
      return choices(response, 'multiple', toHtml)
    case 'optionresponse':
      return dropdown(input ?? response, variables, toHtml)
    case 'numericalresponse':
      return numeric(response, variables)
    case 'stringresponse':
      return shortText(response, variables)
    case 'annotationresponse':
      return annotation(response, toHtml)
    default: {
      if (find(response, 'jsinput') !== undefined) return { reason: 'olx.problem.javascript' }
      if (find(response, 'drag_and_drop_input') !== undefined) return { reason: 'olx.problem.drag_and_drop' }
      return { reason: unsupported.get(response.name) ?? 'olx.problem.unknown_response' }
    }
  }
}

const nothing = { options: [], numeric: [], answers: [], caseSensitive: false, shuffle: false, notes: [] }

/** What one could choose in a response that cannot be marked, for reading. */
export function choicesText(response: MarkupElement): string {
  const written = ['choice', 'option'].flatMap((name) => findAll(response, name))
  const texts = written.map((choice) =>
    innerHtml(without(choice, ['choicehint', 'optionhint', 'numtolerance_input', 'decoy_input'])),
  )
  const listed = findAll(response, 'optioninput').flatMap(({ attrs }) =>
    quotedList(attrs.options ?? '').map(escapeText),
  )
  const items = [...texts, ...listed].filter((text) => text.trim() !== '')
  return items.length === 0 ? '' : `<ul>${items.map((text) => `<li>${text}</li>`).join('')}</ul>`
}

/** True when Open edX gives some of the points for an answer that is not quite right. */
export function givesPartialCredit(response: MarkupElement): boolean {
  return (
    (response.attrs.partial_credit ?? '') !== '' ||
    findAll(response, 'choice').some(({ attrs }) => attrs.correct?.trim().toLowerCase() === 'partial')
  )
}

function choices(response: MarkupElement, type: 'single' | 'multiple', toHtml: ToHtml): Response {
  const notes = findAll(response, 'compoundhint').map((hint) => toHtml(innerHtml(hint)))
  const options = findAll(response, 'choice').map((choice, index): PackageOption => {
    const hints = findAll(choice, 'choicehint')
    const onChosen = hints.find((hint) => hint.attrs.selected !== 'false')
    for (const hint of hints) if (hint !== onChosen) notes.push(toHtml(innerHtml(hint)))
    return {
      key: String(index + 1),
      html: toHtml(innerHtml(without(choice, ['choicehint']))),
      correct: isTrue(choice.attrs.correct),
      feedbackHtml: onChosen === undefined ? null : toHtml(innerHtml(onChosen)) || null,
    }
  })
  if (options.length === 0) return { reason: 'olx.problem.no_choices' }
  if (type === 'single' && !options.some((option) => option.correct))
    return { reason: 'olx.problem.no_correct_answer' }
  const group =
    find(response, 'choicegroup') ?? find(response, 'checkboxgroup') ?? find(response, 'radiogroup')
  return { ...nothing, type, options, notes, shuffle: isTrue(group?.attrs.shuffle) }
}

function dropdown(input: MarkupElement, variables: ScriptVariables, toHtml: ToHtml): Response {
  const written = findAll(input, 'option')
  let options: PackageOption[]
  if (written.length > 0) {
    options = written.map((option, index) => {
      const hint = childElement(option, 'optionhint')
      return {
        key: String(index + 1),
        html: toHtml(innerHtml(without(option, ['optionhint']))),
        correct: isTrue(option.attrs.correct),
        feedbackHtml: hint === undefined ? null : toHtml(innerHtml(hint)) || null,
      }
    })
  } else {
    const field = input.attrs.options === undefined ? (find(input, 'optioninput') ?? input) : input
    const correct = substitute(field.attrs.correct ?? '', variables)
    const texts = substitute(field.attrs.options ?? '', variables)
    if (correct === null || texts === null) return { reason: 'olx.problem.script_variables' }
    options = quotedList(texts).map((text, index) => ({
      key: String(index + 1),
      html: toHtml(escapeText(text)),
      correct: text.trim() === correct.trim(),
      feedbackHtml: null,
    }))
  }
  if (options.length === 0) return { reason: 'olx.problem.no_choices' }
  if (!options.some((option) => option.correct)) return { reason: 'olx.problem.no_correct_answer' }
  return { ...nothing, type: 'dropdown', options }
}

/** `('a','b')`, `("it's", 'b')`, `['a']`, or bare text between commas. */
function quotedList(text: string): string[] {
  const quoted = [...text.matchAll(/u?'((?:[^'\\]|\\.)*)'|u?"((?:[^"\\]|\\.)*)"/g)].map((match) =>
    (match[1] ?? match[2] ?? '').replace(/\\(.)/g, '$1'),
  )
  if (quoted.length > 0) return quoted
  return text
    .replace(/^[([]|[)\]]$/g, '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function numeric(response: MarkupElement, variables: ScriptVariables): Response {
  const tolerance = toleranceOf(response, variables)
  const sources = [
    response.attrs.answer,
    ...childElements(response, 'additional_answer').map((other) => other.attrs.answer),
  ]
  const answers: NumericAnswer[] = []
  for (const source of sources) {
    if (source === undefined || source.trim() === '') continue
    const filled = substitute(source, variables)
    if (filled === null || tolerance === null) return { reason: 'olx.problem.script_variables' }
    const answer = rangeAnswer(filled) ?? pointAnswer(filled, tolerance)
    if (answer === null) return { reason: 'olx.problem.answer_not_a_number' }
    answers.push(answer)
  }
  if (answers.length === 0) return { reason: 'olx.problem.no_correct_answer' }
  return { ...nothing, type: 'numeric', numeric: answers, notes: responseHints(response) }
}

type Tolerance = Pick<NumericAnswer, 'tolerance' | 'toleranceKind'>

function pointAnswer(text: string, tolerance: Tolerance): NumericAnswer | null {
  const answer = evaluateNumber(text)
  return answer === null ? null : { answer, ...tolerance, range: null }
}

/** `[5, 7)` and the like. */
function rangeAnswer(text: string): NumericAnswer | null {
  const ends = /^\s*[[(]([^,;]+)[,;]([^,;]+)[\])]\s*$/.exec(text)
  const from = ends === null ? null : evaluateNumber(ends[1] ?? '')
  const to = ends === null ? null : evaluateNumber(ends[2] ?? '')
  return from === null || to === null || from > to ? null : numericRange(from, to)
}

function numericRange(from: number, to: number): NumericAnswer {
  return { answer: (from + to) / 2, tolerance: (to - from) / 2, toleranceKind: 'absolute', range: [from, to] }
}

/** `<responseparam type="tolerance" default="5%"/>`; without one, answers must agree to a rounding error. */
function toleranceOf(response: MarkupElement, variables: ScriptVariables): Tolerance | null {
  const written = findAll(response, 'responseparam').find(
    (param) => (param.attrs.type ?? 'tolerance') === 'tolerance',
  )
  if (written?.attrs.default === undefined) return { tolerance: 0.001, toleranceKind: 'percent' }
  const filled = substitute(written.attrs.default, variables)
  if (filled === null) return null
  const percent = filled.trim().endsWith('%')
  const value = evaluateNumber(percent ? filled.trim().slice(0, -1) : filled)
  return value === null
    ? null
    : { tolerance: Math.abs(value), toleranceKind: percent ? 'percent' : 'absolute' }
}

function shortText(response: MarkupElement, variables: ScriptVariables): Response {
  const kind = (response.attrs.type ?? '').split(/\s+/)
  const sources = [
    response.attrs.answer,
    ...childElements(response, 'additional_answer').map((other) => other.attrs.answer ?? lineOf(other)),
  ]
  const answers: string[] = []
  for (const source of sources) {
    if (source === undefined || source.trim() === '') continue
    const filled = substitute(source, variables)
    if (filled === null) return { reason: 'olx.problem.script_variables' }
    if (kind.includes('regexp')) {
      if (/^\^?\.[*+]/.test(filled.trim())) return { reason: 'olx.problem.open_answer' }
      const plain = answersOfPattern(filled.trim())
      if (plain === null) return { reason: 'olx.problem.pattern_answer' }
      answers.push(...plain)
    } else {
      // An older form wrote several answers into one attribute.
      answers.push(...filled.split('_or_').map((answer) => answer.trim()))
    }
  }
  if (answers.length === 0) return { reason: 'olx.problem.no_correct_answer' }
  return {
    ...nothing,
    type: 'short_text',
    answers: [...new Set(answers)],
    caseSensitive: !kind.includes('ci'),
    notes: responseHints(response),
  }
}

/** Remarks on answers that are not options one could choose. */
function responseHints(response: MarkupElement): string[] {
  return [
    ...findAll(response, 'correcthint'),
    ...findAll(response, 'stringequalhint'),
    ...findAll(response, 'regexphint'),
  ]
    .map((hint) => {
      const text = innerHtml(hint).trim()
      return hint.attrs.answer !== undefined && hint.name === 'stringequalhint'
        ? `<p><em>${escapeText(hint.attrs.answer)}</em>: ${text}</p>`
        : text
    })
    .filter((text) => text !== '')
}

function annotation(response: MarkupElement, toHtml: ToHtml): Response {
  const options = findAll(response, 'option').map(
    (option, index): PackageOption => ({
      key: String(index + 1),
      html: toHtml(innerHtml(option)),
      correct: option.attrs.choice === 'correct',
      feedbackHtml: null,
    }),
  )
  if (!options.some((option) => option.correct)) return { reason: 'olx.problem.no_correct_answer' }
  return { ...nothing, type: 'single', options }
}

function isTrue(value: string | undefined): boolean {
  return value?.trim().toLowerCase() === 'true'
}
