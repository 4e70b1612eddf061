import { expect, test } from 'vitest'
import { olxCourse } from '../fixtures/courses.ts'
import { allQuestions, outcomes, readOlx } from '../fixtures/reading.ts'

const inAttribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('\n', '&#10;')

const readMarkdown = (markdown: string) =>
  readOlx(olxCourse(`<problem url_name="p1" display_name="Quick" markdown="${inAttribute(markdown)}"/>`))

test('a problem that is only written in the short form of Studio is read from it', async () => {
  const course = await readMarkdown(`>>Which is right?||Think of \\(x^2\\)<<

( ) wrong {{ Sorry:: not this one }}
(x) right
(!) other

[explanation]
Since it is so.

Really.
[explanation]

||First hint||
||Second hint||`)
  expect(allQuestions(course)).toMatchObject([
    {
      type: 'single',
      promptHtml: '<p>Which is right?</p>\n<p><em>Think of \\(x^2\\)</em></p>',
      options: [
        { html: 'wrong', correct: false, feedbackHtml: 'not this one' },
        { html: 'right', correct: true },
        { html: 'other', correct: false },
      ],
      hints: ['First hint', 'Second hint'],
      explanationHtml: '<p>Since it is so.</p>\n<p>Really.</p>',
    },
  ])
  expect(outcomes(course, 'problem')).toEqual(['imported item.imported'])
})

test('its boxes, numbers, texts and lists become questions of their kind', async () => {
  const course = await readMarkdown(`>>Boxes<<
[x] a {{ selected: good, unselected: missed }}
[ ] b
[x] c
---
>>A number<<
= 3.14 +- 5%
or= 22
---
>>A range<<
= [1, 4]
---
>>A capital<<
= Paris {{ well known }}
or= Lutetia
not= Rome {{ that is Italy }}
---
>>A list<<
[[red, (green {{ go }}), blue]]
[code]
if a < b: pass
[/code]`)
  const [boxes, number, range, capital, list] = allQuestions(course)
  expect(boxes).toMatchObject({ type: 'multiple', options: [{ correct: true }, {}, { correct: true }] })
  expect(number).toMatchObject({
    type: 'numeric',
    numeric: { answer: 3.14, tolerance: 5, toleranceKind: 'percent' },
    numericAlternatives: [{ answer: 22 }],
  })
  expect(range?.numeric?.range).toEqual([1, 4])
  expect(capital).toMatchObject({ type: 'short_text', answers: ['Paris', 'Lutetia'], caseSensitive: false })
  expect(capital?.explanationHtml).toContain('that is Italy')
  expect(list).toMatchObject({ type: 'dropdown', options: [{}, { html: 'green', correct: true }, {}] })
  expect(list?.promptHtml).toContain('<pre><code>if a &lt; b: pass</code></pre>')
})

test('tags win over the short form, which may be out of date', async () => {
  const course = await readOlx(
    olxCourse(`<problem url_name="p" markdown="( ) old&#10;(x) older"><multiplechoiceresponse><choicegroup>
      <choice correct="true">new</choice></choicegroup></multiplechoiceresponse></problem>`),
  )
  expect(allQuestions(course).map(({ options }) => options.map(({ html }) => html))).toEqual([['new']])
})
