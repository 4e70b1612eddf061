import { type RawBuilder, sql } from 'kysely'
import type { Filter, Literal, Operator, Path } from './filters.ts'
import { enterpriseSchema, groupSchema, userSchema } from './names.ts'
import { invalidFilter } from './scim-error.ts'

type Condition = RawBuilder<boolean>
type Compare = (operator: Operator, value: Literal) => Condition
type Attribute = { compare: Compare; present: Condition }

const never = sql<boolean>`false`
const always = sql<boolean>`true`
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A filter on users as a condition on `auth.memberships m`. Throws `invalidFilter`. */
export const personCondition = (filter: Filter): Condition => conditionOf(filter, personAttribute)

/** A filter on groups as a condition on `auth.directory_groups g`. Throws `invalidFilter`. */
export const groupCondition = (filter: Filter): Condition => conditionOf(filter, groupAttribute)

function conditionOf(filter: Filter, attribute: (path: Path) => Attribute): Condition {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const parts = filter.all.map((part) => conditionOf(part, attribute))
      return sql`(${sql.join(parts, filter.kind === 'and' ? sql` and ` : sql` or `)})`
    }
    case 'not':
      return sql`not coalesce(${conditionOf(filter.of, attribute)}, false)`
    case 'present':
      return attribute(filter.path).present
    case 'compare':
      return attribute(filter.path).compare(filter.operator, filter.value)
  }
}

/** A text; in any case unless it says otherwise. */
function textual(column: RawBuilder<unknown>, exact = false): Attribute {
  const left = exact ? column : sql`lower(${column})`
  return {
    present: sql`coalesce(${column}, '') <> ''`,
    compare(operator, value) {
      if (value === null && (operator === 'eq' || operator === 'ne'))
        return operator === 'eq' ? sql`${column} is null` : sql`${column} is not null`
      if (typeof value !== 'string')
        throw invalidFilter('This attribute is compared with a text in double quotes.')
      const right = exact ? sql`${value}::text` : sql`lower(${value}::text)`
      const like = value.replace(/[\\%_]/g, '\\$&')
      const matches = (pattern: string) =>
        exact ? sql<boolean>`${column} like ${pattern}` : sql<boolean>`${column} ilike ${pattern}`
      switch (operator) {
        case 'eq':
          return sql`${left} = ${right}`
        case 'ne':
          return sql`${left} is distinct from ${right}`
        case 'co':
          return matches(`%${like}%`)
        case 'sw':
          return matches(`${like}%`)
        case 'ew':
          return matches(`%${like}`)
        default:
          return sql`${left} ${ordering(operator)} ${right}`
      }
    },
  }
}

const ordering = (operator: 'gt' | 'ge' | 'lt' | 'le') =>
  ({ gt: sql`>`, ge: sql`>=`, lt: sql`<`, le: sql`<=` })[operator]

function moment(column: RawBuilder<unknown>): Attribute {
  return {
    present: always,
    compare(operator, value) {
      const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
      if (Number.isNaN(at))
        throw invalidFilter('This attribute is compared with a moment such as "2026-01-31T12:00:00Z".')
      const when = new Date(at)
      if (operator === 'eq') return sql`date_trunc('milliseconds', ${column}) = ${when}`
      if (operator === 'ne') return sql`date_trunc('milliseconds', ${column}) <> ${when}`
      if (operator === 'co' || operator === 'sw' || operator === 'ew')
        throw invalidFilter('A moment has no parts to look for.')
      return sql`${column} ${ordering(operator)} ${when}`
    },
  }
}

/** An id of ours; what is no UUID is nobody's. */
function identifier(column: RawBuilder<unknown>): Attribute {
  return {
    present: always,
    compare(operator, value) {
      if (operator !== 'eq' && operator !== 'ne') throw invalidFilter('An id is compared with eq or ne.')
      const known = typeof value === 'string' && uuid.test(value)
      if (operator === 'eq') return known ? sql`${column} = ${value}::uuid` : never
      return known ? sql`${column} <> ${value}::uuid` : always
    },
  }
}

const active: Attribute = {
  present: always,
  compare(operator, value) {
    const wanted =
      typeof value === 'boolean' ? value : { true: true, false: false }[String(value).toLowerCase()]
    if (wanted === undefined || (operator !== 'eq' && operator !== 'ne'))
      throw invalidFilter('active is compared with eq true or eq false.')
    const is = operator === 'eq' ? wanted : !wanted
    return sql`(m.status in ('active', 'pending')) = ${is}`
  },
}

/** Addresses have an index of their own; the other attributes with many values are looked through. */
const addresses: Attribute = {
  present: sql`coalesce(cardinality(m.directory_emails), 0) > 0`,
  compare(operator, value) {
    if (operator === 'eq' && typeof value === 'string')
      return sql`m.directory_emails @> array[lower(${value}::text)]`
    return sql`exists (select 1 from unnest(m.directory_emails) e (value) where ${textual(sql`e.value`).compare(operator, value)})`
  },
}

const lists = ['emails', 'phoneNumbers', 'addresses', 'ims', 'photos', 'roles', 'entitlements']
const parts = [
  'value',
  'type',
  'display',
  'primary',
  'formatted',
  'locality',
  'region',
  'postalCode',
  'country',
  'streetAddress',
]

/** `emails[type eq "work"].value eq "…"`: one value must fit all of it. */
function listed({ name, where, part }: Path): Attribute {
  const entry = (wanted: string): Attribute => {
    if (!parts.includes(wanted)) throw invalidFilter(`Users cannot be looked for by ${name}.${wanted}.`)
    return textual(sql`(e.value ->> ${wanted}::text)`)
  }
  const chosen = where
    ? conditionOf(where, (inner) => (inner.part === null && !inner.where ? entry(inner.name) : entry('')))
    : always
  const some = (condition: Condition) => sql<boolean>`exists (
    select 1 from jsonb_array_elements(m.directory_attributes -> ${name}::text) e (value) where ${chosen} and ${condition})`
  return {
    present: some(part === null ? always : entry(part).present),
    compare: (operator, value) =>
      some(entry(part ?? 'value').compare(operator, typeof value === 'boolean' ? String(value) : value)),
  }
}

function personAttribute(path: Path): Attribute {
  const { schema, name, where, part } = path
  const full = part === null ? name : `${name}.${part}`
  if (schema === enterpriseSchema && !where) {
    if (full === 'department') return textual(sql`m.department`)
    if (full === 'manager.value' || full === 'manager') return identifier(sql`m.manager_id`)
    if (full === 'employeeNumber')
      return textual(sql`(m.directory_attributes -> ${enterpriseSchema}::text ->> 'employeeNumber')`)
  }
  if (schema === null || schema === userSchema) {
    if (lists.includes(name))
      return !where && (full === 'emails' || full === 'emails.value') ? addresses : listed(path)
    const column = where ? undefined : personColumns[full]
    if (column) return column
  }
  throw invalidFilter(`Users cannot be looked for by ${full.slice(0, 100)}.`)
}

const personColumns: Record<string, Attribute | undefined> = {
  id: identifier(sql`m.id`),
  userName: textual(sql`m.user_principal_name`),
  externalId: textual(sql`m.external_id`, true),
  displayName: textual(sql`(m.directory_attributes ->> 'displayName')`),
  'name.givenName': textual(sql`m.given_name`),
  'name.familyName': textual(sql`m.family_name`),
  title: textual(sql`m.job_title`),
  userType: textual(sql`m.user_type`),
  active,
  'meta.created': moment(sql`m.created_at`),
  'meta.lastModified': moment(sql`m.updated_at`),
}

function groupAttribute({ schema, name, where, part }: Path): Attribute {
  const full = part === null ? name : `${name}.${part}`
  if (schema === null || schema === groupSchema) {
    if (where && name === 'members' && (part === null || part === 'value'))
      return { present: withMember(conditionOf(where, memberAttribute)), compare: memberOnly }
    if (!where && (full === 'members' || full === 'members.value'))
      return {
        present: withMember(always),
        compare: (operator, value) => withMember(identifier(sql`gm.membership_id`).compare(operator, value)),
      }
    const column = where ? undefined : groupColumns[full]
    if (column) return column
  }
  throw invalidFilter(`Groups cannot be looked for by ${full.slice(0, 100)}.`)
}

const withMember = (condition: Condition) => sql<boolean>`exists (
  select 1 from auth.directory_group_members gm
   where gm.organization_id = g.organization_id and gm.group_id = g.id and ${condition})`

const memberOnly = (): Condition => {
  throw invalidFilter('Members are looked for as members[value eq "…"].')
}

function memberAttribute({ name, where, part }: Path): Attribute {
  if (name !== 'value' || where || part !== null)
    throw invalidFilter('Members are looked for by their value.')
  return identifier(sql`gm.membership_id`)
}

const groupColumns: Record<string, Attribute | undefined> = {
  id: identifier(sql`g.id`),
  displayName: textual(sql`g.display_name`),
  externalId: textual(sql`g.external_id`, true),
  'meta.created': moment(sql`g.created_at`),
  'meta.lastModified': moment(sql`g.updated_at`),
}
