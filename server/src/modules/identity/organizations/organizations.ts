import type { Ctx } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { announce } from '../../../platform/events/events.ts'
import { record } from '../../audit/index.ts'
import { LastOwner, SlugTaken, TooManyOrganizations } from '../errors.ts'
import { organizationFounded } from '../events.ts'
import { findRoleByKey, insertRoles } from '../people/roles.queries.ts'
import { builtInRoles, switchableModules } from '../permissions.ts'
import {
  countOwned,
  findById,
  hasOtherOwner,
  insertMembership,
  insertModules,
  insertOrganization,
  lockOrganization,
  type OrganizationRow,
  updateOrganization,
} from './organizations.queries.ts'

const ownedAtMost = 10

/**
 * Founds an organization with its built-in roles and modules; `ownerId` becomes its owner.
 * @returns its id
 * @throws SlugTaken
 */
export async function foundOrganization(
  ctx: Ctx,
  organization: { slug: string; name: string; description?: string | null },
  ownerId: string | null,
): Promise<string> {
  const id = await insertOrganization(ctx.db, { description: null, ...organization })
  if (!id) throw SlugTaken()
  const there = { ...ctx, organizationId: id }
  await insertRoles(
    ctx.db,
    id,
    builtInRoles.map((role) => ({ ...role, permissions: [...role.permissions], isBuiltIn: true })),
  )
  await insertModules(ctx.db, id, switchableModules)
  if (ownerId) {
    const owner = await findRoleByKey(ctx.db, id, 'owner')
    await insertMembership(ctx.db, id, ownerId, owner?.id ?? '')
  }
  await announce(there, organizationFounded, { organizationId: id, ownerId })
  await record(there, 'identity.organization_founded', {
    entityType: 'organization',
    entityId: id,
    after: { slug: organization.slug, name: organization.name },
  })
  return id
}

/**
 * The same for a person who asks for it themselves: there is a limit.
 * @throws SlugTaken, TooManyOrganizations
 */
export async function foundOwnOrganization(
  ctx: Ctx,
  organization: { slug: string; name: string; description: string | null },
): Promise<string> {
  const userId = ctx.actor.userId ?? ''
  if ((await countOwned(ctx.db, userId)) >= ownedAtMost) throw TooManyOrganizations({ limit: ownedAtMost })
  return foundOrganization(ctx, organization, userId)
}

/** The organization of the request or job. Throws NotFound when there is none. */
export async function organizationOf(ctx: Ctx): Promise<OrganizationRow> {
  const organization = await findById(ctx.db, ctx.organizationId)
  if (!organization) throw NotFound()
  return organization
}

export type Settings = Parameters<typeof updateOrganization>[2]

/** Changes what is given of an organization's settings. */
export async function changeSettings(
  ctx: Ctx,
  before: OrganizationRow,
  changes: Partial<Settings>,
): Promise<void> {
  const { name, description, website, accentColor, defaultLanguage, customTerminology, signUp } = before
  const old = { name, description, website, accentColor, defaultLanguage, customTerminology, signUp }
  const next = { ...old, ...changes }
  await updateOrganization(ctx.db, before.id, next)
  await record(ctx, 'identity.settings_changed', {
    entityType: 'organization',
    entityId: before.id,
    before: onlyChanged(old, next),
    after: onlyChanged(next, old),
  })
}

function onlyChanged(values: Settings, others: Settings): Partial<Settings> {
  const changed = Object.entries(values).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(others[key as keyof Settings]),
  )
  return Object.fromEntries(changed)
}

/**
 * Refuses a change that would leave the organization without an owner. Until the transaction ends no other such
 * change happens, so two owners cannot remove each other at the same moment.
 * @throws LastOwner
 */
export async function keepAnOwner(ctx: Ctx, leavingUserId: string): Promise<void> {
  await lockOrganization(ctx.db, ctx.organizationId)
  if (!(await hasOtherOwner(ctx.db, ctx.organizationId, leavingUserId))) throw LastOwner()
}
