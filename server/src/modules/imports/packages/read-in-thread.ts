import { Worker } from 'node:worker_threads'
import type { PackageCourse } from './course-package.ts'
import { packageFile } from './package-files.ts'
import type { ReadProgress } from './package-reading.ts'
import { PackageRefused } from './package-refused.ts'
import type { ReadingNews, ReadingTask } from './reading-thread.ts'

type Options = {
  /** What is unpacked lies here; whoever made the folder removes it. */
  tempFolder: string
  signal: AbortSignal
  onProgress: (progress: ReadProgress) => void
  /** Milliseconds a package may take; the largest honest ones take some minutes. */
  patience?: number
}

const minute = 60_000
const megabytes = 1024

/**
 * As `readCoursePackage`, on a thread of its own: whatever a package makes of its texts, requests are answered
 * meanwhile, and a reading that takes all memory or never ends is ended without the process.
 * Errors: PackageRefused; the signal's reason when it was aborted.
 */
export async function readInThread(path: string, options: Options): Promise<PackageCourse> {
  const { tempFolder, signal, onProgress, patience = 15 * minute } = options
  signal.throwIfAborted()
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: { path, tempFolder } satisfies ReadingTask,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  try {
    return await new Promise<PackageCourse>((resolve, reject) => {
      const giveUp = setTimeout(() => reject(new PackageRefused('package.takes_too_long')), patience)
      worker.once('exit', () => clearTimeout(giveUp))
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      worker.on('error', (error: NodeJS.ErrnoException) =>
        reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new PackageRefused('package.takes_too_much') : error,
        ),
      )
      worker.on('exit', () => reject(new Error('The thread that reads a package ended without a word')))
      worker.on('message', (news: ReadingNews) => {
        if ('progress' in news) onProgress(news.progress)
        else if ('refused' in news) reject(new PackageRefused(news.refused.code, news.refused.params))
        else resolve({ ...news.course, files: news.course.files.map(packageFile), dispose: async () => {} })
      })
    })
  } finally {
    await worker.terminate()
  }
}
