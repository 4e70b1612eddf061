import { type Ctx, withTransaction } from '../../platform/ctx.ts'
import { constraintOf, sqlState } from '../../platform/db/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { enqueue } from '../../platform/jobs/jobs.ts'
import { record } from '../audit/index.ts'
import { bytesOf } from './byte-store.ts'
import { FileInUse, WriteTooOld } from './errors.ts'
import { lastPart } from './file-names.ts'
import { hasVariants, type MediaType } from './file-types.ts'
import { makeVariantsJob } from './jobs.ts'
import {
  type DeletionReason,
  deleteObjects,
  findObjects,
  insertObject,
  type ObjectRow,
  updateAsset,
} from './objects.queries.ts'
import { discardBytes, type Incoming, type ReceivedFile, receiveFile } from './receiving.ts'

export type StoredFile = {
  objectId: string
  /** File name, without the folders it came in. */
  name: string
  mimeType: string
  mediaType: MediaType
  size: number
  /** Hexadecimal. */
  sha256: string
  width: number | null
  height: number | null
  altText: string | null
  ownerId: string | null
}

type About = { ownerId?: string | null; altText?: string | null; expiresAt?: Date | null }

/**
 * Stores a file for this organization: the bytes first, by themselves, then the row in the caller's transaction.
 * Where that transaction would wait for a slow sender, call `receiveFile` before it and `keepFile` inside.
 * Throws as `receiveFile` does.
 */
export async function storeFile(ctx: Ctx, file: Incoming & About): Promise<StoredFile> {
  const received = await receiveFile(ctx.app, ctx.organizationId, file)
  try {
    if (ctx.db.isTransaction) return await keepFile(ctx, received, file)
    return await withTransaction(ctx.app, ctx, (inside) => keepFile(inside, received, file))
  } catch (error) {
    await discardBytes(ctx.app, ctx.organizationId, received.version)
    throw error
  }
}

/** Makes received bytes a file, in the caller's transaction. Throws WriteTooOld when they came hours ago. */
export async function keepFile(ctx: Ctx, received: ReceivedFile, about: About = {}): Promise<StoredFile> {
  const row = await insertObject(ctx.db, {
    ...received,
    ownerId: about.ownerId ?? null,
    altText: about.altText ?? null,
    expiresAt: about.expiresAt ?? null,
  })
  if (!row) throw WriteTooOld()
  if (hasVariants(row.mimeType)) await enqueue(ctx, makeVariantsJob, { objectId: row.id }, { key: row.id })
  return storedFile(row)
}

/** What is known of files, for those that exist. */
export async function fileFacts(ctx: Ctx, objectIds: string[]): Promise<Map<string, StoredFile>> {
  if (objectIds.length === 0) return new Map()
  const rows = await findObjects(ctx.db, ctx.organizationId, objectIds)
  return new Map(rows.map((row) => [row.id, storedFile(row)]))
}

/** Lends a file's bytes as a local file; `work` must not change it. Throws NotFound. */
export async function withLocalFile<T>(
  ctx: Ctx,
  objectId: string,
  work: (path: string, file: StoredFile) => Promise<T>,
): Promise<T> {
  const [row] = await findObjects(ctx.db, ctx.organizationId, [objectId])
  if (!row) throw NotFound()
  return bytesOf(ctx.app).withLocalFile(row.version, (path) => work(path, storedFile(row)))
}

/** Deletes files nobody uses any more, with a line in the deletion log. Throws FileInUse. */
export async function removeFiles(
  ctx: Ctx,
  objectIds: string[],
  reason: DeletionReason = 'policy',
): Promise<void> {
  if (objectIds.length === 0) return
  try {
    await deleteObjects(ctx.db, ctx.organizationId, objectIds, { deletedBy: ctx.actor.userId, reason })
  } catch (error) {
    // restrict_violation and foreign_key_violation
    if (['23001', '23503'].includes(sqlState(error) ?? '')) throw FileInUse({ by: constraintOf(error) })
    throw error
  }
}

export async function deleteObject(ctx: Ctx, object: ObjectRow): Promise<void> {
  await removeFiles(ctx, [object.id], 'manual')
  await record(ctx, 'files.object_deleted', {
    entityType: 'file',
    entityId: object.id,
    before: { name: lastPart(object.path), mimeType: object.mimeType, size: object.size },
  })
}

export async function describeObject(
  ctx: Ctx,
  object: ObjectRow,
  changes: { altText?: string | null; caption?: string | null },
): Promise<ObjectRow> {
  await updateAsset(ctx.db, ctx.organizationId, object.id, changes)
  await record(ctx, 'files.object_described', {
    entityType: 'file',
    entityId: object.id,
    before: { altText: object.altText, caption: object.caption },
    after: changes,
  })
  const [changed] = await findObjects(ctx.db, ctx.organizationId, [object.id])
  if (!changed) throw NotFound()
  return changed
}

const storedFile = (row: ObjectRow): StoredFile => ({
  objectId: row.id,
  name: lastPart(row.path),
  mimeType: row.mimeType,
  mediaType: row.mediaType,
  size: row.size,
  sha256: row.sha256.toString('hex'),
  width: row.width,
  height: row.height,
  altText: row.altText,
  ownerId: row.ownerId,
})
