import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
} from '../identity/testing.ts'
import { tarGzOf, zipOf } from './packages/fixtures/archives.ts'
import { cartridge, olxCourse, qti } from './packages/fixtures/courses.ts'
import { pdf, png, sailingCourse, upload } from './testing.ts'

let stoa: TestStoa
let academy: GivenOrganization
let teacher: GivenPerson

beforeAll(async () => {
  stoa = await testStoa()
  academy = await givenOrganization(stoa)
  teacher = await givenPerson(stoa, academy, 'mentor', 'Ines Teacher')
})
afterAll(() => stoa?.close())

const show = async (importId: string, person = teacher) =>
  (await stoa.as(person).get(`/imports/courses/${importId}`)).body

async function imported(content: Buffer, query?: string) {
  const started = await upload(stoa, teacher, content, query)
  expect(started.status).toBe(201)
  await stoa.settle()
  return show(started.body.importId)
}

describe('an Open edX package', () => {
  test('becomes a course in the studio, with its picture and its question', async () => {
    const done = await imported(await tarGzOf(sailingCourse()))
    expect(done).toMatchObject({
      state: 'done',
      percent: 100,
      title: 'Sailing',
      packageKind: 'olx',
      problem: null,
      course: { title: 'Sailing', status: 'draft' },
      startedBy: { name: 'Ines Teacher' },
      can: { cancel: false, publish: true },
    })
    const outline = await stoa.as(teacher).get(`/learning/studio/courses/${done.course.id}/outline`)
    expect(outline.status).toBe(200)
    expect(JSON.stringify(outline.body)).toContain('First page')
    const [block] = await stoa.sql<{ content: { html: string } }>(
      `select content from learning.blocks b join learning.nodes n on n.id = b.node_id
        where n.course_id = $1 and b.content::text like '%Wind%'`,
      [done.course.id],
    )
    expect(block?.content.html).toMatch(/href="stoa-node:[0-9a-f-]{36}"/)
    expect(block?.content.html).toMatch(/src="stoa-file:[0-9a-f-]{36}"/)
    expect(block?.content.html).not.toContain('fake.png')
    expect(block?.content.html).toContain('No picture')
  })

  test('is stored once where it has the same file twice, and nothing of the upload stays', async () => {
    const done = await imported(await tarGzOf(sailingCourse()))
    const files = await stoa.sql<{ name: string }>(
      `select o.name from storage.objects o join storage.assets a on a.object_id = o.id
        where a.kind <> 'derived' and o.id in (select object_id from learning.block_files f
          join learning.blocks b on b.id = f.block_id join learning.nodes n on n.id = b.node_id where n.course_id = $1)`,
      [done.course.id],
    )
    expect(files.map((file) => file.name.split('/')[1]).sort()).toEqual(['boat.png', 'chart.pdf'])
    expect(
      await stoa.sql(
        `select o.id from storage.objects o join storage.buckets b on b.id = o.bucket_id where b.purpose = 'imports'`,
      ),
    ).toEqual([])
  })

  test('gets a report in which every item of the source has a line', async () => {
    const { id, counts, summary } = await imported(await tarGzOf(sailingCourse()))
    const { body } = await stoa.as(teacher).get(`/imports/courses/${id}/report?limit=100`)
    const lines: Array<Record<string, string>> = body.items
    const line = (sourceId: string) => lines.find((one) => one.sourceId?.includes(sourceId))
    for (const item of ['h1', 'p1', 'd1', 'v1', 's1', 'c1']) expect(line(item), item).toBeDefined()
    expect(line('boat.png')).toMatchObject({ outcome: 'imported', code: 'file.used' })
    expect(line('fake.png')).toMatchObject({ outcome: 'dropped', code: 'file.type_mismatch' })
    expect(line('fake.png')?.message).toContain('calls itself image/png')
    expect(line('chart.pdf')).toMatchObject({ outcome: 'converted', code: 'file.on_hidden_page' })
    expect(line('old.css')).toMatchObject({ outcome: 'dropped', code: 'file.left_out' })
    expect(line('d1')).toMatchObject({ outcome: 'dropped', message: 'Discussions are not carried over.' })
    expect(counts.imported + counts.converted + counts.dropped).toBe(lines.length)
    expect(summary.find((row: { kind: string }) => row.kind === 'discussion')).toEqual({
      kind: 'discussion',
      imported: 0,
      converted: 0,
      dropped: 1,
    })
  })

  test('has a report one can filter, page through and take along', async () => {
    const { id, counts } = await imported(await tarGzOf(sailingCourse()))
    const dropped: unknown[] = []
    let cursor = ''
    do {
      const { body } = await stoa
        .as(teacher)
        .get(`/imports/courses/${id}/report?outcome=dropped&limit=1${cursor}`)
      dropped.push(...body.items)
      cursor = body.next ? `&cursor=${body.next}` : ''
    } while (cursor)
    expect(dropped).toHaveLength(counts.dropped)
    const csv = await stoa.as(teacher).get(`/imports/courses/${id}/report.csv?outcome=dropped`)
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.text.trim().split('\r\n')).toHaveLength(counts.dropped + 1)
  })

  test('speaks the language of its reader', async () => {
    const { id } = await imported(await tarGzOf(sailingCourse()))
    const reader = await givenPerson(stoa, academy, 'admin')
    await stoa.sql(`insert into auth.user_preferences (user_id, language) values ($1, 'de')`, [reader.userId])
    const { body } = await stoa.as(reader).get(`/imports/courses/${id}/report?kind=discussion`)
    expect(body.items[0].message).toBe('Diskussionen werden nicht übernommen.')
  })

  test('is published at once when asked', async () => {
    const done = await imported(await tarGzOf(sailingCourse()), 'fileName=s.tar.gz&publish=true')
    expect(done.course.status).toBe('published')
    expect(done.can.publish).toBe(false)
    const page = await stoa.strangerAt(academy).get(`/learning/courses/${done.course.slug}`)
    expect(page.status).toBe(200)
  })

  test('stays a draft and says why when it cannot be published', async () => {
    const done = await imported(zipOf(cartridge('', '')), 'publish=true')
    expect(done).toMatchObject({ state: 'done', course: { status: 'draft' } })
    expect(done.problem.code).toBe('learning.course_not_ready')
  })

  test('is published although a chapter of it is empty; that one is hidden, and the report says so', async () => {
    const files = sailingCourse()
    const course = String(files['course/course/run1.xml']).replace(
      '</course>',
      '<chapter url_name="c2"/></course>',
    )
    const done = await imported(
      await tarGzOf({
        ...files,
        'course/course/run1.xml': course,
        'course/chapter/c2.xml': '<chapter display_name="Later"/>',
      }),
      'publish=true',
    )
    expect(done.course.status).toBe('published')
    const { body } = await stoa.as(teacher).get(`/imports/courses/${done.id}/report?kind=module`)
    expect(body.items).toMatchObject([{ title: 'Later', code: 'outline.nothing_to_show' }])
  })

  test('may come twice and becomes two courses', async () => {
    const [one, two] = [
      await imported(await tarGzOf(sailingCourse())),
      await imported(await tarGzOf(sailingCourse())),
    ]
    expect(one.course.title).toBe(two.course.title)
    expect(one.course.slug).not.toBe(two.course.slug)
  })

  test('is told to whoever brought it, and is on record', async () => {
    const { id, course } = await imported(await tarGzOf(sailingCourse()))
    const notices = await stoa.sql<{ title: string; action_url: string }>(
      `select title, action_url from notifications.notifications where user_id = $1 and action_url like '%' || $2`,
      [teacher.userId, id],
    )
    expect(notices).toEqual([{ title: '“Sailing” is here', action_url: `/teach/imports/${id}` }])
    const acts = await stoa.sql<{ action: string }>(
      `select action from audit.entries where entity_id in ($1, $2) and action like 'imports.%' order by seq`,
      [id, course.id],
    )
    expect(acts.map((act) => act.action)).toEqual([
      'imports.course_import_started',
      'imports.course_imported',
    ])
    const events = await stoa.sql(
      `select 1 from platform.outbox where name = 'imports.course_imported' and payload ->> 'importId' = $1`,
      [id],
    )
    expect(events).toHaveLength(1)
  })
})

describe('a Common Cartridge', () => {
  const package_ = () =>
    zipOf(
      cartridge(
        `<item identifier="i1"><title>Knots</title>
           <item identifier="i2" identifierref="r1"><title>Bowline</title></item>
           <item identifier="i3" identifierref="r2"><title>Check</title></item>
         </item>`,
        `<resource identifier="r1" type="webcontent" href="bowline.html"><file href="bowline.html"/></resource>
         <resource identifier="r3" type="webcontent" href="knot.png"><file href="knot.png"/></resource>
         <resource identifier="r2" type="imsqti_xmlv1p2/imscc_xmlv1p3/assessment"><file href="quiz.xml"/></resource>`,
        {
          'bowline.html': '<html><body><p>Like this: <img src="knot.png" alt="A knot"/></p></body></html>',
          'knot.png': png,
          'quiz.xml': qti(`<item ident="q1" title="Q"><itemmetadata><qtimetadata><qtimetadatafield>
              <fieldlabel>cc_profile</fieldlabel><fieldentry>cc.multiple_choice.v0p1</fieldentry>
            </qtimetadatafield></qtimetadata></itemmetadata>
            <presentation><material><mattext>Which is a knot?</mattext></material>
              <response_lid ident="r" rcardinality="Single"><render_choice>
                <response_label ident="a"><material><mattext>Bowline</mattext></material></response_label>
                <response_label ident="b"><material><mattext>Mast</mattext></material></response_label>
              </render_choice></response_lid></presentation>
            <resprocessing><outcomes><decvar/></outcomes><respcondition><conditionvar><varequal respident="r">a</varequal></conditionvar>
              <setvar action="Set">100</setvar></respcondition></resprocessing></item>`),
        },
      ),
    )

  test('comes with pages, pictures and questions', async () => {
    const done = await imported(package_(), 'fileName=knots.imscc')
    expect(done).toMatchObject({ state: 'done', packageKind: 'common-cartridge', packageVersion: '1.3.0' })
    const [counted] = await stoa.sql<{ questions: number; files: number }>(
      `select (select count(*)::int from learning.questions q join learning.quizzes z on z.id = q.quiz_id
                 join learning.nodes n on n.id = z.node_id where n.course_id = $1) as questions,
              (select count(*)::int from learning.block_files f join learning.blocks b on b.id = f.block_id
                 join learning.nodes n on n.id = b.node_id where n.course_id = $1) as files`,
      [done.course.id],
    )
    expect(counted).toEqual({ questions: 1, files: 1 })
  })

  test('can be sent as a form', async () => {
    const boundary = 'stoa-boundary'
    const form = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="knots.imscc"\r\ncontent-type: application/zip\r\n\r\n`,
      ),
      package_(),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const started = await stoa.as(teacher).post('/imports/courses', form, {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    })
    expect(started.status).toBe(201)
    await stoa.settle()
    expect(await show(started.body.importId)).toMatchObject({ state: 'done', fileName: 'knots.imscc' })
  })
})

describe('who may', () => {
  test('import: those who hold the right, and nobody else', async () => {
    const learner = await givenPerson(stoa, academy)
    const content = zipOf({})
    expect((await upload(stoa, learner, content)).status).toBe(403)
    expect((await stoa.strangerAt(academy).post('/imports/courses', content)).status).toBe(401)
    expect((await stoa.as(learner).get('/imports/courses')).status).toBe(403)
  })

  test('see an import: whoever began it and administrators', async () => {
    const { id } = await imported(await tarGzOf(olxCourse('<html url_name="a">x</html>')))
    const colleague = await givenPerson(stoa, academy, 'mentor')
    const admin = await givenPerson(stoa, academy, 'admin')
    const neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
    for (const person of [colleague, neighbour, await givenPerson(stoa, academy)]) {
      for (const path of ['', '/report', '/report.csv']) {
        expect((await stoa.as(person).get(`/imports/courses/${id}${path}`)).status).toBe(404)
      }
      expect((await stoa.as(person).put(`/imports/courses/${id}/cancellation`)).status).toBe(404)
    }
    expect((await stoa.as(admin).get(`/imports/courses/${id}`)).status).toBe(200)
    expect((await stoa.as(colleague).get('/imports/courses')).body.items).toEqual([])
    const seen = (await stoa.as(admin).get('/imports/courses')).body.items
    expect(seen[0]).toMatchObject({ id, state: 'done' })
  })
})

test('a document is served under its own name', async () => {
  const done = await imported(
    await tarGzOf(
      olxCourse('<html url_name="a">&lt;a href="/static/chart.pdf"&gt;chart&lt;/a&gt;</html>', {
        'static/chart.pdf': pdf,
      }),
    ),
  )
  const rows = await stoa.sql<{ name: string; mime_type: string }>(
    `select o.name, o.mime_type from storage.objects o join learning.block_files f on f.object_id = o.id
       join learning.blocks b on b.id = f.block_id join learning.nodes n on n.id = b.node_id where n.course_id = $1`,
    [done.course.id],
  )
  expect(rows[0]?.name).toMatch(/\/chart\.pdf$/)
  expect(rows[0]?.mime_type).toBe('application/pdf')
})

test('who may bring courses in but not publish them cannot have it done by the import', async () => {
  const owner = await givenPerson(stoa, academy, 'owner')
  const wish = { name: 'Importer', description: null, rank: 20, permissions: ['imports.courses'] }
  expect((await stoa.as(owner).post('/identity/roles', wish)).status).toBe(201)
  const importer = await givenPerson(stoa, academy, 'importer')
  const content = await tarGzOf(sailingCourse())
  const refused = await upload(stoa, importer, content, 'fileName=course.tar.gz&publish=true')
  expect(refused.status).toBe(403)
  const taken = await upload(stoa, importer, content)
  expect(taken.status).toBe(201)
  await stoa.settle()
  expect(await show(taken.body.importId, importer)).toMatchObject({
    state: 'done',
    course: { status: 'draft' },
    can: { publish: false },
  })
})
