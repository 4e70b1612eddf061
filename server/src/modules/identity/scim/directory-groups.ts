import type { Ctx } from '../../../platform/ctx.ts'
import { announce } from '../../../platform/events/events.ts'
import { record } from '../../audit/index.ts'
import { accessChanged } from '../events.ts'
import type { Directory } from './directories.queries.ts'
import {
  addMembers,
  deleteGroup,
  findGroup,
  findMemberIds,
  type GroupRow,
  holdGroup,
  holdPeople,
  insertGroup,
  removeMembers,
  updateGroup,
} from './directory-groups.queries.ts'
import { text } from './documents.ts'
import type { Filter } from './filters.ts'
import { regrant } from './group-roles.queries.ts'
import { groupSchema, properName } from './names.ts'
import { canonical, type Document, isObject, type Operation } from './patches.ts'
import {
  invalidPath,
  invalidSyntax,
  invalidValue,
  noResource,
  noTarget,
  readOnly,
  taken,
} from './scim-error.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const mostMembers = 100_000

/** What is to become of a group. */
export type GroupChange = {
  displayName?: string
  externalId?: string | null
  /** Whether `add` is the whole list of members from now on. */
  replaceMembers: boolean
  add: Set<string>
  remove: Set<string>
}

const unchanged = (): GroupChange => ({ replaceMembers: false, add: new Set(), remove: new Set() })

export async function keptGroup(ctx: Ctx, directory: Directory, id: string): Promise<GroupRow> {
  const group = uuid.test(id) ? await findGroup(ctx.db, ctx.organizationId, directory.id, id) : null
  if (!group) throw noResource()
  return group
}

export async function heldGroup(ctx: Ctx, directory: Directory, id: string): Promise<GroupRow> {
  const group = uuid.test(id) ? await holdGroup(ctx.db, ctx.organizationId, directory.id, id) : null
  if (!group) throw noResource()
  return group
}

/** A whole group resource, of a POST or PUT, as a change. Without members it says nothing of them on PUT, either. */
export function wholeGroup(body: unknown): GroupChange & { displayName: string } {
  if (!isObject(body)) throw invalidSyntax('Send a resource as a JSON object.')
  const { displayName, externalId, members } = canonical(body) as Document
  const name = text(displayName, 'displayName', 256)
  if (!name) throw invalidValue('A group has a displayName.')
  return {
    displayName: name,
    externalId: text(externalId, 'externalId', 256),
    replaceMembers: members !== undefined,
    add: idsOf(members),
    remove: new Set(),
  }
}

/** The operations of a PATCH as one change; members are never loaded for it, however many there are. */
export function groupChange(operations: readonly Operation[]): GroupChange {
  const change = unchanged()
  for (const operation of operations) {
    if (operation.path) apply(change, operation.op, operation)
    else
      for (const [key, value] of Object.entries(operation.value as Document)) {
        const name = properName(key)
        const isKnown = name === 'displayName' || name === 'externalId' || name === 'members'
        // Okta repeats the id beside the name; what we do not keep of groups is passed over.
        if (isKnown)
          apply(change, operation.op, { path: { schema: null, name, where: null, part: null }, value })
      }
  }
  return change
}

function apply(change: GroupChange, op: Operation['op'], { path, value }: Pick<Operation, 'path' | 'value'>) {
  if (!path || (path.schema !== null && path.schema !== groupSchema))
    throw invalidPath('A group has no such attribute.')
  if (path.part !== null && path.part !== 'value') throw invalidPath('Members are only added and removed.')
  switch (path.name) {
    case 'displayName': {
      const name = op === 'remove' ? null : text(value, 'displayName', 256)
      if (!name) throw invalidValue('A group has a displayName.')
      change.displayName = name
      return
    }
    case 'externalId':
      change.externalId = op === 'remove' ? null : text(value, 'externalId', 256)
      return
    case 'members':
      changeMembers(change, op, path.where, value)
      return
    case 'id':
    case 'meta':
    case 'schemas':
      throw readOnly(path.name)
    default:
      throw invalidPath(`A group has no attribute ${path.name.slice(0, 100)}.`)
  }
}

function changeMembers(change: GroupChange, op: Operation['op'], where: Filter | null, value: unknown) {
  if (where) {
    if (op !== 'remove') throw noTarget('Members are added to members, without a filter.')
    for (const id of chosenBy(where)) drop(change, id)
    return
  }
  const ids = idsOf(value)
  if (op === 'remove' && (value === undefined || value === null)) {
    change.replaceMembers = true
    change.add.clear()
    change.remove.clear()
  } else if (op === 'remove') for (const id of ids) drop(change, id)
  else {
    if (op === 'replace') {
      change.replaceMembers = true
      change.add.clear()
      change.remove.clear()
    }
    for (const id of ids) {
      change.add.add(id)
      change.remove.delete(id)
    }
  }
}

function drop(change: GroupChange, id: string) {
  change.add.delete(id)
  change.remove.add(id)
}

/** `members[value eq "…"]`, also several joined by or. */
function chosenBy(where: Filter): string[] {
  if (where.kind === 'or') return where.all.flatMap(chosenBy)
  if (
    where.kind === 'compare' &&
    where.operator === 'eq' &&
    where.path.name === 'value' &&
    typeof where.value === 'string'
  )
    return uuid.test(where.value) ? [where.value.toLowerCase()] : []
  throw invalidPath('Members are chosen as members[value eq "…"].')
}

/** Ids of members, however they are written: objects with a value, or the ids alone. */
function idsOf(value: unknown): Set<string> {
  const list = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
  if (list.length > mostMembers) throw invalidValue(`A request names at most ${mostMembers} members.`)
  return new Set(
    list.map((each: unknown) => {
      const id = isObject(each) ? (each.value ?? each.Value) : each
      if (typeof id !== 'string' || !uuid.test(id))
        throw invalidValue('The value of a member is the id of a user.')
      return id.toLowerCase()
    }),
  )
}

/** @throws ScimError uniqueness, invalidValue for members the directory does not have */
export async function createGroup(
  ctx: Ctx,
  directory: Directory,
  change: GroupChange & { displayName: string },
): Promise<GroupRow> {
  const { displayName, externalId = null } = change
  const id = await insertGroup(ctx.db, ctx.organizationId, {
    directoryId: directory.id,
    displayName,
    externalId,
  })
  if (!id) throw taken('There is a group with this displayName or externalId already.')
  await moveMembers(ctx, directory, id, { ...change, replaceMembers: false })
  await record(ctx, 'identity.directory_group_created', {
    entityType: 'directory_group',
    entityId: id,
    after: { displayName, people: change.add.size },
    metadata: { directoryId: directory.id },
  })
  return keptGroup(ctx, directory, id)
}

/** @throws ScimError uniqueness, invalidValue for members the directory does not have */
export async function changeGroup(
  ctx: Ctx,
  directory: Directory,
  before: GroupRow,
  change: GroupChange,
): Promise<GroupRow> {
  const { displayName = before.displayName, externalId = before.externalId } = change
  await updateGroup(ctx.db, ctx.organizationId, before.id, { displayName, externalId })
  const moved = await moveMembers(ctx, directory, before.id, change)
  await record(ctx, 'identity.directory_group_changed', {
    entityType: 'directory_group',
    entityId: before.id,
    before: { displayName: before.displayName },
    after: { displayName, ...moved },
    metadata: { directoryId: directory.id },
  })
  return keptGroup(ctx, directory, before.id)
}

/** Whoever was in the group only through it loses the role it stands for. */
export async function removeGroup(ctx: Ctx, directory: Directory, group: GroupRow): Promise<void> {
  const people = await findMemberIds(ctx.db, ctx.organizationId, group.id)
  if (!(await deleteGroup(ctx.db, ctx.organizationId, group.id))) throw noResource()
  if (group.roleId) {
    await regrant(ctx.db, ctx.organizationId, people)
    await announce(ctx, accessChanged, { userId: null })
  }
  await record(ctx, 'identity.directory_group_removed', {
    entityType: 'directory_group',
    entityId: group.id,
    before: { displayName: group.displayName, people: people.length },
    metadata: { directoryId: directory.id },
  })
}

async function moveMembers(
  ctx: Ctx,
  directory: Directory,
  groupId: string,
  change: GroupChange,
): Promise<{ added: number; removed: number }> {
  const { db, organizationId } = ctx
  const add = [...change.add]
  const left = change.replaceMembers
    ? await removeMembers(db, organizationId, groupId, { butThese: add })
    : change.remove.size > 0
      ? await removeMembers(db, organizationId, groupId, { these: [...change.remove] })
      : []
  if (add.length > 0 && (await holdPeople(db, organizationId, directory.id, add)) !== add.length)
    throw invalidValue('A member is the id of a user of this directory.')
  const came = add.length > 0 ? await addMembers(db, organizationId, groupId, add) : []
  if (left.length + came.length > 0 && (await regrant(db, organizationId, [...left, ...came])) > 0)
    await announce(ctx, accessChanged, { userId: null })
  return { added: came.length, removed: left.length }
}
