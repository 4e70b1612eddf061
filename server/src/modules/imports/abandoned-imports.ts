import { system } from '../../platform/actor.ts'
import { type App, createCtx, withTransaction } from '../../platform/ctx.ts'
import { eachByItself } from '../../platform/schedules.ts'
import { peopleByIds } from '../identity/index.ts'
import { findAbandoned } from './imports.queries.ts'
import { queueImport } from './jobs.ts'

/** Queues the imports whose process died, as the people who began them. Harmless when they are queued already. */
export async function takeUpAbandoned(app: App): Promise<void> {
  await eachByItself(app, await findAbandoned(app.database.db), async (abandoned) => {
    const { organizationId, id, startedBy, requestId } = abandoned
    const seed = { organizationId, requestId, actor: system }
    const people = await peopleByIds(createCtx(app, seed), startedBy ? [startedBy] : [])
    const person = startedBy ? people.get(startedBy) : undefined
    const actor = person
      ? { ...system, kind: 'person' as const, userId: person.id, name: person.name, email: person.email }
      : system
    await withTransaction(app, { ...seed, actor }, (ctx) => queueImport(ctx, id))
  })
}
