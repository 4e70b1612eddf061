import type { Ctx } from '../../platform/ctx.ts'
import { lineText } from './messages.ts'
import { listReportLines, type ReportFilter, type ReportLineRow } from './report.queries.ts'

const linesAStep = 500

/** A line of a report as a person reads it. */
export type ToldLine = Omit<ReportLineRow, 'params'> & { message: string }

export const told = (locale: string, { params, ...line }: ReportLineRow): ToldLine => ({
  ...line,
  message: lineText(locale, line.code, params),
})

/** All lines of an import's report in the reader's language, read step by step. */
export async function* reportLines(
  ctx: Ctx,
  importId: string,
  filter: ReportFilter = { outcome: null, kind: null },
): AsyncGenerator<ToldLine> {
  let after = 0
  for (;;) {
    const lines = await listReportLines(ctx.app.database.db, ctx.organizationId, importId, {
      ...filter,
      after,
      limit: linesAStep,
    })
    for (const line of lines) yield told(ctx.actor.locale, line)
    const last = lines.at(-1)
    if (lines.length < linesAStep || !last) return
    after = last.number
  }
}
