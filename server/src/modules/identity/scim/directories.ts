import type { Ctx } from '../../../platform/ctx.ts'
import { Conflict, NotFound } from '../../../platform/errors.ts'
import { announce } from '../../../platform/events/events.ts'
import { record } from '../../audit/index.ts'
import { newToken } from '../account/api-tokens.ts'
import { NoSuchRole, RankTooHigh } from '../errors.ts'
import { accessChanged } from '../events.ts'
import { refuseGiving } from '../people/members.ts'
import { holdRoles, type RoleRow } from '../people/roles.queries.ts'
import { isOwner } from '../policy.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import {
  countDirectories,
  type DirectoryRow,
  deleteDirectory,
  findDirectory,
  findProvenDomains,
  holdWithRoleHolders,
  insertDirectory,
  updateDirectory,
} from './directories.queries.ts'
import { findMemberIds, type GroupRow, holdGroup, setGroupRole } from './directory-groups.queries.ts'
import {
  countDirectoryTokens,
  type DirectoryTokenRow,
  deleteDirectoryToken,
  findDirectoryTokens,
  insertDirectoryToken,
} from './directory-tokens.queries.ts'
import {
  DirectoryNameTaken,
  OwnerRoleByDirectory,
  TooManyDirectories,
  TooManyDirectoryTokens,
} from './errors.ts'
import { regrant } from './group-roles.queries.ts'
import type { Document } from './patches.ts'
import { type Ask, baseOf, groups, people } from './resources.ts'

export const directoriesAtMost = 10
const tokensAtMost = 5
const day = 24 * 3600_000

/** A directory of the organization. Throws NotFound. */
export async function directoryOf(ctx: Ctx, id: string): Promise<DirectoryRow> {
  const directory = await findDirectory(ctx.db, ctx.organizationId, id)
  if (!directory) throw NotFound()
  return directory
}

/**
 * Nobody gives through a directory what they could not give by hand, and a directory makes nobody an owner.
 * @throws NoSuchRole, RankTooHigh, PermissionNotHeld, OwnerRoleByDirectory
 */
async function givable(ctx: Ctx, roleId: string | null): Promise<RoleRow | null> {
  if (roleId === null) return null
  const [role] = await holdRoles(ctx.db, ctx.organizationId, [roleId])
  if (!role) throw NoSuchRole()
  if (role.permissions.includes('*')) throw OwnerRoleByDirectory()
  refuseGiving(ctx, role)
  return role
}

/**
 * Sets a directory up; it begins with its first token.
 * @throws ProofTooOld, DirectoryNameTaken, TooManyDirectories, NoSuchRole, RankTooHigh, PermissionNotHeld,
 *   OwnerRoleByDirectory
 */
export async function createDirectory(
  ctx: Ctx,
  wish: { name: string; defaultRoleId: string | null },
): Promise<DirectoryRow> {
  requireRecentProof(ctx)
  const role = await givable(ctx, wish.defaultRoleId)
  if ((await countDirectories(ctx.db, ctx.organizationId)) >= directoriesAtMost)
    throw TooManyDirectories({ limit: directoriesAtMost })
  const name = wish.name.trim()
  const id = await insertDirectory(ctx.db, ctx.organizationId, {
    name,
    defaultRoleId: role?.id ?? null,
    createdBy: ctx.actor.userId,
  })
  if (!id) throw DirectoryNameTaken()
  await record(ctx, 'identity.directory_created', {
    entityType: 'directory',
    entityId: id,
    after: { name, defaultRole: role?.key ?? null },
  })
  return directoryOf(ctx, id)
}

/** @throws ProofTooOld, DirectoryNameTaken, NoSuchRole, RankTooHigh, PermissionNotHeld, OwnerRoleByDirectory */
export async function changeDirectory(
  ctx: Ctx,
  directory: DirectoryRow,
  changes: { name?: string; defaultRoleId?: string | null; status?: 'active' | 'paused' },
): Promise<DirectoryRow> {
  requireRecentProof(ctx)
  const { name, defaultRoleId, status } = directory
  const before = { name, defaultRoleId, status }
  const next = { ...before, ...changes, name: (changes.name ?? name).trim() }
  if (next.defaultRoleId !== defaultRoleId) await givable(ctx, next.defaultRoleId)
  if (!(await updateDirectory(ctx.db, ctx.organizationId, directory.id, next))) throw DirectoryNameTaken()
  await record(ctx, 'identity.directory_changed', {
    entityType: 'directory',
    entityId: directory.id,
    before,
    after: next,
  })
  return directoryOf(ctx, directory.id)
}

/**
 * Takes a directory away. Its people stay members; what they hold through its groups goes.
 * @throws ProofTooOld
 */
export async function removeDirectory(ctx: Ctx, directory: DirectoryRow): Promise<void> {
  requireRecentProof(ctx)
  const holders = await holdWithRoleHolders(ctx.db, ctx.organizationId, directory.id)
  if (!(await deleteDirectory(ctx.db, ctx.organizationId, directory.id))) throw NotFound()
  await regrant(ctx.db, ctx.organizationId, holders)
  await announce(ctx, accessChanged, { userId: null })
  await record(ctx, 'identity.directory_removed', {
    entityType: 'directory',
    entityId: directory.id,
    before: { name: directory.name, people: directory.personCount, groups: directory.groupCount },
  })
}

/**
 * Makes a token for a directory; several work at once, so that one can follow the other.
 * @returns the token, which is never seen again
 * @throws ProofTooOld, TooManyDirectoryTokens
 */
export async function createDirectoryToken(
  ctx: Ctx,
  directory: DirectoryRow,
  expiresInDays: number | null,
): Promise<DirectoryTokenRow & { token: string }> {
  requireRecentProof(ctx)
  if ((await countDirectoryTokens(ctx.db, ctx.organizationId, directory.id)) >= tokensAtMost)
    throw TooManyDirectoryTokens({ limit: tokensAtMost })
  const { token, prefix, tokenHash } = newToken('scim')
  const expiresAt = expiresInDays === null ? null : new Date(ctx.now.getTime() + expiresInDays * day)
  const made = { directoryId: directory.id, prefix, tokenHash, expiresAt }
  if (!(await insertDirectoryToken(ctx.db, ctx.organizationId, made))) throw Conflict()
  await record(ctx, 'identity.directory_token_created', {
    entityType: 'directory',
    entityId: directory.id,
    after: { prefix, expiresAt: expiresAt?.toISOString() ?? null },
  })
  return { prefix, expiresAt, lastUsedAt: null, createdAt: ctx.now, token }
}

/** From the next request on the token is worth nothing. @throws ProofTooOld, NotFound */
export async function revokeDirectoryToken(ctx: Ctx, directory: DirectoryRow, prefix: string): Promise<void> {
  requireRecentProof(ctx)
  if (!(await deleteDirectoryToken(ctx.db, ctx.organizationId, directory.id, prefix))) throw NotFound()
  await record(ctx, 'identity.directory_token_revoked', {
    entityType: 'directory',
    entityId: directory.id,
    before: { prefix },
  })
}

/**
 * Says which role a group stands for; its people have it from now on. Null: none.
 * @throws ProofTooOld, NoSuchRole, RankTooHigh, PermissionNotHeld, OwnerRoleByDirectory
 */
export async function mapGroup(
  ctx: Ctx,
  directory: DirectoryRow,
  groupId: string,
  roleId: string | null,
): Promise<GroupRow> {
  requireRecentProof(ctx)
  const group = await holdGroup(ctx.db, ctx.organizationId, directory.id, groupId)
  if (!group) throw NotFound()
  const role = await givable(ctx, roleId)
  const [before] = group.roleId ? await holdRoles(ctx.db, ctx.organizationId, [group.roleId]) : []
  if (before && before.rank > ctx.actor.rank && !isOwner(ctx.actor)) throw RankTooHigh()
  if (before?.id === role?.id) return group
  await setGroupRole(ctx.db, ctx.organizationId, group.id, role?.id ?? null)
  await regrant(ctx.db, ctx.organizationId, await findMemberIds(ctx.db, ctx.organizationId, group.id))
  await announce(ctx, accessChanged, { userId: null })
  await record(ctx, 'identity.directory_group_mapped', {
    entityType: 'directory_group',
    entityId: group.id,
    before: { role: before?.key ?? null },
    after: { role: role?.key ?? null },
    metadata: { directoryId: directory.id, group: group.displayName },
  })
  return { ...group, roleId: role?.id ?? null }
}

const shownInTest = 5
const soon = 14 * day

/** What a directory would find here, by the same way it asks itself; and what stands in its way. */
export async function tryDirectory(ctx: Ctx, directory: DirectoryRow) {
  const tokens = await findDirectoryTokens(ctx.db, ctx.organizationId, directory.id)
  const ask: Ask = {
    id: '',
    query: { count: String(shownInTest) },
    body: undefined,
    ifMatch: null,
    ifNoneMatch: null,
  }
  const page = ({ body }: { body: Document | null }) => ({
    total: Number(body?.totalResults ?? 0),
    first: (body?.Resources ?? []) as Document[],
  })
  const paused = directory.status === 'paused'
  const last = Math.max(...tokens.map(({ expiresAt }) => expiresAt?.getTime() ?? Number.POSITIVE_INFINITY))
  const problems = {
    paused,
    no_token: tokens.length === 0,
    token_ends_soon: tokens.length > 0 && last - ctx.now.getTime() < soon,
    never_seen: directory.lastSyncAt === null,
    last_change_refused: directory.lastError !== null,
  }
  return {
    url: baseOf(ctx.app),
    ready: !paused && tokens.length > 0,
    problems: (Object.keys(problems) as Array<keyof typeof problems>).filter((problem) => problems[problem]),
    provenDomains: await findProvenDomains(ctx.db, ctx.organizationId),
    users: page(await people.list(ctx, directory, ask)),
    groups: page(
      await groups.list(ctx, directory, { ...ask, query: { ...ask.query, excludedAttributes: 'members' } }),
    ),
  }
}
