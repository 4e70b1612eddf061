import type { App, Ctx } from '../../../platform/ctx.ts'
import type { Directory } from './directories.queries.ts'
import {
  countGroups,
  findGroupMembers,
  findGroups,
  type GroupMember,
  type GroupRow,
} from './directory-groups.queries.ts'
import {
  changeGroup,
  createGroup,
  groupChange,
  heldGroup,
  keptGroup,
  removeGroup,
  wholeGroup,
} from './directory-groups.ts'
import { countKept, findKept, type KeptPerson } from './directory-people.queries.ts'
import { heldPerson, keptPerson, rewrite, takeOut, takeOver } from './directory-people.ts'
import { listOf, pageAtMost } from './discovery.ts'
import { documentOf, refuseHuge, saidBy, userDocument } from './documents.ts'
import { type Filter, parseFilter } from './filters.ts'
import { groupSchema } from './names.ts'
import { type Document, operationsOf, patched } from './patches.ts'
import { type Projection, projected, projectionOf, wants } from './projections.ts'
import { invalidValue, ScimError } from './scim-error.ts'

export const baseOf = (app: App): string => `${app.config.url}/scim/v2`

/** What a directory asks, as far as it is not the path. */
export type Ask = {
  id: string
  query: Record<string, string | undefined>
  body: unknown
  ifMatch: string | null
  ifNoneMatch: string | null
}
/** What it is answered. */
export type Reply = { status: number; body: Document | null; headers?: Record<string, string> }

type Versioned = { id: string; createdAt: Date; updatedAt: Date }

const versionOf = ({ updatedAt }: Versioned) => `W/"${updatedAt.getTime()}"`

const metaOf = (base: string, resourceType: 'User' | 'Group', row: Versioned) => ({
  resourceType,
  created: row.createdAt.toISOString(),
  lastModified: row.updatedAt.toISOString(),
  location: `${base}/${resourceType}s/${row.id}`,
  version: versionOf(row),
})

/** A person as the directory reads them. */
export function personDocument(base: string, person: KeptPerson): Document {
  const said = userDocument({
    ...person,
    active: person.status === 'active' || person.status === 'pending',
    manager:
      person.managerId === null
        ? null
        : { value: person.managerId, $ref: `${base}/Users/${person.managerId}` },
  })
  const groups = person.groups.map((group) => ({
    ...group,
    $ref: `${base}/Groups/${group.value}`,
    type: 'direct',
  }))
  return {
    ...said,
    id: person.id,
    ...(groups.length > 0 ? { groups } : {}),
    meta: metaOf(base, 'User', person),
  }
}

function groupDocument(base: string, group: GroupRow, members: GroupMember[] | null): Document {
  return {
    schemas: [groupSchema],
    id: group.id,
    ...(group.externalId === null ? {} : { externalId: group.externalId }),
    displayName: group.displayName,
    ...(members === null
      ? {}
      : {
          members: members.map(({ value, display }) => ({
            value,
            display,
            $ref: `${base}/Users/${value}`,
            type: 'User',
          })),
        }),
    meta: metaOf(base, 'Group', group),
  }
}

const projectionFrom = ({ query }: Ask) => projectionOf(query.attributes, query.excludedAttributes)

/** Which page is asked for (RFC 7644, 3.4.2.4). */
function pageFrom({ query }: Ask): { filter: Filter | null; startIndex: number; limit: number } {
  return {
    filter: query.filter === undefined ? null : parseFilter(query.filter),
    startIndex: Math.max(1, whole(query.startIndex, 'startIndex', 1)),
    limit: Math.min(pageAtMost, Math.max(0, whole(query.count, 'count', 100))),
  }
}

function whole(value: string | undefined, name: string, otherwise: number): number {
  if (value === undefined || value === '') return otherwise
  if (!/^-?\d{1,9}$/.test(value)) throw invalidValue(`${name} is a whole number.`)
  return Number(value)
}

function refuseOldVersion({ ifMatch }: Ask, row: Versioned) {
  const plain = (tag: string) => tag.trim().replace(/^W\//, '')
  if (ifMatch === null || ifMatch.trim() === '*') return
  if (!ifMatch.split(',').some((tag) => plain(tag) === plain(versionOf(row))))
    throw new ScimError(412, null, 'The resource was changed since you read it. Read it again.')
}

function shown(row: Versioned, document: Document, projection: Projection, status = 200): Reply {
  const { location } = document.meta as { location: string }
  const headers = { etag: versionOf(row), ...(status === 201 ? { location } : {}) }
  return { status, body: projected(document, projection), headers }
}

const gone: Reply = { status: 204, body: null }

export const people = {
  async list(ctx: Ctx, directory: Directory, ask: Ask): Promise<Reply> {
    const { filter, startIndex, limit } = pageFrom(ask)
    const projection = projectionFrom(ask)
    const { id: directoryId } = directory
    const [total, rows] = await Promise.all([
      countKept(ctx.db, ctx.organizationId, directoryId, filter),
      limit === 0
        ? []
        : findKept(ctx.db, ctx.organizationId, { directoryId, filter, offset: startIndex - 1, limit }),
    ])
    const documents = rows.map((row) => projected(personDocument(baseOf(ctx.app), row), projection))
    return { status: 200, body: listOf(documents, total, startIndex) }
  },

  async read(ctx: Ctx, directory: Directory, ask: Ask): Promise<Reply> {
    const person = await keptPerson(ctx, directory, ask.id)
    if (ask.ifNoneMatch === versionOf(person)) return { status: 304, body: null }
    return shown(person, personDocument(baseOf(ctx.app), person), projectionFrom(ask))
  },

  async create(ctx: Ctx, directory: Directory, ask: Ask): Promise<Reply> {
    const person = await takeOver(ctx, directory, saidBy(documentOf(ask.body)))
    return shown(person, personDocument(baseOf(ctx.app), person), projectionFrom(ask), 201)
  },

  async replace(ctx: Ctx, directory: Directory, ask: Ask): Promise<Reply> {
    const said = saidBy(documentOf(ask.body))
    const before = await heldPerson(ctx, directory, ask.id)
    refuseOldVersion(ask, before)
    const person = await rewrite(ctx, directory, before, said)
    return shown(person, personDocument(baseOf(ctx.app), person), projectionFrom(ask))
  },

  async patch(ctx: Ctx, directory: Directory, ask: Ask): Promise<Reply> {
    const operations = operationsOf(ask.body)
    const before = await heldPerson(ctx, directory, ask.id)
    refuseOldVersion(ask, before)
    const document = patched(personDocument(baseOf(ctx.app), before), operations)
    const person = await rewrite(ctx, directory, before, saidBy(refuseHuge(document)))
    return shown(person, personDocument(baseOf(ctx.app), person), projectionFrom(ask))
  },

  async remove(ctx: Ctx, directory: Directory, ask: Ask): Promise<Reply> {
    const person = await heldPerson(ctx, directory, ask.id)
    refuseOldVersion(ask, person)
    await takeOut(ctx, directory, person)
    return gone
  },
}

async function groupsShown(ctx: Ctx, rows: GroupRow[], projection: Projection): Promise<Document[]> {
  const ids = rows.map((row) => row.id)
  const members = wants(projection, 'members')
    ? Map.groupBy(await findGroupMembers(ctx.db, ctx.organizationId, ids), (member) => member.groupId)
    : null
  return rows.map((row) =>
    projected(groupDocument(baseOf(ctx.app), row, members && (members.get(row.id) ?? [])), projection),
  )
}

async function oneGroup(ctx: Ctx, group: GroupRow, ask: Ask, status = 200): Promise<Reply> {
  const projection = projectionFrom(ask)
  const [document = {}] = await groupsShown(ctx, [group], projection)
  const location = `${baseOf(ctx.app)}/Groups/${group.id}`
  return {
    status,
    body: document,
    headers: { etag: versionOf(group), ...(status === 201 ? { location } : {}) },
  }
}

export const groups = {
  async list(ctx: Ctx, directory: Directory, ask: Ask): Promise<Reply> {
    const { filter, startIndex, limit } = pageFrom(ask)
    const { id: directoryId } = directory
    const [total, rows] = await Promise.all([
      countGroups(ctx.db, ctx.organizationId, directoryId, filter),
      limit === 0
        ? []
        : findGroups(ctx.db, ctx.organizationId, { directoryId, filter, offset: startIndex - 1, limit }),
    ])
    return { status: 200, body: listOf(await groupsShown(ctx, rows, projectionFrom(ask)), total, startIndex) }
  },

  async read(ctx: Ctx, directory: Directory, ask: Ask): Promise<Reply> {
    const group = await keptGroup(ctx, directory, ask.id)
    if (ask.ifNoneMatch === versionOf(group)) return { status: 304, body: null }
    return oneGroup(ctx, group, ask)
  },

  async create(ctx: Ctx, directory: Directory, ask: Ask): Promise<Reply> {
    return oneGroup(ctx, await createGroup(ctx, directory, wholeGroup(ask.body)), ask, 201)
  },

  async replace(ctx: Ctx, directory: Directory, ask: Ask): Promise<Reply> {
    const change = wholeGroup(ask.body)
    const before = await heldGroup(ctx, directory, ask.id)
    refuseOldVersion(ask, before)
    return oneGroup(ctx, await changeGroup(ctx, directory, before, change), ask)
  },

  /** Answers without a body, as Entra expects: a group may have very many members. */
  async patch(ctx: Ctx, directory: Directory, ask: Ask): Promise<Reply> {
    const change = groupChange(operationsOf(ask.body))
    const before = await heldGroup(ctx, directory, ask.id)
    refuseOldVersion(ask, before)
    const group = await changeGroup(ctx, directory, before, change)
    if (ask.query.attributes !== undefined) return oneGroup(ctx, group, ask)
    return { status: 204, body: null, headers: { etag: versionOf(group) } }
  },

  async remove(ctx: Ctx, directory: Directory, ask: Ask): Promise<Reply> {
    const group = await heldGroup(ctx, directory, ask.id)
    refuseOldVersion(ask, group)
    await removeGroup(ctx, directory, group)
    return gone
  },
}

/**
 * Both kinds in one list, people first (RFC 7644, 3.4.2.1). A kind that has none of the attributes of the filter has
 * nothing to show.
 * @throws ScimError `invalidFilter` where neither kind knows them
 */
export async function everything(ctx: Ctx, directory: Directory, ask: Ask): Promise<Reply> {
  const { startIndex, limit } = pageFrom(ask)
  const first = await found(people.list(ctx, directory, ask))
  const before = first instanceof ScimError ? nothing : first
  const query = {
    ...ask.query,
    startIndex: String(Math.max(1, startIndex - before.totalResults)),
    count: String(limit - before.Resources.length),
  }
  const second = await found(groups.list(ctx, directory, { ...ask, query }))
  if (first instanceof ScimError && second instanceof ScimError) throw first
  const after = second instanceof ScimError ? nothing : second
  const documents = [...before.Resources, ...after.Resources]
  return { status: 200, body: listOf(documents, before.totalResults + after.totalResults, startIndex) }
}

type Found = { totalResults: number; Resources: Document[] }
const nothing: Found = { totalResults: 0, Resources: [] }

async function found(list: Promise<Reply>): Promise<Found | ScimError> {
  try {
    return (await list).body as unknown as Found
  } catch (error) {
    if (error instanceof ScimError && error.scimType === 'invalidFilter') return error
    throw error
  }
}
