import { createRequire } from 'node:module'
import { type MathTree, writeMathml } from './mathml.ts'

/** What formulas of one page share: commands one of them defines for those after it, and how much is still read. */
export type FormulaScope = { commands: Record<string, unknown>; charactersLeft: number; formulasLeft: number }

/** A fresh page. Beyond a book of formulas, what is left stays as it is written. */
export const formulaScope = (): FormulaScope => ({
  commands: { ...ofMathJax },
  charactersLeft: 200_000,
  formulasLeft: 4000,
})

const longest = 10_000
/** Definitions are for names; what expands into pages is an attack. */
const longestWithDefinitions = 1200
const mostExpansions = 300
const deepestBraces = 60

/** Commands MathJax knows that the reader has under another name, or that mean nothing in print. */
const ofMathJax: Record<string, unknown> = {
  '\\mbox': '\\text{#1}',
  '\\hbox': '\\text{#1}',
  '\\textnormal': '\\text{#1}',
  '\\lt': '<',
  '\\gt': '>',
  '\\label': { tokens: [], numArgs: 1 },
  '\\require': { tokens: [], numArgs: 1 },
  '\\ref': '\\text{#1}',
  '\\eqref': '\\text{(#1)}',
  '\\href': '\\@secondoftwo',
  '\\url': '\\texttt{#1}',
  '\\class': '\\@secondoftwo',
  '\\cssId': '\\@secondoftwo',
  '\\style': '\\@secondoftwo',
  '\\includegraphics': { tokens: [], numArgs: 1 },
}

type Library = { __renderToMathMLTree(tex: string, options: object): MathTree }
const require = createRequire(import.meta.url)
let library: Library | null = null
/** Half a megabyte of code, read with the first formula. */
function texReader(): Library {
  library ??= (require('temml/dist/temml.mjs') as { default: Library }).default
  return library
}

/**
 * MathML of a formula in TeX, or null when it cannot be read, is larger than formulas are, or the page has had its
 * fill. Nothing in it reaches the network or the page around it.
 */
export function mathmlOf(tex: string, isDisplay: boolean, scope: FormulaScope): string | null {
  const source = asMathJaxReads(tex)
  const isProgram = definition.test(source) || hasDefinitions(scope)
  if (source.length > (isProgram ? longestWithDefinitions : longest) || isTooDeep(source)) return null
  if (scope.formulasLeft <= 0 || scope.charactersLeft < source.length) return null
  scope.formulasLeft -= 1
  const commands = { ...scope.commands }
  try {
    const tree = texReader().__renderToMathMLTree(source, {
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      colorIsTextColor: true,
      macros: commands,
      maxSize: [40, 400],
      maxExpand: mostExpansions,
    })
    const mathml = writeMathml(tree)
    scope.charactersLeft -= Math.max(source.length, mathml.length / 20)
    if (isProgram) scope.commands = shortOnes(commands)
    return mathml
  } catch {
    // What the reader stumbles over is the author's, and the caller shows it. Programs that fail cost the most.
    scope.charactersLeft -= isProgram ? 100_000 : source.length
    return null
  }
}

const shortOnes = (commands: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(commands).filter(([, command]) => {
      const body = (command as { tokens?: unknown[] } | null)?.tokens
      return body === undefined || body.length <= 200
    }),
  )

const definition = /\\(?:[gex]?def|let|global|(?:re)?newcommand|DeclareMathOperator)\b/

const hasDefinitions = (scope: FormulaScope) =>
  Object.keys(scope.commands).some((name) => !(name in ofMathJax) && /^\\[A-Za-z]/.test(name))

/** MathJax keeps what a formula defines for the page, replaces what is there already, and does not number. */
function asMathJaxReads(tex: string): string {
  return tex
    .replaceAll('\u00a0', ' ')
    .replace(
      /\\(begin|end)\s*\{(equation|align|gather|multline|eqnarray|alignat|flalign)\}/g,
      (_all, edge, name) => `\\${edge}{${ownEnvironments[name] ?? `${name}*`}}`,
    )
    .replace(
      /\\(?:re|provide)?newcommand\*?\s*(?:\{\s*(\\[A-Za-z]+)\s*\}|(\\[A-Za-z]+))\s*(?:\[([1-9])\])?(?!\s*\[)/g,
      (_all, braced: string | undefined, bare: string | undefined, count: string | undefined) =>
        `\\gdef${braced ?? bare}${Array.from({ length: Number(count ?? 0) }, (_, index) => `#${index + 1}`).join('')}`,
    )
    .replace(
      /\\DeclareMathOperator(\*?)\s*\{?(\\[A-Za-z]+)\}?\s*\{([^{}]*)\}/g,
      '\\gdef$2{\\operatorname$1{$3}}',
    )
    .replace(/(?<!\\global)\\(def|let)(?![A-Za-z])/g, '\\global\\$1')
    .replace(/\\bbox\s*(?:\[[^\]]*\])?/g, '\\boxed')
    .replace(
      /\\unicode\s*\{x([0-9a-f]{2,5})\}/gi,
      (_all, code: string) => `\\text{${String.fromCodePoint(Number.parseInt(code, 16))}}`,
    )
}

const ownEnvironments: Record<string, string> = { eqnarray: 'align*', multline: 'gather*' }

function isTooDeep(tex: string): boolean {
  let depth = 0
  for (const char of tex) {
    if (char === '{') depth += 1
    else if (char === '}') depth -= 1
    if (depth > deepestBraces) return true
  }
  return false
}
