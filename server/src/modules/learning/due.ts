import { system } from '../../platform/actor.ts'
import { type App, type Ctx, withTransaction } from '../../platform/ctx.ts'
import { announce } from '../../platform/events/events.ts'
import type { Schedule } from '../../platform/module.ts'
import { record } from '../audit/index.ts'
import { findOrganizationsWithDue, publishDueCourses } from './courses.queries.ts'
import { coursePublished } from './events.ts'
import { publishDueNodes } from './nodes.queries.ts'
import { outlineChanged } from './nodes.ts'

/** Publishes courses and parts of courses whose time has come. Several processes may do it at once. */
export const publishDue: Schedule = {
  name: 'learning.publish_due',
  everySeconds: 30,
  async run(app: App) {
    for (const organizationId of await findOrganizationsWithDue(app.database.db)) {
      await withTransaction(app, { actor: system, organizationId, requestId: 'learning.publish_due' }, publishDueIn)
    }
  },
}

async function publishDueIn(ctx: Ctx): Promise<void> {
  for (const courseId of await publishDueCourses(ctx.db, ctx.organizationId)) {
    await announce(ctx, coursePublished, { courseId })
    await record(ctx, 'learning.course_published', {
      entityType: 'course',
      entityId: courseId,
      before: { status: 'scheduled' },
      after: { status: 'published' },
    })
  }
  for (const courseId of await publishDueNodes(ctx.db, ctx.organizationId)) await outlineChanged(ctx, courseId)
}
