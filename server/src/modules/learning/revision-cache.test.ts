import { expect, test } from 'vitest'
import { createRevisionCache } from './revision-cache.ts'

test('a value is made once a revision', async () => {
  const cache = createRevisionCache<string>(100, (text) => text.length)
  let made = 0
  const get = (key: string) =>
    cache.get(key, async () => {
      made += 1
      return key
    })
  expect([await get('a 1'), await get('a 1'), await get('a 2')]).toEqual(['a 1', 'a 1', 'a 2'])
  expect(made).toBe(2)
})

test('what was not used longest makes room, and what is too large is not kept', async () => {
  const cache = createRevisionCache<string>(10, (text) => text.length)
  const made: string[] = []
  const get = (key: string, value: string) =>
    cache.get(key, async () => {
      made.push(key)
      return value
    })
  await get('a', '12345')
  await get('b', '12345')
  await get('a', '12345')
  await get('c', '12345')
  await get('a', '12345')
  await get('b', '12345')
  expect(made).toEqual(['a', 'b', 'c', 'b'])
  await get('huge', 'x'.repeat(11))
  await get('huge', 'x'.repeat(11))
  expect(made.filter((key) => key === 'huge')).toHaveLength(2)
})
