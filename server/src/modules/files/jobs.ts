import { Type } from 'typebox'
import { defineJob } from '../../platform/jobs/jobs.ts'
import { makeVariants } from './variants.ts'

export const makeVariantsJob = defineJob({
  name: 'files.make_variants',
  schema: Type.Object({ objectId: Type.String() }),
  // Shrinking a picture takes a while; only the rows are written in a transaction.
  transaction: false,
  handle: (ctx, { objectId }) => makeVariants(ctx, objectId),
})
