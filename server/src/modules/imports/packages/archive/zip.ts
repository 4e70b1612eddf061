import iconv from 'iconv-lite'
import yauzl from 'yauzl'
import { PackageRefused } from '../package-refused.ts'
import type { Intake } from './intake.ts'

const deflated = 8
const stored = 0
const fileTypeMask = 0xf000
/** Links, devices, pipes and sockets. */
const specialFiles = [0xa000, 0x6000, 0x2000, 0x1000, 0xc000]
const unicodePathField = 0x7075

/** Unpacks a zip file. Errors: PackageRefused. */
export async function unpackZip(
  file: string,
  intake: Intake,
  signal: AbortSignal | undefined,
): Promise<void> {
  const zip = await yauzl
    .openPromise(file, {
      lazyEntries: true,
      decodeStrings: false,
      validateEntrySizes: true,
      autoClose: false,
    })
    .catch((error: Error) => {
      throw new PackageRefused('archive.damaged', { detail: error.message })
    })
  try {
    for await (const entry of zip.eachEntry()) {
      signal?.throwIfAborted()
      intake.countEntry()
      await unpackEntry(zip, entry, intake, signal)
    }
  } catch (error) {
    if (error instanceof PackageRefused || signal?.aborted || isDiskError(error)) throw error
    throw new PackageRefused('archive.damaged', { detail: (error as Error).message })
  } finally {
    zip.close()
  }
}

async function unpackEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, intake: Intake, signal?: AbortSignal) {
  const rawName = nameOf(entry)
  if (rawName.endsWith('/') || rawName.endsWith('\\')) return
  const path = intake.admit(rawName)
  if (path === null) return
  if (entry.isEncrypted()) throw new PackageRefused('archive.encrypted', { name: path })
  // Only archives made on Unix say what kind of file an entry is; elsewhere these bits are zero.
  if (specialFiles.includes((entry.externalFileAttributes >>> 16) & fileTypeMask)) {
    intake.note('archive.link', 'dropped', path)
    return
  }
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) {
    intake.note('archive.compression_unknown', 'dropped', path)
    return
  }
  const content = await zip.openReadStreamPromise(entry)
  await intake.store(path, content, entry.compressedSize, entry.crc32, signal)
}

/** Many tools write UTF-8 without saying so; only what is not valid UTF-8 is read as the zip default, CP437. */
function nameOf(entry: yauzl.Entry): string {
  const raw = entry.fileNameRaw
  if (entry.extraFields.some((field) => field.id === unicodePathField)) {
    return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return iconv.decode(raw, 'cp437')
  }
}

/** Our own disk failing is not the package's fault. */
export function isDiskError(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code
  return (
    code !== undefined && ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EMFILE', 'EIO'].includes(code)
  )
}
