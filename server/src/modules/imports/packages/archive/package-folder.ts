import { constants, type Dirent } from 'node:fs'
import { lstat, mkdtemp, open, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import type { ReportLine } from '../course-package.ts'
import type { PackageLimits } from '../limits.ts'
import { PackageRefused } from '../package-refused.ts'
import { Intake, type StoredFile } from './intake.ts'
import { unpackTar } from './tar.ts'
import { unpackZip } from './zip.ts'

/** Where a package comes from: a file or folder on disk, or bytes with the name they were sent under. */
export type PackageSource = { path: string } | { buffer: Buffer; fileName: string }

/** A package as files on disk, with what had to be repaired or left out on the way. */
type PackageFolder = {
  files: Map<string, StoredFile>
  report: ReportLine[]
  dispose(): Promise<void>
}

/**
 * Makes a package readable file by file. Archives (zip, tar, tar.gz, told apart by their bytes) are unpacked
 * into a new folder below `tempFolder`; a folder is read where it is.
 * Errors: PackageRefused; nothing is left on disk then.
 */
export async function openPackageFolder(
  source: PackageSource,
  limits: PackageLimits,
  tempFolder: string = tmpdir(),
  signal?: AbortSignal,
): Promise<PackageFolder> {
  if ('path' in source && (await isFolder(source.path))) {
    const intake = new Intake(limits, null, null)
    await readFolder(source.path, intake, signal)
    return { files: intake.files, report: intake.report, dispose: async () => {} }
  }
  const folder = await mkdtemp(join(tempFolder, 'stoa-package-'))
  const dispose = () => rm(folder, { recursive: true, force: true })
  try {
    const file = 'path' in source ? source.path : join(folder, 'package')
    if ('buffer' in source) await writeFile(file, source.buffer, { mode: 0o600 })
    const { size } = await stat(file)
    const intake = new Intake(limits, folder, size)
    switch (await archiveKind(file)) {
      case 'zip':
        await unpackZip(file, intake, signal)
        break
      case 'tar.gz':
        await unpackTar(file, true, size, intake, limits, signal)
        break
      case 'tar':
        await unpackTar(file, false, size, intake, limits, signal)
        break
      case null:
        throw new PackageRefused('archive.not_an_archive')
    }
    return { files: intake.files, report: intake.report, dispose }
  } catch (error) {
    await dispose()
    throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    throw new PackageRefused('package.not_found')
  }
}

async function archiveKind(file: string): Promise<'zip' | 'tar' | 'tar.gz' | null> {
  const handle = await open(file, 'r')
  try {
    const head = Buffer.alloc(4096)
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    if (bytesRead >= 4 && head.readUInt32LE(0) === 0x04034b50) return 'zip'
    if (bytesRead >= 4 && head.readUInt32LE(0) === 0x06054b50) return 'zip'
    if (head[0] === 0x1f && head[1] === 0x8b) {
      const inner = gunzipSync(head.subarray(0, bytesRead), { finishFlush: 2, maxOutputLength: 1 << 24 })
      return isTar(inner) ? 'tar.gz' : null
    }
    return isTar(head) ? 'tar' : null
  } catch {
    throw new PackageRefused('archive.damaged', { detail: 'head' })
  } finally {
    await handle.close()
  }
}

/** A tar header carries the sum of its own bytes, counted with the sum's field blank. */
function isTar(head: Buffer): boolean {
  if (head.length < 512) return false
  const stated = Number.parseInt(head.toString('latin1', 148, 156).replace(/\0.*$/, '').trim(), 8)
  let sum = 8 * 0x20
  for (let index = 0; index < 512; index += 1) if (index < 148 || index >= 156) sum += head[index] ?? 0
  return stated === sum
}

async function readFolder(root: string, intake: Intake, signal: AbortSignal | undefined): Promise<void> {
  const waiting = [root]
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    signal?.throwIfAborted()
    const children: Dirent[] = await readdir(folder, { withFileTypes: true })
    for (const child of children.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      intake.countEntry()
      const diskPath = join(folder, child.name)
      if (child.isDirectory()) {
        waiting.push(diskPath)
        continue
      }
      const path = intake.admit(relative(root, diskPath).split(sep).join('/'))
      if (path === null) continue
      if (child.isFile()) intake.keep(path, diskPath, (await lstat(diskPath)).size)
      else intake.note('archive.link', 'dropped', path)
    }
  }
}

/** Opens a stored file without following a link that took its place meanwhile. */
const openStored = (file: StoredFile) => open(file.diskPath, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))

/** A stored file piece by piece. */
export async function streamStored(file: StoredFile): Promise<Readable> {
  return (await openStored(file)).createReadStream()
}

/** Reads a stored file whole. */
export async function readStored(file: StoredFile): Promise<Buffer> {
  const handle = await openStored(file)
  try {
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}
