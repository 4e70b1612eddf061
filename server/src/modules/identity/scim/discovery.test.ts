import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import {
  anAddress,
  aUser,
  type GivenDirectory,
  givenDirectory,
  givenProvenDomain,
  patchOf,
} from './testing.ts'

// A client that knows nothing but our own schemas tries everything they promise.

type Attribute = {
  name: string
  type: string
  multiValued: boolean
  mutability: string
  required: boolean
  canonicalValues?: string[]
  subAttributes?: Attribute[]
}
type Schema = { id: string; name: string; attributes: Attribute[] }

let stoa: TestStoa
let directory: GivenDirectory
let domain: string
let schemas: Schema[]
beforeAll(async () => {
  stoa = await testStoa()
  directory = await givenDirectory(stoa)
  domain = await givenProvenDomain(stoa, directory.organization)
  schemas = (await directory.get('/Schemas')).body.Resources
})
afterAll(() => stoa.close())

function sample(attribute: Attribute, turn: number): unknown {
  if (attribute.subAttributes) {
    const parts = attribute.subAttributes.filter((part) => part.mutability !== 'readOnly')
    const one = Object.fromEntries(parts.map((part) => [part.name, sampleOfPart(attribute.name, part, turn)]))
    return attribute.multiValued ? [one] : one
  }
  return attribute.multiValued ? [plain(attribute, turn)] : plain(attribute, turn)
}

function sampleOfPart(name: string, part: Attribute, turn: number): unknown {
  if (part.name === 'value' && name === 'emails') return anAddress(domain)
  return plain(part, turn)
}

function plain({ type, canonicalValues, name }: Attribute, turn: number): unknown {
  if (canonicalValues?.length) return canonicalValues[turn % canonicalValues.length]
  switch (type) {
    case 'boolean':
      return name === 'active' ? turn % 2 === 1 : true
    case 'reference':
      return `https://example.test/${turn}`
    case 'dateTime':
      return new Date(turn * 1e9).toISOString()
    default:
      return `${name} ${turn}`
  }
}

const at = (body: Record<string, unknown>, schema: Schema, name: string) =>
  (schema.name === 'EnterpriseUser' ? ((body[schema.id] as Record<string, unknown>) ?? {}) : body)[name]

test('every attribute that may be written is added, replaced and removed by path', async () => {
  const { id } = (await directory.post('/Users', aUser(anAddress(domain)))).body
  const change = (op: string, path: string, value?: unknown) =>
    directory.patch(`/Users/${id}`, patchOf({ op, path, ...(value === undefined ? {} : { value }) }))
  const tried: string[] = []
  for (const schema of schemas.filter(({ name }) => name !== 'Group'))
    for (const attribute of schema.attributes) {
      if (attribute.mutability !== 'readWrite' || attribute.name === 'userName') continue
      for (const [turn, op] of ['add', 'replace'].entries()) {
        const value = sample(attribute, turn)
        const answer = await change(op, `${schema.id}:${attribute.name}`, value)
        expect([attribute.name, op, answer.status]).toEqual([attribute.name, op, 200])
        const read = at((await directory.get(`/Users/${id}`)).body, schema, attribute.name)
        if (attribute.multiValued) expect(read).toEqual(expect.arrayContaining(value as unknown[]))
        else if (attribute.subAttributes) expect(read).toMatchObject(value as object)
        else expect(read).toEqual(value)
      }
      const removed = await change('remove', `${schema.id}:${attribute.name}`)
      expect([attribute.name, removed.status]).toEqual([attribute.name, 200])
      // Whether somebody is in is never unknown.
      const left = at(removed.body, schema, attribute.name)
      expect(left).toEqual(attribute.name === 'active' ? true : undefined)
      tried.push(attribute.name)
    }
  expect(tried.length).toBeGreaterThan(20)
})

test('everything at once is created and replaced as it was sent', async () => {
  const userName = anAddress(domain)
  const whole = (turn: number) => {
    const body: Record<string, unknown> = { userName, externalId: `whole-${userName}` }
    for (const schema of schemas.filter(({ name }) => name !== 'Group'))
      for (const attribute of schema.attributes) {
        if (attribute.mutability !== 'readWrite' || attribute.name === 'userName') continue
        const value = attribute.name === 'active' ? true : sample(attribute, turn)
        if (schema.name === 'EnterpriseUser')
          body[schema.id] = { ...(body[schema.id] as object), [attribute.name]: value }
        else body[attribute.name] = value
      }
    return body
  }
  const first = whole(0)
  const made = await directory.post('/Users', first)
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject(first)
  const second = whole(1)
  const put = await directory.put(`/Users/${made.body.id}`, second)
  expect(put.body).toMatchObject(second)
  // What a PUT does not name is gone.
  const bare = await directory.put(`/Users/${made.body.id}`, { userName })
  const { schemas: named, id, meta, ...rest } = bare.body
  expect({ named, id, type: meta.resourceType, rest }).toEqual({
    named: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    id: made.body.id,
    type: 'User',
    rest: { userName, active: true },
  })
})
