import type { Ctx } from '../../platform/ctx.ts'
import { fileFacts, mayUseFile } from '../files/index.ts'
import type { NeededFile } from './block-content.ts'
import { findFilesShown } from './course-files.queries.ts'
import { FileUnfit } from './errors.ts'

/**
 * Refuses files that are gone, or of another type than their place needs, or that the caller may not show: what
 * others keep can only stay in a course that shows it already.
 * @throws FileUnfit
 */
export async function mustBeUsable(ctx: Ctx, courseId: string, needed: NeededFile[]): Promise<void> {
  if (needed.length === 0) return
  const facts = await fileFacts(
    ctx,
    needed.map((file) => file.objectId),
  )
  const ofOthers = [...facts.values()].filter((file) => !mayUseFile(ctx.actor, file))
  const shown = await findFilesShown(
    ctx.db,
    ctx.organizationId,
    courseId,
    ofOthers.map((file) => file.objectId),
  )
  const refused = new Set(ofOthers.map((file) => file.objectId).filter((id) => !shown.includes(id)))
  for (const { objectId, mediaType } of needed) {
    const file = facts.get(objectId)
    if (!file?.mimeType.startsWith(mediaType) || refused.has(file.objectId))
      throw FileUnfit({ wanted: mediaType.replace('/', '') || 'any file', objectId })
  }
}
