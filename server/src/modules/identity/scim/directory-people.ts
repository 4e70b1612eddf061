import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors.ts'
import { announce } from '../../../platform/events/events.ts'
import { record } from '../../audit/index.ts'
import { ManagerCycle } from '../errors.ts'
import { accessChanged, personJoined } from '../events.ts'
import { keepAnOwner } from '../organizations/organizations.ts'
import { findOpenBan } from '../people/bans.queries.ts'
import { setManager } from '../people/managers.queries.ts'
import { placeUnder } from '../people/managers.ts'
import { deactivate, isOwnerMember, memberOf, reactivate, removeMember } from '../people/members.ts'
import { findDefaultRole } from '../people/roles.queries.ts'
import { deleteSessionsAt } from '../sessions/sessions.queries.ts'
import type { Directory } from './directories.queries.ts'
import {
  findKeptById,
  findOrMakePerson,
  giveFirstRole,
  holdKept,
  holdNamesake,
  insertKept,
  isProvenDomain,
  type KeptPerson,
  letGo,
  updateKept,
  type Written,
} from './directory-people.queries.ts'
import type { Said } from './documents.ts'
import { regrant } from './group-roles.queries.ts'
import { enterpriseSchema } from './names.ts'
import { isObject } from './patches.ts'
import { invalidValue, noResource, ScimError, taken } from './scim-error.ts'
import {
  deleteStandIn,
  insertStandIn,
  renameStandIn,
  revokeKeptInvitations,
  setStandInStatus,
} from './stand-ins.queries.ts'
import { inviteToPlace } from './stand-ins.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A person of the directory. Throws ScimError 404, also for people of other directories and organizations. */
export async function keptPerson(ctx: Ctx, directory: Directory, id: string): Promise<KeptPerson> {
  const person = uuid.test(id) ? await findKeptById(ctx.db, ctx.organizationId, directory.id, id) : null
  if (!person) throw noResource()
  return person
}

/** The same, held until the transaction ends. */
export async function heldPerson(ctx: Ctx, directory: Directory, id: string): Promise<KeptPerson> {
  const person = uuid.test(id) ? await holdKept(ctx.db, ctx.organizationId, directory.id, id) : null
  if (!person) throw noResource()
  return person
}

/**
 * Takes a person over from a directory. Whoever is a member already becomes the directory's to keep. Somebody with
 * an address of a domain the organization has proven is a member at once. For every other address a place is kept
 * with a stand-in on it, and its owner is asked by mail: until they agree nothing of theirs is seen or touched.
 * @throws ScimError uniqueness
 */
export async function takeOver(ctx: Ctx, directory: Directory, said: Said): Promise<KeptPerson> {
  const { db, organizationId } = ctx
  const [email = ''] = said.emails
  const isOwnDomain = await isProvenDomain(db, organizationId, email.slice(email.lastIndexOf('@') + 1))
  const namesake = await holdNamesake(db, organizationId, { ...said, email, isOwnDomain })
  if (namesake?.directoryId) throw taken('There is a user with this userName, externalId or address already.')
  const { written, managerId } = await placed(ctx, directory, said)
  const id = namesake
    ? await adopt(ctx, directory, namesake.id, written)
    : await makeMember(ctx, directory, said, written, { email, isOwnDomain })
  const before = await keptPerson(ctx, directory, id)
  await setStanding(ctx, directory, before, said)
  if (managerId !== before.managerId) await reportTo(ctx, id, managerId)
  await record(ctx, namesake ? 'identity.directory_person_adopted' : 'identity.directory_person_created', {
    entityType: 'person',
    entityId: before.userId,
    targetId: id,
    after: { userName: said.userName, externalId: said.externalId, active: said.active },
    metadata: { directoryId: directory.id },
  })
  return keptPerson(ctx, directory, id)
}

async function adopt(ctx: Ctx, directory: Directory, id: string, written: Written): Promise<string> {
  await updateKept(ctx.db, ctx.organizationId, directory.id, id, written)
  return id
}

async function makeMember(
  ctx: Ctx,
  directory: Directory,
  said: Said,
  written: Written,
  { email, isOwnDomain }: { email: string; isOwnDomain: boolean },
): Promise<string> {
  const { db, organizationId } = ctx
  const ownerId = isOwnDomain ? await findOrMakePerson(db, email, said.name) : null
  const hasAccepted = ownerId !== null
  const userId = ownerId ?? (await insertStandIn(db, said.name))
  const open = hasAccepted ? 'active' : 'pending'
  const standing = { status: said.active ? open : 'inactive', hasAccepted } as const
  const id = await insertKept(db, organizationId, directory.id, userId, standing, written)
  if (!id) throw taken('There is a user with this userName, externalId or address already.')
  const roleId = await firstRole(ctx, directory)
  await giveFirstRole(db, organizationId, id, roleId)
  if (said.active && !hasAccepted) await inviteToPlace(ctx, { membershipId: id, email, roleId })
  if (said.active && hasAccepted) await announce(ctx, personJoined, { userId, membershipId: id })
  return id
}

async function firstRole(ctx: Ctx, directory: Directory): Promise<string> {
  const roleId = directory.defaultRoleId ?? (await findDefaultRole(ctx.db, ctx.organizationId))?.id ?? null
  if (!roleId) throw new ScimError(409, null, 'The organization has no default role to give.')
  return roleId
}

/**
 * Writes what the directory says of a person now.
 * @throws ScimError uniqueness, LastOwner
 */
export async function rewrite(
  ctx: Ctx,
  directory: Directory,
  before: KeptPerson,
  said: Said,
): Promise<KeptPerson> {
  const { db, organizationId } = ctx
  const { written, managerId } = await placed(ctx, directory, said, before.id)
  await updateKept(db, organizationId, directory.id, before.id, written)
  if (managerId !== before.managerId) await reportTo(ctx, before.id, managerId)
  if (!before.hasAccepted) {
    await renameStandIn(db, before.userId, said.name)
    if (before.emails[0] !== said.emails[0]) await revokeKeptInvitations(db, organizationId, before.id)
  }
  await setStanding(ctx, directory, before, said)
  const after = await keptPerson(ctx, directory, before.id)
  await record(ctx, 'identity.directory_person_changed', {
    entityType: 'person',
    entityId: before.userId,
    targetId: before.id,
    ...changesBetween(before, after),
    metadata: { directoryId: directory.id },
  })
  return after
}

/** What changed among the few things an administrator asks about; never the whole record. */
function changesBetween(before: KeptPerson, after: KeptPerson) {
  const keys = ['userName', 'externalId', 'title', 'department', 'userType', 'managerId', 'status'] as const
  const changed = keys.filter((key) => before[key] !== after[key])
  const pick = (person: KeptPerson) => Object.fromEntries(changed.map((key) => [key, person[key]]))
  return { before: pick(before), after: pick(after) }
}

/** Active or not. A ban is another matter and stays as it is. */
async function setStanding(ctx: Ctx, directory: Directory, person: KeptPerson, said: Said) {
  const { db, organizationId } = ctx
  if (person.hasAccepted) {
    const isActive = person.status === 'active'
    if (said.active === isActive) return
    const member = await memberOf(ctx, person.userId)
    await (said.active ? reactivate(ctx, member) : deactivate(ctx, member))
    return
  }
  await setStandInStatus(db, organizationId, person.id, said.active ? 'pending' : 'inactive')
  if (!said.active) await revokeKeptInvitations(db, organizationId, person.id)
  else if (person.status === 'inactive' || person.emails[0] !== said.emails[0]) {
    const roleId = await firstRole(ctx, directory)
    await inviteToPlace(ctx, { membershipId: person.id, email: said.emails[0] ?? '', roleId })
  }
}

/**
 * Takes a person out of the organization. Whoever is banned stays in sight with their ban and is only let go of.
 * @throws LastOwner
 */
export async function takeOut(ctx: Ctx, directory: Directory, person: KeptPerson): Promise<void> {
  const { db, organizationId } = ctx
  if (!person.hasAccepted) await deleteStandIn(db, person.userId)
  else {
    const member = await memberOf(ctx, person.userId)
    if (await findOpenBan(db, organizationId, person.userId)) {
      if (isOwnerMember(member)) await keepAnOwner(ctx, member.id)
      await letGo(db, organizationId, person.id)
      await regrant(db, organizationId, [person.id])
      await deleteSessionsAt(db, organizationId, person.userId)
      await announce(ctx, accessChanged, { userId: person.userId })
    } else await removeMember(ctx, member)
  }
  await record(ctx, 'identity.directory_person_removed', {
    entityType: 'person',
    entityId: person.userId,
    targetId: person.id,
    before: { userName: person.userName, externalId: person.externalId },
    metadata: { directoryId: directory.id },
  })
}

/** What goes into columns, with the manager looked up; one the directory names by other words stays as it was said. */
async function placed(
  ctx: Ctx,
  directory: Directory,
  said: Said,
  self?: string,
): Promise<{ written: Written; managerId: string | null }> {
  const { manager } = said
  if (manager === null) return { written: said, managerId: null }
  const managerId = typeof manager.value === 'string' ? manager.value.toLowerCase() : ''
  if (uuid.test(managerId)) {
    if (managerId === self) throw invalidValue('Nobody is their own manager.')
    if (!(await findKeptById(ctx.db, ctx.organizationId, directory.id, managerId)))
      throw invalidValue('There is no user with the id that manager has.')
    return { written: said, managerId }
  }
  const extension = said.rest[enterpriseSchema]
  const rest = {
    ...said.rest,
    [enterpriseSchema]: { ...(isObject(extension) ? extension : {}), manager },
  }
  return { written: { ...said, rest }, managerId: null }
}

async function reportTo(ctx: Ctx, id: string, managerId: string | null) {
  if (managerId === null) return setManager(ctx.db, ctx.organizationId, id, null)
  try {
    await placeUnder(ctx, id, managerId)
  } catch (error) {
    if (error instanceof AppError && error.code === ManagerCycle.code)
      throw invalidValue('This manager reports to the user in turn.')
    throw error
  }
}
