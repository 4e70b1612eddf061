import { constants } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { App } from '../../platform/ctx.ts'
import { DiskFull } from './errors.ts'

/** Where bytes lie. They are named by a version id, written once and never changed. */
export type ByteStore = {
  /** Writes all of `source`; when it resolves, the bytes survive a power cut. On failure nothing is left. */
  put(version: string, source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>
  /** The bytes, or those from `start` to `end` (both inclusive). Throws when there are none. */
  read(version: string, range?: { start: number; end: number }): Promise<Readable>
  /** Lends the bytes as a local file, for readers that jump about in it. Not to be changed. */
  withLocalFile<T>(version: string, work: (path: string) => Promise<T>): Promise<T>
  /** Removes the bytes and what an interrupted write left; no error when there is nothing. */
  remove(version: string): Promise<void>
}

/** The byte store of this installation. */
export const bytesOf = (app: App): ByteStore => localDisk(join(app.config.dataDir, 'files'))

/** Bytes on the local disk, in two levels of folders so that none grows too long. */
export function localDisk(root: string): ByteStore {
  const pathOf = (version: string) => join(root, version.slice(0, 2), version.slice(2, 4), version)

  return {
    async put(version, source) {
      const path = pathOf(version)
      const part = `${path}.part`
      try {
        await makeFolder(dirname(path), root)
        const file = await open(part, 'wx', 0o600)
        try {
          await file.writeFile(source)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(part, path)
        await syncFolder(dirname(path))
      } catch (error) {
        await rm(part, { force: true }).catch(() => {})
        await rm(path, { force: true }).catch(() => {})
        throw isFull(error) ? DiskFull() : error
      }
    },
    async read(version, range) {
      const file = await open(pathOf(version), constants.O_RDONLY)
      return file.createReadStream({ ...range, highWaterMark: 128 * 1024 })
    },
    withLocalFile: (version, work) => work(pathOf(version)),
    async remove(version) {
      await rm(pathOf(version), { force: true })
      await rm(`${pathOf(version)}.part`, { force: true })
    },
  }
}

/** Makes a folder; each new one is written into its parent for good. */
async function makeFolder(folder: string, root: string) {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length && made !== dirname(root); made = dirname(made)) {
    await syncFolder(dirname(made))
  }
}

async function syncFolder(folder: string) {
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isFull = (error: unknown) =>
  ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String((error as NodeJS.ErrnoException).code))
