import { expect, test } from 'vitest'
import { peopleQuery, peopleWish } from './people-wish.ts'

const asked = (query: string) => peopleQuery(peopleWish(new URLSearchParams(query)))

test('what stands in the address is what the API is asked for', () => {
  expect(asked('search=+Ann+&status=banned&factor=no&seen=now')).toEqual({
    search: 'Ann',
    status: 'banned',
    hasFactor: false,
    isOnline: true,
  })
  expect(asked('seen=30')).toEqual({ seenWithinDays: 30 })
  expect(asked('seen=-90')).toEqual({ notSeenForDays: 90 })
})

test('what nobody offered is left out', () => {
  expect(asked('status=king&factor=maybe&seen=later&seen=0')).toEqual({})
})
