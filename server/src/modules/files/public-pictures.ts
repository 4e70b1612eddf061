import type { FastifyRequest } from 'fastify'
import { type Ctx, withTransaction } from '../../platform/ctx.ts'
import type { StoredPicture } from '../identity/index.ts'
import type { BucketPurpose } from './buckets.ts'
import { bytesOf } from './byte-store.ts'
import { PictureUnreadable } from './errors.ts'
import { fileFacts, keepFile, removeFiles, withLocalFile } from './objects.ts'
import { freshPicture, pngOf } from './pictures.ts'
import { discardBytes, receiveFile } from './receiving.ts'
import { lingerOver, uploadOf } from './uploads.ts'

/** What is taken: what cameras and drawing programs write, and nothing that could be a page. */
const taken = ['image/png', 'image/jpeg', 'image/webp', 'image/avif']
const mostBytes = 10 * 1024 * 1024

/** A picture that everybody may see: where it is kept, what it is called there, and its longest side in pixels. */
export type PublicPicture = { bucket: BucketPurpose; name: string; side: number }

/**
 * Takes in a picture and keeps a fresh one made from it: upright, not larger than it is ever shown, and without what
 * the camera noted, such as the place. `show` is told its id in the same transaction and says which one it replaces.
 * @throws TooLarge, TypeMismatch, TypeNotAllowed, PictureUnreadable and as `receiveFile`
 */
export async function replacePicture(
  ctx: Ctx,
  request: FastifyRequest,
  picture: PublicPicture,
  show: (inside: Ctx, objectId: string) => Promise<StoredPicture | null>,
): Promise<void> {
  const { app, organizationId } = ctx
  try {
    const data = await takeIn(ctx, request, picture)
    const fresh = await receiveFile(app, organizationId, {
      bucket: picture.bucket,
      name: picture.name,
      data,
      declaredType: 'image/webp',
    })
    try {
      await withTransaction(app, ctx, async (inside) => {
        const { objectId } = await keepFile(inside, fresh, { ownerId: ctx.actor.userId })
        await removePicture(inside, await show(inside, objectId))
      })
    } catch (error) {
      await discardBytes(app, organizationId, fresh.version)
      throw error
    }
  } catch (error) {
    lingerOver(request)
    throw error
  }
}

/** Removes a picture nobody shows any more, wherever it lies. */
export async function removePicture(ctx: Ctx, before: StoredPicture | null): Promise<void> {
  if (before)
    await removeFiles({ ...ctx, organizationId: before.organizationId }, [before.objectId], 'policy')
}

/** A stored picture as PNG, for a sheet of paper; null when it is gone or cannot be read. */
export async function drawablePicture(ctx: Ctx, objectId: string, side: number): Promise<Buffer | null> {
  const known = await fileFacts(ctx, [objectId])
  return known.has(objectId) ? withLocalFile(ctx, objectId, (path) => pngOf(path, side)) : null
}

/** What was sent, made anew; what was sent itself is not kept. */
async function takeIn(ctx: Ctx, request: FastifyRequest, picture: PublicPicture): Promise<Buffer> {
  const { app, organizationId } = ctx
  const { data, name, declaredType } = await uploadOf(request)
  const { version } = await receiveFile(app, organizationId, {
    bucket: picture.bucket,
    name: name || picture.name,
    data,
    // Without a type of its own the name would decide, and it is ours.
    declaredType: declaredType ?? 'application/octet-stream',
    limitBytes: mostBytes,
    allowedTypes: taken,
  })
  try {
    const made = await bytesOf(app).withLocalFile(version, (path) => freshPicture(path, picture.side))
    if (!made) throw PictureUnreadable()
    return made.data
  } finally {
    await discardBytes(app, organizationId, version)
  }
}
