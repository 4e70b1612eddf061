import { type Ctx, withTransaction } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { pageOf } from '../../platform/http/cursor.ts'
import type { Page } from '../../platform/http/schemas.ts'
import { findRun, insertRun, requestCancel } from '../../platform/jobs/runs.queries.ts'
import { record } from '../audit/index.ts'
import { discardBytes, type FileData, keepFile, receiveFile } from '../files/index.ts'
import { peopleByIds } from '../identity/index.ts'
import { courseById } from '../learning/index.ts'
import { type CarryOptions, carryImport, endCancelled } from './carry-import.ts'
import { ImportOver } from './errors.ts'
import { findImport, type ImportRow, insertImport, listImports } from './imports.queries.ts'
import type { ImportDetail, ImportItem } from './imports.schemas.ts'
import { queueImport } from './jobs.ts'
import { problemText } from './messages.ts'
import { canCancelImport, canPublishImport, canSeeImport, seesAllImports } from './policy.ts'

export type ImportOrder = { fileName: string; publish: boolean }

/**
 * Takes a package in as a stream and begins to import it in the background.
 * Throws what `receiveFile` throws, and then nothing is kept.
 */
export async function startImport(
  ctx: Ctx,
  order: ImportOrder & { data: FileData },
): Promise<{ importId: string; runId: string }> {
  const received = await receiveFile(ctx.app, ctx.organizationId, {
    bucket: 'imports',
    // Not under its own name: what it calls itself says little, and the reader judges it by its bytes.
    name: 'course-package',
    data: order.data,
  })
  try {
    return await withTransaction(ctx.app, ctx, async (inside) => {
      const { objectId } = await keepFile(inside, received, { ownerId: ctx.actor.userId })
      const started = await insertOrder(inside, order, objectId)
      await queueImport(inside, started.importId)
      return started
    })
  } catch (error) {
    await discardBytes(ctx.app, ctx.organizationId, received.version)
    throw error
  }
}

/**
 * Imports a package that lies on the disk of this machine, and comes back when that is over.
 * @param order.path file or folder
 */
export async function importFrom(
  ctx: Ctx,
  order: ImportOrder & { path: string },
  options: Pick<CarryOptions, 'signal' | 'onProgress'>,
): Promise<ImportRow> {
  const { importId } = await withTransaction(ctx.app, ctx, (inside) => insertOrder(inside, order, null))
  await carryImport(ctx, importId, { ...options, path: order.path })
  const row = await findImport(ctx.app.database.db, ctx.organizationId, importId)
  if (!row) throw NotFound()
  return row
}

async function insertOrder(ctx: Ctx, { fileName: given, publish }: ImportOrder, objectId: string | null) {
  const { organizationId, requestId } = ctx
  const startedBy = ctx.actor.userId
  const fileName = tidyFileName(given)
  const runId = await insertRun(ctx.db, {
    organizationId,
    kind: 'imports.course',
    detail: { fileName },
    startedBy,
    requestId,
  })
  const importId = await insertImport(ctx.db, organizationId, {
    runId,
    objectId,
    startedBy,
    fileName,
    publish,
  })
  await record(ctx, 'imports.course_import_started', {
    entityType: 'course_import',
    entityId: importId,
    after: { fileName, publish },
  })
  return { importId, runId }
}

/** The last part of a name that may be a path, in characters that can be kept and shown. */
function tidyFileName(given: string): string {
  const last = given
    .toWellFormed()
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .split(/[/\\]/)
    .at(-1)
  return last?.trim().slice(0, 255).toWellFormed() || 'course'
}

/** An import the caller may see. */
export async function visibleImport(ctx: Ctx, id: string): Promise<ImportRow> {
  const row = await findImport(ctx.db, ctx.organizationId, id)
  if (!row || canSeeImport(ctx.actor, row) !== true) throw NotFound()
  return row
}

/** Asks an import to stop; it leaves nothing. One that nobody carries yet is over at once. */
export async function cancelImport(ctx: Ctx, row: ImportRow): Promise<ImportRow> {
  if (!(await requestCancel(ctx.db, ctx.organizationId, row.runId))) throw ImportOver()
  const run = await findRun(ctx.db, ctx.organizationId, row.runId)
  if (run?.state === 'cancelled') await endCancelled(ctx, row)
  await record(ctx, 'imports.course_import_cancelled', {
    entityType: 'course_import',
    entityId: row.id,
    metadata: { fileName: row.fileName },
  })
  return visibleImport(ctx, row.id)
}

/** The imports the caller may see, newest first. */
export async function myImports(
  ctx: Ctx,
  page: { before: string | null; limit: number },
): Promise<Page<ImportItem>> {
  const rows = await listImports(ctx.db, ctx.organizationId, {
    startedBy: seesAllImports(ctx.actor) ? null : ctx.actor.userId,
    before: page.before,
    limit: page.limit + 1,
  })
  const { items, next } = pageOf(rows, page.limit, (row) => row.id)
  const people = await peopleByIds(
    ctx,
    items.flatMap((row) => row.startedBy ?? []),
  )
  return { items: items.map((row) => itemOf(ctx, row, people)), next }
}

/** An import with its counts, its course and what the caller may do. */
export async function showImport(ctx: Ctx, row: ImportRow): Promise<ImportDetail> {
  const people = await peopleByIds(ctx, row.startedBy ? [row.startedBy] : [])
  const course = row.courseId ? await courseById(ctx, row.courseId) : null
  return {
    ...itemOf(ctx, row, people),
    summary: row.summary,
    course: course && { id: course.id, slug: course.slug, title: course.title, status: course.status },
    can: {
      cancel: canCancelImport(ctx.actor, row) === true,
      publish: canPublishImport(ctx.actor, row, course) === true,
    },
  }
}

function itemOf(ctx: Ctx, row: ImportRow, people: Map<string, { name: string }>): ImportItem {
  const { id, runId, state, stage, percent, fileName, packageKind, packageVersion, publish } = row
  const { title, courseId, cancelRequested, createdAt, finishedAt, problem, startedBy } = row
  return {
    id,
    runId,
    state,
    stage,
    percent,
    fileName,
    packageKind,
    packageVersion,
    publish,
    title,
    courseId,
    cancelRequested,
    createdAt,
    finishedAt,
    filesDone: row.filesDone ?? 0,
    filesTotal: row.filesTotal ?? 0,
    counts: { imported: row.imported, converted: row.converted, dropped: row.dropped },
    problem: problem && { code: problem.code, message: problemText(ctx.actor.locale, problem) },
    startedBy: startedBy ? { id: startedBy, name: people.get(startedBy)?.name ?? '' } : null,
  }
}
