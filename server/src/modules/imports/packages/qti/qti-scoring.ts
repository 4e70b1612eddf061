import type { NumericAnswer } from '../course-package.ts'
import { childElement, childElements, findAll, lineOf, type MarkupElement } from '../markup/markup.ts'

/** One `respcondition`: what it asks for, what it is worth, which feedback it shows. */
export type Condition = { ask: MarkupElement; score: number; feedback: string[] }

export type Alternative =
  | { kind: 'equal'; value: string; caseSensitive: boolean }
  | { kind: 'contains'; value: string }
  | { kind: 'range'; from: number; to: number }

export function conditionsOf(item: MarkupElement): Condition[] {
  return findAll(item, 'respcondition').flatMap((condition) => {
    const ask = childElement(condition, 'conditionvar')
    if (ask === undefined) return []
    return [
      {
        ask,
        score: scoreOf(condition),
        feedback: childElements(condition, 'displayfeedback').map((shown) => shown.attrs.linkrefid ?? ''),
      },
    ]
  })
}

function scoreOf(condition: MarkupElement): number {
  let score = 0
  for (const set of childElements(condition, 'setvar')) {
    const value = Number.parseFloat(lineOf(set))
    if (Number.isNaN(value)) continue
    score += (set.attrs.action ?? 'Set').toLowerCase() === 'subtract' ? -value : value
  }
  return score
}

/** The values a condition wants for a response, leaving out those under `not`. */
export function wantedValues(ask: MarkupElement, response: string): string[] {
  return childElements(ask).flatMap((test) => {
    if (test.name === 'not' || test.name === 'other') return []
    if (test.name === 'varequal' || test.name === 'varsubset')
      return belongs(test, response) ? [lineOf(test)] : []
    return wantedValues(test, response)
  })
}

/** Option identifiers that earn points. With one choice only the best counts; with several every gain does. */
export function correctOptions(conditions: Condition[], response: string, onlyBest: boolean): Set<string> {
  const best = new Map<string, number>()
  for (const { ask, score } of conditions) {
    for (const value of wantedValues(ask, response)) best.set(value, Math.max(best.get(value) ?? 0, score))
  }
  const top = Math.max(0, ...best.values())
  const right = [...best].filter(([, score]) => score > 0 && (!onlyBest || score === top))
  return new Set(right.map(([value]) => value))
}

/** What a learner may write into a field to earn points. */
export function acceptedAnswers(conditions: Condition[], response: string): Alternative[] {
  return conditions.filter(({ score }) => score > 0).flatMap(({ ask }) => alternatives(ask, response))
}

function alternatives(ask: MarkupElement, response: string): Alternative[] {
  const tests = childElements(ask).filter((test) => test.name !== 'not')
  const found: Alternative[] = []
  let from: number | null = null
  let to: number | null = null
  for (const test of tests) {
    if (test.name === 'and' || test.name === 'or') found.push(...alternatives(test, response))
    else if (belongs(test, response)) {
      const value = lineOf(test)
      const number = Number.parseFloat(value.replace(',', '.'))
      if (test.name === 'varequal')
        found.push({ kind: 'equal', value, caseSensitive: /^yes$/i.test(test.attrs.case ?? '') })
      else if (test.name === 'varsubstring') found.push({ kind: 'contains', value })
      else if (test.name === 'vargte' || test.name === 'vargt') from = number
      else if (test.name === 'varlte' || test.name === 'varlt') to = number
    }
  }
  if (from !== null && to !== null && from <= to) found.push({ kind: 'range', from, to })
  return found
}

/** Numbers among the accepted answers. A value with a range around it is one answer with its margin. */
export function numericAnswers(accepted: Alternative[]): NumericAnswer[] {
  const ranges = accepted.filter((answer) => answer.kind === 'range')
  const points = accepted.flatMap((answer) => {
    const value = answer.kind === 'equal' ? Number.parseFloat(answer.value.replace(',', '.')) : Number.NaN
    return Number.isNaN(value) ? [] : [value]
  })
  const used = new Set<number>()
  const answers = ranges.map(({ from, to }): NumericAnswer => {
    const inside = points.filter((value) => value >= from && value <= to)
    for (const value of inside) used.add(value)
    const [value] = inside
    const even =
      value !== undefined && Math.abs(value - from - (to - value)) < 1e-9 * Math.max(1, Math.abs(to))
    const answer = even ? value : (from + to) / 2
    return { answer, tolerance: tidy((to - from) / 2), toleranceKind: 'absolute', range: [from, to] }
  })
  for (const value of points) {
    if (!used.has(value))
      answers.push({ answer: value, tolerance: 0, toleranceKind: 'absolute', range: null })
  }
  return answers
}

function tidy(value: number): number {
  return Number.parseFloat(value.toPrecision(12))
}

function belongs(test: MarkupElement, response: string): boolean {
  return test.attrs.respident === undefined || test.attrs.respident === response
}
