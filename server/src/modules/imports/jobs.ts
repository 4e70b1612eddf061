import { Type } from 'typebox'
import type { Ctx } from '../../platform/ctx.ts'
import { defineJob, enqueue } from '../../platform/jobs/jobs.ts'
import { carryImport } from './carry-import.ts'

export const carryImportJob = defineJob({
  name: 'imports.carry_import',
  schema: Type.Object({ importId: Type.String() }),
  // Files take long and are stored outside of it; the course is made in a transaction of its own.
  transaction: false,
  // A dead worker is noticed by its missing signs of life, long before this.
  expireSeconds: 6 * 3600,
  // The import itself knows whether another try makes sense.
  retries: 0,
  handle: (ctx, { importId }, signal) => carryImport(ctx, importId, { signal, again: queueImport }),
})

export const queueImport = (ctx: Ctx, importId: string): Promise<void> =>
  enqueue(ctx, carryImportJob, { importId }, { key: importId })
