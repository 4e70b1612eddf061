import { mkdirSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { system } from '../../platform/actor.ts'
import { createCtx } from '../../platform/ctx.ts'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
} from '../identity/testing.ts'
import { takeUpAbandoned } from './abandoned-imports.ts'
import { type CarryOptions, carryImport } from './carry-import.ts'
import type { Progress } from './import-progress.ts'
import { tarGzOf, tarOf, zipOf } from './packages/fixtures/archives.ts'
import { leftovers, nothing, sailingCourse, upload } from './testing.ts'
import { removeAbandonedFolders } from './unpacking-folder.ts'

let stoa: TestStoa
let academy: GivenOrganization
let teacher: GivenPerson

beforeAll(async () => {
  stoa = await testStoa()
})
beforeEach(async () => {
  await stoa.settle()
  await stoa.sql(`delete from imports.course_imports; delete from learning.courses; delete from storage.assets;
                  delete from storage.objects; delete from storage.pending_writes`)
  academy = await givenOrganization(stoa)
  teacher = await givenPerson(stoa, academy, 'mentor')
})
afterAll(() => stoa?.close())

const start = async (content?: Buffer): Promise<string> => {
  const { status, body } = await upload(stoa, teacher, content ?? (await tarGzOf(sailingCourse())))
  expect(status).toBe(201)
  return body.importId
}
const show = async (id: string) => (await stoa.as(teacher).get(`/imports/courses/${id}`)).body
const cancel = (id: string) => stoa.as(teacher).put(`/imports/courses/${id}/cancellation`)
const carry = (id: string, options: Partial<CarryOptions> = {}) => {
  const actor = { ...system, kind: 'person' as const, userId: teacher.userId }
  const ctx = createCtx(stoa.app, { actor, organizationId: academy.id, requestId: 'test-carry' })
  return carryImport(ctx, id, { signal: new AbortController().signal, ...options })
}
const unpacked = () => readdirSync(join(stoa.app.config.dataDir, 'tmp', 'imports'))
const bytesOnDisk = () =>
  readdirSync(join(stoa.app.config.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  ).length
/** Makes it look as if whoever carried the import has been silent for a minute. */
const silence = () =>
  stoa.sql(`update platform.runs set beat_at = now() - interval '1 minute' where state = 'running'`)

test('cancelled before it begins, an import is over at once and leaves nothing', async () => {
  const id = await start()
  expect((await cancel(id)).body).toMatchObject({ state: 'cancelled', can: { cancel: false } })
  expect(await leftovers(stoa)).toEqual(nothing)
  await stoa.settle()
  expect(await show(id)).toMatchObject({ state: 'cancelled', course: null })
  expect((await cancel(id)).body.code).toBe('imports.over')
})

test('cancelled from the list of background work, it leaves nothing either', async () => {
  const id = await start()
  const { runId } = await show(id)
  expect((await stoa.as(teacher).put(`/admin/runs/${runId}/cancellation`)).status).toBe(200)
  await stoa.settle()
  expect(await show(id)).toMatchObject({ state: 'cancelled' })
  expect(await leftovers(stoa)).toEqual(nothing)
})

test.each(['reading', 'files', 'writing', 'report'] as const)(
  'cancelled while it is at the stage %s, it leaves nothing',
  async (stage) => {
    const id = await start()
    const before = bytesOnDisk()
    let asked = false
    await carry(id, {
      async onProgress(progress) {
        if (progress.stage !== stage || asked) return
        asked = true
        expect((await cancel(id)).status).toBe(200)
      },
    })
    expect(await show(id)).toMatchObject({ state: 'cancelled', course: null, problem: null })
    expect(await leftovers(stoa)).toEqual(nothing)
    // Only the package itself waits for the sweeper, a day, like everything that was deleted.
    expect(bytesOnDisk()).toBe(before)
    expect(unpacked()).toEqual([])
  },
)

test('progress only grows, and goes through all stages', async () => {
  const id = await start()
  const seen: Progress[] = []
  await carry(id, { onProgress: (progress) => void seen.push(progress) })
  expect([...new Set(seen.map(({ stage }) => stage))]).toEqual(['reading', 'files', 'writing', 'report'])
  const percents = seen.map(({ percent }) => percent)
  expect(percents).toEqual([...percents].sort((a, b) => a - b))
  expect(await show(id)).toMatchObject({ state: 'done', percent: 100 })
  expect(unpacked()).toEqual([])
})

test('a process that ends hands its import to the next one', async () => {
  const id = await start()
  const ending = new AbortController()
  const handedOn: string[] = []
  await carry(id, {
    signal: ending.signal,
    again: async (_ctx, importId) => void handedOn.push(importId),
    onProgress: ({ stage }) => void (stage === 'writing' && ending.abort()),
  })
  expect(handedOn).toEqual([id])
  expect(await show(id)).toMatchObject({ state: 'waiting', percent: 0 })
  expect(await leftovers(stoa)).toEqual({ ...nothing, objects: 1 })
  await stoa.settle()
  expect(await show(id)).toMatchObject({ state: 'done' })
})

test('a process that dies is followed by another, and the course comes once', async () => {
  const id = await start()
  const { stage, died, comeBack } = dyingAt('report')
  const dead = carry(id, stage)
  await died
  await takeUpAbandoned(stoa.app)
  await stoa.settle()
  expect(await show(id)).toMatchObject({ state: 'running' })

  // With a process its connections die.
  await stoa.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`,
  )
  await silence()
  await takeUpAbandoned(stoa.app)
  await stoa.settle()
  expect(await show(id)).toMatchObject({ state: 'done', course: { slug: 'sailing' } })
  const after = await leftovers(stoa)
  expect(after).toMatchObject({ courses: 1 })
  comeBack()
  await dead
  expect(await leftovers(stoa)).toMatchObject({ ...after, pending: 0 })
})

test('a process thought dead that comes back finds its place taken, and leaves nothing', async () => {
  const id = await start()
  const { stage, died, comeBack } = dyingAt('files')
  const late = carry(id, stage)
  await died
  await silence()
  await carry(id)
  expect(await show(id)).toMatchObject({ state: 'done' })
  const after = await leftovers(stoa)
  comeBack()
  await late
  expect(await leftovers(stoa)).toEqual({ ...after, pending: 0 })
  expect(await show(id)).toMatchObject({ state: 'done', percent: 100 })
})

test('an import that was cancelled after its process died is ended by the next one', async () => {
  const id = await start()
  const { stage, died, comeBack } = dyingAt('reading')
  const dead = carry(id, stage)
  await died
  expect((await cancel(id)).body).toMatchObject({ state: 'running', cancelRequested: true })
  await silence()
  await takeUpAbandoned(stoa.app)
  await stoa.settle()
  expect(await show(id)).toMatchObject({ state: 'cancelled' })
  comeBack()
  await dead
  expect(await show(id)).toMatchObject({ state: 'cancelled' })
  expect(await leftovers(stoa)).toEqual(nothing)
})

test('what a killed process unpacked is removed once it has been silent for a while', async () => {
  const root = join(stoa.app.config.dataDir, 'tmp', 'imports')
  for (const name of ['package-dead', 'package-alive']) mkdirSync(join(root, name), { recursive: true })
  const longAgo = new Date(Date.now() - 600_000)
  utimesSync(join(root, 'package-dead'), longAgo, longAgo)
  await removeAbandonedFolders(stoa.app)
  expect(unpacked()).toEqual(['package-alive'])
  rmSync(join(root, 'package-alive'), { recursive: true })
})

test('an import that kills whoever carries it is given up', async () => {
  const id = await start()
  await stoa.sql(`update imports.course_imports set attempts = 4 where id = $1`, [id])
  await stoa.settle()
  expect(await show(id)).toMatchObject({ state: 'failed', problem: { code: 'imports.gave_up' } })
  expect(await leftovers(stoa)).toEqual(nothing)
})

test('an unexpected failure is tried once more, then told as one, and leaves nothing', async () => {
  const id = await start()
  let tries = 0
  const failing = {
    again: async () => {
      tries += 1
    },
    onProgress: ({ stage }: Progress) => {
      if (stage === 'report') throw new Error('the disk is on fire')
    },
  }
  await carry(id, failing)
  expect(await show(id)).toMatchObject({ state: 'waiting' })
  await carry(id, failing)
  expect(tries).toBe(1)
  const failed = await show(id)
  expect(failed).toMatchObject({ state: 'failed', problem: { code: 'imports.unexpected' } })
  expect(failed.problem.message).not.toContain('fire')
  expect(await leftovers(stoa)).toEqual(nothing)
})

test.each([
  ['a file that is no archive', async () => Buffer.from('hello'), 'archive.not_an_archive'],
  ['an empty file', async () => Buffer.alloc(0), 'archive.not_an_archive'],
  ['a zip without a course', async () => zipOf({ 'a.txt': 'a' }), 'package.unknown_kind'],
  ['a name that climbs out', async () => zipOf({ '../../evil.html': 'x' }), 'archive.path_escapes'],
  ['an absolute name', async () => tarOf({ '/etc/passwd': 'x' }), 'archive.absolute_path'],
  [
    'a zip bomb',
    async () => zipOf({ 'big.html': Buffer.alloc(30 * 1024 * 1024) }),
    'archive.packed_too_tightly',
  ],
  [
    'a tar bomb',
    async () => tarGzOf({ 'big.html': Buffer.alloc(80 * 1024 * 1024) }),
    'archive.packed_too_tightly',
  ],
  ['half an archive', async () => (await tarGzOf(sailingCourse())).subarray(0, 600), 'archive.damaged'],
])('refused with a reason, leaving nothing: %s', async (_name, content, code) => {
  const id = await start(await content())
  await stoa.settle()
  const refused = await show(id)
  expect(refused).toMatchObject({ state: 'failed', course: null, problem: { code } })
  expect(refused.problem.message).toMatch(/\.$/)
  expect(await leftovers(stoa)).toEqual(nothing)
  expect(unpacked()).toEqual([])
  const told = await stoa.sql(`select 1 from notifications.notifications where user_id = $1`, [
    teacher.userId,
  ])
  expect(told).toHaveLength(1)
})

test('several imports at once get along', async () => {
  const ids = await Promise.all([start(), start(), start(), start()])
  await Promise.all(ids.map((id) => carry(id)))
  const all = await Promise.all(ids.map(show))
  expect(all.map((one) => one.state)).toEqual(['done', 'done', 'done', 'done'])
  expect(new Set(all.map((one) => one.course.slug)).size).toBe(4)
})

test('one import carried by many at once makes one course', async () => {
  const id = await start()
  await Promise.all(Array.from({ length: 20 }, () => carry(id)))
  expect(await show(id)).toMatchObject({ state: 'done' })
  expect(await leftovers(stoa)).toMatchObject({ courses: 1 })
})

/** A process that stops for good at a stage, until it is woken. */
function dyingAt(stage: Progress['stage']) {
  let tellDeath!: () => void
  let comeBack!: () => void
  const died = new Promise<void>((resolve) => {
    tellDeath = resolve
  })
  const life = new Promise<void>((resolve) => {
    comeBack = resolve
  })
  const onProgress = async (progress: Progress) => {
    if (progress.stage !== stage) return
    tellDeath()
    await life
  }
  return { stage: { onProgress }, died, comeBack: () => comeBack() }
}
