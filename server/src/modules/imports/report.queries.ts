import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ReportOutcome } from './packages/course-package.ts'

/** One line of a fidelity report: an item of the source and what became of it. */
export type ReportLineRow = {
  number: number
  sourceKind: string
  sourceId: string
  title: string | null
  outcome: ReportOutcome
  code: string
  params: Record<string, string | number>
  nodeId: string | null
}

const linesAStatement = 1000

export async function insertReportLines(
  db: Db,
  organizationId: string,
  importId: string,
  lines: Array<Omit<ReportLineRow, 'number'>>,
): Promise<void> {
  for (let start = 0; start < lines.length; start += linesAStatement) {
    const part = lines.slice(start, start + linesAStatement).map((line, index) => ({
      number: start + index + 1,
      source_kind: line.sourceKind,
      source_id: line.sourceId,
      title: line.title,
      outcome: line.outcome,
      code: line.code,
      params: line.params,
      node_id: line.nodeId,
    }))
    await sql`
      insert into imports.report_lines (organization_id, import_id, number, source_kind, source_id, title, outcome,
                                        code, params, node_id)
      select ${organizationId}, ${importId}, number, source_kind, source_id, title, outcome, code, params, node_id
        from jsonb_to_recordset(${JSON.stringify(part, storable)}::jsonb)
          as line (number int, source_kind text, source_id text, title text, outcome text, code text, params jsonb,
                   node_id uuid)`.execute(db)
  }
}

/** Characters PostgreSQL cannot keep (NUL, half of a surrogate pair) are left out. */
const storable = (_key: string, value: unknown) =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value

export type ReportFilter = { outcome: ReportOutcome | null; kind: string | null }

export async function listReportLines(
  db: Db,
  organizationId: string,
  importId: string,
  page: ReportFilter & { after: number; limit: number },
): Promise<ReportLineRow[]> {
  const { rows } = await sql<ReportLineRow>`
    select number, source_kind, source_id, title, outcome, code, params, node_id
      from imports.report_lines
     where organization_id = ${organizationId} and import_id = ${importId} and number > ${page.after}
       ${page.outcome ? sql`and outcome = ${page.outcome}` : sql``}
       ${page.kind ? sql`and source_kind = ${page.kind}` : sql``}
     order by number limit ${page.limit}`.execute(db)
  return rows
}
