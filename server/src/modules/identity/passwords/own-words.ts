import { type Ctx, noOrganization } from '../../../platform/ctx.ts'
import { findById } from '../organizations/organizations.queries.ts'

/** Words that are no secret here: a person's address and names, and those of the organization (ASVS 6.2.11). */
export async function ownWords(ctx: Ctx, address: string, ...names: string[]): Promise<string[]> {
  const { organizationId } = ctx
  const organization = organizationId === noOrganization ? null : await findById(ctx.db, organizationId)
  return [address, address.split('@')[0] ?? '', ...names, organization?.name ?? '', organization?.slug ?? '']
}
