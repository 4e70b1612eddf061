import { expect, test } from 'vitest'
import { olxCourse } from '../fixtures/courses.ts'
import { allBlocks, allNodes, allQuestions, outcomes, readOlx, text } from '../fixtures/reading.ts'

// What exports hold that the sample courses do not.

test('a course whose names are not ASCII, with links as Studio writes them', async () => {
  const course = await readOlx({
    'kurs/course.xml': '<course url_name="2024_Ä" org="Örg" course="ÜX"/>',
    'kurs/course/2024_Ä.xml':
      '<course display_name="Über" course_image="my cover.png"><chapter url_name="kapitel-ä"/></course>',
    'kurs/chapter/kapitel-ä.xml': '<chapter><sequential url_name="s1"/></chapter>',
    'kurs/sequential/s1.xml':
      '<sequential display_name="S" due="2030-02-02T00:00:00Z"><vertical url_name="v1"/><vertical url_name="v2"/></sequential>',
    'kurs/vertical/v1.xml': '<vertical display_name="V1"><html url_name="h1"/></vertical>',
    'kurs/vertical/v2.xml':
      '<vertical display_name="V2" hide_from_toc="true"><html><p>x</p></html></vertical>',
    'kurs/html/h1.xml': '<html filename="h1"/>',
    'kurs/html/h1.html': `<p><a href="/jump_to_id/v2">a</a>
      <a href="/courses/course-v1:Örg+ÜX+R/jump_to/block-v1:Örg+ÜX+R+type@vertical+block@v2">b</a>
      <a href="/static/My%20File%20%C3%A4.pdf">c</a> <a href="/static/sub/a.pdf">d</a>
      <a href="/asset-v1:%C3%96rg+%C3%9CX+R+type@asset+block@pic.png">e</a> <a href="/course/progress">f</a></p>`,
    'kurs/static/My_File_ä.pdf': '%PDF-',
    'kurs/static/sub/a.pdf': '%PDF-',
    'kurs/static/pic.png': 'x',
    'kurs/static/my_cover.png': 'x',
  })
  expect(allNodes(course).map(({ title, hidden }) => [title, hidden])).toEqual([
    ['Module', false],
    ['S', false],
    ['V1', false],
    ['V2', true],
  ])
  expect(course.coverPath).toBe('static/my_cover.png')
  const addresses = [...text(course).matchAll(/href="([^"]*)"/g)].map((match) => match[1])
  expect(addresses).toEqual([
    'stoa-node:v2',
    'stoa-node:v2',
    'stoa-file:static/My_File_%C3%A4.pdf',
    'stoa-file:static/sub/a.pdf',
    'stoa-file:static/pic.png',
  ])
  expect(outcomes(course, 'link')).toEqual(['dropped link.target_missing'])
  expect(outcomes(course, 'sequential')).toContain('dropped olx.due_date')
  const cover = course.report.find(({ sourceId }) => sourceId === 'static/my_cover.png')
  expect(cover?.code).toBe('file.used')
})

test('a tab whose page is missing is said to be', async () => {
  const tabs = [{ type: 'static_tab', url_slug: 'gone', name: 'Gone' }]
  const course = await readOlx(
    olxCourse('<html><p>x</p></html>', {
      'policies/run1/policy.json': JSON.stringify({ 'course/run1': { tabs } }),
    }),
  )
  expect(outcomes(course, 'static_tab')).toEqual(['dropped olx.target_missing'])
})

test('remarks at the end of a problem belong to the choices they name', async () => {
  const course = await readOlx(
    olxCourse(`<problem url_name="p"><p>Which?</p><multiplechoiceresponse targeted-feedback=""><choicegroup>
      <choice correct="false" explanation-id="no">a</choice><choice correct="true" explanation-id="yes">b</choice>
      </choicegroup></multiplechoiceresponse><targetedfeedbackset>
      <targetedfeedback explanation-id="no"><div><p>Not a</p></div></targetedfeedback>
      <targetedfeedback explanation-id="yes"><p>Yes, b</p></targetedfeedback></targetedfeedbackset></problem>`),
  )
  const [question] = allQuestions(course)
  expect(question?.promptHtml).toBe('<p>Which?</p>')
  expect(question?.options.map(({ feedbackHtml }) => feedbackHtml)).toEqual(['Not a', 'Yes, b'])
})

test('partial points are told of', async () => {
  const course = await readOlx(
    olxCourse(`<problem url_name="p"><multiplechoiceresponse partial_credit="points"><choicegroup>
      <choice correct="true">a</choice><choice correct="partial" point_value="0.5">b</choice></choicegroup>
      </multiplechoiceresponse></problem>`),
  )
  expect(outcomes(course, 'question')).toEqual(['converted olx.problem.partial_credit'])
  expect(allQuestions(course)).toHaveLength(1)
})

test('what cannot be marked keeps its choices, its code and its solution behind a button', async () => {
  const course = await readOlx(
    olxCourse(`<problem url_name="p1"><p>Radius?</p><choicetextresponse><radiotextgroup>
        <choice correct="true">about <numtolerance_input answer="3"/></choice><choice correct="false">none</choice>
      </radiotextgroup></choicetextresponse></problem>
      <problem url_name="p2" display_name="Program"><coderesponse queuename="q"><textbox mode="python"/><codeparam>
        <initial_display>def f(): pass</initial_display><answer_display>def f(): return 1</answer_display>
      </codeparam></coderesponse></problem>
      <problem url_name="p3" display_name="Circuit"><schematicresponse><schematic/></schematicresponse></problem>`),
  )
  const [radius, program, circuit] = allBlocks(course)
  expect(radius).toMatchObject({
    type: 'text',
    html: '<p>Radius?</p>\n<ul><li>about </li><li>none</li></ul>',
  })
  expect(program).toMatchObject({ type: 'exercise', title: 'Program' })
  expect(program).toHaveProperty('solutionHtml', '<pre><code>def f(): return 1</code></pre>')
  expect(circuit).toMatchObject({ type: 'text', html: '<p>Circuit</p>' })
  expect(outcomes(course, 'problem')).toEqual([
    'converted olx.problem.choice_with_text',
    'converted olx.problem.external_grader',
    'converted olx.problem.schematic',
  ])
})

test('what nobody here knows keeps its words and pictures', async () => {
  const course = await readOlx(
    olxCourse(
      `<image-explorer url_name="ie"><background src="/static/map.png"/><description><p>Explore</p></description>
        <hotspots><hotspot><feedback><header><p>Head</p></header></feedback></hotspot></hotspots></image-explorer>
      <problem-builder url_name="pb"><pb-mcq question="2+2?"><pb-choice value="4">four</pb-choice>
        <pb-choice value="5">five</pb-choice></pb-mcq></problem-builder>
      <free_text_response url_name="ft" prompt="Say why"/><crowdsourcehinter url_name="ch"/>`,
      { 'static/map.png': 'x' },
    ),
  )
  expect(text(course)).toContain('<img alt="" src="stoa-file:static/map.png" />')
  expect(text(course)).toMatch(/<p>2\+2\?<\/p>\s*<p>four<\/p>\s*<p>five<\/p>/)
  expect(allBlocks(course).at(-1)).toMatchObject({ type: 'exercise', html: '<p>Say why</p>' })
  expect(outcomes(course, 'crowdsourcehinter')).toEqual(['dropped olx.unknown_component'])
})

test('TeX stays as it is written, and what cannot be read has a line', async () => {
  const course = await readOlx(
    olxCourse(
      `<html><![CDATA[<p>[mathjaxinline]x < y[/mathjaxinline] [mathjax]\\sum_i x_i[/mathjax] \\(\\frac{1\\)</p>]]></html>
      <problem url_name="p"><p>\\(\\newcommand{\\half}{\\frac12} \\half\\)</p><multiplechoiceresponse><choicegroup>
        <choice correct="true">\\(\\half x\\)</choice><choice correct="false">\\(\\nonsense\\)</choice>
      </choicegroup></multiplechoiceresponse></problem>`,
    ),
  )
  expect(text(course)).toBe('<p>\\(x &lt; y\\) \\[\\sum_i x_i\\] \\(\\frac{1\\)</p>')
  const broken = course.report.filter(({ code }) => code === 'tex.unreadable')
  expect(broken.map(({ params, outcome }) => [params.tex, outcome])).toEqual([
    ['\\frac{1', 'converted'],
    ['\\nonsense', 'converted'],
  ])
})
