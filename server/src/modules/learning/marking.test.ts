import { expect, test } from 'vitest'
import {
  type AnswerKey,
  type GivenAnswer,
  type MarkedQuestion,
  mark,
  markAttempt,
  readNumbers,
} from './marking.ts'

const question = (type: MarkedQuestion['type'], answer: AnswerKey, points = 1): MarkedQuestion => ({
  id: 'q',
  type,
  points,
  answer,
})
const pointsFor = (asked: MarkedQuestion, given: GivenAnswer) => mark(asked, given).points
const numeric = (
  answer: number,
  tolerance = 0,
  toleranceKind: 'absolute' | 'percent' = 'absolute',
  range: [number, number] | null = null,
) => question('numeric', { numeric: [{ answer, tolerance, toleranceKind, range }] })

test('one choice is right or not', () => {
  const asked = question('single', { correct: ['b'] }, 2)
  expect(pointsFor(asked, 'b')).toBe(2)
  expect(pointsFor(asked, 'a')).toBe(0)
  expect(pointsFor(asked, ['b'])).toBe(0)
  expect(pointsFor(question('dropdown', { correct: ['a', 'b'] }), 'a')).toBe(1)
})

test('several choices earn a share, and guessing everything earns nothing', () => {
  const asked = question('multiple', { correct: ['a', 'b', 'c'] }, 3)
  expect(mark(asked, ['a', 'b', 'c'])).toMatchObject({ points: 3, isCorrect: true })
  expect(mark(asked, ['a', 'b'])).toMatchObject({ points: 2, isCorrect: false })
  expect(pointsFor(asked, ['a', 'b', 'x'])).toBe(1)
  expect(pointsFor(asked, ['x', 'y'])).toBe(0)
  expect(pointsFor(asked, ['a', 'a', 'a'])).toBe(1)
  expect(pointsFor(asked, 'a')).toBe(0)
})

test('a number is right within its tolerance, ends included', () => {
  expect(pointsFor(numeric(0.3, 0.1), '0.4')).toBe(1)
  expect(pointsFor(numeric(0.3, 0.1), '0.41')).toBe(0)
  expect(pointsFor(numeric(200, 5, 'percent'), '190')).toBe(1)
  expect(pointsFor(numeric(-200, 5, 'percent'), '−210')).toBe(1)
  expect(pointsFor(numeric(200, 5, 'percent'), '189.9')).toBe(0)
  expect(pointsFor(numeric(0, 0, 'absolute', [1, 2]), '2')).toBe(1)
  expect(pointsFor(numeric(0, 0, 'absolute', [1, 2]), '2.01')).toBe(0)
})

test.each([
  ['42', [42]],
  [' 42 ', [42]],
  ['+42.', [42]],
  ['.5', [0.5]],
  ['3,5', [3.5]],
  ['−3,5', [-3.5]],
  ['–7', [-7]],
  ['1 000 000', [1e6]],
  ['1\u202F000,5', [1000.5]],
  ["1'000", [1000]],
  ['1,234', [1.234, 1234]],
  ['1,234.5', [1234.5]],
  ['1.234,5', [1234.5]],
  ['1.234.567', [1234567]],
  ['1e-3', [0.001]],
  ['6.02E23', [6.02e23]],
  ['1,5 × 10^3', [1500]],
  ['1.5*10**-3', [0.0015]],
  ['2·10³', [2000]],
  ['10⁻²', [0.01]],
  ['１２', [12]],
  ['1/2', [0.5]],
])('%s is a number', (text, numbers) => {
  expect(readNumbers(text)).toEqual(numbers)
})

test.each([
  '',
  'abc',
  '1/0',
  'Infinity',
  'NaN',
  '0x10',
  '1e999',
  '--1',
  '1,2,3',
  '1..2',
  '9'.repeat(101),
  '1 apple',
])('%s is no number', (text) => {
  expect(readNumbers(text)).toEqual([])
})

test('short text forgives case, spaces, quotes and ways of writing', () => {
  const asked = question('short_text', { texts: ["Plato's Stoa", 'Straße'] })
  expect(pointsFor(asked, '  plato’s   STOA ')).toBe(1)
  expect(pointsFor(asked, 'STRASSE')).toBe(1)
  expect(pointsFor(asked, "Ｐｌａｔｏ\u200B's Stoa")).toBe(1)
  expect(pointsFor(asked, 'Platos Stoa')).toBe(0)
  expect(pointsFor(question('short_text', { texts: ['é'] }), 'e\u0301')).toBe(1)
  expect(pointsFor(question('short_text', { texts: ['kg'], caseSensitive: true }), 'KG')).toBe(0)
})

test('nothing given earns nothing', () => {
  for (const given of [null, '', '   ', []]) {
    expect(mark(question('short_text', { texts: [''] }), given)).toMatchObject({
      points: 0,
      isAnswered: false,
      isCorrect: false,
    })
  }
  expect(pointsFor(question('numeric', {}), '1')).toBe(0)
})

test('an attempt passes by its exact share of points', () => {
  const questions = ['a', 'b', 'c'].map((id) => ({ ...question('single', { correct: ['x'] }), id }))
  expect(markAttempt(questions, { a: 'x', b: 'x' }, 67)).toMatchObject({
    score: 66,
    passed: false,
    correctAnswers: 2,
    pointsTotal: 3,
  })
  expect(markAttempt(questions, { a: 'x', b: 'x' }, 66)).toMatchObject({ passed: true })
  expect(markAttempt(questions, { a: 'x', b: 'x', c: 'x' }, 100)).toMatchObject({ score: 100, passed: true })
})

test('with a pass mark of nothing, answering is enough, silence is not', () => {
  const questions = [question('single', { correct: ['x'] })]
  expect(markAttempt(questions, { q: 'wrong' }, 0)).toMatchObject({ score: 0, passed: true })
  expect(markAttempt(questions, {}, 0)).toMatchObject({ passed: false })
})

test('answers are looked up by their own keys only', () => {
  const questions = [{ ...question('short_text', { texts: ['x'] }), id: 'constructor' }]
  expect(markAttempt(questions, {}, 0).marks[0]).toMatchObject({ isAnswered: false })
})
