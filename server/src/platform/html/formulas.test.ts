import { expect, test } from 'vitest'
import { formulaScope, renderFormulas, withFormulas } from './formulas.ts'
import { onlyAllowedHtml } from './sanitize.ts'

test.each(['\\(x^2\\)', '[mathjaxinline]x^2[/mathjaxinline]'])('%s stands in its line', (tex) => {
  expect(withFormulas(`<p>Let ${tex} be</p>`)).toMatch(
    /^<p>Let <span class="formula"><math><msup><mi>x<\/mi><mn[^>]*>2<\/mn><\/msup><\/math><\/span> be<\/p>$/,
  )
})

test.each(['\\[a &lt; b\\]', '$$a &lt; b$$', '[mathjax]a &lt; b[/mathjax]', '\\[a <br />&lt; b\\]'])(
  '%s stands on its own',
  (tex) => {
    expect(withFormulas(tex)).toMatch(
      /^<span class="formula formula-display"><math display="block".*<mo>&lt;<\/mo>.*<\/math><\/span>$/,
    )
  },
)

test('text that only looks like a formula stays text', () => {
  for (const text of [
    'That costs $$ or $$$, not $$.',
    '<pre><code>\\(x\\)</code></pre>',
    '<p>\\(never closed</p><p>\\)</p>',
    'a $$ b',
    '\\(\\)',
  ]) {
    expect(withFormulas(text)).toBe(text)
  }
})

test('what a formula defines holds for those after it, as in MathJax, and shows nothing by itself', () => {
  const scope = formulaScope()
  expect(withFormulas('<p>\\(\\newcommand{\\R}{\\mathbb{R}}\\)</p>', scope)).toBe('<p></p>')
  expect(withFormulas('\\(\\R^n\\)', scope)).toContain('<mi>ℝ</mi>')
  expect(renderFormulas('\\(\\DeclareMathOperator{\\tr}{tr} \\tr A\\)', scope).broken).toEqual([])
  expect(renderFormulas('\\(\\tr B\\)', scope).broken).toEqual([])
})

test('what authors write for MathJax is understood', () => {
  for (const tex of [
    '\\begin{equation} a = b \\label{e} \\end{equation}',
    '\\begin{align} a &amp;= b \\\\ c &amp;= d \\end{align}',
    '\\begin{eqnarray} a &amp;=&amp; b \\end{eqnarray}',
    '\\begin{cases} 1 &amp; x &lt; 0 \\\\ 2 \\end{cases}',
    '\\mbox{if } x \\ge 0 \\quad \\eqref{e}',
    '\\require{cancel} \\cancel{x} \\ce{H2O} \\bbox[yellow]{y}',
  ]) {
    expect(renderFormulas(`\\[${tex}\\]`).broken, tex).toEqual([])
  }
})

test('a formula that cannot be read shows its source, and is named', () => {
  const { html, broken } = renderFormulas('<p>\\(\\frac{1\\) and \\(x &lt; \\nonsense\\)</p>')
  expect(html).toBe('<p><code>\\(\\frac{1\\)</code> and <code>\\(x &lt; \\nonsense\\)</code></p>')
  expect(broken).toEqual(['\\frac{1', 'x < \\nonsense'])
})

test('nothing in a formula reaches the page around it or the network', () => {
  const hostile = [
    '\\(\\href{javascript:alert(1)}{x}\\)',
    '\\(\\text{&lt;script&gt;alert(1)&lt;/script&gt;}\\)',
    '\\(\\class{modal}{x} \\style{position:fixed}{y} \\cssId{top}{z}\\)',
    '\\(\\includegraphics{https://evil.test/x.png} a\\)',
    '\\(\\color{red;background:url(https://evil.test)}{x}\\)',
    '\\(\\htmlData{x=1}{y} \\htmlStyle{color:red}{z}\\)',
    '\\(\\unicode{x3c} \\rule{9999em}{9999em}\\)',
  ]
  for (const tex of hostile) {
    const html = withFormulas(tex).replace(/<code>.*<\/code>/, '')
    expect(html, tex).not.toMatch(/<(?!\/?(span|m[a-z]+)\b)|href|url\(|modal|position|evil|\bid=|9999/)
  }
})

test('loops, depth and size end, and the rest of the page is still there', () => {
  const hostile = [
    '\\def\\a{\\a}\\a',
    '\\def\\a{\\b}\\def\\b{\\a}\\a',
    '{'.repeat(50_000),
    `${'\\sqrt{'.repeat(500)}x${'}'.repeat(500)}`,
    `${'\\left('.repeat(500)}x${'\\right)'.repeat(500)}`,
    '\\begin{matrix}'.repeat(500),
    `\\def\\a{${'x'.repeat(500)}}${'\\a'.repeat(200)}`,
    'x'.repeat(20_000),
    '_'.repeat(5000),
  ]
  for (const tex of hostile) {
    const { html, broken } = renderFormulas(`<p>\\(${tex}\\) after</p>`)
    expect(broken, tex.slice(0, 40)).toHaveLength(1)
    expect(html).toBe(`<p><code>\\(${tex}\\)</code> after</p>`)
  }
})

test('a page has its fill of formulas: beyond it the source stays', () => {
  const four = { ...formulaScope(), formulasLeft: 4 }
  expect(withFormulas('\\(x\\) '.repeat(10), four).match(/<math>/g)).toHaveLength(4)
  const bombs = `\\(\\def\\a{${'x'.repeat(500)}}${'\\a'.repeat(200)}\\) `.repeat(20)
  const scope = formulaScope()
  expect(renderFormulas(bombs, scope).broken).toHaveLength(20)
  expect(scope.formulasLeft).toBeGreaterThan(3990)
})

test('formulas as MathML are kept; what could do harm in them is not', () => {
  const formula = '<math display="block"><mfrac><mi>a</mi><mspace width="1em"></mspace></mfrac></math>'
  expect(onlyAllowedHtml(formula)).toBe(formula)
  expect(
    onlyAllowedHtml(
      '<math href="javascript:1" style="position:fixed" class="x"><mtext><style><img src=x onerror=alert(1)></style></mtext>' +
        '<maction actiontype="statusline#http://evil.test" xlink:href="javascript:1"><mi>x</mi></maction>' +
        '<annotation-xml encoding="text/html"><script>1</script></annotation-xml><mglyph src="//evil.test"></mglyph></math>',
    ),
  ).toBe('<math><mtext></mtext><mi>x</mi></math>')
})
