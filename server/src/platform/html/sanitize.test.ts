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
  ['<a href="stoa-file:x"><b>unclosed', '<a href="stoa-file:x"><b>unclosed</b></a>'],
])('%s becomes %s', (hostile, clean) => {
  expect(onlyAllowedHtml(hostile)).toBe(clean)
})
