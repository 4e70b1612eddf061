import { createHash, randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { fileTypeFromFile } from 'file-type'
import type { App } from '../../platform/ctx.ts'
import { TooLarge } from '../../platform/errors.ts'
import { type BucketPurpose, ensureBucket } from './buckets.ts'
import { bytesOf } from './byte-store.ts'
import { TypeNotAllowed, UploadBroken } from './errors.ts'
import { tidyName } from './file-names.ts'
import { hasVariants, type MediaType, mediaTypeOf, settleType, typeFits } from './file-types.ts'
import { deletePendingWrite, insertPendingWrite } from './pending-writes.queries.ts'
import { pictureSize } from './pictures.ts'

export type FileData = Readable | Uint8Array

export type Incoming = {
  bucket: BucketPurpose
  /** File name or path; tidied up. */
  name: string
  data: FileData
  /** What the sender calls it; without it the name decides. Checked against the bytes. */
  declaredType?: string | null
  /** At most so many bytes, on top of the limits of the installation and the bucket. */
  limitBytes?: number
  /** `image/*` or exact types, on top of what the bucket takes. */
  allowedTypes?: string[]
}

/** Bytes that are stored and have no row yet. The sweeper takes them unless `keepFile` comes within hours. */
export type ReceivedFile = {
  organizationId: string
  bucketId: string
  version: string
  name: string
  mimeType: string
  mediaType: MediaType
  size: number
  sha256: Buffer
  width: number | null
  height: number | null
}

/**
 * Takes the bytes of a file in, as a stream, outside any transaction. Afterwards `keepFile` makes it a file.
 * Throws TooLarge, TypeMismatch, TypeNotAllowed, NameRefused, UploadBroken or DiskFull, and then keeps nothing.
 */
export async function receiveFile(
  app: App,
  organizationId: string,
  incoming: Incoming,
): Promise<ReceivedFile> {
  const name = tidyName(incoming.name)
  const bucket = await ensureBucket(app.database.db, organizationId, incoming.bucket)
  const limit = Math.min(
    app.config.uploadLimitBytes,
    bucket.fileSizeLimit ?? Number.POSITIVE_INFINITY,
    incoming.limitBytes ?? Number.POSITIVE_INFINITY,
  )
  const { version, size, sha256 } = await writeBytes(app, organizationId, incoming.data, limit)
  try {
    const { mimeType, width, height } = await bytesOf(app).withLocalFile(version, (path) =>
      examine(path, name, incoming.declaredType),
    )
    for (const allowed of [bucket.allowedMimeTypes, incoming.allowedTypes]) {
      if (allowed && !typeFits(mimeType, allowed)) {
        throw TypeNotAllowed({ found: mimeType, allowed: allowed.join(', ') })
      }
    }
    const mediaType = mediaTypeOf(mimeType)
    return {
      organizationId,
      bucketId: bucket.id,
      version,
      name,
      mimeType,
      mediaType,
      size,
      sha256,
      width,
      height,
    }
  } catch (error) {
    await discardBytes(app, organizationId, version)
    throw error
  }
}

/** Writes bytes under a new version that is announced first, so that a crash leaves nothing unknown. */
export async function writeBytes(
  app: App,
  organizationId: string,
  data: FileData,
  limit: number,
): Promise<{ version: string; size: number; sha256: Buffer }> {
  const version = randomUUID()
  const hash = createHash('sha256')
  let size = 0
  async function* measured() {
    for await (const chunk of chunksOf(data)) {
      size += chunk.length
      if (size > limit) throw TooLarge({ limit })
      hash.update(chunk)
      yield chunk
    }
  }
  await insertPendingWrite(app.database.db, organizationId, version)
  try {
    await bytesOf(app).put(version, measured())
  } catch (error) {
    await discardBytes(app, organizationId, version)
    throw error
  }
  return { version, size, sha256: hash.digest() }
}

/** Takes back bytes that got no row. When even that fails, the sweeper does it later. */
export async function discardBytes(app: App, organizationId: string, version: string): Promise<void> {
  try {
    await bytesOf(app).remove(version)
    await deletePendingWrite(app.database.db, organizationId, version)
  } catch (error) {
    app.log.warn({ err: error, version }, 'unused bytes are left to the sweeper')
  }
}

async function* chunksOf(data: FileData): AsyncGenerator<Uint8Array> {
  if (!(data instanceof Readable)) {
    yield data
    return
  }
  try {
    // The stream is left open on failure: it may be a request that still waits for its answer.
    for await (const chunk of data.iterator({ destroyOnReturn: false })) yield chunk as Uint8Array
  } catch (error) {
    throw isBroken(error) ? UploadBroken() : error
  }
}

const isBroken = (error: unknown) =>
  ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR', 'FST_MP_PREMATURE_CLOSE'].includes(
    String((error as NodeJS.ErrnoException).code),
  ) || /Unexpected end of multipart|Part terminated early/i.test(String((error as Error).message))

async function examine(path: string, name: string, declaredType: string | null | undefined) {
  const sniffed = await fileTypeFromFile(path)
  const mimeType = settleType(declaredType, name, sniffed?.mime ?? null, await headOf(path))
  const size = hasVariants(mimeType) || mimeType === 'image/gif' ? await pictureSize(path) : null
  return { mimeType, width: size?.width ?? null, height: size?.height ?? null }
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
