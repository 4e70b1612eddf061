import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

export type Run = {
  id: string
  kind: string
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  stage: string | null
  percent: number
  detail: Record<string, unknown>
  result: Record<string, unknown> | null
  problem: { code: string; message: string } | null
  cancelRequested: boolean
  startedBy: string | null
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
}

const columns = sql<Run>`id, kind, state, stage, percent, detail, result, problem,
  cancel_requested_at is not null as cancel_requested, started_by, created_at, started_at, finished_at`

export async function insertRun(
  db: Db,
  run: { organizationId: string; kind: string; detail: object; startedBy: string | null; requestId: string },
): Promise<string> {
  const row = await db
    .insertInto('platform.runs')
    .values({ ...run, detail: JSON.stringify(run.detail) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function findRun(db: Db, organizationId: string, id: string): Promise<Run | null> {
  const { rows } = await sql<Run>`
    select ${columns} from platform.runs where organization_id = ${organizationId} and id = ${id}`.execute(db)
  return rows[0] ?? null
}

export async function listRuns(
  db: Db,
  organizationId: string,
  page: { limit: number; before: string | null },
): Promise<Run[]> {
  const { rows } = await sql<Run>`
    select ${columns} from platform.runs
     where organization_id = ${organizationId}
       ${page.before ? sql`and id < ${page.before}` : sql``}
     order by id desc limit ${page.limit}`.execute(db)
  return rows
}

/** Takes a run up; false when it is finished, cancelled or carried by a living process. */
export async function takeUp(db: Db, organizationId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    update platform.runs set state = 'running', started_at = coalesce(started_at, now()), beat_at = now()
     where organization_id = ${organizationId} and id = ${id} and state in ('waiting', 'running')
       and cancel_requested_at is null
       and (state = 'waiting' or beat_at is null or beat_at < now() - interval '30 seconds')
    returning id`.execute(db)
  return rows.length === 1
}

/** Sign of life with stage and percent; tells whether somebody asked to cancel, or the run is over. */
export async function beat(
  db: Db,
  organizationId: string,
  id: string,
  at: { stage: string; percent: number; detail?: object },
): Promise<{ cancelRequested: boolean }> {
  const { rows } = await sql<{ cancelRequested: boolean }>`
    update platform.runs set stage = ${at.stage}, percent = ${at.percent}, beat_at = now(),
           detail = detail || ${JSON.stringify(at.detail ?? {})}::jsonb
     where organization_id = ${organizationId} and id = ${id} and state = 'running'
    returning cancel_requested_at is not null as cancel_requested`.execute(db)
  return { cancelRequested: rows[0]?.cancelRequested ?? true }
}

/** Lets go of a running run, so that whoever comes next begins it anew. */
export async function putBack(db: Db, organizationId: string, id: string): Promise<void> {
  await sql`
    update platform.runs set state = 'waiting', stage = null, percent = 0, beat_at = null
     where organization_id = ${organizationId} and id = ${id} and state = 'running'`.execute(db)
}

export async function finishRun(
  db: Db,
  organizationId: string,
  id: string,
  end: {
    state: 'done' | 'failed' | 'cancelled'
    result?: object
    problem?: { code: string; message: string }
  },
): Promise<void> {
  await sql`
    update platform.runs set state = ${end.state}, finished_at = now(),
           percent = case when ${end.state} = 'done' then 100 else percent end,
           result = ${end.result ? JSON.stringify(end.result) : null}::jsonb,
           problem = ${end.problem ? JSON.stringify(end.problem) : null}::jsonb
     where organization_id = ${organizationId} and id = ${id} and state in ('waiting', 'running')`.execute(db)
}

/** Asks a run to end. One that has not begun is cancelled at once; a running one notices at its next beat. */
export async function requestCancel(db: Db, organizationId: string, id: string): Promise<Run | null> {
  const { rows } = await sql<Run>`
    update platform.runs set cancel_requested_at = coalesce(cancel_requested_at, now()),
           state = case when state = 'waiting' then 'cancelled' else state end,
           finished_at = case when state = 'waiting' then now() else finished_at end
     where organization_id = ${organizationId} and id = ${id} and state in ('waiting', 'running')
    returning ${columns}`.execute(db)
  return rows[0] ?? null
}
