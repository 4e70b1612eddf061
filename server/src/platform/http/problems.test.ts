import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '../db/database.ts'
import { expected } from './problems.ts'

const unavailable = { code: 'unavailable', status: 503 }

test('a database nobody reaches is a moment’s trouble, not a bug', async () => {
  const database = openDatabase({ url: 'postgresql://nobody@127.0.0.1:1/nothing', max: 1 })
  const error = await sql`select 1`.execute(database.db).catch((refused: unknown) => refused)
  await database.close()
  expect(expected(error)).toMatchObject(unavailable)
})

test.each([
  ['its disk is full', '53100'],
  ['it has no memory left', '53200'],
  ['it has no connection left', '53300'],
  ['it restarts', '57P01'],
  ['a statement took too long', '57014'],
])('so is one that answers that %s', (_why, code) => {
  expect(expected(Object.assign(new Error('refused'), { code }))).toMatchObject(unavailable)
})

test('a connection that was cut, or never became free, is too', () => {
  for (const message of ['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])
    expect(expected(new Error(message))).toMatchObject(unavailable)
})

test('a file that is gone is a bug, whatever its error is called', () => {
  expect(expected(Object.assign(new Error('gone'), { code: 'ENOENT', syscall: 'open' }))).toBeNull()
  expect(expected(Object.assign(new Error('gone'), { code: 'EPIPE', syscall: 'write' }))).toMatchObject(
    unavailable,
  )
})

test('a bug is a bug', () => {
  expect(expected(new TypeError('x is not a function'))).toBeNull()
  expect(expected(Object.assign(new Error('no such column'), { code: '42703' }))).toBeNull()
})
