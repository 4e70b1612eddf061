import type { Ctx } from '../../platform/ctx.ts'
import { localeOf } from '../identity/index.ts'
import { notify } from '../notifications/index.ts'
import type { ImportProblem, ImportRow, SummaryRow } from './imports.queries.ts'
import { noticeMessage, problemText } from './messages.ts'

const place = (work: ImportRow) => `/teach/imports/${work.id}`

/** Tells whoever began the import that the course is there. */
export async function noticeOfEnd(
  ctx: Ctx,
  work: ImportRow,
  title: string,
  summary: SummaryRow[],
): Promise<void> {
  if (!work.startedBy) return
  const locale = await localeOf(ctx, work.startedBy)
  const kept = summary.reduce((sum, row) => sum + row.imported + row.converted, 0)
  const dropped = summary.reduce((sum, row) => sum + row.dropped, 0)
  await notify(ctx, {
    userId: work.startedBy,
    type: 'imports.finished',
    title: noticeMessage(locale, 'done_title', { title }),
    message: noticeMessage(locale, 'done', { kept, dropped }),
    actionUrl: place(work),
    dedupeKey: `import:${work.id}`,
  })
}

/** Tells whoever began the import why there is no course. */
export async function noticeOfFailure(ctx: Ctx, work: ImportRow, why: ImportProblem): Promise<void> {
  if (!work.startedBy) return
  const locale = await localeOf(ctx, work.startedBy)
  await notify(ctx, {
    userId: work.startedBy,
    type: 'imports.failed',
    severity: 'warning',
    title: noticeMessage(locale, 'failed_title', { fileName: work.fileName }),
    message: problemText(locale, why),
    actionUrl: place(work),
    dedupeKey: `import:${work.id}`,
  })
}
