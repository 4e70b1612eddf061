import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test('only the words stay', () => {
  expect(plainText('<p>Salt &amp; <b>pepper</b></p>')).toBe('Salt & pepper')
  expect(plainText('x &lt; 5 &#8212; &#x3b1; &unknown;')).toBe('x < 5 — α &unknown;')
})
