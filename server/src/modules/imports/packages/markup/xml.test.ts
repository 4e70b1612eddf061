import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../text-decoding.ts'
import { find, innerHtml, textOf } from './markup.ts'
import { parseXml, XmlUnreadable } from './xml.ts'

test('tags, attributes, CDATA and prefixes', () => {
  const { root, repaired } = parseXml(
    '<?xml version="1.0"?>\n<a:x k="1 &amp; 2"><![CDATA[<p>&amp;</p>]]><b/>t&nbsp;&eacute;</a:x>',
    50,
  )
  expect(root).toMatchObject({ name: 'x', attrs: { k: '1 & 2' } })
  expect(innerHtml(root)).toBe('<p>&amp;</p><b></b>t\u00a0é')
  expect(repaired).toBe(false)
})

describe('entities of a document type', () => {
  test('a billion laughs stay unsaid', () => {
    const entities = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    ).join('')
    const { root, doctype } = parseXml(`<!DOCTYPE x [<!ENTITY l0 "lol">${entities}]><x>&l9;</x>`, 50)
    expect(textOf(root)).toBe('&l9;')
    expect(doctype).toBe(true)
  })

  test('files of the machine are not read', () => {
    const { root } = parseXml('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x a="&e;">&e;</x>', 50)
    expect(textOf(root)).toBe('&e;')
  })
})

test('what is not well-formed is read as far as it makes sense', () => {
  const { root, repaired } = parseXml('<x><p>a & b<br></p><q k=v>c</x>', 50)
  expect(repaired).toBe(true)
  expect(textOf(root)).toBe('a & bc')
  expect(find(root, 'q')?.attrs.k).toBe('v')
})

test('characters XML forbids are left out', () => {
  expect(textOf(parseXml('<x>a\u0000\u0008b</x>', 50).root)).toBe('ab')
})

test('tags within tags without end are refused', () => {
  const deep = '<a>'.repeat(100_000)
  expect(() => parseXml(deep, 200)).toThrow(XmlUnreadable)
  expect(() => parseXml(`<a ${'<b '.repeat(1000)}`, 200)).toThrow(XmlUnreadable)
  expect(() => parseXml('no xml at all', 200)).toThrow(XmlUnreadable)
})

describe('encodings', () => {
  const text = '<?xml version="1.0" encoding="ENC"?><x>Größe</x>'
  test.each([
    ['utf-8 stated as such', Buffer.from(text.replace('ENC', 'UTF-8')), false],
    ['utf-8 stated as Latin 1', Buffer.from(text.replace('ENC', 'ISO-8859-1')), true],
    ['Latin 1 stated as such', iconv.encode(text.replace('ENC', 'ISO-8859-1'), 'latin1'), false],
    ['Windows-1252 stated as UTF-8', iconv.encode(text.replace('ENC', 'UTF-8'), 'windows-1252'), true],
    ['an encoding nobody knows', iconv.encode(text.replace('ENC', 'x-none'), 'windows-1252'), true],
    ['UTF-16 with a mark', iconv.encode(text.replace('ENC', 'UTF-16'), 'utf-16', { addBOM: true }), false],
    ['UTF-16 without a mark', iconv.encode(text.replace('ENC', 'UTF-16'), 'utf-16be'), true],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), false],
  ])('%s', (_name, bytes, repaired) => {
    const decoded = decodeText(bytes)
    expect(textOf(parseXml(decoded.text, 50).root)).toBe('Größe')
    expect(decoded.repaired !== null).toBe(repaired)
  })
})
