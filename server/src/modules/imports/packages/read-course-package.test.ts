import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tarGzOf, zipOf } from './fixtures/archives.ts'
import { cartridge, olxCourse } from './fixtures/courses.ts'
import { allNodes, read, readCartridge, readOlx } from './fixtures/reading.ts'
import { defaultPackageLimits } from './limits.ts'
import { refusalSentences, reportSentences, sentence } from './messages.ts'
import { readCoursePackage } from './read-course-package.ts'

describe('what kind of package it is', () => {
  test('is told by what is in it, in whatever archive', async () => {
    expect((await read(zipOf(olxCourse('')))).kind).toBe('olx')
    expect((await read(await tarGzOf(cartridge('', '')))).kind).toBe('common-cartridge')
  })

  test.each([
    ['package.unknown_kind', { 'readme.txt': 'hello' }],
    ['package.moodle_backup', { 'moodle_backup.xml': '<moodle_backup/>' }],
    ['package.olx_library', { 'library/library.xml': '<library/>' }],
    [
      'package.scorm',
      { 'imsmanifest.xml': '<manifest><metadata><schema>ADL SCORM</schema></metadata></manifest>' },
    ],
    ['package.root_unreadable', { 'imsmanifest.xml': 'no xml' }],
    ['package.root_unreadable', { 'course.xml': '<html/>' }],
  ])('%s', async (code, files) => {
    await expect(read(zipOf(files))).rejects.toMatchObject({ name: 'PackageRefused', code })
  })

  test('files beside the course folder are named as left out', async () => {
    const course = await readOlx({ ...olxCourse(''), 'other/file.txt': 'x' })
    expect(course.report).toContainEqual(
      expect.objectContaining({ sourceId: 'other/file.txt', code: 'file.outside_package' }),
    )
  })
})

describe('hostile courses', () => {
  test('entities in course files are never expanded', async () => {
    const course = await readOlx(
      olxCourse('<html url_name="h1"/>', {
        'html/h1.xml':
          '<!DOCTYPE html [<!ENTITY secret SYSTEM "file:///etc/passwd">]><html><p>&secret;</p></html>',
      }),
    )
    expect(JSON.stringify(course.nodes)).not.toContain('root:')
    expect(course.report.map(({ code }) => code)).toContain('xml.doctype_ignored')
  })

  test('names in the course cannot reach outside of the package', async () => {
    const course = await readOlx(
      olxCourse(
        '<html filename="../../../../etc/passwd"/><problem url_name="../../../etc/passwd"/><video sub="../../x"/>',
      ),
    )
    expect(JSON.stringify(course.nodes)).not.toContain('root:')
  })

  test('tags without end, a course without end and texts without end are stopped', async () => {
    const deep = `${'<div>'.repeat(5000)}x${'</div>'.repeat(5000)}`
    const course = await readOlx(
      olxCourse('<problem url_name="p1"/>', { 'problem/p1.xml': `<problem>${deep}</problem>` }),
    )
    expect(course.report.map(({ code }) => code)).toContain('xml.too_deep')

    const many = await tarGzOf(olxCourse('<html/>'.repeat(200)))
    await expect(read(many, { limits: { ...defaultPackageLimits, items: 100 } })).rejects.toMatchObject({
      code: 'package.too_many_items',
    })

    const long = await read(
      await tarGzOf(
        olxCourse('<html url_name="h1"/>', {
          'html/h1.xml': '<html filename="h1"/>',
          'html/h1.html': 'x'.repeat(5000),
        }),
      ),
      {
        limits: { ...defaultPackageLimits, textBytes: 4000 },
      },
    )
    expect(long.report.map(({ code }) => code)).toContain('text.too_large')
  })

  test('a page shown over and over counts each time', async () => {
    const files = olxCourse('<html filename="h1"/>'.repeat(50), { 'html/h1.html': 'x'.repeat(2000) })
    const limits = { ...defaultPackageLimits, totalTextBytes: 50_000 }
    await expect(read(await tarGzOf(files), { limits })).rejects.toMatchObject({
      code: 'package.too_much_text',
    })
  })

  test('pages that contain each other twice are stopped before they fill the memory', async () => {
    const pages = Array.from({ length: 30 }, (_, at) => [
      `vertical/w${at}.xml`,
      `<vertical><vertical url_name="w${at + 1}"/><vertical url_name="w${at + 1}"/></vertical>`,
    ])
    const files = olxCourse('<vertical url_name="w0"/>', Object.fromEntries(pages))
    const limits = { ...defaultPackageLimits, items: 1000 }
    await expect(read(await tarGzOf(files), { limits })).rejects.toMatchObject({
      code: 'package.too_many_items',
    })
  })

  test('tags named like parts of JavaScript objects are just tags', async () => {
    const course = await readOlx(olxCourse('<constructor/><toString><p>x</p></toString>'))
    expect(course.report.map(({ code }) => code)).toContain('olx.unknown_component')
  })

  test('NUL and halves of characters never reach the course', async () => {
    const course = await readOlx(
      olxCourse('<html filename="h1"/>', {
        'html/h1.html': 'a\u0000b',
        'policies/run1/policy.json': '{"course/run1": {"display_name": "A\\u0000\\ud800B"}}',
      }),
    )
    expect(course.title).toBe('A\ufffdB')
    expect(JSON.stringify(course.nodes)).not.toMatch(/\\u0000|\\ud8/)
  })

  test('items named like parts of JavaScript objects are just names', async () => {
    const item = (id: string) => `<item identifier="${id}" identifierref="${id}"><title>${id}</title></item>`
    const course = await readCartridge(
      cartridge(`<item identifier="m"><title>M</title>${item('__proto__')}${item('constructor')}</item>`, ''),
    )
    expect(allNodes(course).map(({ sourceId }) => sourceId)).toEqual(['m', '__proto__', 'constructor'])
  })
})

describe('the caller', () => {
  test('hears of progress, may give up at any time, and nothing stays on disk', async () => {
    const tempFolder = await mkdtemp(join(tmpdir(), 'package-test-'))
    const buffer = await tarGzOf(olxCourse('<html><p>x</p></html>'.repeat(50)))
    const stages = new Set<string>()
    const course = await readCoursePackage(
      { buffer, fileName: 'c' },
      { tempFolder, onProgress: ({ stage }) => stages.add(stage) },
    )
    expect([...stages]).toEqual(['unpack', 'read'])
    await course.dispose()
    await course.dispose()

    const stop = new AbortController()
    const reading = readCoursePackage(
      { buffer, fileName: 'c' },
      {
        tempFolder,
        signal: stop.signal,
        onProgress: ({ stage, done }) => stage === 'read' && done > 1 && stop.abort(),
      },
    )
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
    expect(await readdir(tempFolder)).toEqual([])
    await rm(tempFolder, { recursive: true })
  })
})

test('every sentence has only the parameters its code is used with', () => {
  expect(sentence(refusalSentences['archive.too_large'], { limit: 5 })).toBe(
    'The archive unpacks to more than the 5 bytes allowed.',
  )
  for (const text of [...Object.values(refusalSentences), ...Object.values(reportSentences)])
    expect(text).toMatch(/\S[.}]$/)
})
