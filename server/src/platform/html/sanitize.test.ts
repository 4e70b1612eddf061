import { expect, test } from 'vitest'
import { onlyAllowedHtml } from './sanitize.ts'

test('text, structure and links inside Stoa stay', () => {
  const html =
    '<h2>Title</h2><p>See <a href="stoa-node:n1#x">this</a> and <img src="stoa-file:f1" alt="it" /></p>'
  expect(onlyAllowedHtml(html)).toBe(html)
  expect(onlyAllowedHtml('<pre><code class="language-ts evil">a</code></pre>')).toBe(
    '<pre><code class="language-ts">a</code></pre>',
  )
})

test.each([
  ['<script>alert(1)</script>', ''],
  ['<p style="position:fixed" id="top" class="modal" onclick="x()">a</p>', '<p>a</p>'],
  ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
  ['<a href="java&#10;script:alert(1)">a</a>', '<a>a</a>'],
  ['<a href="//evil.test">a</a>', '<a>a</a>'],
  ['<img src="data:image/svg+xml,<svg onload=alert(1)>">', '<img />'],
  ['<form action="/x"><input name="password"></form>', ''],
  ['<iframe srcdoc="<script>1</script>"></iframe>', ''],
  ['<svg><style><img src=x onerror=alert(1)></style></svg>', ''],
  [
    '<math><mtext><b>a</b><img src="x" onerror=y><mi>x</mi></mtext></math><b>c</b>',
    '<math><mtext>a<mi>x</mi></mtext></math><b>c</b>',
  ],
  [
    '<math><mtext><math><b>a</b></math><i>b</i></mtext></math><i>c</i>',
    '<math><mtext><math>a</math>b</mtext></math><i>c</i>',
  ],
  ['<a href="stoa-file:x"><b>unclosed', '<a href="stoa-file:x"><b>unclosed</b></a>'],
])('%s becomes %s', (hostile, clean) => {
  expect(onlyAllowedHtml(hostile)).toBe(clean)
})

test('depth that nobody writes is not gone down into: its words stay', () => {
  expect(onlyAllowedHtml('<b>'.repeat(130_000))).toBe('')
  expect(onlyAllowedHtml(`${'<ul><li>'.repeat(50_000)}x &amp; <y`)).toBe('x &amp; &lt;y')
  expect(onlyAllowedHtml(`${'<b></p>'.repeat(50_000)}<img src=x onerror=alert(1)>`)).toBe('')
})

test('a long text that never closes its paragraphs is not deep', () => {
  expect(onlyAllowedHtml('<p>One <br>line'.repeat(2000)).match(/<p>/g)).toHaveLength(2000)
  const list = `<ul>${'<li>One <b>bold</b>'.repeat(2000)}</ul>`
  expect(onlyAllowedHtml(list).match(/<li>/g)).toHaveLength(2000)
})
