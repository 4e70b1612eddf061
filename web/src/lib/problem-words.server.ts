import type { Say } from './api.ts'
import { createFill, createTranslate, type MessageKey, type Translate } from './messages/index.ts'
import { problems as german } from './messages/problems.de.ts'
import { problems as english } from './messages/problems.en.ts'
import type { FieldProblem, Problem } from './problem.ts'
import type { Site } from './session.ts'

const catalogues: Record<Site['locale'], Partial<Record<string, string>>> = { en: english, de: german }

/**
 * Puts the API's refusals into the reader's language. What no catalogue has words for stays as the API says it,
 * which is a whole English sentence; a code may have words of its own for a reason (`code.reason`). Only the server
 * needs these words, so they are not sent to the browser.
 */
export function problemWords(site: Site): Say {
  const words = catalogues[site.locale]
  let speaker: { fill: ReturnType<typeof createFill>; t: Translate } | null = null
  // Most pages are refused nothing, so nothing is made ready for it.
  const speak = () => {
    speaker ??= { fill: createFill(site), t: createTranslate(site) }
    return speaker
  }

  const reasonOf = (problem: Problem): string => {
    const { fill, t } = speak()
    const reason = String(problem.params.reason ?? '')
    const known = words[`reason.${reason}`]
    if (known) return fill.text(known)
    const key = `people.permission_${reason.replaceAll('.', '_')}` as MessageKey
    const permission = t(key)
    return permission === key
      ? reason
      : fill.text(words['reason.permission'] ?? '{permission}', { permission })
  }
  const fieldOf = (field: FieldProblem): FieldProblem => {
    const text = words[`field.${field.code}`]
    return text ? { ...field, message: speak().fill.text(text) } : field
  }
  return (problem) => {
    const { reason } = problem.params
    const text = words[`${problem.code}.${typeof reason === 'string' ? reason : ''}`] ?? words[problem.code]
    const params = problem.code === 'forbidden' ? { reason: reasonOf(problem) } : problem.params
    const said = text ? speak().fill.text(text, params as Record<string, string>) : null
    return {
      ...problem,
      title: said ?? problem.title,
      detail: said ?? problem.detail,
      errors: problem.errors.map(fieldOf),
    }
  }
}
