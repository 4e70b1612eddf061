import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type GivenOrganization, givenOrganization } from '../../modules/identity/testing.ts'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { defineJob, enqueue } from './jobs.ts'
import { beat, findRun, finishRun, insertRun, requestCancel, takeUp } from './runs.queries.ts'

const carried: number[] = []
let hands: Array<{ userId: string | null; impersonatedBy: string | null }> = []
let failures = 0
const knock = defineJob({
  name: 'test.knock',
  schema: Type.Object({ n: Type.Integer() }),
  async handle(ctx, data) {
    await insertRun(ctx.db, {
      organizationId: ctx.organizationId,
      kind: `knock ${data.n}`,
      detail: {},
      startedBy: null,
      requestId: ctx.requestId,
    })
    if (failures > 0) {
      failures -= 1
      throw new Error('not now')
    }
    carried.push(data.n)
    hands.push({ userId: ctx.actor.userId, impersonatedBy: ctx.actor.impersonatedBy })
  },
})

let stoa: TestStoa
let organization: GivenOrganization
beforeAll(async () => {
  stoa = await testStoa()
  await stoa.app.jobs.start(stoa.app, [knock], false)
})
afterAll(() => stoa.close())
beforeEach(async () => {
  carried.length = 0
  hands = []
  failures = 0
  organization = await givenOrganization(stoa)
})

const queue = (n: number, options = {}) =>
  stoa.inside(organization.id, (ctx) => enqueue(ctx, knock, { n }, options))
const runs = () =>
  stoa.sql<{ id: string }>('select id from platform.runs where organization_id = $1', [organization.id])

test('a job and its cause commit together', async () => {
  await expect(
    stoa.inside(organization.id, async (ctx) => {
      await enqueue(ctx, knock, { n: 1 })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  await queue(2)
  await stoa.app.jobs.drain()
  expect(carried).toEqual([2])
})

test('work begun in another person’s name still says whose hand it was', async () => {
  const [userId, impersonatedBy] = [randomUUID(), randomUUID()]
  await stoa.inside(organization.id, (ctx) =>
    enqueue({ ...ctx, actor: { ...ctx.actor, kind: 'person', userId, impersonatedBy } }, knock, { n: 1 }),
  )
  await stoa.app.jobs.drain()
  expect(hands).toEqual([{ userId, impersonatedBy }])
})

test('a failing job leaves nothing behind and waits for its next try', async () => {
  failures = 1
  await queue(1)
  await stoa.app.jobs.drain()
  expect([carried, await runs()]).toEqual([[], []])
  // Its pause is over: the queue hands it out again.
  await stoa.sql(`update jobs.job set start_after = now() where name = 'test.knock' and state = 'retry'`)
  await stoa.app.jobs.drain()
  expect(carried).toEqual([1])
})

test('twenty wishes under one key become one job', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => queue(n, { key: 'one' })))
  await stoa.app.jobs.drain()
  expect(carried).toHaveLength(1)
})

test('a job for later waits', async () => {
  await queue(1, { after: new Date(Date.now() + 3600_000) })
  await stoa.app.jobs.drain()
  expect(carried).toEqual([])
})

test('data that does not fit is refused when it is queued', async () => {
  await expect(
    stoa.inside(organization.id, (ctx) => enqueue(ctx, knock, { n: 'one' } as never)),
  ).rejects.toThrow('schema')
})

const givenRun = () =>
  stoa.inside(organization.id, (ctx) =>
    insertRun(ctx.db, {
      organizationId: organization.id,
      kind: 'test',
      detail: { file: 'a' },
      startedBy: null,
      requestId: 'test',
    }),
  )

test('of twenty processes one takes a run up', async () => {
  const id = await givenRun()
  const taken = await Promise.all(
    Array.from({ length: 20 }, () => takeUp(stoa.app.database.db, organization.id, id)),
  )
  expect(taken.filter(Boolean)).toHaveLength(1)
})

test('a run whose process died is taken up again', async () => {
  const id = await givenRun()
  const db = stoa.app.database.db
  expect(await takeUp(db, organization.id, id)).toBe(true)
  expect(await takeUp(db, organization.id, id)).toBe(false)
  await stoa.sql(`update platform.runs set beat_at = now() - interval '1 minute' where id = $1`, [id])
  expect(await takeUp(db, organization.id, id)).toBe(true)
})

test('a running run learns at its next beat that it was cancelled; a waiting one ends at once', async () => {
  const db = stoa.app.database.db
  const [running, waiting] = [await givenRun(), await givenRun()]
  await takeUp(db, organization.id, running)
  await requestCancel(db, organization.id, running)
  await requestCancel(db, organization.id, waiting)
  expect(await beat(db, organization.id, running, { stage: 'half', percent: 50 })).toEqual({
    cancelRequested: true,
  })
  expect(await findRun(db, organization.id, waiting)).toMatchObject({ state: 'cancelled' })
  expect(await takeUp(db, organization.id, waiting)).toBe(false)
})

test('an ended run stays as it ended', async () => {
  const db = stoa.app.database.db
  const id = await givenRun()
  await finishRun(db, organization.id, id, { state: 'done', result: { courses: 1 } })
  await finishRun(db, organization.id, id, { state: 'failed', problem: { code: 'x', message: 'x' } })
  expect(await findRun(db, organization.id, id)).toMatchObject({
    state: 'done',
    percent: 100,
    result: { courses: 1 },
    problem: null,
  })
  expect(await requestCancel(db, organization.id, id)).toBeNull()
})
