import { Readable } from 'node:stream'
import { readStored, streamStored } from './archive/package-folder.ts'
import type { PackageFile, PlainFile } from './course-package.ts'

/** A file of a package that can be read, whole or piece by piece. */
export function packageFile(plain: PlainFile): PackageFile {
  const { lies, ...about } = plain
  if ('at' in lies) {
    return { ...about, plain, bytes: () => readStored(lies.at), stream: () => streamStored(lies.at) }
  }
  const bytes = Buffer.from(lies.bytes.buffer, lies.bytes.byteOffset, lies.bytes.byteLength)
  return { ...about, plain, bytes: async () => bytes, stream: async () => Readable.from([bytes]) }
}
