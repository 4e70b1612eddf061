const most = 60

/**
 * The plain answers a regular expression stands for, when they are few: literal text, `a|b`, groups, `[ab]`,
 * `x?` and blanks. Null for anything wider.
 */
export function answersOfPattern(pattern: string): string[] | null {
  const reader = new PatternReader(pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, ''))
  const answers = reader.whole()
  if (answers === null) return null
  const tidy = [...new Set(answers.map((answer) => answer.replace(/\s+/g, ' ').trim()))].filter(
    (answer) => answer !== '',
  )
  return tidy.length === 0 ? null : tidy
}

class PatternReader {
  readonly #pattern: string
  #at = 0

  constructor(pattern: string) {
    this.#pattern = pattern
  }

  whole(): string[] | null {
    if (this.#pattern.length > 1000) return null
    const answers = this.#choice(0)
    return this.#at === this.#pattern.length ? answers : null
  }

  #choice(depth: number): string[] | null {
    if (depth > 20) return null
    const all: string[] = []
    do {
      const some = this.#sequence(depth)
      if (some === null) return null
      all.push(...some)
      if (all.length > most) return null
    } while (this.#take('|'))
    return all
  }

  #sequence(depth: number): string[] | null {
    let answers = ['']
    while (this.#at < this.#pattern.length && !'|)'.includes(this.#pattern[this.#at] ?? '')) {
      const atom = this.#atom(depth)
      if (atom === null) return null
      answers = answers.flatMap((start) => atom.map((end) => start + end))
      if (answers.length > most) return null
    }
    return answers
  }

  #atom(depth: number): string[] | null {
    const char = this.#pattern[this.#at] ?? ''
    this.#at += 1
    let answers: string[] | null
    let blank = char === ' '
    if (char === '(') {
      if (this.#pattern.startsWith('?:', this.#at)) this.#at += 2
      answers = this.#choice(depth + 1)
      if (!this.#take(')')) return null
    } else if (char === '[') {
      answers = this.#characters()
    } else if (char === '\\') {
      const escaped = this.#pattern[this.#at] ?? ''
      this.#at += 1
      blank = escaped === 's'
      answers = blank ? [' '] : /\w/.test(escaped) ? null : [escaped]
    } else {
      answers = '.*+?{}^$'.includes(char) ? null : [char]
    }
    if (answers === null) return null
    if (this.#take('?')) return [...answers, '']
    if (blank && (this.#take('*') || this.#take('+'))) return [' ']
    return answers
  }

  #characters(): string[] | null {
    const end = this.#pattern.indexOf(']', this.#at)
    const inside = this.#pattern.slice(this.#at, end)
    if (end < 0 || inside === '' || /[\^\\-]/.test(inside)) return null
    this.#at = end + 1
    return [...inside]
  }

  #take(char: string): boolean {
    if (this.#pattern[this.#at] !== char) return false
    this.#at += 1
    return true
  }
}
