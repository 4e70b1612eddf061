import { type Problem, unknownProblem } from './problem.ts'
import { problemWords } from './problem-words.server.ts'
import type { Site } from './session.ts'

/**
 * What went wrong on the way back from another site, in the reader's words: the way back says it as `?problem=`
 * and its code, `provider` and `reason`. Anybody can write an address, so only short plain names are taken from it.
 */
export function problemInAddress(query: URLSearchParams, site: Site): Problem | null {
  const code = query.get('problem')
  if (!code) return null
  const say = problemWords(site)
  const facts = { provider: plain(query.get('provider')), reason: plain(query.get('reason')) }
  try {
    const problem = say({ ...unknownProblem(403), code, params: facts })
    // A reason nobody may put there is left out with its brackets.
    const title = problem.title.replace(' (–)', '')
    if (title) return { ...problem, title, detail: title }
  } catch {
    // Its sentence needs more facts than an address brings.
  }
  return say({ ...unknownProblem(503), code: 'unavailable' })
}

const plain = (text: string | null) =>
  text && /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(text) ? text : '–'
