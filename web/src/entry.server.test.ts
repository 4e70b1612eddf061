import { UNSAFE_ErrorResponseImpl as Refusal, RouterContextProvider } from 'react-router'
import { expect, test } from 'vitest'
import { handleError } from './entry.server.tsx'
import { reportContext } from './lib/context.ts'

function reportedOf(error: unknown): unknown[] {
  const reported: unknown[] = []
  const context = new RouterContextProvider()
  context.set(reportContext, (one) => void reported.push(one))
  const request = new Request('https://learn.example.org/courses')
  handleError(error, { request, params: {}, context })
  return reported
}

test('what went wrong here is written down, what somebody sent wrongly is not', () => {
  const bug = new Error('a bug')
  expect(reportedOf(bug)).toEqual([bug])
  expect(reportedOf(new Refusal(503, 'Unavailable', null))).toHaveLength(1)
  expect(reportedOf(new Refusal(405, 'Method Not Allowed', null))).toEqual([])
  expect(reportedOf(new Refusal(404, 'Not Found', null))).toEqual([])
})
