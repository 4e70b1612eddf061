import type { App, Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors.ts'
import { discardBytes, keepFile, type ReceivedFile, receiveFile } from '../files/index.ts'
import type { KeptFile } from './draft-of-package.ts'
import { filesUsed } from './draft-of-package.ts'
import type { ImportCode } from './messages.ts'
import type { PackageCourse, PackageFile } from './packages/course-package.ts'

/** What became of a file that is not simply kept. */
export type FileFate = {
  path: string
  code: Extract<ImportCode, `file.${string}`>
  params: Record<string, string | number>
}

/**
 * The files of one course on their way in. Bytes are stored first and have no row; `keep` gives them rows in the
 * transaction that makes the course, so until then nobody sees them. What a killed process leaves is swept.
 */
export type CourseMedia = {
  fates: FileFate[]
  /** Files nobody uses that are worth keeping, by path. */
  loose: string[]
  /** Files stored, the cover among them. */
  stored: number
  /** Makes everything files of the organization. Returns what paths are now, and the cover. */
  keep(ctx: Ctx): Promise<{ files: Map<string, KeptFile>; coverObjectId: string | null }>
  /** Takes all bytes back. */
  discard(): Promise<void>
}

/** Files of these types are worth keeping when no page uses them; other unused files are leftovers. */
const documents =
  /^(application\/(pdf|msword|rtf|epub\+zip|vnd\.(ms-|openxmlformats-|oasis\.))|text\/(plain|csv|rtf)$)/

/**
 * Stores the bytes of all files a course uses, each once however often it is in the package.
 * @param onFile told after each file; what it throws ends the work
 */
export async function storeMedia(
  app: App,
  organizationId: string,
  course: PackageCourse,
  onFile: (done: number, total: number) => Promise<void>,
): Promise<CourseMedia> {
  const used = filesUsed(course)
  const received = new Map<string, ReceivedFile>()
  const byContent = new Map<string, ReceivedFile>()
  const fates: FileFate[] = []
  const loose: string[] = []
  let cover: ReceivedFile | null = null

  const discard = async () => {
    for (const file of [...byContent.values(), ...(cover ? [cover] : [])]) {
      await discardBytes(app, organizationId, file.version)
    }
  }
  const receive = async (file: PackageFile, bucket: 'course-media' | 'public') => {
    const data = await file.stream()
    try {
      const { path, mediaType } = file
      return await receiveFile(app, organizationId, {
        bucket,
        name: fileName(path),
        declaredType: mediaType,
        data,
      })
    } catch (error) {
      fates.push(fateOf(error, file.path))
      return null
    } finally {
      // The receiver leaves what it did not read open.
      data.destroy()
    }
  }

  try {
    const wanted = course.files.filter((file) => {
      const isLoose = !used.has(file.path) && file.path !== course.coverPath && documents.test(file.mediaType)
      if (isLoose) loose.push(file.path)
      return isLoose || used.has(file.path)
    })
    const total = wanted.length + 1
    for (const [index, file] of wanted.entries()) {
      await onFile(index, total)
      const stored = await receive(file, 'course-media')
      if (!stored) continue
      const content = `${stored.mimeType} ${stored.sha256.toString('hex')}`
      const same = byContent.get(content)
      if (same) await discardBytes(app, organizationId, stored.version)
      else byContent.set(content, stored)
      received.set(file.path, same ?? stored)
    }
    const coverFile = course.files.find((file) => file.path === course.coverPath)
    if (coverFile) cover = await receive(coverFile, 'public')
    await onFile(total, total)
    const known = new Set([...wanted.map(({ path }) => path), course.coverPath])
    for (const { path } of course.files) {
      if (!known.has(path)) fates.push({ path, code: 'file.left_out', params: { path } })
    }
    for (const path of loose) {
      if (received.has(path)) fates.push({ path, code: 'file.on_hidden_page', params: { path } })
    }
  } catch (error) {
    await discard()
    throw error
  }

  return {
    fates,
    stored: byContent.size + (cover ? 1 : 0),
    loose: loose.filter((path) => received.has(path)),
    async keep(ctx) {
      const about = { ownerId: ctx.actor.userId }
      const kept = new Map<ReceivedFile, KeptFile>()
      for (const file of byContent.values()) {
        const { objectId, mediaType } = await keepFile(ctx, file, about)
        kept.set(file, { objectId, mediaType })
      }
      const files = new Map<string, KeptFile>()
      for (const [path, file] of received) {
        const one = kept.get(file)
        if (one) files.set(path, one)
      }
      return { files, coverObjectId: cover ? (await keepFile(ctx, cover, about)).objectId : null }
    },
    discard,
  }
}

/** What the refusal of a file says in the report; failures that are not the file's own end the import. */
function fateOf(error: unknown, path: string): FileFate {
  if (!(error instanceof AppError) || error.status >= 500) throw error
  const { declared, found, limit } = error.params
  if (error.code === 'files.type_mismatch') {
    return {
      path,
      code: 'file.type_mismatch',
      params: { path, declared: String(declared), found: String(found) },
    }
  }
  if (error.code === 'too_large')
    return { path, code: 'file.too_large', params: { path, limit: Number(limit) } }
  return { path, code: 'file.refused', params: { path, reason: error.code } }
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
