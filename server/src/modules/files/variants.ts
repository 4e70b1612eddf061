import { type Ctx, withTransaction } from '../../platform/ctx.ts'
import { bytesOf } from './byte-store.ts'
import { hasVariants } from './file-types.ts'
import { findObjects, insertVariant, type ObjectRow, variantsOf } from './objects.queries.ts'
import { type MadeVariant, smallerPicture, variantSides } from './pictures.ts'
import { discardBytes, writeBytes } from './receiving.ts'

/** Makes the variants of a picture that are missing. Harmless to repeat, also at the same time. */
export async function makeVariants(ctx: Ctx, objectId: string): Promise<void> {
  const [picture] = await findObjects(ctx.db, ctx.organizationId, [objectId])
  if (!picture || !hasVariants(picture.mimeType)) return
  const made = await variantsOf(ctx.db, ctx.organizationId, objectId)
  for (const variant of Object.keys(variantSides) as MadeVariant[]) {
    if (!made.includes(variant)) await makeVariant(ctx, picture, variant)
  }
}

async function makeVariant(ctx: Ctx, picture: ObjectRow, variant: MadeVariant) {
  const smaller = await bytesOf(ctx.app).withLocalFile(picture.version, (path) =>
    smallerPicture(path, variant),
  )
  if (!smaller)
    return ctx.log.warn({ objectId: picture.id }, 'a picture cannot be read, so it stays as it is')
  const written = await writeBytes(ctx.app, ctx.organizationId, smaller.data, Number.POSITIVE_INFINITY)
  const kept = await withTransaction(ctx.app, ctx, async (inside) => {
    return insertVariant(inside.db, picture.id, variant, {
      ...written,
      organizationId: ctx.organizationId,
      bucketId: picture.bucketId,
      name: `${variant}.webp`,
      mimeType: 'image/webp',
      mediaType: 'image',
      width: smaller.width,
      height: smaller.height,
      ownerId: picture.ownerId,
    })
  })
  if (!kept) await discardBytes(ctx.app, ctx.organizationId, written.version)
}
