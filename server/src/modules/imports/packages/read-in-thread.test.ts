import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tarGzOf } from './fixtures/archives.ts'
import { olxCourse } from './fixtures/courses.ts'
import { readInThread } from './read-in-thread.ts'

let tempFolder: string

beforeEach(async () => {
  tempFolder = await mkdtemp(join(tmpdir(), 'thread-test-'))
})

afterEach(async () => {
  await rm(tempFolder, { recursive: true, force: true })
})

async function packageOf(files: Record<string, string | Buffer>): Promise<string> {
  const path = join(tempFolder, 'package')
  await writeFile(path, await tarGzOf(files))
  return path
}

const going = () => ({ tempFolder, signal: new AbortController().signal, onProgress: () => {} })

test('a course read on its own thread comes whole, with files of the package and files made while reading', async () => {
  const path = await packageOf(
    olxCourse(
      '<html><img src="/static/a.png"/></html><video youtube_id_1_0="dQw4w9WgXcQ"><transcript language="en" src="t.srt"/></video>',
      { 'static/a.png': 'picture', 'static/t.srt': '1\n00:00:00,000 --> 00:00:01,000\nHi\n' },
    ),
  )
  const stages: string[] = []
  const course = await readInThread(path, { ...going(), onProgress: ({ stage }) => stages.push(stage) })
  expect(course).toMatchObject({ kind: 'olx', title: 'Sailing', nodes: [{ title: 'Wind' }] })
  const contents = await Promise.all(course.files.map(async (file) => (await file.bytes()).toString()))
  expect(contents.find((text) => text === 'picture')).toBeDefined()
  expect(contents.find((text) => text.startsWith('WEBVTT'))).toContain('Hi')
  expect(new Set(stages)).toEqual(new Set(['unpack', 'read']))
})

test('a refusal keeps its code and its parameters', async () => {
  const path = await packageOf({ 'library.xml': '<library/>' })
  await expect(readInThread(path, going())).rejects.toMatchObject({
    name: 'PackageRefused',
    code: 'package.olx_library',
  })
})

test('who gives up hears their own reason, and a reading without end is ended', async () => {
  const path = await packageOf(olxCourse('<html><p>x</p></html>'))
  const reason = new Error('no longer wanted')
  await expect(readInThread(path, { ...going(), signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  const giving = new AbortController()
  const read = readInThread(path, {
    ...going(),
    signal: giving.signal,
    onProgress: () => giving.abort(reason),
  })
  await expect(read).rejects.toBe(reason)
  await expect(readInThread(path, { ...going(), patience: 0 })).rejects.toMatchObject({
    code: 'package.takes_too_long',
  })
})
