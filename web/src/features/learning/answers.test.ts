import { expect, test } from 'vitest'
import { answerField, readAnswers } from './answers.ts'

test('a form tells the answers by question', () => {
  const form = new FormData()
  form.append('intent', 'submit')
  form.append(answerField('q1', false), 'b')
  form.append(answerField('q2', true), '')
  form.append(answerField('q2', true), 'a')
  form.append(answerField('q2', true), 'c')
  expect(readAnswers(form)).toEqual({ q1: 'b', q2: ['a', 'c'] })
})

test('an answer that was taken back is nothing', () => {
  const form = new FormData()
  form.append(answerField('q1', false), '')
  form.append(answerField('q2', true), '')
  expect(readAnswers(form)).toEqual({ q1: null, q2: [] })
})
