import { nothingOr, type PersonalData } from '../../platform/personal-data.ts'
import { removeFiles } from './objects.ts'
import { findFilesOf, findPortraitsOf } from './personal-data.queries.ts'

/** Files belong to the organization they were stored for and stay when the person goes, but not their face. */
export const personalData: PersonalData = {
  export: async (ctx, userId) => nothingOr({ files: await findFilesOf(ctx.db, ctx.organizationId, userId) }),
  async erase(ctx, userId) {
    await removeFiles(ctx, await findPortraitsOf(ctx.db, ctx.organizationId, userId), 'policy')
  },
}
