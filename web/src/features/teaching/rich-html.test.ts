import { expect, test } from 'vitest'
import { isBlank, tagsLost, withFileUrls } from './rich-html.ts'

test('a text the editor keeps whole loses nothing', () => {
  expect(tagsLost('<p>H<sub>2</sub>O and <a href="x">a <b>link</b></a></p><ul><li>one</li></ul>')).toEqual([])
})

test('a formula in MathML is one piece that stays', () => {
  expect(tagsLost('<p>Let <math><mfrac><mi>a</mi><mi>b</mi></mfrac></math> be</p>')).toEqual([])
})

test('what the editor has no way to show is named', () => {
  expect(tagsLost('<RUBY>x<rt>y</rt></RUBY><table><colgroup></colgroup></table>')).toEqual([
    'ruby',
    'rt',
    'colgroup',
  ])
})

test('files and pages get their addresses, what is gone gets none', () => {
  const files = { a: { url: '/files/a?x=1&y=2', name: 'a.png', mimeType: 'image/png' } }
  expect(
    withFileUrls('<img src="stoa-file:a"><img src="stoa-file:b"><a href="stoa-node:n#top">x</a>', files),
  ).toBe('<img src="/files/a?x=1&amp;y=2"><img><a href="/learn/pages/n">x</a>')
})

test('empty paragraphs are blank, a picture is not', () => {
  expect(isBlank('<p> &nbsp;</p><p></p>')).toBe(true)
  expect(isBlank('<p><img src="x"></p>')).toBe(false)
})
