import { describe, expect, test } from 'vitest'
import type { PackageCourse } from '../course-package.ts'
import { cartridge, qti } from '../fixtures/courses.ts'
import { allBlocks, allQuestions, outcomes, readCartridge } from '../fixtures/reading.ts'

type Item = {
  type?: string
  prompt?: string
  responses?: string
  conditions?: string
  feedback?: string
  points?: string
}

async function item({
  type = '',
  prompt = 'Ask',
  responses = '',
  conditions = '',
  feedback = '',
  points = '1',
}: Item): Promise<PackageCourse> {
  const field = (label: string, entry: string) =>
    `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${entry}</fieldentry></qtimetadatafield>`
  const xml =
    qti(`<item ident="t1" title="Question"><itemmetadata><qtimetadata>${field(type.startsWith('cc.') ? 'cc_profile' : 'question_type', type)}${field('points_possible', points)}</qtimetadata></itemmetadata>
    <presentation><material><mattext texttype="text/html">&lt;p&gt;${prompt}&lt;/p&gt;</mattext></material>${responses}</presentation>
    <resprocessing>${conditions}</resprocessing>${feedback}</item>`)
  return readCartridge(
    cartridge(
      '<item identifier="m"><title>M</title><item identifier="i1" identifierref="q1"><title>Quiz</title></item></item>',
      '<resource identifier="q1" type="imsqti_xmlv1p2/imscc_xmlv1p3/assessment"><file href="q.xml"/></resource>',
      { 'q.xml': xml },
    ),
  )
}

const label = (ident: string, words: string) =>
  `<response_label ident="${ident}"><material><mattext texttype="text/plain">${words}</mattext></material></response_label>`
const choice = (ident: string, cardinality: string, labels: string, own = '') =>
  `<response_lid ident="${ident}" rcardinality="${cardinality}">${own}<render_choice>${labels}</render_choice></response_lid>`
const right = (test: string, score = '100', action = 'Set') =>
  `<respcondition><conditionvar>${test}</conditionvar><setvar action="${action}" varname="SCORE">${score}</setvar></respcondition>`
const equal = (ident: string, value: string, more = '') =>
  `<varequal respident="${ident}"${more}>${value}</varequal>`
const shown = (ident: string, words: string) =>
  `<itemfeedback ident="${ident}"><material><mattext texttype="text/html">&lt;p&gt;${words}&lt;/p&gt;</mattext></material></itemfeedback>`

describe('questions', () => {
  test('one choice, with feedback', async () => {
    const course = await item({
      type: 'cc.multiple_choice.v0p1',
      points: '2.5',
      responses: choice('r', 'Single', label('a', 'x &lt; y') + label('b', 'B')),
      conditions: `${right(equal('r', 'b'))}<respcondition><conditionvar>${equal('r', 'a')}</conditionvar><displayfeedback feedbacktype="Response" linkrefid="fa"/></respcondition>`,
      feedback: shown('fa', 'No') + shown('correct_fb', 'Yes') + shown('general_fb', 'Because'),
    })
    expect(allQuestions(course)).toMatchObject([
      {
        type: 'single',
        promptHtml: '<p>Ask</p>',
        points: 2.5,
        options: [
          { key: 'a', html: 'x &lt; y', correct: false, feedbackHtml: '<p>No</p>' },
          { key: 'b', html: 'B', correct: true, feedbackHtml: '<p>Yes</p>' },
        ],
        explanationHtml: '<p>Because</p>',
      },
    ])
  })

  test('true or false', async () => {
    const course = await item({
      type: 'true_false_question',
      responses: choice('r', 'Single', label('t', 'True') + label('f', 'False')),
      conditions: right(equal('r', 'f')),
    })
    expect(allQuestions(course)[0]?.options.map(({ correct }) => correct)).toEqual([false, true])
  })

  test('several choices, whether asked for together or one by one', async () => {
    const responses = choice('r', 'Multiple', label('a', 'A') + label('b', 'B') + label('c', 'C'))
    const together = right(`<and>${equal('r', 'a')}<not>${equal('r', 'b')}</not>${equal('r', 'c')}</and>`)
    const oneByOne =
      right(equal('r', 'a'), '50', 'Add') +
      right(equal('r', 'c'), '50', 'Add') +
      right(equal('r', 'b'), '-50', 'Add')
    for (const conditions of [together, oneByOne]) {
      const course = await item({ responses, conditions })
      expect(allQuestions(course)[0]?.type).toBe('multiple')
      expect(allQuestions(course)[0]?.options.map(({ correct }) => correct)).toEqual([true, false, true])
    }
  })

  const field = (ident: string, type = '') =>
    `<response_str ident="${ident}" rcardinality="Single"><render_fib fibtype="${type}"><response_label ident="x"/></render_fib></response_str>`

  test('a short text with alternatives', async () => {
    const course = await item({
      type: 'short_answer_question',
      responses: field('r'),
      conditions: right(equal('r', 'red', ' case="No"') + equal('r', 'crimson')),
    })
    expect(allQuestions(course)[0]).toMatchObject({
      type: 'short_text',
      answers: ['red', 'crimson'],
      caseSensitive: false,
    })
  })

  test('a short text where capital letters count, and one that need only be contained', async () => {
    const exact = await item({ responses: field('r'), conditions: right(equal('r', 'Rome', ' case="Yes"')) })
    expect(allQuestions(exact)[0]).toMatchObject({ answers: ['Rome'], caseSensitive: true })
    const pattern = await item({
      type: 'cc.pattern_match.v0p1',
      responses: field('r'),
      conditions: right('<varsubstring respident="r">Rom</varsubstring>'),
    })
    expect(outcomes(pattern, 'question')).toEqual(['converted qti.pattern_as_answer'])
  })

  test('numbers, exact, with a margin, or in a range', async () => {
    const range = (from: string, to: string) =>
      `<vargte respident="r">${from}</vargte><varlte respident="r">${to}</varlte>`
    const margin = await item({
      type: 'numerical_question',
      responses: field('r', 'Decimal'),
      conditions: right(`<or>${equal('r', '33.33')}<and>${range('33.32', '33.34')}</and></or>`),
    })
    expect(allQuestions(margin)[0]?.numeric).toMatchObject({
      answer: 33.33,
      tolerance: 0.01,
      range: [33.32, 33.34],
    })
    const between = await item({
      type: 'numerical_question',
      responses: field('r', 'Decimal'),
      conditions: right(range('2', '6')),
    })
    expect(allQuestions(between)[0]?.numeric).toEqual({
      answer: 4,
      tolerance: 2,
      toleranceKind: 'absolute',
      range: [2, 6],
    })
    const exact = await item({ responses: field('r', 'Integer'), conditions: right(equal('r', '7')) })
    expect(allQuestions(exact)[0]).toMatchObject({ type: 'numeric', numeric: { answer: 7, tolerance: 0 } })
  })

  test('matching becomes one dropdown for each thing to match', async () => {
    const labels = label('1', 'Corolla') + label('2', 'Civic')
    const stem = (words: string) => `<material><mattext>${words}</mattext></material>`
    const course = await item({
      type: 'matching_question',
      points: '2',
      responses:
        choice('m1', 'Single', labels, stem('Toyota')) + choice('m2', 'Single', labels, stem('Honda')),
      conditions: right(equal('m1', '1'), '50', 'Add') + right(equal('m2', '2'), '50', 'Add'),
    })
    expect(allQuestions(course)).toMatchObject([
      {
        sourceId: 't1#1',
        type: 'dropdown',
        points: 1,
        promptHtml: '<p>Ask</p>\n<p><strong>Toyota</strong></p>',
        options: [{ correct: true }, { correct: false }],
      },
      { sourceId: 't1#2', type: 'dropdown', points: 1, options: [{ correct: false }, { correct: true }] },
    ])
    expect(outcomes(course, 'question')).toEqual(['converted qti.split'])
  })

  test('dropdowns and blanks in a text each show their gap', async () => {
    const own = (name: string) => `<material><mattext>${name}</mattext></material>`
    const dropdowns = await item({
      type: 'multiple_dropdowns_question',
      prompt: 'Roses are [c1], violets are [c2]',
      responses:
        choice('response_c1', 'Single', label('1', 'red') + label('2', 'black'), own('c1')) +
        choice('response_c2', 'Single', label('3', 'blue'), own('c2')),
      conditions:
        right(equal('response_c1', '1'), '50', 'Add') + right(equal('response_c2', '3'), '50', 'Add'),
    })
    expect(allQuestions(dropdowns)).toMatchObject([
      { type: 'dropdown', promptHtml: '<p>Roses are <strong>____</strong>, violets are …</p>' },
      { type: 'dropdown', promptHtml: '<p>Roses are …, violets are <strong>____</strong></p>' },
    ])
    const blanks = await item({
      type: 'fill_in_multiple_blanks_question',
      prompt: 'A [x] and a [y]',
      responses:
        choice('response_x', 'Single', label('1', 'cat') + label('2', 'kitten'), own('x')) +
        choice('response_y', 'Single', label('3', 'dog'), own('y')),
      conditions:
        right(equal('response_x', '1'), '50', 'Add') +
        right(equal('response_x', '2'), '50', 'Add') +
        right(equal('response_y', '3'), '50', 'Add'),
    })
    expect(allQuestions(blanks)).toMatchObject([
      { type: 'short_text', answers: ['cat', 'kitten'] },
      { type: 'short_text', answers: ['dog'] },
    ])
  })
})

describe('items that cannot be marked', () => {
  test.each([
    ['essay_question', '<response_str ident="r"><render_fib/></response_str>', 'qti.essay'],
    ['cc.essay.v0p1', '<response_str ident="r"><render_fib/></response_str>', 'qti.essay'],
    ['file_upload_question', '', 'qti.file_upload'],
    ['', choice('r', 'Ordered', label('a', 'A') + label('b', 'B')), 'qti.ordering'],
    ['', choice('r', 'Single', label('a', 'A') + label('b', 'B')), 'qti.no_correct_answer'],
    ['', '<response_xy ident="r"><render_hotspot/></response_xy>', 'qti.unsupported'],
  ])('%s becomes a task', async (type, responses, code) => {
    const course = await item({ type, responses })
    expect(outcomes(course, 'question')).toEqual([`converted ${code}`])
    expect(allBlocks(course)).toMatchObject([{ type: 'exercise', html: expect.stringContaining('Ask') }])
    expect(allQuestions(course)).toEqual([])
  })

  test('a text between questions stands on the page', async () => {
    const course = await item({ type: 'text_only_question' })
    expect(allBlocks(course)).toEqual([{ type: 'text', html: '<p>Ask</p>' }])
  })
})
