import type { Ctx } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { record } from '../audit/index.ts'
import {
  findById,
  insertMembership,
  insertModules,
  insertOrganization,
  insertRole,
  type OrganizationRow,
} from './organizations.queries.ts'
import { builtInRoles, switchableModules } from './permissions.ts'

/**
 * Founds an organization with its built-in roles and modules; `ownerId` becomes its owner.
 * @returns its id
 */
export async function foundOrganization(
  ctx: Ctx,
  organization: { slug: string; name: string; description?: string | null },
  ownerId: string | null,
): Promise<string> {
  const id = await insertOrganization(ctx.db, { description: null, ...organization })
  for (const role of builtInRoles)
    await insertRole(ctx.db, id, { ...role, permissions: [...role.permissions], isBuiltIn: true })
  await insertModules(ctx.db, id, switchableModules)
  if (ownerId) await insertMembership(ctx.db, id, ownerId, 'owner')
  await record({ ...ctx, organizationId: id }, 'identity.organization_founded', {
    entityType: 'organization',
    entityId: id,
    after: { slug: organization.slug, name: organization.name },
  })
  return id
}

/** The organization of the request or job. Throws NotFound when there is none. */
export async function organizationOf(ctx: Ctx): Promise<OrganizationRow> {
  const organization = await findById(ctx.db, ctx.organizationId)
  if (!organization) throw NotFound()
  return organization
}
