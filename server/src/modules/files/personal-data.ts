import { nothingOr, type PersonalData } from '../../platform/personal-data.ts'
import { findFilesOf } from './personal-data.queries.ts'

/** Files belong to the organization they were stored for; they stay when the person goes. */
export const personalData: PersonalData = {
  export: async (ctx, userId) => nothingOr({ files: await findFilesOf(ctx.db, ctx.organizationId, userId) }),
}
