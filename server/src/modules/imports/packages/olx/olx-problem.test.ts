import { describe, expect, test } from 'vitest'
import { olxCourse } from '../fixtures/courses.ts'
import { allBlocks, allNodes, allQuestions, outcomes, readOlx } from '../fixtures/reading.ts'
import { answersOfPattern } from './answer-pattern.ts'
import { evaluateNumber } from './numeric-expression.ts'

async function problem(xml: string, attrs = 'display_name="P"') {
  return readOlx(olxCourse(`<problem url_name="p1" ${attrs}>${xml}</problem>`))
}

describe('questions', () => {
  test('one choice, with feedback, hints, explanation and weight', async () => {
    const course = await problem(
      `<multiplechoiceresponse><label>Which way?</label><description>Mind the wind</description>
        <choicegroup type="MultipleChoice"><choice correct="false">Up <choicehint>No</choicehint></choice>
        <choice correct="true"><b>Down</b></choice></choicegroup>
        <solution><div class="detailed-solution"><p>Explanation</p><p>Because.</p></div></solution></multiplechoiceresponse>
       <demandhint><hint>Think</hint><hint>again</hint></demandhint>`,
      'display_name="Way" weight="3" max_attempts="2"',
    )
    expect(allQuestions(course)).toEqual([
      {
        sourceId: 'p1',
        type: 'single',
        promptHtml: '<p>Which way?</p>\n<p><em>Mind the wind</em></p>',
        points: 3,
        options: [
          { key: '1', html: 'Up', correct: false, feedbackHtml: 'No' },
          { key: '2', html: '<b>Down</b>', correct: true, feedbackHtml: null },
        ],
        numeric: null,
        numericAlternatives: [],
        answers: [],
        caseSensitive: false,
        hints: ['Think', 'again'],
        explanationHtml: '<p>Because.</p>',
      },
    ])
    expect(allNodes(course).at(-1)?.quiz).toMatchObject({ title: 'Way', maxAttempts: 2, required: true })
  })

  test('several choices', async () => {
    const course = await problem(
      '<p>Pick</p><choiceresponse><checkboxgroup><choice correct="true">a</choice><choice correct="false">b</choice><choice correct="true">c</choice></checkboxgroup></choiceresponse>',
    )
    expect(allQuestions(course)[0]).toMatchObject({ type: 'multiple', promptHtml: '<p>Pick</p>' })
    expect(allQuestions(course)[0]?.options.map(({ correct }) => correct)).toEqual([true, false, true])
  })

  test('dropdowns, written as a list or as options', async () => {
    const course = await problem(
      `<p>Old</p><optionresponse><optioninput options="('it\\'s','b',&quot;c, d&quot;)" correct="c, d"/></optionresponse>
       <p>New</p><optionresponse><optioninput><option correct="True">x<optionhint>yes</optionhint></option><option correct="False">y</option></optioninput></optionresponse>`,
    )
    expect(allQuestions(course)).toMatchObject([
      {
        sourceId: 'p1#1',
        type: 'dropdown',
        options: [{ html: "it's" }, { html: 'b' }, { html: 'c, d', correct: true }],
      },
      {
        sourceId: 'p1#2',
        promptHtml: '<p>New</p>',
        options: [{ html: 'x', correct: true, feedbackHtml: 'yes' }, { html: 'y' }],
      },
    ])
    expect(outcomes(course, 'problem')).toEqual(['converted olx.problem.split'])
  })

  test.each([
    [
      'answer="600"',
      '<responseparam type="tolerance" default="5"/>',
      { answer: 600, tolerance: 5, toleranceKind: 'absolute' },
    ],
    [
      'answer="2*pi"',
      '<responseparam default="1.5%"/>',
      { answer: 2 * Math.PI, tolerance: 1.5, toleranceKind: 'percent' },
    ],
    ['answer="[5, 7)"', '', { answer: 6, tolerance: 1, range: [5, 7] }],
    ['answer="4.7k"', '', { answer: 4700 }],
  ])('a number: %s', async (attrs, inside, numeric) => {
    const course = await problem(
      `<p>N</p><numericalresponse ${attrs}>${inside}<formulaequationinput/></numericalresponse>`,
    )
    expect(allQuestions(course)[0]).toMatchObject({ type: 'numeric', numeric })
  })

  test('a number with further answers', async () => {
    const course = await problem(
      '<numericalresponse answer="1"><additional_answer answer="2"/><textline label="How many?"/></numericalresponse>',
    )
    expect(allQuestions(course)[0]).toMatchObject({
      promptHtml: '<p>How many?</p>',
      numericAlternatives: [{ answer: 2 }],
    })
  })

  test('a text, exact or not, with alternatives', async () => {
    const course = await problem(
      `<p>T</p><stringresponse answer="Doc" type="ci"><additional_answer answer="Sleepy"/><textline/></stringresponse>
       <p>U</p><stringresponse answer="A_or_B"><textline/></stringresponse>
       <p>V</p><stringresponse answer="colou?r|hue" type="ci regexp"><textline/></stringresponse>`,
    )
    expect(allQuestions(course)).toMatchObject([
      { answers: ['Doc', 'Sleepy'], caseSensitive: false },
      { answers: ['A', 'B'], caseSensitive: true },
      { answers: ['colour', 'color', 'hue'], caseSensitive: false },
    ])
  })

  test('a field inside a sentence leaves a gap there', async () => {
    const course = await problem(
      '<p>A week has <numericalresponse answer="7"><textline/></numericalresponse> days.</p>',
    )
    expect(allQuestions(course)[0]?.promptHtml).toBe('<p>A week has ____ days.</p>')
  })

  test('fields in a table each show the whole table with their own gap', async () => {
    const input = '<optioninput options="(\'a\',\'b\')" correct="a"/>'
    const course = await problem(
      `<optionresponse><table><tr><td>${input}</td><td>${input}</td></tr></table></optionresponse>`,
    )
    expect(allQuestions(course).map(({ promptHtml }) => promptHtml)).toEqual([
      '<table><tr><td><strong>____</strong></td><td>…</td></tr></table>',
      '<table><tr><td>…</td><td><strong>____</strong></td></tr></table>',
    ])
  })

  test('a script that only names values is worked out; random numbers stay the same', async () => {
    const course = await problem(
      `<script type="loncapa/python">a = 3
b = a * 2
n = random.randint(10, 20)
z = n + b
</script><p>$a and $b and $n</p><numericalresponse answer="$z"><textline/></numericalresponse>`,
    )
    const [question] = allQuestions(course)
    expect(question?.promptHtml).toMatch(/^<p>3 and 6 and 1\d<\/p>$/)
    expect(question?.numeric?.answer).toBe(Number(/\d+(?=<)/.exec(question?.promptHtml ?? '')?.[0]) + 6)
    expect(outcomes(course, 'problem')).toEqual(['converted olx.problem.numbers_fixed'])
  })

  test('problems of one page share its quiz', async () => {
    const one = '<problem><stringresponse answer="x"><textline/></stringresponse></problem>'
    const course = await readOlx(olxCourse(one + one))
    expect(allNodes(course).at(-1)?.quiz).toMatchObject({ title: 'Questions', questions: [{}, {}] })
  })
})

describe('what cannot be marked here', () => {
  test.each([
    [
      'customresponse',
      '<customresponse cfn="f"><p>Fold it</p><textline/></customresponse>',
      'olx.problem.custom_grader',
    ],
    [
      'jsinput',
      '<customresponse cfn="f"><p>Play</p><jsinput html_file="/static/x.html"/></customresponse>',
      'olx.problem.javascript',
    ],
    [
      'formula',
      '<formularesponse answer="x^2"><label>Square</label><textline/></formularesponse>',
      'olx.problem.formula',
    ],
    ['schematic', '<p>Draw</p><schematicresponse><schematic/></schematicresponse>', 'olx.problem.schematic'],
    [
      'pattern',
      '<p>Any</p><stringresponse answer="a.+b" type="regexp"><textline/></stringresponse>',
      'olx.problem.pattern_answer',
    ],
    [
      'no right answer',
      '<p>Hm</p><multiplechoiceresponse><choicegroup><choice correct="false">a</choice></choicegroup></multiplechoiceresponse>',
      'olx.problem.no_correct_answer',
    ],
    [
      'script',
      '<script>x = f()</script><p>Is it $x?</p><numericalresponse answer="$x"><textline/></numericalresponse>',
      'olx.problem.script_variables',
    ],
    ['no field', '<p>Just read</p>', 'olx.problem.no_question'],
  ])('%s keeps its text', async (_name, xml, code) => {
    const course = await problem(xml)
    expect(allQuestions(course)).toEqual([])
    expect(allBlocks(course)).toHaveLength(1)
    expect(outcomes(course, 'problem')).toEqual([`converted ${code}`])
  })

  test('hints and solution make an exercise of it', async () => {
    const course = await problem(
      '<customresponse cfn="f"><p>Fold</p><textline/></customresponse><solution><p>So</p></solution><demandhint><hint>H</hint></demandhint>',
    )
    expect(allBlocks(course)).toEqual([
      { type: 'exercise', title: 'P', html: '<p>Fold</p>', hints: ['H'], solutionHtml: '<p>So</p>' },
    ])
  })

  test('an empty problem is dropped', async () => {
    expect(outcomes(await readOlx(olxCourse('<problem/>')), 'problem')).toEqual([
      'dropped olx.problem.no_question',
    ])
  })

  test('parts that can be marked still are', async () => {
    const course = await problem(
      '<p>A</p><stringresponse answer="x"><textline/></stringresponse><p>B</p><formularesponse answer="y"><textline/></formularesponse>',
    )
    expect(allQuestions(course)).toHaveLength(1)
    expect(outcomes(course, 'problem')).toEqual(['converted olx.problem.partly'])
    expect(outcomes(course, 'question')).toEqual(['dropped olx.problem.formula'])
  })
})

test('arithmetic is worked out, anything else is not', () => {
  expect(evaluateNumber('-(1 + 2)^2 / 3e0')).toBe(-3)
  expect(evaluateNumber('sqrt(16) * 50%')).toBe(2)
  expect(evaluateNumber('constructor')).toBeNull()
  expect(evaluateNumber('__proto__(1)')).toBeNull()
  expect(evaluateNumber(`${'('.repeat(400)}1`)).toBeNull()
  expect(evaluateNumber('1/0')).toBeNull()
})

test('patterns become answers only while these are few', () => {
  expect(answersOfPattern('^(red|blue)\\s*car$')).toEqual(['red car', 'blue car'])
  expect(answersOfPattern('gr[ae]y')).toEqual(['gray', 'grey'])
  expect(answersOfPattern('[0-9]+')).toBeNull()
  expect(answersOfPattern('(a|b)(c|d)(e|f)(g|h)(i|j)(k|l)(m|n)')).toBeNull()
  expect(answersOfPattern('('.repeat(200))).toBeNull()
})
