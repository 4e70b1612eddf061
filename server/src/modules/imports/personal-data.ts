import { nothingOr, type PersonalData } from '../../platform/personal-data.ts'
import { findImportsOf } from './personal-data.queries.ts'

/** Imported courses belong to the organization; of the person only the id is kept. */
export const personalData: PersonalData = {
  export: async (ctx, userId) =>
    nothingOr({ imports: await findImportsOf(ctx.db, ctx.organizationId, userId) }),
}
