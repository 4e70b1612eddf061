import type { Ctx } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { announce } from '../../../platform/events/events.ts'
import { record } from '../../audit/index.ts'
import { accessChanged } from '../events.ts'
import { type ModuleRow, setModule } from './module-switches.queries.ts'

/** Switches a module for the whole organization. Throws NotFound when there is no such module. */
export async function switchModule(ctx: Ctx, key: string, isActive: boolean): Promise<ModuleRow> {
  const row = await setModule(ctx.db, ctx.organizationId, key, isActive)
  if (!row) throw NotFound()
  await announce(ctx, accessChanged, { userId: null })
  await record(ctx, 'identity.module_switched', {
    entityType: 'organization',
    entityId: ctx.organizationId,
    after: { module: key, isActive },
  })
  return row
}
