import { nothingOr, type PersonalData } from '../../platform/personal-data.ts'
import { nameOfTheErased } from '../identity/index.ts'
import { eraseLearningOf, findLearningOf } from './personal-data.queries.ts'

/** Progress stays without its person; certificates stay valid without a name. */
export const personalData: PersonalData = {
  export: async (ctx, userId) => nothingOr(await findLearningOf(ctx.db, ctx.organizationId, userId)),
  erase: (ctx, userId) => eraseLearningOf(ctx.db, ctx.organizationId, userId, nameOfTheErased),
}
