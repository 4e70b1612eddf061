import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Module } from '../../../platform/module.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { anAddress, aUser, type GivenDirectory, givenDirectory, groupUrn } from './testing.ts'

/** The web app answers every path that has no route with a page. */
const pages: Module = {
  name: 'pages',
  routes: [],
  mount: (server) => void server.all('/*', (_request, reply) => reply.type('text/html').send('<p>A page')),
}

let stoa: TestStoa
let directory: GivenDirectory
beforeAll(async () => {
  stoa = await testStoa({}, [pages])
  directory = await givenDirectory(stoa)
})
afterAll(() => stoa.close())

test.each([
  ['GET', '/Nothing', 404],
  ['POST', '/Users/.search/more', 404],
  ['PUT', '/ServiceProviderConfig', 405],
  ['POST', '/Schemas', 405],
  ['DELETE', '/ResourceTypes/User', 405],
  ['DELETE', '/Users', 405],
  ['PATCH', '/Groups?count=1', 405],
] as const)('%s %s is told as directories understand it, not with a page', async (method, url, status) => {
  const answer = await stoa.server.inject({ method, url: `/scim/v2${url}` })
  expect(answer.statusCode).toBe(status)
  expect(answer.headers['content-type']).toBe('application/scim+json; charset=utf-8')
  expect(answer.json()).toMatchObject({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
  })
})

test('people and groups are found together, page by page, people first', async () => {
  const made: string[] = []
  for (let n = 0; n < 3; n += 1) made.push((await directory.post('/Users', aUser(anAddress()))).body.id)
  for (const displayName of ['Choir', 'Rowing'])
    made.push((await directory.post('/Groups', { schemas: [groupUrn], displayName })).body.id)
  const seen: string[] = []
  for (const startIndex of [1, 3, 5]) {
    const { status, body } = await directory.post('/.search', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
      attributes: ['displayName'],
      startIndex,
      count: 2,
    })
    expect([status, body.totalResults, body.startIndex]).toEqual([200, 5, startIndex])
    expect(body.itemsPerPage).toBe(body.Resources.length)
    seen.push(...body.Resources.map(({ id }: { id: string }) => id))
  }
  expect(seen.slice(0, 3).sort()).toEqual(made.slice(0, 3).sort())
  expect(seen.slice(3).sort()).toEqual(made.slice(3).sort())
  const one = await directory.get(`/?filter=${encodeURIComponent(`id eq "${made[4]}"`)}`)
  expect(one.body).toMatchObject({ totalResults: 1, Resources: [{ displayName: 'Rowing' }] })
  const person = await directory.get(
    `/?filter=${encodeURIComponent(`id eq "${made[0]}" and active eq true`)}`,
  )
  expect(person.body).toMatchObject({ totalResults: 1, Resources: [{ id: made[0] }] })
  const odd = await directory.get(`/?filter=${encodeURIComponent('no.such eq "x"')}`)
  expect([odd.status, odd.body.scimType]).toEqual([400, 'invalidFilter'])
})
