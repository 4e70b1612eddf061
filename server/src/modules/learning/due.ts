import { system } from '../../platform/actor.ts'
import { type App, type Ctx, withTransaction } from '../../platform/ctx.ts'
import { announce } from '../../platform/events/events.ts'
import type { Schedule } from '../../platform/module.ts'
import { eachByItself } from '../../platform/schedules.ts'
import { record } from '../audit/index.ts'
import { findDue, lockCourse, publishDueCourse } from './courses.queries.ts'
import { coursePublished } from './events.ts'
import { publishDueNodes } from './nodes.queries.ts'
import { outlineChanged } from './nodes.ts'
import { seizeOutline } from './progress.queries.ts'

/** Publishes courses and parts of courses whose time has come. Several processes may do it at once. */
export const publishDue: Schedule = {
  name: 'learning.publish_due',
  everySeconds: 30,
  async run(app: App) {
    await eachByItself(app, await findDue(app.database.db), ({ organizationId, courseId }) =>
      withTransaction(app, { actor: system, organizationId, requestId: 'learning.publish_due' }, (ctx) =>
        publishDueIn(ctx, courseId),
      ),
    )
  },
}

async function publishDueIn(ctx: Ctx, courseId: string): Promise<void> {
  await seizeOutline(ctx.db, ctx.organizationId, courseId)
  await lockCourse(ctx.db, ctx.organizationId, courseId)
  if (await publishDueCourse(ctx.db, ctx.organizationId, courseId)) {
    await announce(ctx, coursePublished, { courseId })
    await record(ctx, 'learning.course_published', {
      entityType: 'course',
      entityId: courseId,
      before: { status: 'scheduled' },
      after: { status: 'published' },
    })
  }
  if (await publishDueNodes(ctx.db, ctx.organizationId, courseId)) await outlineChanged(ctx, courseId)
}
