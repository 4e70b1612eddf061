import { findAll, type MarkupElement, textOf } from '../markup/markup.ts'
import { evaluateNumber } from './numeric-expression.ts'

/** What the script of a problem sets: names with a value that is always the same, and names without. */
export type ScriptVariables = {
  numbers: Map<string, number>
  texts: Map<string, string>
  unknown: Set<string>
  /** Names the source gives random numbers; here they have one of them. */
  random: Set<string>
}

/** Reads plain assignments (`x = 2 * 3`, `name = 'Ann'`) of a problem's scripts. Nothing is ever run. */
export function readScripts(problem: MarkupElement): ScriptVariables {
  const variables: ScriptVariables = {
    numbers: new Map(),
    texts: new Map(),
    unknown: new Set(),
    random: new Set(),
  }
  for (const script of findAll(problem, 'script')) {
    for (const line of textOf(script).split('\n')) {
      if (line.length > 1000) continue
      const names = /^\s*([A-Za-z_][\w\s,]*?)\s*(?:[-+*/]?=)(?!=)\s*(.*)$/.exec(line)
      if (names === null) continue
      const [, left = '', right = ''] = names
      const simple = /^\w+$/.test(left) && !/^\s/.test(line) && /^\w+\s*=/.test(line)
      for (const name of left.split(',').map((part) => part.trim())) {
        assign(variables, name, simple ? right.replace(/#.*$/, '').replace(/;\s*$/, '').trim() : null)
      }
    }
  }
  return variables
}

function assign(variables: ScriptVariables, name: string, value: string | null): void {
  const again = variables.numbers.has(name) || variables.texts.has(name) || variables.unknown.has(name)
  const drawn = value === null || again ? null : drawnNumber(value, variables)
  const number = drawn ?? (value === null || again ? null : evaluateNumber(value, variables.numbers))
  if (drawn !== null) variables.random.add(name)
  const text = value === null || again ? undefined : /^(['"])([^'"]*)\1$/.exec(value)?.[2]
  variables.numbers.delete(name)
  variables.texts.delete(name)
  if (number !== null) variables.numbers.set(name, number)
  else if (text !== undefined) variables.texts.set(name, text)
  else variables.unknown.add(name)
}

/** One of the numbers `random.randint(a, b)` and its like could give, always the same one. */
function drawnNumber(call: string, variables: ScriptVariables): number | null {
  const parts = /^random\.(randint|randrange|uniform|choice)\(\s*\[?([^[\]()]*)\]?\s*\)$/.exec(call)
  if (parts === null) return null
  const values = (parts[2] ?? '').split(',').map((part) => evaluateNumber(part, variables.numbers))
  const [first = null, second = null] = values
  if (parts[1] === 'choice') return values[Math.floor(values.length / 2)] ?? null
  const from = second === null ? 0 : first
  const to = second === null ? first : second
  if (from === null || to === null || to < from) return null
  // Not all the same, so that two numbers of a question differ.
  const between = from + (to - from) * (0.3 + 0.2 * (variables.random.size % 3))
  return parts[1] === 'uniform' ? Math.round(between * 100) / 100 : Math.floor(between)
}

/** Whether a text has numbers in it that the source would vary. */
export function usesRandom(text: string, variables: ScriptVariables): boolean {
  return variables.random.size > 0 && /\$\{?[A-Za-z_]/.test(text)
}

/** Text with `$name` replaced; null when it needs a name whose value the script works out anew each time. */
export function substitute(text: string, variables: ScriptVariables): string | null {
  let open = false
  const filled = text.replace(/\$\{?([A-Za-z_]\w*)\}?/g, (all, name: string) => {
    const number = variables.numbers.get(name)
    if (number !== undefined) return String(number)
    const value = variables.texts.get(name)
    if (value !== undefined) return value
    if (variables.unknown.has(name)) open = true
    return all
  })
  return open ? null : filled
}
