import { expect, test } from 'vitest'
import { contentDisposition, tidyName } from './file-names.ts'

test.each([
  ['Übung 1.pdf', 'Übung 1.pdf'],
  ['U\u0308bung.pdf', 'Übung.pdf'],
  ['/static//images/./a.png', 'static/images/a.png'],
  ['C:\\Users\\sam\\a.png', 'C:/Users/sam/a.png'],
  ['a\r\nSet-Cookie: x\0.png', 'aSet-Cookie: x.png'],
  ['cv\u202Egpj.exe', 'cvgpj.exe'],
  ['a\uD800.png', 'a\uFFFD.png'],
  ['   ', 'file'],
  ['', 'file'],
])('the name %j is kept as %j', (given, kept) => {
  expect(tidyName(given)).toBe(kept)
})

test.each(['../a', 'a/../../b', '..\\b', 'a/..', '.\u0000./b'])('the name %j is refused', (given) => {
  expect(() => tidyName(given)).toThrow('out of its folder')
})

test('a long name keeps its ending', () => {
  const kept = tidyName(`${'x'.repeat(5000)}.jpeg`)
  expect(kept).toHaveLength(200)
  expect(kept.endsWith('x.jpeg')).toBe(true)
  expect(tidyName(Array(200).fill('folder').concat('a.png').join('/')).length).toBeLessThanOrEqual(900)
})

test('a download is named in any script without breaking out of its header', () => {
  expect(contentDisposition('attachment', 'Prüfung "1"\r\n; x=(y).pdf')).toBe(
    `attachment; filename="Pr_fung _1___; x=(y).pdf"; filename*=UTF-8''Pr%C3%BCfung%20%221%22%0D%0A%3B%20x%3D%28y%29.pdf`,
  )
})
