import type { QuestionType } from './kinds.ts'

export type { QuestionType }

/** A choice as it is shown; which ones are right stands in the key. */
export type QuestionOption = { key: string; html: string; feedbackHtml: string | null }

/** One right number: `answer` give or take `tolerance`, or anything within `range` (ends included). */
export type NumericKey = {
  answer: number
  tolerance: number
  toleranceKind: 'absolute' | 'percent'
  range: [number, number] | null
}

/**
 * The key of a question, by its type: `correct` for single, multiple and dropdown (for single and dropdown
 * any one of them is right), `numeric` for numbers, `texts` for short text (each is right).
 */
export type AnswerKey = {
  correct?: string[]
  numeric?: NumericKey[]
  texts?: string[]
  caseSensitive?: boolean
}

export type MarkedQuestion = { id: string; type: QuestionType; points: number; answer: AnswerKey }

/** What a learner gave: one option key or text, or several option keys; null when nothing. */
export type GivenAnswer = string | string[] | null

export type Mark = {
  questionId: string
  isAnswered: boolean
  isCorrect: boolean
  /** Points earned, in hundredths at most. */
  points: number
  pointsPossible: number
}

export type Marks = {
  marks: Mark[]
  pointsEarned: number
  pointsTotal: number
  /** Whole percent, rounded down, so that 100 means everything was right. */
  score: number
  correctAnswers: number
  passed: boolean
}

/**
 * Marks a whole attempt. An unanswered question earns nothing. With a pass mark of 0 answering anything is
 * enough; the comparison with the pass mark is exact, not with the rounded score.
 */
export function markAttempt(
  questions: MarkedQuestion[],
  answers: Record<string, GivenAnswer>,
  passPercent: number,
): Marks {
  const marks = questions.map((question) =>
    mark(question, Object.hasOwn(answers, question.id) ? (answers[question.id] ?? null) : null),
  )
  const pointsTotal = sum(marks.map((entry) => entry.pointsPossible))
  const pointsEarned = hundredths(sum(marks.map((entry) => entry.points)))
  const correctAnswers = marks.filter((entry) => entry.isCorrect).length
  const share =
    pointsTotal > 0 ? pointsEarned / pointsTotal : marks.length > 0 ? correctAnswers / marks.length : 1
  const answered = marks.length === 0 || marks.some((entry) => entry.isAnswered)
  return {
    marks,
    pointsEarned,
    pointsTotal,
    score: Math.floor(share * 100 + 1e-9),
    correctAnswers,
    passed: answered && share * 100 + 1e-9 >= passPercent,
  }
}

/**
 * Marks one answer. Several choices earn a share: (right − wrong) ÷ all right ones, never below nothing;
 * everything else is all or nothing.
 */
export function mark(question: MarkedQuestion, given: GivenAnswer): Mark {
  const share = isAnswered(given) ? rightShare(question, given) : 0
  return {
    questionId: question.id,
    isAnswered: isAnswered(given),
    isCorrect: share === 1,
    points: hundredths(question.points * share),
    pointsPossible: question.points,
  }
}

const isAnswered = (given: GivenAnswer): given is string | string[] =>
  Array.isArray(given) ? given.length > 0 : given !== null && given.trim() !== ''

/** How much of the answer is right, from 0 to 1. An answer of the wrong kind is not right. */
function rightShare(question: MarkedQuestion, given: string | string[]): number {
  const key = question.answer
  switch (question.type) {
    case 'single':
    case 'dropdown':
      return typeof given === 'string' && (key.correct ?? []).includes(given) ? 1 : 0
    case 'multiple':
      return Array.isArray(given) ? shareOfChoices(key.correct ?? [], given) : 0
    case 'numeric':
      return typeof given === 'string' && matchesNumber(key.numeric ?? [], given) ? 1 : 0
    case 'short_text':
      return typeof given === 'string' && matchesText(key.texts ?? [], given, key.caseSensitive ?? false)
        ? 1
        : 0
  }
}

function shareOfChoices(correct: string[], given: string[]): number {
  const right = new Set(correct)
  const chosen = [...new Set(given)]
  if (right.size === 0) return 0
  const hits = chosen.filter((key) => right.has(key)).length
  return Math.max(0, (hits - (chosen.length - hits)) / right.size)
}

function matchesNumber(keys: NumericKey[], given: string): boolean {
  const numbers = readNumbers(given)
  return keys.some((key) => numbers.some((number) => isWithin(key, number)))
}

function isWithin(key: NumericKey, number: number): boolean {
  if (key.range) return number >= key.range[0] && number <= key.range[1]
  const tolerance =
    key.toleranceKind === 'percent' ? Math.abs(key.answer) * (key.tolerance / 100) : key.tolerance
  // 0.4 lies within 0.3 ± 0.1 although the machine's difference is a little more than 0.1.
  const rounding = 4 * Number.EPSILON * Math.max(Math.abs(key.answer), Math.abs(number), tolerance)
  return Math.abs(number - key.answer) <= tolerance + rounding
}

/** Minus, hyphens and dashes people type or paste for a minus. */
const minus = /[\u2010-\u2015\u2212\uFE63\uFF0D]/g
/** Everything Unicode calls a space, and the apostrophes some countries group digits with. */
const digitGaps = /[\s\u00A0\u2009\u200A\u202F'’]/g
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * The numbers a text may mean; none when it is no number. `1,234` may be a thousand or one and a bit, so
 * both are given: what counts is whether the learner knew the answer, not which comma their country uses.
 * Takes a decimal comma or point, digit groups, `1e-3`, `1.5 × 10^3`, fractions such as `1/2`.
 */
export function readNumbers(text: string): number[] {
  if (text.length > 100) return []
  const plain = text
    .replace(/[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/, (power) => `^${[...power].map(plainSuperscript).join('')}`)
    .normalize('NFKC')
    .replace(minus, '-')
    .replace(digitGaps, '')
    .toLowerCase()
  const power = /^(?:(.+?)[x×*·⋅])?10(?:\^|\*\*)\(?([+-]?\d{1,3})\)?$/.exec(plain)
  if (power?.[2])
    return readDecimals(power[1] ?? '1')
      .map((base) => Number(`${base}e${Number(power[2])}`))
      .filter(Number.isFinite)
  const fraction = /^([^/]+)\/([^/]+)$/.exec(plain)
  if (fraction?.[1] && fraction[2]) {
    const below = readDecimals(fraction[2])
    return readDecimals(fraction[1])
      .flatMap((above) => below.map((by) => above / by))
      .filter(Number.isFinite)
  }
  return readDecimals(plain)
}

const plainSuperscript = (sign: string) =>
  sign === '⁻' ? '-' : sign === '⁺' ? '+' : String(superscripts.indexOf(sign))

function readDecimals(plain: string): number[] {
  const readings = new Set<number>()
  const add = (reading: string) => {
    if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/.test(reading)) readings.add(Number(reading))
  }
  add(plain)
  if (!plain.includes('.')) add(plain.replace(',', '.'))
  // Groups of three, with the other sign for decimals.
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d*)?(e[+-]?\d{1,3})?$/.test(plain)) add(plain.replaceAll(',', ''))
  if (
    /^[+-]?\d{1,3}(\.\d{3})+,\d*(e[+-]?\d{1,3})?$/.test(plain) ||
    /^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(plain)
  ) {
    add(plain.replaceAll('.', '').replace(',', '.'))
  }
  return [...readings].filter(Number.isFinite)
}

function matchesText(texts: string[], given: string, caseSensitive: boolean): boolean {
  const wanted = comparable(given, caseSensitive)
  return texts.some((text) => comparable(text, caseSensitive) === wanted)
}

/** Compatibility forms, kinds of quotes, invisible characters and amounts of white space make no difference. */
function comparable(text: string, caseSensitive: boolean): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(minus, '-')
    .trim()
    .replace(/\s+/g, ' ')
  // Up, then down: ß and SS, ſ and s meet.
  return caseSensitive ? plain : plain.toUpperCase().toLowerCase().normalize('NFC')
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
const hundredths = (number: number) => Math.round(number * 100) / 100
