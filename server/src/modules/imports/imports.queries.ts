import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { PackageKind } from './packages/course-package.ts'

/** Why an import failed, or was not published: the message is English, `code` and `params` make it again. */
export type ImportProblem = {
  code: string
  message: string
  params: Record<string, string | number | boolean | null>
}

/** Lines of a report about one kind of item, counted. */
export type SummaryRow = { kind: string; imported: number; converted: number; dropped: number }

/** An import with the run that carries it. */
export type ImportRow = {
  id: string
  runId: string
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  stage: string | null
  percent: number
  filesDone: number | null
  filesTotal: number | null
  fileName: string
  objectId: string | null
  courseId: string | null
  packageKind: PackageKind | null
  packageVersion: string | null
  publish: boolean
  attempts: number
  title: string | null
  imported: number
  converted: number
  dropped: number
  summary: SummaryRow[]
  problem: ImportProblem | null
  cancelRequested: boolean
  startedBy: string | null
  createdAt: Date
  finishedAt: Date | null
}

const columns = sql<ImportRow>`
  i.id, i.run_id, r.state, r.stage, r.percent, (r.detail ->> 'filesDone')::int as files_done,
  (r.detail ->> 'filesTotal')::int as files_total, i.file_name, i.object_id, i.course_id, i.package_kind,
  i.package_version, i.publish, i.attempts, i.title, i.imported, i.converted, i.dropped, i.summary, i.problem,
  r.cancel_requested_at is not null as cancel_requested, i.started_by, i.created_at, i.finished_at`
const tables = sql`
  imports.course_imports i
  join platform.runs r on r.organization_id = i.organization_id and r.id = i.run_id`

export async function insertImport(
  db: Db,
  organizationId: string,
  row: {
    runId: string
    objectId: string | null
    fileName: string
    publish: boolean
    startedBy: string | null
  },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into imports.course_imports (organization_id, run_id, object_id, file_name, publish, started_by)
    values (${organizationId}, ${row.runId}, ${row.objectId}, ${row.fileName}, ${row.publish}, ${row.startedBy})
    returning id`.execute(db)
  const [inserted] = rows
  if (!inserted) throw new Error('An inserted row did not come back.')
  return inserted.id
}

export async function findImport(db: Db, organizationId: string, id: string): Promise<ImportRow | null> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from ${tables} where i.organization_id = ${organizationId} and i.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Imports, newest first; those of one person, or of everybody with `startedBy` null. */
export async function listImports(
  db: Db,
  organizationId: string,
  page: { startedBy: string | null; before: string | null; limit: number },
): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from ${tables}
     where i.organization_id = ${organizationId}
       ${page.startedBy ? sql`and i.started_by = ${page.startedBy}` : sql``}
       ${page.before ? sql`and i.id < ${page.before}` : sql``}
     order by i.id desc limit ${page.limit}`.execute(db)
  return rows
}

/** Counts one more beginning of the work; its number is that of who begins now. */
export async function countAttempt(db: Db, organizationId: string, id: string): Promise<number> {
  const { rows } = await sql<{ attempts: number }>`
    update imports.course_imports set attempts = attempts + 1
     where organization_id = ${organizationId} and id = ${id}
    returning attempts`.execute(db)
  return rows[0]?.attempts ?? 0
}

/**
 * Holds an import and its run until the transaction ends; null when the run is over, or when another process
 * took the work up after `attempt`.
 */
export async function holdAttempt(
  db: Db,
  organizationId: string,
  id: string,
  attempt: number,
): Promise<{ cancelRequested: boolean } | null> {
  const { rows } = await sql<{ cancelRequested: boolean }>`
    select r.cancel_requested_at is not null as cancel_requested
      from ${tables}
     where i.organization_id = ${organizationId} and i.id = ${id} and i.attempts = ${attempt}
       and r.state = 'running'
       for update of i, r`.execute(db)
  return rows[0] ?? null
}

/** What the report says, counted, and the course that came of it. */
export async function storeResult(
  db: Db,
  organizationId: string,
  id: string,
  result: {
    courseId: string
    title: string
    packageKind: PackageKind
    packageVersion: string
    summary: SummaryRow[]
    problem: ImportProblem | null
  },
): Promise<void> {
  const total = (outcome: 'imported' | 'converted' | 'dropped') =>
    result.summary.reduce((sum, row) => sum + row[outcome], 0)
  await sql`
    update imports.course_imports
       set course_id = ${result.courseId}, title = ${result.title}, package_kind = ${result.packageKind},
           package_version = ${result.packageVersion}, imported = ${total('imported')},
           converted = ${total('converted')}, dropped = ${total('dropped')},
           summary = ${JSON.stringify(result.summary)}::jsonb,
           problem = ${result.problem ? JSON.stringify(result.problem) : null}::jsonb, finished_at = now()
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

/** Marks an import as over without a course. */
export async function storeEnd(
  db: Db,
  organizationId: string,
  id: string,
  problem: ImportProblem | null,
): Promise<void> {
  await sql`
    update imports.course_imports
       set problem = ${problem ? JSON.stringify(problem) : null}::jsonb, finished_at = now()
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

/** Imports nobody carries any more: begun without a recent sign of life, or waiting for long. */
export async function findAbandoned(
  db: Db,
): Promise<
  Array<{ organizationId: string; id: string; runId: string; startedBy: string | null; requestId: string }>
> {
  const { rows } = await sql<{
    organizationId: string
    id: string
    runId: string
    startedBy: string | null
    requestId: string
  }>`
    /* all organizations: work of a process that died is taken up for everybody at once */
    select i.organization_id, i.id, i.run_id, i.started_by, r.request_id
      from platform.runs r
      join imports.course_imports i on i.organization_id = r.organization_id and i.run_id = r.id
     where r.kind = 'imports.course'
       and (   r.state = 'running' and r.beat_at < now() - interval '30 seconds'
            or r.state = 'waiting' and r.created_at < now() - interval '5 minutes')
     order by r.created_at limit 100`.execute(db)
  return rows
}
