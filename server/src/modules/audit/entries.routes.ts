import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { holds } from '../../platform/actor.ts'
import { csv } from '../../platform/csv.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { idCursor, numberCursor, pageOf } from '../../platform/http/cursor.ts'
import { route } from '../../platform/http/route.ts'
import { PageQuery } from '../../platform/http/schemas.ts'
import { listDeadLetters } from './dead-letters.queries.ts'
import { retryDeadLetters } from './dead-letters.ts'
import { type Entry, type EntryFilter, findEntry, listEntries } from './entries.queries.ts'
import {
  DeadLettersPage,
  EntriesPage,
  EntriesQuery,
  EntryParams,
  EntryView,
  ExportQuery,
  PastVerifications,
  RedactionBody,
  VerificationView,
} from './entries.schemas.ts'
import { withNames } from './entries.ts'
import { redact } from './redact.ts'
import { listVerifications } from './verifications.queries.ts'
import { verifyChain } from './verify.ts'

const readers = holds('audit.read')

type Dates<T> = Omit<T, 'from' | 'until'> & { from?: string; until?: string }

function filterOf(query: Dates<EntryFilter>): EntryFilter {
  return {
    ...query,
    from: query.from ? new Date(query.from) : undefined,
    until: query.until ? new Date(query.until) : undefined,
  }
}

const view = async (ctx: Ctx, entry: Entry) => (await withNames(ctx, [entry]))[0]!

export const entryRoutes = [
  route({
    method: 'GET',
    path: '/entries',
    summary: 'Search the audit trail',
    query: EntriesQuery,
    response: EntriesPage,
    allow: readers,
    async handle(ctx, _thing, { query }) {
      const { limit, cursor, ...filter } = query
      const rows = await listEntries(ctx.db, ctx.organizationId, filterOf(filter), {
        limit: limit + 1,
        before: numberCursor(cursor),
      })
      return pageOf(await withNames(ctx, rows), limit, (entry) => entry.seq)
    },
  }),
  route({
    method: 'GET',
    path: '/entries.csv',
    summary: 'Export the audit trail as CSV',
    query: ExportQuery,
    allow: readers,
    async handle(ctx, _thing, { query, reply }) {
      void reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="audit.csv"')
      return reply.send(Readable.from(csvLines(ctx, filterOf(query))))
    },
  }),
  route({
    method: 'GET',
    path: '/entries/:seq',
    summary: 'One entry of the audit trail',
    params: EntryParams,
    response: EntryView,
    load: (ctx, { params }) => visibleEntry(ctx, params.seq),
    allow: readers,
    handle: view,
  }),
  route({
    method: 'PUT',
    path: '/entries/:seq/redaction',
    summary: 'Hide personal data of an entry; the chain still verifies',
    params: EntryParams,
    body: RedactionBody,
    response: EntryView,
    load: (ctx, { params }) => visibleEntry(ctx, params.seq),
    allow: holds('audit.redact'),
    handle: async (ctx, entry, { body }) => view(ctx, await redact(ctx, entry, body)),
  }),
  route({
    method: 'POST',
    path: '/verifications',
    summary: 'Read the whole chain and say whether it is intact',
    status: 201,
    response: VerificationView,
    allow: readers,
    transaction: false,
    limits: [{ by: 'actor', max: 10, windowSeconds: 60 }],
    handle: (ctx) => verifyChain(ctx.app, ctx.organizationId),
  }),
  route({
    method: 'GET',
    path: '/verifications',
    summary: 'Past readings of the chain',
    response: PastVerifications,
    allow: readers,
    async handle(ctx) {
      const rows = await listVerifications(ctx.db, ctx.organizationId, 20)
      return {
        items: rows.map(({ details, ...row }) => ({
          ...row,
          kind: details.kind ?? null,
          field: details.field ?? null,
        })),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/dead-letters',
    summary: 'Entries that could not be written and are tried again',
    query: PageQuery,
    response: DeadLettersPage,
    allow: readers,
    async handle(ctx, _thing, { query }) {
      const rows = await listDeadLetters(ctx.db, ctx.organizationId, {
        limit: query.limit + 1,
        before: idCursor(query.cursor),
      })
      return pageOf(
        rows.map(({ eventData, ...row }) => ({ ...row, action: String(eventData.action ?? '') })),
        query.limit,
        (row) => row.id,
      )
    },
  }),
  route({
    method: 'POST',
    path: '/dead-letters/retries',
    summary: 'Try the dead letters again now',
    status: 201,
    response: Type.Object({ written: Type.Integer() }),
    allow: readers,
    transaction: false,
    limits: [{ by: 'actor', max: 10, windowSeconds: 60 }],
    handle: async (ctx) => ({ written: await retryDeadLetters(ctx.app, ctx.organizationId) }),
  }),
]

async function visibleEntry(ctx: Ctx, seq: number): Promise<Entry> {
  const entry = await findEntry(ctx.db, ctx.organizationId, seq)
  if (!entry) throw NotFound()
  return entry
}

async function* csvLines(ctx: Ctx, filter: EntryFilter): AsyncGenerator<string> {
  yield csv([
    'seq',
    'time',
    'action',
    'actor type',
    'actor id',
    'actor email',
    'actor name',
    'acted for id',
    'acted for name',
    'entity type',
    'entity id',
    'target id',
    'request id',
    'ip',
    'user agent',
    'before',
    'after',
    'metadata',
  ])
  let before: number | null = null
  for (;;) {
    const rows: Entry[] = await listEntries(ctx.app.database.db, ctx.organizationId, filter, {
      limit: 500,
      before,
    })
    for (const row of await withNames({ ...ctx, db: ctx.app.database.db }, rows)) {
      yield csv([
        row.seq,
        row.ts.toISOString(),
        row.action,
        row.actorType,
        row.actorId,
        row.actorEmail,
        row.actorName,
        row.impersonatedUser,
        row.impersonatedName,
        row.entityType,
        row.entityId,
        row.targetId,
        row.requestId,
        row.ip,
        row.userAgent,
        row.prevValues,
        row.newValues,
        row.metadata,
      ])
    }
    const last = rows.at(-1)
    if (rows.length < 500 || !last) return
    before = last.seq
  }
}
