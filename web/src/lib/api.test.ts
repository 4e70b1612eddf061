import { expect, test } from 'vitest'
import { createApiClient, problemOf, unwrap } from './api.ts'
import { apiContext, createLoadContext } from './context.ts'
import { fieldErrors } from './problem.ts'
import type { Site } from './session.ts'

const site: Site = {
  organization: {
    id: '1',
    slug: 'a',
    name: 'A',
    description: '',
    logoUrl: null,
    coverUrl: null,
    accent: null,
  },
  terms: {},
  locale: 'en',
  timeZone: 'UTC',
  dateFormat: 'medium',
  environment: 'test',
  signUpOpen: true,
  passwordMinLength: 10,
}

/** The client knows no paths yet, so the tests speak to it as to any API. */
type AnyApi = { GET: (path: string) => Promise<{ data?: unknown; error?: unknown; response: Response }> }

function answering(status: number, body: unknown, page = '/learn?tab=new') {
  const client = createApiClient({
    baseUrl: 'http://stoa.test',
    page,
    fetch: async () => Response.json(body, { status }),
  })
  return client as unknown as AnyApi
}

test('an answer is its data', async () => {
  expect(unwrap(await answering(200, { name: 'Io' }).GET('/me'))).toEqual({ name: 'Io' })
})

test('who is not signed in is sent to sign in and back to the page', async () => {
  const result = await answering(401, {}).GET('/me')
  expect(() => unwrap(result)).toThrow(
    expect.objectContaining({
      status: 302,
      headers: new Headers({ location: '/sign-in?next=%2Flearn%3Ftab%3Dnew' }),
    }),
  )
})

test('a refusal is thrown with its problem for the error page', async () => {
  const result = await answering(403, { title: 'No', status: 403, detail: 'Ask Leto.' }).GET('/me')
  expect(() => unwrap(result)).toThrow(
    expect.objectContaining({
      init: { status: 403 },
      data: expect.objectContaining({ detail: 'Ask Leto.' }),
    }),
  )
})

test('an address with half an id is an address nobody answers', async () => {
  const body = { title: 'No', status: 422, errors: [{ pointer: '/params/courseId', message: 'no uuid' }] }
  const result = await answering(422, body).GET('/me')
  expect(() => unwrap(result)).toThrow(expect.objectContaining({ init: { status: 404 } }))
})

test('an action reads the problem and its fields', async () => {
  const body = { title: 'No', status: 422, errors: [{ pointer: '/address/city', message: 'Which city?' }] }
  const problem = problemOf(await answering(422, body).GET('/me'))
  expect(fieldErrors(problem)).toEqual({ 'address.city': 'Which city?' })
})

test('an answer that is no problem becomes one', async () => {
  expect(problemOf(await answering(502, 'bad gateway').GET('/me'))).toMatchObject({
    status: 502,
    code: 'unknown',
  })
  expect(problemOf(await answering(200, {}).GET('/me'))).toBeNull()
})

test.each([
  ['/courses/a.data?_routes=x&tab=1', '/courses/a?tab=1'],
  ['/_root.data', '/'],
  ['/learn', '/learn'],
])('a request for %s belongs to the page %s', async (asked, page) => {
  const context = createLoadContext({
    request: new Request(`http://stoa.test${asked}`),
    fetch: async () => new Response('{}', { status: 401 }),
    nonce: 'n',
    site,
    session: null,
    held: null,
    report: () => {},
  })
  const result = await (context.get(apiContext) as unknown as AnyApi).GET('/me')
  const next = page === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(page)}`
  expect(() => unwrap(result)).toThrow(expect.objectContaining({ headers: new Headers({ location: next }) }))
})
