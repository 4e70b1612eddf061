import { expect, test } from 'vitest'
import { fits, parseFilter, parsePath } from './filters.ts'
import { operationsOf, patched } from './patches.ts'
import { projected, projectionOf } from './projections.ts'
import { ScimError } from './scim-error.ts'
import { enterpriseUrn, patchOf } from './testing.ts'

const ada = {
  userName: 'ada',
  name: { givenName: 'Ada', familyName: 'Adams', honorificPrefix: 'Dr' },
  emails: [
    { value: 'ada@work.test', type: 'work', primary: true },
    { value: 'ada@home.test', type: 'home' },
  ],
  active: true,
  [enterpriseUrn]: { department: 'Sales', manager: { value: 'boss' } },
}
const apply = (...operations: object[]) =>
  patched(ada, operationsOf(patchOf(...operations))) as typeof ada & Record<string, unknown>
const refusal = (work: () => unknown): string | null => {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof ScimError ? error.scimType : String(error)
  }
}

test('replacing a single complex value leaves what is not named', () => {
  expect(apply({ op: 'replace', path: 'name', value: { givenName: 'Grace' } }).name).toEqual({
    givenName: 'Grace',
    familyName: 'Adams',
    honorificPrefix: 'Dr',
  })
  expect(
    apply({ op: 'Replace', value: { 'name.givenName': 'Grace', NAME: { familyname: 'Hopper' } } }).name,
  ).toMatchObject({
    givenName: 'Grace',
    familyName: 'Hopper',
  })
})

test('names of attributes are the same in any case, also with their schema', () => {
  expect(apply({ op: 'replace', path: 'USERNAME', value: 'grace' }).userName).toBe('grace')
  const core = 'urn:ietf:params:scim:schemas:core:2.0:User:userName'
  expect(apply({ op: 'replace', path: core, value: 'grace' }).userName).toBe('grace')
  expect(
    apply({ op: 'replace', path: `${enterpriseUrn.toUpperCase()}:DEPARTMENT`, value: 'R' })[enterpriseUrn]
      .department,
  ).toBe('R')
  expect(apply({ op: 'add', value: { [enterpriseUrn]: { costCenter: '7' } } })[enterpriseUrn]).toMatchObject({
    department: 'Sales',
    costCenter: '7',
  })
  expect(apply({ op: 'add', value: { [`${enterpriseUrn}:division`]: 'D' } })[enterpriseUrn]).toMatchObject({
    division: 'D',
  })
  const own = 'urn:ietf:params:scim:schemas:extension:Custom:2.0:User'
  expect(apply({ op: 'add', path: `${own}:tag`, value: 'x' })[own]).toEqual({ tag: 'x' })
})

test('adding to many values, one of them the primary one', () => {
  const { emails } = apply({
    op: 'add',
    path: 'emails',
    value: [{ value: 'new@work.test', type: 'other', primary: 'True' }],
  })
  expect(emails).toEqual([
    { value: 'ada@work.test', type: 'work', primary: false },
    { value: 'ada@home.test', type: 'home' },
    { value: 'new@work.test', type: 'other', primary: true },
  ])
  expect(
    apply({ op: 'add', path: 'emails', value: { value: 'ada@home.test', type: 'home' } }).emails,
  ).toHaveLength(2)
})

test('values are chosen by filters', () => {
  expect(
    apply({ op: 'replace', path: 'emails[type eq "work"].value', value: 'x@work.test' }).emails[0],
  ).toEqual({
    value: 'x@work.test',
    type: 'work',
    primary: true,
  })
  expect(apply({ op: 'remove', path: 'emails[type eq "home" and value co "home"]' }).emails).toHaveLength(1)
  expect(apply({ op: 'remove', path: 'emails[not (type eq "nothing")]' }).emails).toBeUndefined()
  expect(apply({ op: 'add', path: 'phoneNumbers[type eq "work"].value', value: '1' }).phoneNumbers).toEqual([
    { type: 'work', value: '1' },
  ])
  expect(apply({ op: 'add', path: 'roles[primary eq "True"].value', value: 'admin' }).roles).toEqual([
    { primary: true, value: 'admin' },
  ])
  expect(refusal(() => apply({ op: 'replace', path: 'emails[type eq "fax"].value', value: 'x' }))).toBe(
    'noTarget',
  )
  expect(
    apply({ op: 'replace', path: 'phoneNumbers[type eq "fax"].value', value: '1' }).phoneNumbers,
  ).toHaveLength(1)
})

test('removing: a value, a part, an extension, and what is named beside the path', () => {
  expect(apply({ op: 'remove', path: 'name.honorificPrefix' }).name).toEqual({
    givenName: 'Ada',
    familyName: 'Adams',
  })
  expect(apply({ op: 'remove', path: enterpriseUrn })[enterpriseUrn]).toBeUndefined()
  expect(apply({ op: 'remove', path: `${enterpriseUrn}:manager` })[enterpriseUrn]).toEqual({
    department: 'Sales',
  })
  expect(apply({ op: 'remove', path: 'emails', value: [{ value: 'ada@home.test' }] }).emails).toHaveLength(1)
  expect(apply({ op: 'replace', path: 'name.givenName', value: null }).name).not.toHaveProperty('givenName')
  expect(apply({ op: 'remove', path: 'nickName' })).toEqual(ada)
})

test('what is ours to write is refused by path and passed over in a whole resource', () => {
  for (const path of ['id', 'meta.version', 'groups', 'schemas'])
    expect(refusal(() => apply({ op: 'replace', path, value: 'x' }))).toBe('mutability')
  expect(apply({ op: 'replace', value: { id: 'x', schemas: [], meta: {}, groups: [] } })).toEqual(ada)
})

test('operations that mean nothing are named as what they are', () => {
  const wrong: Array<[unknown, string]> = [
    [{ op: 'remove' }, 'noTarget'],
    [{ op: 'destroy', path: 'x' }, 'invalidSyntax'],
    [{ op: 'add', path: 'userName' }, 'invalidValue'],
    [{ op: 'replace', value: 'x' }, 'invalidValue'],
    [{ op: 'add', path: 'emails[', value: 1 }, 'invalidPath'],
    [{ op: 'add', path: 'emails[type eq "work"', value: 1 }, 'invalidPath'],
    [{ op: 'add', path: '..', value: 1 }, 'invalidPath'],
    [{ op: 'add', path: 'a.b.c', value: 1 }, 'invalidPath'],
    [{ op: 'add', path: '__proto__.polluted', value: 1 }, 'invalidPath'],
    [{ op: 'add', path: 7, value: 1 }, 'invalidSyntax'],
    ['add', 'invalidSyntax'],
  ]
  for (const [operation, scimType] of wrong)
    expect([operation, refusal(() => operationsOf({ Operations: [operation] }))]).toEqual([
      operation,
      scimType,
    ])
  for (const body of [
    null,
    [],
    'x',
    {},
    { Operations: [] },
    { Operations: {} },
    { schemas: ['x'], Operations: [{ op: 'remove', path: 'title' }] },
  ])
    expect(refusal(() => operationsOf(body))).toBe('invalidSyntax')
  expect(
    refusal(() =>
      operationsOf(patchOf(...Array.from({ length: 1001 }, () => ({ op: 'remove', path: 'title' })))),
    ),
  ).toBe('tooMany')
  apply({ op: 'add', path: 'constructor.prototype', value: { polluted: true } })
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

test('filters bind as the standard says: not, and, or, brackets', () => {
  const value = { type: 'work', value: 'a@b.test', primary: true }
  const is = (text: string) => fits(parseFilter(text), value)
  expect(is('type eq "home" and value co "@" or primary eq true')).toBe(true)
  expect(is('type eq "home" and (value co "@" or primary eq true)')).toBe(false)
  expect(is('not (type eq "home") AND VALUE Ew ".TEST"')).toBe(true)
  expect(is('display pr or value pr')).toBe(true)
  expect(is('display eq null')).toBe(true)
  expect(is('value eq "a\\u0040b.test"')).toBe(true)
})

test('hostile filters are refused quickly', () => {
  const hostile = [
    '',
    'userName',
    'userName eq',
    'userName eq joe',
    "userName eq 'joe'",
    'userName xx "joe"',
    'userName eq "joe',
    'userName eq "joe" and',
    '(userName eq "joe"',
    'userName eq "joe")',
    'userName eq "joe" userName eq "jim"',
    'emails[type eq "work"',
    'emails[type eq "work"].',
    'a.b.c eq 1',
    '"userName" eq "joe"',
    `${'('.repeat(2000)}userName pr${')'.repeat(1999)}`,
    `${'not ('.repeat(500)}userName pr${')'.repeat(500)}`,
    `${'emails['.repeat(300)}type pr${']'.repeat(300)}`,
    Array.from({ length: 100 }, () => 'a pr').join(' or '),
    'x'.repeat(100_000),
    `userName eq "${'\\'.repeat(3001)}"`,
    'userName eq "a" or 1=1; drop table auth.users',
  ]
  for (const text of hostile)
    expect([text.slice(0, 40), refusal(() => parseFilter(text))]).toEqual([
      text.slice(0, 40),
      'invalidFilter',
    ])
})

test('a path is taken apart', () => {
  expect(parsePath('emails[type eq "work"].value')).toMatchObject({
    schema: null,
    name: 'emails',
    part: 'value',
  })
  expect(parsePath(`${enterpriseUrn}:manager.value`)).toMatchObject({
    schema: enterpriseUrn,
    name: 'manager',
    part: 'value',
  })
  expect(parsePath(enterpriseUrn)).toMatchObject({ schema: enterpriseUrn, name: '' })
})

test('answers have the attributes that were asked for, and always id and schemas', () => {
  const document = { schemas: ['u'], id: '1', ...ada }
  const only = (names: string) => projected(document, projectionOf(names, undefined))
  expect(only('username,emails.value')).toEqual({
    schemas: ['u'],
    id: '1',
    userName: 'ada',
    emails: [{ value: 'ada@work.test' }, { value: 'ada@home.test' }],
  })
  expect(only(`${enterpriseUrn}:department, name.givenName,name.familyName`)).toEqual({
    schemas: ['u'],
    id: '1',
    name: { givenName: 'Ada', familyName: 'Adams' },
    [enterpriseUrn]: { department: 'Sales' },
  })
  expect(only('nothing')).toEqual({ schemas: ['u'], id: '1' })
  const without = projected(
    document,
    projectionOf(undefined, `id,emails,name.familyName,${enterpriseUrn}:manager`),
  )
  expect(without).toEqual({
    schemas: ['u'],
    id: '1',
    userName: 'ada',
    name: { givenName: 'Ada', honorificPrefix: 'Dr' },
    active: true,
    [enterpriseUrn]: { department: 'Sales' },
  })
  expect(refusal(() => projectionOf('a', 'b'))).toBe('invalidValue')
})
