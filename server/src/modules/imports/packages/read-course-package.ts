import type { StoredFile } from './archive/intake.ts'
import { openPackageFolder, type PackageSource } from './archive/package-folder.ts'
import { readCartridge } from './common-cartridge/cartridge.ts'
import { keepsUnusedFile } from './common-cartridge/cartridge-files.ts'
import type { PackageCourse, PackageKind, ReportLine } from './course-package.ts'
import { defaultPackageLimits, type PackageLimits } from './limits.ts'
import { readOlxCourse } from './olx/olx-course.ts'
import { keepsUnused } from './olx/olx-metadata.ts'
import { PackageReading, type ReadProgress } from './package-reading.ts'
import { PackageRefused } from './package-refused.ts'

export type ReadOptions = {
  limits?: PackageLimits
  /** Where archives are unpacked; the system's folder for temporary files by default. */
  tempFolder?: string
  signal?: AbortSignal
  onProgress?: (progress: ReadProgress) => void
}

/**
 * Reads a course package, an Open edX export or a Common Cartridge, told apart by what is in it.
 * Dispose the course when its files have been read.
 * Errors: PackageRefused; the signal's reason when it was aborted. Nothing is left on disk then.
 */
export async function readCoursePackage(
  source: PackageSource,
  options: ReadOptions = {},
): Promise<PackageCourse> {
  const { limits = defaultPackageLimits, signal, onProgress } = options
  onProgress?.({ stage: 'unpack', done: 0, total: 0 })
  const folder = await openPackageFolder(source, limits, options.tempFolder, signal)
  try {
    const root = findRoot([...folder.files.keys()])
    const { files, outside } = below(root.folder, folder.files)
    const reading = new PackageReading(files, limits, signal, onProgress)
    const isOlx = root.kind === 'olx'
    const course = isOlx ? await readOlxCourse(reading, root.file) : await readCartridge(reading, root.file)
    reading.checkFormulas()
    return {
      kind: root.kind,
      ...course,
      files: reading.courseFiles(isOlx ? keepsUnused : keepsUnusedFile),
      report: [...folder.report, ...outside, ...reading.report],
      dispose: folder.dispose,
    }
  } catch (error) {
    await folder.dispose()
    throw error
  }
}

type Root = { kind: PackageKind; folder: string; file: string }

/** The package's root is where its root file lies nearest to the top. */
function findRoot(paths: string[]): Root {
  const candidates = paths.flatMap((path): Root[] => {
    const manifest = /^(.*\/)?imsmanifest\.xml$/i.exec(path)
    if (manifest !== null)
      return [
        { kind: 'common-cartridge', folder: manifest[1] ?? '', file: path.slice((manifest[1] ?? '').length) },
      ]
    const course = /^(.*\/)?course\.xml$/.exec(path)
    if (course !== null) return [{ kind: 'olx', folder: course[1] ?? '', file: 'course.xml' }]
    // Exports made from a repository keep the root file here, with `course.xml` a link to it.
    const run = /^(.*\/)?(roots\/[^/]+\.xml)$/.exec(path)
    return run === null ? [] : [{ kind: 'olx', folder: run[1] ?? '', file: run[2] ?? '' }]
  })
  const depth = ({ folder, file }: Root) => folder.split('/').length * 2 + (file === 'course.xml' ? 0 : 1)
  const [root] = candidates.sort((a, b) => depth(a) - depth(b))
  if (root !== undefined) return root
  const names = paths.map((path) => path.split('/').at(-1))
  if (names.includes('moodle_backup.xml')) throw new PackageRefused('package.moodle_backup')
  if (names.includes('library.xml')) throw new PackageRefused('package.olx_library')
  if (names.includes('h5p.json')) throw new PackageRefused('package.h5p')
  throw new PackageRefused('package.unknown_kind')
}

function below(folder: string, all: Map<string, StoredFile>) {
  const files = new Map<string, StoredFile>()
  const outside: ReportLine[] = []
  for (const [path, file] of all) {
    if (path.startsWith(folder)) files.set(path.slice(folder.length), file)
    else {
      outside.push({
        sourceKind: 'file',
        sourceId: path,
        title: null,
        outcome: 'dropped',
        code: 'file.outside_package',
        params: { path },
        nodeSourceId: null,
      })
    }
  }
  return { files, outside }
}
