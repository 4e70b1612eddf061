import { expect, test } from 'vitest'
import { mayBeShown, plainType, settleType, typeFits } from './file-types.ts'

const text = Buffer.from('<html><script>alert(1)</script>')
const binary = Buffer.from([0x89, 0x50, 0, 1, 2, 3])

test.each([
  // declared, name, recognized in the bytes, first bytes, kept as
  ['image/png', 'a.png', 'image/png', binary, 'image/png'],
  ['image/jpg', 'a.jpg', 'image/jpeg', binary, 'image/jpeg'],
  ['image/jpeg', 'a.jpg', 'image/webp', binary, 'image/webp'],
  ['', 'a.png', 'image/png', binary, 'image/png'],
  [null, 'lecture.vtt', null, text, 'text/vtt'],
  ['application/octet-stream', 'notes.md', null, text, 'text/markdown'],
  ['text/plain; charset=utf-8', 'a.txt', null, text, 'text/plain'],
  // Begins with the letters BM like a bitmap.
  ['text/plain', 'a.txt', 'image/bmp', Buffer.from('BM25 is a ranking'), 'text/plain'],
  ['image/svg+xml', 'a.svg', 'application/xml', text, 'image/svg+xml'],
  ['audio/mp4', 'a.m4a', 'video/mp4', binary, 'audio/mp4'],
  ['audio/mp3', 'a.mp3', 'audio/mpeg', binary, 'audio/mpeg'],
  [
    'application/zip',
    'a.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    binary,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [
    null,
    'a.docx',
    'application/zip',
    binary,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [null, 'a.doc', 'application/x-cfb', binary, 'application/msword'],
  [null, 'a.imscc', 'application/zip', binary, 'application/zip'],
  [null, 'a.unknown', null, binary, 'application/octet-stream'],
  ['../../etc\r\nx', 'a', null, binary, 'application/octet-stream'],
])('declared %j, named %j, recognized %j', (declared, name, sniffed, head, kept) => {
  expect(settleType(declared, name, sniffed, head)).toBe(kept)
})

test.each([
  ['image/png', null, text],
  ['image/png', 'application/zip', binary],
  ['image/png', 'application/pdf', binary],
  ['video/mp4', 'image/png', binary],
  ['text/plain', 'application/x-elf', binary],
  ['text/vtt', null, binary],
  ['application/pdf', null, text],
  ['application/pdf', 'application/x-msdownload', binary],
])('what calls itself %s is refused when its bytes are %j', (declared, sniffed, head) => {
  expect(() => settleType(declared, 'a', sniffed, head)).toThrow('Send it under its true type')
})

test('no type that can run as a page is shown from our address', () => {
  for (const type of [
    'text/html',
    'image/svg+xml',
    'application/xml',
    'application/xhtml+xml',
    'text/javascript',
    'text/css',
    'application/octet-stream',
  ]) {
    expect(mayBeShown(type)).toBe(false)
  }
})

test('rules about types name one type or a family', () => {
  expect(typeFits('image/png', ['image/*'])).toBe(true)
  expect(typeFits('text/html', ['image/*', 'text/plain'])).toBe(false)
  expect(plainType('TEXT/Plain ; charset=x')).toBe('text/plain')
})
