import { describe, expect, test } from 'vitest'
import { cartridge, qti } from '../fixtures/courses.ts'
import { allBlocks, allNodes, allQuestions, outcomes, readCartridge, text } from '../fixtures/reading.ts'

const page = (id: string, href: string) =>
  `<resource identifier="${id}" type="webcontent" href="${href}"><file href="${href}"/></resource>`

describe('the outline', () => {
  test.each(['1.0.0', '1.1.0', '1.2.0', '1.3.0'] as const)('of a version %s cartridge', async (version) => {
    const course = await readCartridge(
      cartridge(
        `<item identifier="i1"><title>Week 1</title>
          <item identifier="i2" identifierref="r1"><title>Wind</title></item>
          <item identifier="i3"><title>Folder</title><item identifier="i4" identifierref="r1"><title>Again</title></item></item>
        </item>`,
        page('r1', 'pages/wind.html'),
        { 'pages/wind.html': '<html><head><title>x</title></head><body><p>Blows</p></body></html>' },
        version,
      ),
    )
    expect(course).toMatchObject({ kind: 'common-cartridge', kindVersion: version, title: 'Sailing' })
    expect(allNodes(course).map(({ kind, title }) => [kind, title])).toEqual([
      ['module', 'Week 1'],
      ['lesson', 'Wind'],
      ['lesson', 'Folder'],
      ['topic', 'Again'],
    ])
    expect(text(course)).toBe('<p>Blows</p>\n<p>Blows</p>')
  })

  test('a page that begins with its own title says it once', async () => {
    const course = await readCartridge(
      cartridge(
        `<item identifier="i1" identifierref="r1"><title>Wind &amp; waves</title></item>
         <item identifier="i2" identifierref="r2"><title>Tides</title></item>
         <item identifier="i3" identifierref="r3"><title>Moon</title></item>`,
        page('r1', 'wind.html') + page('r2', 'tides.html') + page('r3', 'moon.html'),
        {
          'wind.html':
            '<html><body class="x"><h1>Wind &amp;\n waves</h1><h2>Gusts</h2><p>Blow</p></body></html>',
          'tides.html': '<h1>High and low</h1><p>Twice a day</p>',
          'moon.html': '<h1 id="top">Moon</h1><p>Pulls</p>',
        },
      ),
    )
    const written = text(course)
    expect(written).not.toContain('waves')
    expect(written).toContain('<h2>Gusts</h2>')
    expect(written).toContain('High and low')
    expect(written).toContain('Moon')
  })

  test('without folders, one module holds all', async () => {
    const course = await readCartridge(
      cartridge(
        '<item identifier="i1" identifierref="r1"><title>A</title></item><item identifier="i2" identifierref="r1"><title>B</title></item>',
        page('r1', 'a.html'),
        { 'a.html': 'a' },
      ),
    )
    expect(course.nodes).toMatchObject([
      { kind: 'module', title: 'Sailing', children: [{ title: 'A' }, { title: 'B' }] },
    ])
  })

  test('deeper than four levels is moved up and reported', async () => {
    const nested = (level: number): string =>
      `<item identifier="n${level}"><title>L${level}</title>${level < 7 ? nested(level + 1) : ''}</item>`
    const course = await readCartridge(cartridge(nested(1), ''))
    const depth = (nodes: typeof course.nodes): number =>
      nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map(({ children }) => depth(children)))
    expect(depth(course.nodes)).toBeLessThanOrEqual(4)
    expect(course.report.some(({ code }) => code === 'outline.too_deep')).toBe(true)
  })

  test('what the outline does not name becomes other material, what nothing uses stays a file', async () => {
    const course = await readCartridge(
      cartridge(
        '<item identifier="i1"><title>M</title><item identifier="i2" identifierref="none"><title>Lost</title></item></item>',
        `${page('r1', 'loose.html')}${page('r2', 'hand.pdf')}${page('r3', 'pic.png')}${page('r4', 'gone.html')}
         <resource identifier="r5" type="imsother_xmlv1p0"><file href="x.xml"/></resource>`,
        {
          'loose.html': '<title>Loose page</title><p>text</p>',
          'hand.pdf': 'pdf',
          'pic.png': 'png',
          'x.xml': '<x/>',
        },
      ),
    )
    expect(course.nodes.at(-1)).toMatchObject({
      title: 'Other material',
      children: [
        { title: 'Loose page' },
        { title: 'Files', blocks: [{ type: 'document', file: 'hand.pdf' }] },
      ],
    })
    expect(outcomes(course, 'item')).toContain('dropped cc.resource_missing')
    expect(outcomes(course, 'webcontent')).toEqual([
      'imported item.imported',
      'imported file.unused',
      'imported file.unused',
      'dropped file.missing',
    ])
    expect(outcomes(course, 'unknown')).toEqual(['dropped cc.unknown_resource'])
    expect(course.files.map(({ path }) => path)).toEqual(expect.arrayContaining(['hand.pdf', 'pic.png']))
  })

  test('Canvas says what is published, in which order, and under which heading', async () => {
    const course = await readCartridge(
      cartridge(
        `<item identifier="m1"><title>One</title><item identifier="a" identifierref="r1"><title>A</title></item>
          <item identifier="b" identifierref="r1"><title>B</title></item><item identifier="h"><title>Head</title></item></item>`,
        page('r1', 'a.html'),
        {
          'a.html': 'a',
          'course_settings/module_meta.xml': `<modules><module identifier="m1"><title>One</title><workflow_state>unpublished</workflow_state><items>
            <item identifier="a"><content_type>WikiPage</content_type><position>3</position><workflow_state>unpublished</workflow_state><title>A</title></item>
            <item identifier="b"><content_type>WikiPage</content_type><position>1</position><title>B</title></item>
            <item identifier="h"><content_type>ContextModuleSubHeader</content_type><position>2</position><title>Head</title></item>
            <item identifier="u"><content_type>ExternalUrl</content_type><position>4</position><title>Link</title><url>https://example.org</url></item>
          </items></module></modules>`,
        },
      ),
    )
    expect(course.nodes).toMatchObject([
      {
        title: 'One',
        hidden: true,
        children: [
          { title: 'B', hidden: false },
          { title: 'Head', children: [{ title: 'A', hidden: true }, { title: 'Link' }] },
        ],
      },
    ])
    expect(text(course)).toContain('<a href="https://example.org">Link</a>')
  })
})

describe('resources', () => {
  test('links, tools, topics, tasks and files each become what they can', async () => {
    const items = ['web', 'tube', 'lti', 'topic', 'task', 'pdf', 'pic', 'sound']
      .map((id) => `<item identifier="i-${id}" identifierref="${id}"><title>${id}</title></item>`)
      .join('')
    const course = await readCartridge(
      cartridge(
        `<item identifier="m"><title>M</title>${items}</item>`,
        `<resource identifier="web" type="imswl_xmlv1p3"><file href="web.xml"/></resource>
         <resource identifier="tube" type="imswl_xmlv1p1"><webLink><title>T</title><url href="https://youtu.be/abcdefghijk"/></webLink></resource>
         <resource identifier="lti" type="imsbasiclti_xmlv1p0"><file href="lti.xml"/></resource>
         <resource identifier="topic" type="imsdt_xmlv1p2"><file href="t/topic.xml"/></resource>
         <resource identifier="task" type="assignment_xmlv1p0" href="task.xml"><file href="task.xml"/></resource>
         ${page('pdf', 'a.pdf')}${page('pic', 'a.png')}${page('sound', 'a.mp3')}`,
        {
          'web.xml':
            '<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3"><title>Site</title><url href="https://example.org/?a=1&amp;b=2"/></webLink>',
          'lti.xml':
            '<cartridge_basiclti_link xmlns:blti="http://x"><blti:title>Tool</blti:title><blti:launch_url>https://tool.example/</blti:launch_url></cartridge_basiclti_link>',
          't/topic.xml':
            '<topic><title>Talk</title><text texttype="text/html">&lt;p&gt;Say&lt;/p&gt;</text><attachments><attachment href="../a.pdf"/></attachments></topic>',
          'task.xml':
            '<assignment><title>Do</title><text texttype="text/html">&lt;p&gt;Work&lt;/p&gt;</text></assignment>',
          'a.pdf': 'pdf',
          'a.png': 'png',
          'a.mp3': 'mp3',
        },
      ),
    )
    expect(allBlocks(course)).toMatchObject([
      { type: 'text', html: '<p><a href="https://example.org/?a=1&amp;b=2">Site</a></p>' },
      { type: 'video', source: { kind: 'youtube', youtubeId: 'abcdefghijk' } },
      { type: 'callout', html: '<p><a href="https://tool.example/">Tool</a></p>' },
      { type: 'text', html: '<p>Say</p>' },
      { type: 'document', file: 'a.pdf' },
      { type: 'exercise', title: 'Do', html: '<p>Work</p>' },
      { type: 'document', file: 'a.pdf', title: 'pdf' },
      { type: 'image', file: 'a.png' },
      { type: 'audio', file: 'a.mp3' },
    ])
    expect(outcomes(course, 'external-tool')).toEqual(['dropped cc.external_tool'])
    expect(outcomes(course, 'discussion')).toEqual(['converted cc.discussion'])
  })

  test('a plain form gives way to the richer variant, and teachers keep theirs', async () => {
    const course = await readCartridge(
      cartridge(
        '<item identifier="m"><title>M</title><item identifier="i1" identifierref="plain"><title>Task</title></item><item identifier="i2" identifierref="plan"><title>Plan</title></item></item>',
        `<resource identifier="plain" type="webcontent" href="t.html" ><file href="t.html"/><variant identifier="v" identifierref="rich"/></resource>
         <resource identifier="rich" type="assignment_xmlv1p0" href="t.xml"><file href="t.xml"/></resource>
         <resource identifier="plan" type="webcontent" href="p.html" intendeduse="lessonplan"><file href="p.html"/></resource>`,
        {
          't.html': 'plain',
          't.xml': '<assignment><title>T</title><text>rich</text></assignment>',
          'p.html': 'plan',
        },
      ),
    )
    expect(allBlocks(course)[0]).toMatchObject({ type: 'exercise', html: '<p>rich</p>' })
    expect(allNodes(course).at(-1)).toMatchObject({ title: 'Plan', hidden: true })
    expect(outcomes(course, 'webcontent')).toContain('converted cc.plain_variant')
  })

  test('links in all spellings lead where they should', async () => {
    const course = await readCartridge(
      cartridge(
        `<item identifier="m"><title>M</title><item identifier="i1" identifierref="r1"><title>A</title></item>
         <item identifier="i2" identifierref="q1"><title>Q</title></item></item>`,
        `${page('r1', 'wiki_content/a.html')}<resource identifier="q1" type="imsqti_xmlv1p2/imscc_xmlv1p3/assessment"><file href="q.xml"/></resource>`,
        {
          'wiki_content/a.html': `<a href="$WIKI_REFERENCE$/pages/a">1</a><a href="%24CANVAS_OBJECT_REFERENCE%24/quizzes/q1">2</a>
            <a href="$CANVAS_COURSE_REFERENCE$/modules/items/i2">3</a><a href="a.html#x">4</a>
            <img src="$IMS-CC-FILEBASE$/pics/b%20c.png?canvas_download=1" alt=""><img src="%24IMS_CC_FILEBASE%24/../web_resources/pics/b c.png" alt="">
            <img src="../web_resources/pics/b%20c.png" alt=""><a href="../../../etc/passwd">5</a>`,
          'web_resources/pics/b c.png': 'png',
          'q.xml': qti(''),
        },
      ),
    )
    const html = text(course)
    expect(html.match(/stoa-node:i1/g)).toHaveLength(2)
    expect(html.match(/stoa-node:i2/g)).toHaveLength(2)
    expect(html.match(/stoa-file:web_resources\/pics\/b%20c\.png/g)).toHaveLength(3)
    expect(html).toContain('5')
    expect(outcomes(course, 'link')).toEqual(['dropped link.target_missing'])
  })
})

describe('assessments', () => {
  const assessment =
    '<resource identifier="q1" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment"><file href="q1/assessment_qti.xml"/><dependency identifierref="meta"/></resource>'
  const items =
    '<item identifier="m"><title>M</title><item identifier="i1" identifierref="q1"><title>Quiz</title></item></item>'
  const question =
    '<item ident="t1"><presentation><material><mattext>Is it?</mattext></material><response_lid ident="r" rcardinality="Single"><render_choice><response_label ident="y"><material><mattext>Yes</mattext></material></response_label><response_label ident="n"><material><mattext>No</mattext></material></response_label></render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar><varequal respident="r">y</varequal></conditionvar><setvar>100</setvar></respcondition></resprocessing></item>'

  test('bring their questions and settings, from the richer file when there are two', async () => {
    const course = await readCartridge(
      cartridge(
        items,
        `${assessment}<resource identifier="meta" type="associatedcontent/imscc_xmlv1p1/learning-application-resource" href="q1/assessment_meta.xml"><file href="q1/assessment_meta.xml"/></resource>`,
        {
          'q1/assessment_qti.xml': qti(question),
          'non_cc_assessments/q1.xml.qti': qti(question + question.replace('"t1"', '"t2"')),
          'q1/assessment_meta.xml':
            '<quiz><title>Big quiz</title><description>&lt;p&gt;Good luck&lt;/p&gt;</description><shuffle_answers>true</shuffle_answers><quiz_type>practice_quiz</quiz_type><allowed_attempts>3</allowed_attempts><time_limit>20</time_limit></quiz>',
        },
      ),
    )
    expect(allNodes(course).at(-1)?.quiz).toMatchObject({
      title: 'Big quiz',
      introHtml: '<p>Good luck</p>',
      maxAttempts: 3,
      timeLimitMinutes: 20,
      shuffle: true,
      required: false,
    })
    expect(allQuestions(course)).toHaveLength(2)
  })

  test('question banks are kept on a hidden page', async () => {
    const bank = `<questestinterop><objectbank ident="b1">${question}</objectbank></questestinterop>`
    const course = await readCartridge(
      cartridge(
        '',
        '<resource identifier="b1" type="imsqti_xmlv1p2/imscc_xmlv1p1/question-bank"><file href="b.xml"/></resource>',
        { 'b.xml': bank },
      ),
    )
    expect(allNodes(course).at(-1)).toMatchObject({
      hidden: true,
      quiz: { required: false, questions: [{ type: 'single' }] },
    })
    expect(outcomes(course, 'question-bank')).toEqual(['converted cc.question_bank'])
  })

  test('a section that draws from a bank asks all of it', async () => {
    const section =
      '<section ident="s"><selection_ordering><selection><sourcebank_ref>b9</sourcebank_ref><selection_number>1</selection_number><selection_extension><points_per_item>4</points_per_item></selection_extension></selection></selection_ordering></section>'
    const course = await readCartridge(
      cartridge(items, assessment, {
        'q1/assessment_qti.xml': qti(section),
        'non_cc_assessments/b9.xml.qti': `<questestinterop><objectbank ident="b9">${question}${question}</objectbank></questestinterop>`,
      }),
    )
    expect(allQuestions(course).map(({ points }) => points)).toEqual([4, 4])
    expect(outcomes(course, 'section')).toEqual(['converted qti.all_of_group'])
  })
})

test('thousands of items of one name are numbered, each once', async () => {
  const course = await readCartridge(
    cartridge('<item identifier="same"><title>x</title></item>'.repeat(3000), ''),
  )
  const ids = allNodes(course).map(({ sourceId }) => sourceId)
  expect(ids.length).toBeGreaterThanOrEqual(3000)
  expect(new Set(ids).size).toBe(ids.length)
})
