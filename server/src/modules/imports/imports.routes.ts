import { Readable } from 'node:stream'
import { TooLarge } from '../../platform/errors.ts'
import { idCursor, numberCursor, pageOf } from '../../platform/http/cursor.ts'
import { route } from '../../platform/http/route.ts'
import { PageQuery } from '../../platform/http/schemas.ts'
import { lingerOver, uploadOf } from '../files/index.ts'
import { ImportOver } from './errors.ts'
import {
  ImportDetail,
  ImportParams,
  ImportsPage,
  ReportFilter,
  ReportPage,
  ReportQuery,
  Started,
  UploadBody,
  UploadQuery,
} from './imports.schemas.ts'
import { cancelImport, myImports, showImport, startImport, visibleImport } from './imports.ts'
import { canImport, canSeeImport, canStartImport } from './policy.ts'
import { listReportLines } from './report.queries.ts'
import { reportCsv } from './report-csv.ts'
import { told } from './report-lines.ts'

export const importRoutes = [
  route({
    method: 'POST',
    path: '/courses',
    summary: 'Upload a course package and import it in the background',
    query: UploadQuery,
    body: UploadBody,
    response: Started,
    status: 201,
    errors: [TooLarge],
    rawBody: true,
    // The package may take minutes to arrive; only the rows are written in a transaction.
    transaction: false,
    limits: [{ by: 'actor', max: 60, windowSeconds: 3600 }],
    load: async (_ctx, { query }) => query,
    allow: canStartImport,
    async handle(ctx, _, { query, request }) {
      try {
        const { data, name } = await uploadOf(request)
        return await startImport(ctx, { data, fileName: query.fileName ?? name, publish: query.publish })
      } catch (error) {
        lingerOver(request)
        throw error
      }
    },
  }),
  route({
    method: 'GET',
    path: '/courses',
    summary: 'Imports of course packages, newest first',
    query: PageQuery,
    response: ImportsPage,
    allow: canImport,
    handle: (ctx, _, { query }) => myImports(ctx, { limit: query.limit, before: idCursor(query.cursor) }),
  }),
  route({
    method: 'GET',
    path: '/courses/:importId',
    summary: 'How far an import is, and what came of it',
    params: ImportParams,
    response: ImportDetail,
    load: (ctx, { params }) => visibleImport(ctx, params.importId),
    allow: canSeeImport,
    handle: showImport,
  }),
  route({
    method: 'PUT',
    path: '/courses/:importId/cancellation',
    summary: 'Ask an import to stop; it leaves nothing half-made',
    params: ImportParams,
    response: ImportDetail,
    errors: [ImportOver],
    load: (ctx, { params }) => visibleImport(ctx, params.importId),
    allow: canSeeImport,
    handle: async (ctx, row) => showImport(ctx, await cancelImport(ctx, row)),
  }),
  route({
    method: 'GET',
    path: '/courses/:importId/report',
    summary: 'The fidelity report: every item of the source and what became of it',
    params: ImportParams,
    query: ReportQuery,
    response: ReportPage,
    load: (ctx, { params }) => visibleImport(ctx, params.importId),
    allow: canSeeImport,
    async handle(ctx, row, { query }) {
      const lines = await listReportLines(ctx.db, ctx.organizationId, row.id, {
        outcome: query.outcome ?? null,
        kind: query.kind ?? null,
        after: numberCursor(query.cursor) ?? 0,
        limit: query.limit + 1,
      })
      const page = pageOf(lines, query.limit, (line) => line.number)
      return { ...page, items: page.items.map((line) => told(ctx.actor.locale, line)) }
    },
  }),
  route({
    method: 'GET',
    path: '/courses/:importId/report.csv',
    summary: 'The fidelity report as CSV',
    params: ImportParams,
    query: ReportFilter,
    load: (ctx, { params }) => visibleImport(ctx, params.importId),
    allow: canSeeImport,
    async handle(ctx, row, { query, reply }) {
      void reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="import-report.csv"')
      const filter = { outcome: query.outcome ?? null, kind: query.kind ?? null }
      return reply.send(Readable.from(reportCsv(ctx, row.id, filter)))
    },
  }),
]
