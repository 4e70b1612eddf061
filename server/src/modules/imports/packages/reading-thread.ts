import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { PackageCourse, PlainFile } from './course-package.ts'
import type { ReadProgress } from './package-reading.ts'
import { PackageRefused } from './package-refused.ts'
import { readCoursePackage } from './read-course-package.ts'

// Whoever reads a package gives way to whoever answers requests.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

/** What the thread is to read. */
export type ReadingTask = { path: string; tempFolder: string }

/** A course in words another thread understands. */
type PlainCourse = Omit<PackageCourse, 'files' | 'dispose'> & { files: PlainFile[] }

/** What the thread says: how far it is, and at the end one of the others. */
export type ReadingNews =
  | { progress: ReadProgress }
  | { course: PlainCourse }
  | { refused: { code: PackageRefused['code']; params: PackageRefused['params'] } }

const tell = (news: ReadingNews) => parentPort?.postMessage(news)

const { path, tempFolder } = workerData as ReadingTask
try {
  const {
    files,
    dispose: _,
    ...course
  } = await readCoursePackage({ path }, { tempFolder, onProgress: (progress) => tell({ progress }) })
  tell({ course: { ...course, files: files.map((file) => file.plain) } })
} catch (error) {
  // Anything else ends the thread, and is told as its error.
  if (!(error instanceof PackageRefused)) throw error
  tell({ refused: { code: error.code, params: error.params } })
}
