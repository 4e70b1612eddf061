import { type Ctx, withTransaction } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors.ts'
import { announce } from '../../platform/events/events.ts'
import { finishRun, putBack, takeUp } from '../../platform/jobs/runs.queries.ts'
import { record } from '../audit/index.ts'
import { removeFiles, withLocalFile } from '../files/index.ts'
import { createCourseFromPackage, type DraftNode, publishCourse } from '../learning/index.ts'
import { type CourseMedia, storeMedia } from './course-media.ts'
import { draftOfPackage, type KeptFile } from './draft-of-package.ts'
import { courseImported } from './events.ts'
import { ImportCancelled, type Progress, type ProgressReport, showProgress } from './import-progress.ts'
import {
  countAttempt,
  findImport,
  holdAttempt,
  type ImportProblem,
  type ImportRow,
  storeEnd,
  storeResult,
} from './imports.queries.ts'
import { problemText } from './messages.ts'
import { noticeOfEnd, noticeOfFailure } from './notices.ts'
import type { PackageCourse } from './packages/course-package.ts'
import { contentWords } from './packages/messages.ts'
import { PackageRefused } from './packages/package-refused.ts'
import { readInThread } from './packages/read-in-thread.ts'
import { insertReportLines } from './report.queries.ts'
import { reportOf, summaryOf } from './report.ts'
import { openUnpackingFolder } from './unpacking-folder.ts'
import { settleVisibility } from './visibility.ts'

export type CarryOptions = {
  /** Ends the work when the process ends. */
  signal: AbortSignal
  /** File or folder to read, where the package was not uploaded. */
  path?: string
  /** Queues the work once more; without it an import that was interrupted is over. */
  again?: (ctx: Ctx, importId: string) => Promise<void>
  onProgress?: (progress: Progress) => void | Promise<void>
}

/** Beginnings after which an import counts as one that kills whoever carries it. */
const mostAttempts = 4

/**
 * Carries an import from its beginning to its end: reads the package, stores its files, then makes the course
 * with everything in it in one transaction. Whatever happens before that leaves nothing; a process that dies is
 * followed by another, which begins anew.
 */
export async function carryImport(ctx: Ctx, importId: string, options: CarryOptions): Promise<void> {
  const work = await begin(ctx, importId)
  if (!work) return
  const run = { organizationId: ctx.organizationId, id: work.runId }
  const progress = showProgress(ctx.app, run, options.signal, options.onProgress)
  let media: CourseMedia | null = null
  try {
    if (work.attempts > mostAttempts) throw problem('imports.gave_up', { attempts: mostAttempts })
    const folder = await openUnpackingFolder(ctx.app)
    try {
      const course = await readPackage(ctx, work, options.path, folder.path, progress)
      try {
        media = await storeMedia(ctx.app, ctx.organizationId, course, (filesDone, filesTotal) =>
          progress.at({ stage: 'files', percent: 30 + (55 * filesDone) / filesTotal, filesDone, filesTotal }),
        )
        await makeCourse(ctx, work, course, media, progress)
        media = null
      } finally {
        await course.dispose()
      }
    } finally {
      await folder.remove()
    }
  } catch (error) {
    await endWithout(ctx, work, error, options)
  } finally {
    await media?.discard()
    await progress.stop()
  }
}

/** Takes the import up, or tidies up after one that was cancelled while nobody carried it. */
async function begin(ctx: Ctx, importId: string): Promise<ImportRow | null> {
  return withTransaction(ctx.app, ctx, async (inside) => {
    const row = await findImport(inside.db, ctx.organizationId, importId)
    if (!row) return null
    if (await takeUp(inside.db, ctx.organizationId, row.runId)) {
      return { ...row, attempts: await countAttempt(inside.db, ctx.organizationId, importId) }
    }
    if (row.cancelRequested && row.finishedAt === null) await endCancelled(inside, row)
    return null
  })
}

async function readPackage(
  ctx: Ctx,
  work: ImportRow,
  path: string | undefined,
  tempFolder: string,
  progress: ProgressReport,
): Promise<PackageCourse> {
  const at = (percent: number) => progress.at({ stage: 'reading', percent, filesDone: 0, filesTotal: 0 })
  await at(0)
  const read = (source: string) =>
    readInThread(source, {
      tempFolder,
      signal: progress.signal,
      // The reader looks at the signal by itself, so what is thrown here may be left alone.
      onProgress: ({ stage, done, total }) =>
        void at(stage === 'unpack' ? 2 : 5 + (25 * done) / Math.max(done, total, 1)).catch(() => {}),
    })
  if (path !== undefined) return read(path)
  if (work.objectId === null) throw problem('imports.package_gone')
  return withLocalFile(ctx, work.objectId, (file) => read(file))
}

/** Course, files, report and the end of the run in one transaction: all of it is there, or nothing. */
async function makeCourse(
  ctx: Ctx,
  work: ImportRow,
  course: PackageCourse,
  media: CourseMedia,
  progress: ProgressReport,
): Promise<void> {
  const { filesDone, filesTotal } = { filesDone: media.stored, filesTotal: media.stored }
  await progress.at({ stage: 'writing', percent: 85, filesDone, filesTotal })
  await withTransaction(ctx.app, ctx, async (inside) => {
    const { files, coverObjectId } = await media.keep(inside)
    const visibility = settleVisibility(course.nodes)
    const draft = draftOfPackage({ ...course, nodes: visibility.nodes }, (path) => files.get(path) ?? null)
    const created = await createCourseFromPackage(
      inside,
      {
        ...draft,
        nodes: withLooseFiles(draft.nodes, media.loose, files),
        coverObjectId,
        authorId: work.startedBy,
        metadata: {
          importedFrom: { kind: course.kind, version: course.kindVersion, fileName: work.fileName },
        },
      },
      { signal: progress.signal },
    )
    const unpublished = work.publish ? await publish(inside, created.courseId) : null
    await progress.at({ stage: 'report', percent: 96, filesDone, filesTotal })
    const lines = reportOf(course, media.fates, visibility, created.nodeIds)
    await insertReportLines(inside.db, ctx.organizationId, work.id, lines)
    const summary = summaryOf(lines)

    // Locked late and looked at last: whoever cancelled before this is heard, whoever comes later is told so.
    const held = await holdAttempt(inside.db, ctx.organizationId, work.id, work.attempts)
    if (!held) throw new NoLongerOurs()
    if (held.cancelRequested) throw new ImportCancelled()
    await storeResult(inside.db, ctx.organizationId, work.id, {
      courseId: created.courseId,
      title: course.title,
      packageKind: course.kind,
      packageVersion: course.kindVersion,
      summary,
      problem: unpublished,
    })
    await finishRun(inside.db, ctx.organizationId, work.runId, {
      state: 'done',
      result: { importId: work.id, courseId: created.courseId },
    })
    if (work.objectId) await removeFiles(inside, [work.objectId])
    await record(inside, 'imports.course_imported', {
      entityType: 'course',
      entityId: created.courseId,
      after: { title: course.title, slug: created.slug, published: work.publish && unpublished === null },
      metadata: { importId: work.id, fileName: work.fileName, kind: course.kind, lines: lines.length },
    })
    await announce(inside, courseImported, {
      importId: work.id,
      courseId: created.courseId,
      published: work.publish && unpublished === null,
    })
    await noticeOfEnd(inside, work, course.title, summary)
  })
}

/** Publishes when it can be; a course that is not ready stays a draft, and the import says why. */
async function publish(ctx: Ctx, courseId: string): Promise<ImportProblem | null> {
  try {
    await publishCourse(ctx, courseId)
    return null
  } catch (error) {
    if (error instanceof AppError) return problemOf(error)
    throw error
  }
}

/** Documents that no page uses, on a hidden page at the end: there for authors, not in the way of learners. */
function withLooseFiles(nodes: DraftNode[], paths: string[], files: Map<string, KeptFile>): DraftNode[] {
  if (paths.length === 0) return nodes
  const part = (sourceId: string, title: string): DraftNode => ({
    sourceId,
    title,
    releaseAt: null,
    hidden: true,
    blocks: [],
    quiz: null,
    children: [],
  })
  const page: DraftNode = {
    ...part('stoa-unused-files', contentWords.files),
    blocks: paths.flatMap((path): DraftNode['blocks'] => {
      const file = files.get(path)
      const title = path.slice(path.lastIndexOf('/') + 1)
      return file ? [{ type: 'document', content: { objectId: file.objectId, title } }] : []
    }),
  }
  return [...nodes, { ...part('stoa-unused-material', contentWords.otherMaterial), children: [page] }]
}

/** Another process took the import up, or it was ended from outside; what we have is to be let go. */
class NoLongerOurs extends Error {}

class ImportFailed extends Error {
  readonly problem: ImportProblem
  constructor(why: ImportProblem) {
    super(why.message)
    this.problem = why
  }
}

function problem(code: 'imports.gave_up' | 'imports.package_gone', params: ImportProblem['params'] = {}) {
  return new ImportFailed({ code, params, message: problemText('en', { code, params, message: '' }) })
}

const problemOf = ({ code, message, params }: AppError | PackageRefused): ImportProblem => ({
  code,
  message,
  params,
})

/** Ends an import that made no course: cancelled, refused, failed, or put back for another try. */
async function endWithout(ctx: Ctx, work: ImportRow, error: unknown, options: CarryOptions): Promise<void> {
  if (error instanceof NoLongerOurs) {
    ctx.log.warn({ importId: work.id }, 'an import was taken up by another process meanwhile')
    return
  }
  await withTransaction(ctx.app, ctx, async (inside) => {
    const held = await holdAttempt(inside.db, ctx.organizationId, work.id, work.attempts)
    if (!held) return
    if (held.cancelRequested) return endCancelled(inside, work)
    const isEnding = options.signal.aborted
    const known = knownProblem(error)
    if (!known && !isEnding) ctx.log.error({ err: error, importId: work.id }, 'an import failed')
    if (options.again && (isEnding || (!known && work.attempts === 1))) {
      await putBack(inside.db, ctx.organizationId, work.runId)
      return options.again(inside, work.id)
    }
    if (isEnding) return endCancelled(inside, work)
    await endFailed(inside, work, known ?? unexpected())
  })
}

function knownProblem(error: unknown): ImportProblem | null {
  if (error instanceof ImportFailed) return error.problem
  if (error instanceof PackageRefused || error instanceof AppError) return problemOf(error)
  return null
}

const unexpected = (): ImportProblem => {
  const code = 'imports.unexpected'
  return { code, params: {}, message: problemText('en', { code, params: {}, message: '' }) }
}

async function endFailed(ctx: Ctx, work: ImportRow, why: ImportProblem): Promise<void> {
  await finishRun(ctx.db, ctx.organizationId, work.runId, {
    state: 'failed',
    problem: { code: why.code, message: why.message },
  })
  await storeEnd(ctx.db, ctx.organizationId, work.id, why)
  if (work.objectId) await removeFiles(ctx, [work.objectId])
  await record(ctx, 'imports.course_import_failed', {
    entityType: 'course_import',
    entityId: work.id,
    metadata: { fileName: work.fileName, code: why.code },
  })
  await noticeOfFailure(ctx, work, why)
}

/** Ends a cancelled import; also one that was cancelled before anybody carried it. */
export async function endCancelled(ctx: Ctx, work: ImportRow): Promise<void> {
  await finishRun(ctx.db, ctx.organizationId, work.runId, { state: 'cancelled' })
  await storeEnd(ctx.db, ctx.organizationId, work.id, null)
  if (work.objectId) await removeFiles(ctx, [work.objectId])
}
