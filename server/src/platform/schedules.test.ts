import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '../modules.ts'
import { type TestStoa, testStoa } from '../testing/test-stoa.ts'
import { defineModule } from './module.ts'
import { kept, removeOld } from './schedules.queries.ts'
import { eachByItself, startSchedules } from './schedules.ts'

let stoa: TestStoa
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())

test('what is too old goes, in parts that no statement takes long for; the rest stays', async () => {
  await stoa.sql(`create table public.parts (removed integer)`)
  await stoa.sql(`
    create function public.note_part() returns trigger language plpgsql security definer as
      'begin insert into public.parts select count(*) from gone; return null; end'`)
  await stoa.sql(`
    create trigger parts after delete on platform.idempotency_keys
      referencing old table as gone for each statement execute function public.note_part()`)
  await stoa.sql(`
    insert into platform.idempotency_keys (caller, key, fingerprint, created_at)
    select 'somebody', n, '', now() - case when n <= 5001 then interval '3 days' else interval '1 hour' end
      from generate_series(1, 5010) n`)
  for (const one of kept) await removeOld(stoa.app.database.db, one)
  expect(await stoa.sql('select count(*)::int as left from platform.idempotency_keys')).toEqual([{ left: 9 }])
  expect(await stoa.sql('select removed from public.parts')).toEqual([{ removed: 5000 }, { removed: 1 }])
})

test.each(modules.flatMap((module) => module.schedules ?? []).map((schedule) => [schedule.name, schedule]))(
  'the housekeeping of %s runs',
  async (_name, schedule) => {
    await schedule.run(stoa.app)
  },
)

test('one thing that fails keeps no other from being done', async () => {
  const done: number[] = []
  await eachByItself(stoa.app, [{ n: 1 }, { n: 2 }, { n: 3 }], async ({ n }) => {
    if (n === 2) throw new Error('not this one')
    done.push(n)
  })
  expect(done).toEqual([1, 3])
})

test('a piece of housekeeping that does not end holds up no other, and is not begun twice', async () => {
  const held = Promise.withResolvers<void>()
  const begun = { stuck: 0, other: 0 }
  const stuck = async () => {
    begun.stuck += 1
    await held.promise
  }
  const other = async () => {
    begun.other += 1
  }
  const housekeeping = startSchedules(stoa.app, [
    defineModule({
      name: 'admin',
      routes: [],
      schedules: [
        { name: 'test.stuck', everySeconds: 0, run: stuck },
        { name: 'test.other', everySeconds: 0, run: other },
      ],
    }),
  ])
  for (const looks of [1, 2]) {
    housekeeping.look()
    await expect.poll(() => begun.other, { timeout: 20_000 }).toBe(looks)
  }
  expect(begun.stuck).toBe(1)
  held.resolve()
  await housekeeping.stop()
})
