import { expect, test } from 'vitest'
import { formulasIn } from './formulas-in-text.ts'

const sources = (text: string) => formulasIn(text).map(([from, to]) => text.slice(from, to))

test('formulas are found between their marks, as the server finds them', () => {
  expect(sources('Let \\(x^2\\) and $$a \\[1pt] b$$, [mathjax]c[/mathjax].')).toEqual([
    '\\(x^2\\)',
    '$$a \\[1pt] b$$',
    '[mathjax]c[/mathjax]',
  ])
  expect(sources('\\(never closed, and money: $$')).toEqual([])
})
