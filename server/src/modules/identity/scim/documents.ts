import { isAddress } from '../../../platform/mail/mailer.ts'
import { enterpriseSchema, multiValued, userSchema } from './names.ts'
import { booleanOf, canonical, type Document, isObject } from './patches.ts'
import { invalidSyntax, invalidValue, ScimError } from './scim-error.ts'

/** What a directory says of a person: what has a place of its own here, and the rest as it came. */
export type Said = {
  userName: string
  externalId: string | null
  active: boolean
  givenName: string | null
  familyName: string | null
  title: string | null
  userType: string | null
  department: string | null
  /** The manager as it was said: its value is a resource id, or whatever the directory calls them. */
  manager: Document | null
  office: string | null
  phone: string | null
  mobile: string | null
  /** Lower case, the main one first; none for somebody mail cannot reach. */
  emails: string[]
  /** The name to call them by where they have none of their own. */
  name: string
  rest: Document
}

const mostBytes = 32 * 1024
const deepest = 8
const mostValues = 50

/** A resource from a request body: an object, names as the standard writes them, nothing too large. */
export function documentOf(body: unknown): Document {
  if (!isObject(body)) throw invalidSyntax('Send a resource as a JSON object.')
  return refuseHuge(canonical(body) as Document)
}

/** @throws ScimError for a resource nobody needs to have that large */
export function refuseHuge(document: Document): Document {
  if (JSON.stringify(document).length > mostBytes)
    throw new ScimError(413, null, `A user has at most ${mostBytes} bytes.`)
  let level: unknown[] = [document]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw invalidValue(`A user is nested ${deepest} levels at most.`)
    level = level.flatMap((value) =>
      value !== null && typeof value === 'object' ? Object.values(value) : [],
    )
  }
  return document
}

/** Reads what a user resource says. @throws ScimError where it cannot be meant */
export function saidBy(document: Document): Said {
  const { id: _id, meta: _meta, groups: _groups, schemas: _schemas, password: _password, ...given } = document
  for (const name of multiValued) if (given[name] !== undefined) given[name] = valuesOf(given[name], name)
  const {
    userName,
    externalId,
    active,
    title,
    userType,
    name,
    [enterpriseSchema]: extension,
    ...rest
  } = given
  const named = section(name, 'name')
  const enterprise = section(extension, enterpriseSchema)
  const { givenName, familyName, ...nameRest } = named
  const { department, manager, ...enterpriseRest } = enterprise
  const login = text(userName, 'userName', 256)
  if (!login) throw invalidValue('A user has a userName.')
  const person = {
    userName: login,
    externalId: text(externalId, 'externalId', 256),
    active: active === undefined ? true : booleanOf(active, 'active'),
    givenName: text(givenName, 'name.givenName', 200),
    familyName: text(familyName, 'name.familyName', 200),
    title: text(title, 'title', 200),
    userType: text(userType, 'userType', 100),
    department: text(department, 'department', 200),
    manager: managerOf(manager),
    office: place(rest.addresses),
    phone: number(rest.phoneNumbers, 'work') ?? number(rest.phoneNumbers, undefined),
    mobile: number(rest.phoneNumbers, 'mobile'),
    emails: emailsOf(rest.emails, login),
  }
  const full = [person.givenName, person.familyName].filter(Boolean).join(' ')
  return {
    ...person,
    name: (
      text(rest.displayName, 'displayName', 256) ??
      (full || text(nameRest.formatted, 'name.formatted', 256)) ??
      login
    ).slice(0, 200),
    rest: {
      ...rest,
      ...(Object.keys(nameRest).length > 0 ? { name: nameRest } : {}),
      ...(Object.keys(enterpriseRest).length > 0 ? { [enterpriseSchema]: enterpriseRest } : {}),
    },
  }
}

/** The resource a directory reads: the same as it said, put together again. */
export function userDocument(said: Omit<Said, 'name' | 'emails' | 'office' | 'phone' | 'mobile'>): Document {
  const { name, [enterpriseSchema]: extension, ...rest } = said.rest
  const named = filled({
    ...(isObject(name) ? name : {}),
    givenName: said.givenName,
    familyName: said.familyName,
  })
  const enterprise = filled({
    ...(isObject(extension) ? extension : {}),
    department: said.department,
    ...(said.manager === null ? {} : { manager: said.manager }),
  })
  const hasEnterprise = Object.keys(enterprise).length > 0
  const others = Object.keys(rest).filter((key) => key.startsWith('urn:'))
  return {
    schemas: [userSchema, ...(hasEnterprise ? [enterpriseSchema] : []), ...others],
    ...filled({ externalId: said.externalId }),
    userName: said.userName,
    ...(Object.keys(named).length > 0 ? { name: named } : {}),
    ...filled({ title: said.title, userType: said.userType }),
    ...rest,
    active: said.active,
    ...(hasEnterprise ? { [enterpriseSchema]: enterprise } : {}),
  }
}

const filled = (values: Document): Document =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined))

function section(value: unknown, name: string): Document {
  if (value === undefined) return {}
  if (!isObject(value)) throw invalidValue(`The value of ${name} is an object.`)
  return { ...value }
}

export function text(value: unknown, name: string, longest: number): string | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') throw invalidValue(`The value of ${name} is a text.`)
  const trimmed = value.trim()
  if (trimmed.length > longest) throw invalidValue(`The value of ${name} has at most ${longest} characters.`)
  return trimmed === '' ? null : trimmed
}

/** Values of an attribute with many: single ones are taken, empty ones dropped. */
function valuesOf(value: unknown, name: string): unknown[] {
  const list = (Array.isArray(value) ? value : [value])
    .map((each) => (isObject(each) ? each : { value: each }))
    .filter((each) =>
      Object.entries(each).some(([key, part]) => key !== 'type' && key !== 'primary' && part !== ''),
    )
  if (list.length > mostValues) throw invalidValue(`A user has at most ${mostValues} ${name}.`)
  return list
}

/** Okta and Entra write the manager as an object, as a list of one, or as the id alone. */
function managerOf(value: unknown): Document | null {
  const one = Array.isArray(value) ? value[0] : value
  if (isObject(one)) return text(one.value, 'manager', 256) === null && !one.displayName ? null : one
  const id = text(one, 'manager', 256)
  return id === null ? null : { value: id }
}

function emailsOf(values: unknown, login: string): string[] {
  const list = (Array.isArray(values) ? values : []) as Document[]
  const rank = (each: Document) => (each.primary === true ? 0 : each.type === 'work' ? 1 : 2)
  const sorted = [...list].sort((a, b) => rank(a) - rank(b))
  const emails = sorted.map((each) => text(each.value, 'emails.value', 254)?.toLowerCase() ?? '')
  for (const email of emails)
    if (!isAddress(email)) throw invalidValue('The value of emails is an address that mail can reach.')
  if (emails.length === 0 && isAddress(login)) emails.push(login.toLowerCase())
  return [...new Set(emails)]
}

function number(values: unknown, type: string | undefined): string | null {
  const list = (Array.isArray(values) ? values : []) as Document[]
  return text(list.find((each) => each.type === type)?.value, 'phoneNumbers.value', 60)
}

function place(values: unknown): string | null {
  const list = (Array.isArray(values) ? values : []) as Document[]
  const one =
    list.find((each) => each.type === 'work') ?? list.find((each) => each.primary === true) ?? list[0]
  return text(one?.formatted ?? one?.locality, 'addresses.formatted', 200)
}
