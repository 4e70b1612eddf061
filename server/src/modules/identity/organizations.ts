import type { Ctx } from '../../platform/ctx.ts'
import { record } from '../audit/index.ts'
import { builtInRoles, switchableModules } from './permissions.ts'
import { insertMembership, insertModules, insertOrganization, insertRole } from './organizations.queries.ts'

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
  for (const role of builtInRoles) await insertRole(ctx.db, id, { ...role, permissions: [...role.permissions], isBuiltIn: true })
  await insertModules(ctx.db, id, switchableModules)
  if (ownerId) await insertMembership(ctx.db, id, ownerId, 'owner')
  await record({ ...ctx, organizationId: id }, 'identity.organization_founded', {
    entityType: 'organization',
    entityId: id,
    after: { slug: organization.slug, name: organization.name },
  })
  return id
}
