import { Type } from 'typebox'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type GivenOrganization, givenOrganization } from '../../modules/identity/testing.ts'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { createDispatcher, type Dispatcher } from './dispatcher.ts'
import { announce, defineEvent, subscribe } from './events.ts'
import { organizationsWaiting } from './outbox.queries.ts'

const rang = defineEvent('test.rang', Type.Object({ n: Type.Integer() }))

let stoa: TestStoa
let organization: GivenOrganization
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())
beforeEach(async () => {
  organization = await givenOrganization(stoa)
  await stoa.settle()
})

const ring = (n: number) => stoa.inside(organization.id, (ctx) => announce(ctx, rang, { n }))
const line = () =>
  stoa.sql<{ seq: number; n: number }>(
    `select seq::int, (payload ->> 'n')::int as n from platform.outbox where organization_id = $1 and name = 'test.rang' order by seq`,
    [organization.id],
  )
/** Until nothing waits: one look may find an event held up by any transaction still open on the server. */
async function handOver(...dispatchers: Dispatcher[]) {
  do {
    await Promise.all(dispatchers.map((dispatcher) => dispatcher.drain()))
  } while ((await organizationsWaiting(stoa.app.database.db)).length > 0)
}

test('events are numbered without gaps and handed over in that order', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, n) => ring(n)))
  const heard: number[] = []
  const dispatcher = createDispatcher(stoa.app, [
    subscribe('test.listen', rang, async (_ctx, event) => {
      heard.push(event.seq)
    }),
  ])
  await handOver(dispatcher)
  const numbers = (await line()).map((row) => row.seq)
  const first = numbers[0]!
  expect(numbers).toEqual(Array.from({ length: 30 }, (_, n) => first + n))
  expect(heard).toEqual(numbers)
})

test('an event of a transaction that is still open is waited for', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let written = () => {}
  const isWritten = new Promise<void>((resolve) => {
    written = resolve
  })
  const slow = stoa.inside(organization.id, async (ctx) => {
    await announce(ctx, rang, { n: 1 })
    written()
    await held
  })
  await isWritten
  await ring(2)
  const heard: number[] = []
  const dispatcher = createDispatcher(stoa.app, [
    subscribe('test.listen', rang, async (_ctx, event) => {
      heard.push(event.payload.n)
    }),
  ])
  await dispatcher.drain()
  expect(heard).toEqual([])
  release()
  await slow
  await handOver(dispatcher)
  expect(heard).toEqual([1, 2])
})

test('a change that is rolled back announces nothing', async () => {
  await expect(
    stoa.inside(organization.id, async (ctx) => {
      await announce(ctx, rang, { n: 1 })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await line()).toEqual([])
})

test('one failing subscriber stops no other, and is tried again', async () => {
  const heard: string[] = []
  let broken = true
  const dispatcher = createDispatcher(stoa.app, [
    subscribe('test.fails', rang, async () => {
      if (broken) throw new Error('not yet')
      heard.push('fails')
    }),
    subscribe('test.works', rang, async () => {
      heard.push('works')
    }),
  ])
  await stoa.app.jobs.start(stoa.app, [dispatcher.redeliver], false)
  await ring(1)
  await ring(2)
  await handOver(dispatcher)
  expect(heard).toEqual(['works', 'works'])
  broken = false
  await stoa.app.jobs.drain()
  expect(heard.toSorted()).toEqual(['fails', 'fails', 'works', 'works'])
})

test('what a subscriber wrote before it failed is gone', async () => {
  const dispatcher = createDispatcher(stoa.app, [
    subscribe('test.half', rang, async (ctx) => {
      await announce(ctx, defineEvent('test.echo', Type.Object({})), {})
      throw new Error('half way')
    }),
  ])
  await stoa.app.jobs.start(stoa.app, [dispatcher.redeliver], false)
  await ring(1)
  await handOver(dispatcher)
  expect(
    await stoa.sql(`select 1 from platform.outbox where organization_id = $1 and name = 'test.echo'`, [
      organization.id,
    ]),
  ).toEqual([])
})

test('two dispatchers at once hand over each event once', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, n) => ring(n)))
  const heard: number[] = []
  const listen = [
    subscribe('test.listen', rang, async (_ctx, event) => {
      heard.push(event.payload.n)
    }),
  ]
  await handOver(createDispatcher(stoa.app, listen), createDispatcher(stoa.app, listen))
  expect(heard.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n))
})
