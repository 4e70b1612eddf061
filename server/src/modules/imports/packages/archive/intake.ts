import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import type { ReportLine } from '../course-package.ts'
import type { PackageLimits } from '../limits.ts'
import { PackageRefused } from '../package-refused.ts'
import { isSystemFile, normalizeEntryName } from './entry-names.ts'

/** A file of the package, where it lies on our disk. */
export type StoredFile = { path: string; diskPath: string; size: number }

/**
 * Takes the files of one package, counting what really comes out of it. Entries are written under running
 * numbers, never under the names they claim, so a name can do no harm on any file system.
 */
export class Intake {
  readonly files = new Map<string, StoredFile>()
  readonly report: ReportLine[] = []
  readonly #limits: PackageLimits
  readonly #folder: string | null
  readonly #packedBytes: number | null
  #entries = 0
  #bytes = 0

  /**
   * Without a folder nothing is copied: files stay where they are (see `keep`).
   * @param packedBytes size of the archive; null where there is none
   */
  constructor(limits: PackageLimits, folder: string | null, packedBytes: number | null) {
    this.#limits = limits
    this.#folder = folder
    this.#packedBytes = packedBytes
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Counts an entry of any type. */
  countEntry(): void {
    this.#entries += 1
    if (this.#entries > this.#limits.entries) {
      throw new PackageRefused('archive.too_many_entries', { limit: this.#limits.entries })
    }
  }

  /** The path an entry will have, or null when it is to be left out (the report says so). */
  admit(rawName: string): string | null {
    const name = normalizeEntryName(rawName)
    if (name.path === '') return null
    if (isSystemFile(name.path)) {
      this.note('archive.system_file', 'dropped', name.path)
      return null
    }
    if (name.repaired) this.note('archive.name_repaired', 'converted', name.path)
    if (this.files.has(name.path)) this.note('archive.duplicate_entry', 'dropped', name.path)
    return name.path
  }

  /** Streams one entry to disk. `packedBytes` is null where entries are not packed one by one. */
  async store(
    path: string,
    content: Readable,
    packedBytes: number | null,
    expectedCrc: number | null,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    if (this.#folder === null) throw new Error('This intake keeps files where they are')
    const diskPath = join(this.#folder, String(this.#entries))
    const meter = this.#meter(path, packedBytes)
    await pipeline(content, meter.stream, createWriteStream(diskPath, { mode: 0o600 }), { signal })
    if (expectedCrc !== null && meter.crc() !== expectedCrc) {
      throw new PackageRefused('archive.damaged', { detail: `checksum of ${path}` })
    }
    this.files.set(path, { path, diskPath, size: meter.size() })
  }

  /** Takes a file of an unpacked package where it lies. */
  keep(path: string, diskPath: string, size: number): void {
    this.#count(path, size, size)
    this.files.set(path, { path, diskPath, size })
  }

  note(code: ReportLine['code'], outcome: ReportLine['outcome'], path: string): void {
    this.report.push({
      sourceKind: 'file',
      sourceId: path,
      title: null,
      outcome,
      code,
      params: { path },
      nodeSourceId: null,
    })
  }

  #meter(path: string, packedBytes: number | null) {
    const { ratio, ratioFromBytes } = this.#limits
    let size = 0
    let crc = 0
    const count = (more: number) => this.#count(path, size, more)
    const stream = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        try {
          size += chunk.length
          crc = crc32(chunk, crc)
          count(chunk.length)
          if (packedBytes !== null && size > ratioFromBytes && size > packedBytes * ratio) {
            throw new PackageRefused('archive.packed_too_tightly', { name: path, ratio })
          }
          done(null, chunk)
        } catch (error) {
          done(error as Error)
        }
      },
    })
    return { stream, size: () => size, crc: () => crc >>> 0 }
  }

  #count(path: string, fileSize: number, more: number): void {
    this.#bytes += more
    const { ratio, ratioFromBytes } = this.#limits
    // Entries that share their bytes are each small: only together they are too many.
    if (
      this.#packedBytes !== null &&
      this.#bytes > ratioFromBytes &&
      this.#bytes > this.#packedBytes * ratio
    ) {
      throw new PackageRefused('archive.packed_too_tightly', { name: path, ratio })
    }
    if (fileSize > this.#limits.fileBytes) {
      throw new PackageRefused('archive.file_too_large', { name: path, limit: this.#limits.fileBytes })
    }
    if (this.#bytes > this.#limits.totalBytes) {
      throw new PackageRefused('archive.too_large', { limit: this.#limits.totalBytes })
    }
  }
}
