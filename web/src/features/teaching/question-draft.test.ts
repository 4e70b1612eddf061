import { expect, test } from 'vitest'
import {
  newQuestion,
  textsOf,
  tidied,
  withOption,
  withoutOption,
  withRight,
  withType,
} from './question-draft.ts'

test('one right choice replaces another, several right ones add up', () => {
  const one = withRight(withRight(newQuestion('single'), 'a', true), 'b', true)
  expect(one.answer.correct).toEqual(['b'])
  const several = withRight(withRight(newQuestion('multiple'), 'a', true), 'b', true)
  expect(several.answer.correct).toEqual(['a', 'b'])
  expect(withRight(several, 'a', false).answer.correct).toEqual(['b'])
})

test('a new choice gets a key of its own, a removed one is no right answer any more', () => {
  const three = withRight(withOption(newQuestion('single')), 'c', true)
  expect(three.options.map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  const two = withoutOption(three, 'c')
  expect(two.answer.correct).toEqual([])
  expect(withOption(withoutOption(three, 'a')).options.map(({ key }) => key)).toEqual(['b', 'c', 'a'])
})

test('another type keeps what fits', () => {
  const several = withRight(withRight(newQuestion('multiple'), 'a', true), 'b', true)
  expect(withType(several, 'dropdown').answer.correct).toEqual(['a'])
  const number = withType(several, 'numeric')
  expect(number.options).toEqual([])
  expect(number.answer.numeric).toHaveLength(1)
  expect(withType(number, 'single').options).toHaveLength(2)
})

test('right texts are lines, empty hints and feedback are none', () => {
  expect(textsOf(' Stoa \n\nporch')).toEqual(['Stoa', 'porch'])
  const question = { ...newQuestion('single'), hints: ['', '<p>x</p>'], explanationHtml: '' }
  expect(tidied(question)).toMatchObject({ hints: ['<p>x</p>'], explanationHtml: null })
})
