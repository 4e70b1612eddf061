import type { Ctx } from '../../platform/ctx.ts'
import { fileFacts } from '../files/index.ts'
import type { NeededFile } from './block-content.ts'
import { FileUnfit } from './errors.ts'

/**
 * Refuses files that are gone or of another type than their place needs.
 * @throws FileUnfit
 */
export async function mustBeUsable(ctx: Ctx, needed: NeededFile[]): Promise<void> {
  if (needed.length === 0) return
  const facts = await fileFacts(
    ctx,
    needed.map((file) => file.objectId),
  )
  for (const { objectId, mediaType } of needed) {
    const file = facts.get(objectId)
    if (!file?.mimeType.startsWith(mediaType))
      throw FileUnfit({ wanted: mediaType.replace('/', '') || 'any file', objectId })
  }
}
