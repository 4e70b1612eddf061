import { csv } from '../../platform/csv.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { ReportFilter } from './report.queries.ts'
import { reportLines } from './report-lines.ts'

/** The report of an import as lines of CSV. */
export async function* reportCsv(ctx: Ctx, importId: string, filter: ReportFilter): AsyncGenerator<string> {
  yield csv(['number', 'kind', 'item', 'title', 'outcome', 'code', 'what became of it', 'part of the course'])
  for await (const line of reportLines(ctx, importId, filter)) {
    const { number, sourceKind, sourceId, title, outcome, code, message, nodeId } = line
    yield csv([number, sourceKind, sourceId, title, outcome, code, message, nodeId])
  }
}
