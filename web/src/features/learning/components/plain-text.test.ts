import { expect, test } from 'vitest'
import { needsMarkup, plainText } from './plain-text.ts'

test('only the words stay', () => {
  expect(plainText('<p>Salt &amp; <b>pepper</b></p>')).toBe('Salt & pepper')
  expect(plainText('x &lt; 5 &#8212; &#x3b1; &unknown;')).toBe('x < 5 — α &unknown;')
})

test('a formula cannot be told in words', () => {
  expect(needsMarkup('<span class="formula"><math><mi>x</mi></math></span>')).toBe(true)
  expect(needsMarkup('x &lt;math> y')).toBe(false)
})
