import { expect, test } from 'vitest'
import { csv } from './csv.ts'

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\n=1+1', '＝1+1', '＋1', '－1', '＠x'])(
  'a text a spreadsheet may take for a formula, %j, stays text',
  (text) => {
    expect(csv([text])).toMatch(/^"?'/)
  },
)

test('numbers, quotes and lines come out as they are', () => {
  expect(csv([-5, 'a "b"', 'one\ntwo', null, { n: 1 }])).toBe('-5,"a ""b""","one\ntwo",,"{""n"":1}"\r\n')
})
