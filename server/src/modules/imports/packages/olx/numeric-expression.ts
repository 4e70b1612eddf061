/**
 * The value of an answer as authors write it: `3.5e3`, `2*pi`, `sqrt(2)/2`, `10%`, `4.7k`. Null when it is more
 * than arithmetic. Names other than the constants come from `variables`, with or without `$`.
 */
export function evaluateNumber(
  source: string,
  variables: ReadonlyMap<string, number> = new Map(),
): number | null {
  if (source.length > 500) return null
  const tokens = source.match(
    /\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|\$?[A-Za-z_]\w*|\*\*|[-+*/^()%]|\S/g,
  )
  if (tokens === null) return null
  const value = new ExpressionReader(tokens, variables).whole()
  return value !== null && Number.isFinite(value) ? value : null
}

const constants: Record<string, number> = { pi: Math.PI, e: Math.E, T: 298.15, c: 2.998e8, g: 9.80665 }
const functions: Record<string, (x: number) => number> = {
  sqrt: Math.sqrt,
  abs: Math.abs,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  arcsin: Math.asin,
  arccos: Math.acos,
  arctan: Math.atan,
  exp: Math.exp,
  ln: Math.log,
  log10: Math.log10,
  log2: Math.log2,
  round: Math.round,
  float: (x) => x,
  int: Math.trunc,
}
const suffixes: Record<string, number> = {
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  m: 1e-3,
  u: 1e-6,
  n: 1e-9,
  p: 1e-12,
}

class ExpressionReader {
  readonly #tokens: string[]
  readonly #variables: ReadonlyMap<string, number>
  #at = 0
  #depth = 0

  constructor(tokens: string[], variables: ReadonlyMap<string, number>) {
    this.#tokens = tokens
    this.#variables = variables
  }

  whole(): number | null {
    const value = this.#sum()
    return this.#at === this.#tokens.length ? value : null
  }

  #take(...wanted: string[]): string | null {
    const token = this.#tokens[this.#at]
    if (token === undefined || !wanted.includes(token)) return null
    this.#at += 1
    return token
  }

  #sum(): number | null {
    let value = this.#product()
    for (let sign = this.#take('+', '-'); sign !== null; sign = this.#take('+', '-')) {
      const next = this.#product()
      value = value === null || next === null ? null : sign === '+' ? value + next : value - next
    }
    return value
  }

  #product(): number | null {
    let value = this.#signed()
    for (let sign = this.#take('*', '/'); sign !== null; sign = this.#take('*', '/')) {
      const next = this.#signed()
      value = value === null || next === null ? null : sign === '*' ? value * next : value / next
    }
    return value
  }

  #signed(): number | null {
    this.#depth += 1
    if (this.#depth > 100) return null
    const sign = this.#take('+', '-')
    const value = sign === null ? this.#power() : this.#signed()
    this.#depth -= 1
    return value === null ? null : sign === '-' ? -value : value
  }

  #power(): number | null {
    const base = this.#atom()
    if (this.#take('^', '**') === null) return base
    const exponent = this.#signed()
    return base === null || exponent === null ? null : base ** exponent
  }

  #atom(): number | null {
    if (this.#take('(') !== null) {
      const value = this.#sum()
      return this.#take(')') === null ? null : value
    }
    const token = this.#tokens[this.#at]
    if (token === undefined) return null
    this.#at += 1
    if (/^[\d.]/.test(token)) return this.#withSuffix(Number.parseFloat(token))
    const name = token.replace(/^\$/, '')
    const known = this.#variables.get(name)
    if (known !== undefined) return known
    const apply = Object.hasOwn(functions, name) ? functions[name] : undefined
    if (apply !== undefined && this.#take('(') !== null) {
      const argument = this.#sum()
      return this.#take(')') === null || argument === null ? null : apply(argument)
    }
    return Object.hasOwn(constants, name) ? (constants[name] ?? null) : null
  }

  #withSuffix(value: number): number {
    const token = this.#tokens[this.#at]
    if (token === '%') {
      this.#at += 1
      return value / 100
    }
    const factor = token !== undefined && Object.hasOwn(suffixes, token) ? suffixes[token] : undefined
    if (factor === undefined) return value
    this.#at += 1
    return value * factor
  }
}
