import type { NumericAnswer } from '../course-package.ts'
import { childElement, find, findAll, lineOf, type MarkupElement } from '../markup/markup.ts'

/** A Canvas formula question with the first of its worked-out sets of numbers put in; null when it is none. */
export function readCalculated(
  item: MarkupElement,
): { values: Map<string, string>; answer: NumericAnswer } | null {
  const calculated = find(item, 'calculated')
  const set = calculated === undefined ? undefined : find(calculated, 'var_set')
  if (calculated === undefined || set === undefined) return null
  const answer = Number.parseFloat(lineOf(childElement(set, 'answer')))
  if (Number.isNaN(answer)) return null
  const tolerance = lineOf(childElement(calculated, 'answer_tolerance'))
  const margin = Math.abs(Number.parseFloat(tolerance)) || 0
  const values = new Map(findAll(set, 'var').map((variable) => [variable.attrs.name ?? '', lineOf(variable)]))
  return {
    values,
    answer: {
      answer,
      tolerance: margin,
      toleranceKind: tolerance.endsWith('%') ? 'percent' : 'absolute',
      range: null,
    },
  }
}
