import { describe, expect, test } from 'vitest'
import { letter } from './letter.ts'

const base = { locale: 'en', heading: 'Reset your password', paragraphs: ['Somebody asked for this.'] }

describe('a letter', () => {
  test('says the same as text and as HTML', () => {
    const { text, html } = letter({
      ...base,
      action: { label: 'Choose a password', url: 'https://stoa.test/r?a=1&b=2' },
      footer: 'Stoa',
    })
    expect(text).toBe(
      'Reset your password\n\nSomebody asked for this.\n\nChoose a password:\nhttps://stoa.test/r?a=1&b=2\n\n--\nStoa\n',
    )
    expect(html).toContain('<h1>Reset your password</h1>')
    expect(html).toContain('<p>Somebody asked for this.</p>')
    expect(html).toContain('href="https://stoa.test/r?a=1&amp;b=2"')
  })

  test('takes every text as text, never as markup', () => {
    const bad = '<img src=x onerror=alert(1)>"\''
    const { html } = letter({
      locale: '"><script>',
      heading: bad,
      paragraphs: [bad],
      action: { label: bad, url: 'https://a.test/"><b>' },
      footer: bad,
    })
    expect(html).not.toContain('<img')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<b>')
  })

  test('links to web addresses only and takes only a colour as colour', () => {
    expect(() => letter({ ...base, action: { label: 'x', url: 'javascript:alert(1)' } })).toThrow()
    expect(letter({ ...base, accent: '#fff;} body{display:none' }).html).not.toContain('display:none')
  })

  test('names its language and reading direction', () => {
    expect(letter({ ...base, locale: 'de' }).html).toContain('<html lang="de" dir="ltr">')
    expect(letter({ ...base, locale: 'ar' }).html).toContain('<html lang="ar" dir="rtl">')
  })

  test('writes on a light colour in black and on a dark one in white', () => {
    expect(letter({ ...base, accent: '#ffe066' }).html).toContain('color: #000000')
    expect(letter({ ...base, accent: '#123456' }).html).toContain('color: #ffffff')
  })
})
