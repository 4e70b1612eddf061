import { Type } from 'typebox'
import { type Actor, holds, may, refuse, type Verdict } from '../../platform/actor.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { idCursor, pageOf } from '../../platform/http/cursor.ts'
import { route } from '../../platform/http/route.ts'
import { Json, Nullable, PageOf, PageQuery, Timestamp } from '../../platform/http/schemas.ts'
import { findRun, listRuns, type Run, requestCancel } from '../../platform/jobs/runs.queries.ts'
import { record } from '../audit/index.ts'
import { peopleByIds } from '../identity/index.ts'
import { RunOver } from './errors.ts'

const RunView = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  state: Type.String({ description: 'waiting, running, done, failed or cancelled' }),
  stage: Nullable(Type.String()),
  percent: Type.Integer(),
  detail: Json,
  result: Nullable(Json),
  problem: Nullable(Type.Object({ code: Type.String(), message: Type.String() })),
  cancelRequested: Type.Boolean(),
  startedBy: Nullable(Type.Object({ id: Type.String(), name: Type.String() })),
  createdAt: Timestamp,
  startedAt: Nullable(Timestamp),
  finishedAt: Nullable(Timestamp),
  can: Type.Object({ cancel: Type.Boolean() }),
})
const RunParams = Type.Object({ runId: Type.String({ format: 'uuid' }) })

const isOpen = (run: Run) => run.state === 'waiting' || run.state === 'running'

/** One's own runs, and those of everybody for who looks after jobs. */
function canSee(actor: Actor, run: Run): Verdict {
  return run.startedBy === actor.userId || may(actor, 'admin.jobs') ? true : refuse('admin.jobs')
}

async function visibleRun(ctx: Ctx, id: string): Promise<Run> {
  const run = await findRun(ctx.db, ctx.organizationId, id)
  if (!run || ctx.actor.kind === 'anonymous' || canSee(ctx.actor, run) !== true) throw NotFound()
  return run
}

async function views(ctx: Ctx, runs: Run[]) {
  const people = await peopleByIds(
    ctx,
    runs.flatMap((run) => (run.startedBy ? [run.startedBy] : [])),
  )
  return runs.map((run) => ({
    ...run,
    startedBy: run.startedBy ? { id: run.startedBy, name: people.get(run.startedBy)?.name ?? '' } : null,
    can: { cancel: isOpen(run) && !run.cancelRequested && canSee(ctx.actor, run) === true },
  }))
}

async function oneView(ctx: Ctx, run: Run) {
  const [view] = await views(ctx, [run])
  if (!view) throw NotFound()
  return view
}

export const runRoutes = [
  route({
    method: 'GET',
    path: '/runs',
    summary: 'Background work, newest first',
    query: PageQuery,
    response: PageOf(RunView),
    allow: holds('admin.jobs'),
    async handle(ctx, _thing, { query }) {
      const rows = await listRuns(ctx.db, ctx.organizationId, {
        limit: query.limit + 1,
        before: idCursor(query.cursor),
      })
      const page = pageOf(rows, query.limit, (run) => run.id)
      return { items: await views(ctx, page.items), next: page.next }
    },
  }),
  route({
    method: 'GET',
    path: '/runs/:runId',
    summary: 'Progress of one piece of background work',
    params: RunParams,
    response: RunView,
    load: (ctx, { params }) => visibleRun(ctx, params.runId),
    allow: canSee,
    handle: oneView,
  }),
  route({
    method: 'PUT',
    path: '/runs/:runId/cancellation',
    summary: 'Ask background work to stop; it leaves nothing half-made',
    params: RunParams,
    response: RunView,
    errors: [RunOver],
    load: (ctx, { params }) => visibleRun(ctx, params.runId),
    allow: canSee,
    async handle(ctx, run) {
      const cancelled = await requestCancel(ctx.db, ctx.organizationId, run.id)
      if (!cancelled) throw RunOver()
      await record(ctx, 'admin.run_cancelled', {
        entityType: 'run',
        entityId: run.id,
        metadata: { kind: run.kind },
      })
      return oneView(ctx, cancelled)
    },
  }),
]
