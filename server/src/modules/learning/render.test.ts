import { expect, test } from 'vitest'
import { beginRendering, renderHtml, renderPage } from './render.ts'

const picture = '0190b0a0-0000-7000-8000-000000000001'
const files = new Map([[picture, { url: '/media/a.png', width: 800, height: 600 }]])
const img = (attributes = '') => `<img src="stoa-file:${picture}" alt="A"${attributes} />`
const block = (html: string) => ({ id: 'b', type: 'text', content: { html } })

test('a picture takes its room before it is there, in its own proportions', () => {
  const shown = (attributes = '') => renderHtml(img(attributes), beginRendering(files))
  expect(shown()).toBe(
    '<img loading="lazy" decoding="async" src="/media/a.png" alt="A" width="800" height="600" />',
  )
  expect(shown(' width="400"')).toContain(' width="400" height="300"')
  expect(shown(' height="60"')).toContain(' height="60" width="80"')
  expect(shown(' width="50%"')).not.toContain('height=')
  expect(shown(' width="10" height="10"')).toContain(' width="10" height="10" />')
})

test('only the first picture at the top of a page does not wait until it comes near', () => {
  const { blocksJson } = renderPage(
    {
      blocks: [
        block(`<p>x</p>${img()}${img()}`),
        { id: 'i', type: 'image', content: { objectId: picture, alt: '', caption: null } },
      ],
      resources: [],
      quiz: null,
    },
    files,
  )
  const [text, image] = JSON.parse(blocksJson)
  expect(text.html.match(/<img [^>]*>/g).map((tag: string) => tag.includes('loading="lazy"'))).toEqual([
    false,
    true,
  ])
  expect(image).toMatchObject({ width: 800, height: 600, isLazy: true })
})

test('formulas are set in texts, questions, options and hints, and share what the page defines', () => {
  const { blocksJson, quiz } = renderPage(
    {
      blocks: [block('<p>\\(\\newcommand{\\half}{\\frac12} \\half\\)</p>')],
      resources: [],
      quiz: {
        id: 'q',
        title: null,
        introHtml: '<p>\\[x\\]</p>',
        isRequired: false,
        passPercent: 0,
        maxAttempts: null,
        timeLimitMinutes: null,
        shuffle: false,
        questions: [
          {
            id: 'x',
            type: 'single',
            promptHtml: '<p>\\(\\half\\)?</p>',
            points: 1,
            options: [{ key: '1', html: '\\(\\half x\\)', feedbackHtml: null }],
            hints: ['\\(h\\)'],
          },
        ],
      },
    },
    new Map(),
  )
  expect(blocksJson).toContain('<mfrac>')
  expect(quiz?.introHtml).toContain('display=\\"block\\"'.replaceAll('\\', ''))
  const [question] = quiz?.questions ?? []
  expect(question?.promptHtml).toContain('<mfrac>')
  expect(question?.options[0]?.html).toContain('<mfrac>')
  expect(question?.hints[0]).toContain('<mi>h</mi>')
})
