import { describe, expect, test } from 'vitest'
import { olxCourse } from '../fixtures/courses.ts'
import { allBlocks, allNodes, outcomes, readOlx, text } from '../fixtures/reading.ts'

describe('the outline', () => {
  test('chapters, sequentials and verticals become modules, lessons and topics', async () => {
    const course = await readOlx(
      olxCourse('<html url_name="h1"/>', {
        'html/h1.xml': '<html filename="h1"/>',
        'html/h1.html': '<p>Hello</p>',
      }),
    )
    expect(course).toMatchObject({
      kind: 'olx',
      title: 'Sailing',
      language: 'en',
      startsAt: '2030-01-02T00:00:00.000Z',
    })
    expect(allNodes(course).map(({ kind, title, sourceId }) => [kind, title, sourceId])).toEqual([
      ['module', 'Wind', 'c1'],
      ['lesson', 'Basics', 's1'],
      ['topic', 'First page', 'v1'],
    ])
    expect(text(course)).toBe('<p>Hello</p>')
    expect(outcomes(course, 'html')).toEqual(['imported item.imported'])
  })

  test('everything may also stand inline in one file', async () => {
    const course = await readOlx({
      'course.xml': `<course url_name="r" org="O" course="C" display_name="Inline">
        <chapter display_name="One"><sequential display_name="Two"><vertical display_name="Three">
          <html><![CDATA[<p>from CDATA</p>]]></html><html><p>as tags</p></html><html>&lt;p&gt;escaped&lt;/p&gt;</html>
        </vertical></sequential></chapter></course>`,
    })
    expect(text(course)).toBe('<p>from CDATA</p>\n<p>as tags</p>\n<p>escaped</p>')
    expect(new Set(allNodes(course).map(({ sourceId }) => sourceId)).size).toBe(3)
  })

  test('an export of a repository may keep its root file in roots', async () => {
    const files = olxCourse('<html><p>Hi</p></html>')
    const { 'course/course.xml': root, ...others } = files
    const course = await readOlx({ ...others, 'course/roots/run1.xml': root! })
    expect(text(course)).toBe('<p>Hi</p>')
  })

  test('policies say what is hidden, when it starts and how it is called', async () => {
    const course = await readOlx(
      olxCourse('<html><p>x</p></html>', {
        'policies/run1/policy.json': JSON.stringify({
          'course/run1': { display_name: 'From policy', tabs: [{ type: 'wiki', name: 'Wiki' }] },
          'vertical/v1': { visible_to_staff_only: true, start: '2031-05-06T07:08:09Z' },
        }),
      }),
    )
    expect(course.title).toBe('From policy')
    expect(allNodes(course).at(-1)).toMatchObject({ hidden: true, releaseAt: '2031-05-06T07:08:09.000Z' })
    expect(outcomes(course, 'tab')).toEqual(['dropped olx.tab'])
  })

  test('containers on a page are opened, in order, and said to be', async () => {
    const course = await readOlx(
      olxCourse(`<html><p>1</p></html>
        <vertical display_name="inner"><html><p>2</p></html></vertical>
        <split_test><vertical><html><p>3</p></html></vertical></split_test>
        <randomize><html><p>4</p></html></randomize>
        <conditional><html><p>5</p></html></conditional>
        <library_content/>`),
    )
    expect(text(course).replace(/\D+/g, '')).toBe('12345')
    expect(outcomes(course, 'randomize')).toEqual(['converted olx.all_alternatives_shown'])
    expect(outcomes(course, 'conditional')).toEqual(['converted olx.condition_dropped'])
    expect(outcomes(course, 'library_content')).toEqual(['dropped olx.container_empty'])
  })

  test('components right below a sequential are pages of their own', async () => {
    const files = olxCourse('', {
      'sequential/s1.xml':
        '<sequential display_name="S"><html display_name="Loose"><p>x</p></html></sequential>',
    })
    const course = await readOlx(files)
    expect(allNodes(course).at(-1)).toMatchObject({
      kind: 'topic',
      title: 'Loose',
      blocks: [{ type: 'text' }],
    })
  })

  test('names that point to nothing or in circles are reported, not followed', async () => {
    const course = await readOlx(
      olxCourse('<html url_name="gone"/><vertical url_name="v1"/><problem url_name="bad"/>', {
        'problem/bad.xml': 'no xml',
      }),
    )
    expect(outcomes(course, 'html')).toEqual(['dropped olx.target_missing'])
    expect(outcomes(course, 'vertical')).toContain('dropped olx.cycle')
    expect(outcomes(course, 'problem')).toEqual(['dropped olx.target_unreadable'])
  })

  test('pages about the course, handouts and tabs find their place', async () => {
    const course = await readOlx(
      olxCourse('', {
        'about/overview.html': '<section><h2>About</h2><p>All <b>of</b> it</p></section>',
        'about/short_description.html': 'Learn to &amp; sail',
        'info/handouts.html': '<ol><li>One</li></ol>',
        'info/updates.html': '<p>News</p>',
        'tabs/syllabus.html': '<p>Plan</p>',
        'policies/run1/policy.json': JSON.stringify({
          'course/run1': {
            course_image: 'cover.png',
            tabs: [{ type: 'static_tab', url_slug: 'syllabus', name: 'Syllabus' }],
          },
        }),
        'static/cover.png': 'png',
      }),
    )
    expect(course.descriptionHtml).toBe('<h2>About</h2>\n<p>All <b>of</b> it</p>')
    expect(course).toMatchObject({ summary: 'Learn to & sail', coverPath: 'static/cover.png' })
    expect(course.nodes.at(-1)).toMatchObject({
      title: 'Other material',
      children: [{ title: 'Handouts' }, { title: 'Syllabus' }],
    })
    expect(course.report.find(({ code }) => code === 'olx.updates')?.outcome).toBe('dropped')
  })
})

describe('links', () => {
  test('between items and to files keep working, in all their forms', async () => {
    const course = await readOlx(
      olxCourse('<html url_name="h1"/>', {
        'html/h1.xml': '<html filename="h1" display_name="Links"/>',
        'html/h1.html': `
          <a href="/jump_to_id/v1">a</a> <a href="/jump_to_id/h1">b</a>
          <a href="/courses/course-v1:Org+Sailing+run1/jump_to/block-v1:Org+Sailing+run1+type@vertical+block@v1">c</a>
          <a href="/courses/course-v1:Org+Sailing+run1/courseware/c1/s1/">d</a>
          <img src="/static/my_boat.png" alt="boat"> <img src="/static/Sea%20map.png" alt="">
          <img src="/asset-v1:Org+Sailing+run1+type@asset+block@my_boat.png" alt="">
          <img src="/assets/courseware/v1/abc/asset-v1:Org+Sailing+run1+type@asset+block/my_boat.png" alt="old">
          <a href="/jump_to_id/nowhere">lost</a> <a href="https://example.org/">out</a>`,
        'static/my boat.png': 'png',
        'static/Sea map.png': 'png',
        'policies/assets.json': JSON.stringify({ 'my_boat.png': { import_path: 'my boat.png' } }),
      }),
    )
    const html = text(course)
    expect(html).toContain('<a href="stoa-node:v1">a</a> <a href="stoa-node:v1">b</a>')
    expect(html).toContain('<a href="stoa-node:v1">c</a>')
    expect(html).toContain('<a href="stoa-node:s1">d</a>')
    expect(html).toContain('src="stoa-file:static/my%20boat.png"')
    expect(html).toContain('src="stoa-file:static/Sea%20map.png"')
    expect(html).toContain(' lost <a href="https://example.org/">out</a>')
    const missing = course.report
      .filter(({ code }) => code === 'link.target_missing')
      .map(({ params }) => params.target)
    expect(missing[0]).toContain('asset-v1')
    expect(missing[1]).toBe('/jump_to_id/nowhere')
    const file = course.files.find(({ path }) => path === 'static/my boat.png')
    expect((await file!.bytes()).toString()).toBe('png')
  })

  test('files nobody uses come along and are said to', async () => {
    const course = await readOlx(
      olxCourse('', {
        'static/alone.svg': '<svg/>',
        'drafts/vertical/d.xml': '<vertical/>',
        'html/orphan.html': 'x',
      }),
    )
    expect(course.files.map(({ path, active }) => [path, active])).toEqual([['static/alone.svg', true]])
    const codes = Object.fromEntries(course.report.map(({ sourceId, code }) => [sourceId, code]))
    expect(codes['static/alone.svg']).toBe('file.unused')
    expect(codes['drafts/vertical/d.xml']).toBe('olx.draft')
    expect(codes['html/orphan.html']).toBe('olx.not_in_outline')
  })
})

describe('videos', () => {
  test('from YouTube, with captions in both formats turned into WebVTT', async () => {
    const course = await readOlx(
      olxCourse(
        '<video youtube="0.75:aaaaaaaaaaa,1.00:bbbbbbbbbbb" display_name="Knots" sub="OLD"><transcript language="de" src="knots-de.srt"/></video>',
        {
          'static/knots-de.srt': '1\r\n00:00:01,500 --> 00:00:02,000\r\nHallo\r\n',
          'static/subs_OLD.srt.sjson': JSON.stringify({ start: [0], end: [61_500], text: ['Hello'] }),
        },
      ),
    )
    const [video] = allBlocks(course)
    expect(video).toMatchObject({
      type: 'video',
      title: 'Knots',
      source: { kind: 'youtube', youtubeId: 'bbbbbbbbbbb' },
    })
    const texts = await Promise.all(
      course.files.map(async (file) => [file.path, (await file.bytes()).toString()]),
    )
    expect(texts).toEqual([
      ['generated/captions/knots-de.de.vtt', 'WEBVTT\n\n00:00:01.500 --> 00:00:02.000\nHallo\n'],
      ['generated/captions/subs_OLD.en.vtt', 'WEBVTT\n\n00:00:00.000 --> 00:01:01.500\nHello\n'],
    ])
  })

  test('from a file of the package, else from an address, else not at all', async () => {
    const course = await readOlx(
      olxCourse(
        `<video html5_sources="[&quot;/static/a.mp4&quot;]" youtube_id_1_0="bbbbbbbbbbb"/>
         <video><source src="https://example.org/b.mp4"/></video><video display_name="None"/>`,
        { 'static/a.mp4': 'mp4' },
      ),
    )
    expect(allBlocks(course)).toMatchObject([
      { source: { kind: 'file', file: 'static/a.mp4' } },
      { source: { kind: 'url', url: 'https://example.org/b.mp4' } },
    ])
    expect(outcomes(course, 'video').at(-1)).toBe('dropped olx.video.no_source')
  })
})

test('components without a counterpart are named with what is kept of them', async () => {
  const course = await readOlx(
    olxCourse(`<discussion display_name="Talk"/><lti launch_url="https://x.example"/>
      <poll question="Which?" answers="[[&quot;R&quot;,{&quot;label&quot;:&quot;Red&quot;}]]"/>
      <annotatable><p>A <annotation title="T" body="B">word</annotation></p></annotatable>
      <google-document embed_code="&lt;iframe src=&quot;https://docs.google.com/p/1&quot; title=&quot;Slides&quot;&gt;&lt;/iframe&gt;"/>
      <openassessment><prompts><prompt><description>&lt;p&gt;Write&lt;/p&gt;</description></prompt></prompts></openassessment>
      <strange_block><p>Readable</p></strange_block><strange_block/>`),
  )
  expect(outcomes(course, 'discussion')).toEqual(['dropped olx.discussion'])
  expect(outcomes(course, 'lti')).toEqual(['dropped olx.external_tool'])
  expect(outcomes(course, 'strange_block')).toEqual([
    'converted olx.unknown_component',
    'dropped olx.unknown_component',
  ])
  expect(allBlocks(course)).toMatchObject([
    { type: 'text', html: '<p>Which?</p>\n<ul><li>Red</li></ul>' },
    { type: 'text', html: '<p>A <mark>word</mark> (T: B)</p>' },
    { type: 'embed', url: 'https://docs.google.com/p/1', title: 'Slides' },
    { type: 'exercise', html: '<p>Write</p>' },
    { type: 'text', html: '<p>Readable</p>' },
  ])
})

test('every component and every file has its line in the report', async () => {
  const files = olxCourse('<html url_name="h1"/><problem url_name="p1"/><video url_name="x1"/>', {
    'html/h1.xml': '<html filename="h1"/>',
    'html/h1.html': '<p>x</p>',
    'problem/p1.xml': '<problem/>',
    'video/x1.xml': '<video youtube_id_1_0="bbbbbbbbbbb"/>',
    'static/a.bin': 'a',
    'readme.txt': 'b',
    'assets/assets.xml': '<assets/>',
  })
  const course = await readOlx(files)
  const spoken = new Set(course.report.map(({ sourceId }) => sourceId))
  for (const id of ['c1', 's1', 'v1', 'h1', 'p1', 'x1', 'static/a.bin', 'readme.txt', 'assets/assets.xml']) {
    expect(spoken).toContain(id)
  }
})
