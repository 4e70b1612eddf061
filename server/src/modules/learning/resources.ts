import type { Ctx } from '../../platform/ctx.ts'
import { InvalidInput, NotFound } from '../../platform/errors.ts'
import { fileFacts, fileUrls } from '../files/index.ts'
import { mustBeUsable } from './course-files.ts'
import { bumpRevision, type CourseRow } from './courses.queries.ts'
import { LimitReached, NotASibling } from './errors.ts'
import { bumpContentRevision, courseIdOf } from './nodes.queries.ts'
import { positionAfter } from './positions.ts'
import {
  deleteResource,
  findResource,
  insertResource,
  listResources,
  type ResourceRow,
  updateResource,
} from './resources.queries.ts'
import { editableCourse, type Purpose } from './studio.ts'

const mostResources = 500

export type EditableResource = { course: CourseRow; resource: ResourceRow }

/** A resource of a course the caller may edit. */
export async function editableResource(ctx: Ctx, id: string, purpose: Purpose): Promise<EditableResource> {
  const seen = await findResource(ctx.db, ctx.organizationId, id)
  if (!seen) throw NotFound()
  const course = await editableCourse(ctx, seen.courseId, purpose)
  const resource = await findResource(ctx.db, ctx.organizationId, id)
  if (!resource) throw NotFound()
  return { course, resource }
}

/** Files and links of a course, with addresses. */
export async function showResources(ctx: Ctx, courseId: string) {
  const resources = await listResources(ctx.db, ctx.organizationId, courseId)
  const urls = await fileUrls(
    ctx,
    resources.flatMap((resource) => resource.objectId ?? []),
  )
  return resources.map((resource) => ({
    ...resource,
    url: resource.objectId ? (urls.get(resource.objectId) ?? null) : resource.url,
  }))
}

/** Hangs a stored file or a link on a course, or on a part of it. */
export async function addResource(
  ctx: Ctx,
  course: CourseRow,
  input: {
    title: string
    description?: string | null
    nodeId?: string | null
    objectId?: string
    url?: string
  },
): Promise<void> {
  const nodeId = input.nodeId ?? null
  if (nodeId !== null && (await courseIdOf(ctx.db, ctx.organizationId, nodeId)) !== course.id) {
    throw InvalidInput(
      {},
      { fields: [{ pointer: '/nodeId', code: 'unknown', message: 'is no part of this course' }] },
    )
  }
  const target = await targetOf(ctx, course, input)
  const siblings = await listResources(ctx.db, ctx.organizationId, course.id)
  if (siblings.length >= mostResources) throw LimitReached({ limit: mostResources })
  await insertResource(ctx.db, ctx.organizationId, {
    courseId: course.id,
    nodeId,
    title: input.title.trim(),
    description: input.description ?? null,
    position: positionAfter(siblings, undefined)!,
    ...target,
  })
  await resourcesChanged(ctx, course.id, nodeId)
}

async function targetOf(
  ctx: Ctx,
  course: CourseRow,
  { objectId, url }: { objectId?: string; url?: string },
): Promise<Pick<ResourceRow, 'type' | 'objectId' | 'url' | 'size'>> {
  if ((objectId === undefined) === (url === undefined)) {
    throw InvalidInput(
      {},
      { fields: [{ pointer: '/url', code: 'one_of', message: 'is given, or a file: exactly one of them' }] },
    )
  }
  if (objectId !== undefined) {
    await mustBeUsable(ctx, course.id, [{ objectId, mediaType: '' }])
    const file = (await fileFacts(ctx, [objectId])).get(objectId)
    return { type: 'file', objectId, url: null, size: file?.size ?? null }
  }
  const address = URL.parse(url ?? '')
  if (!address || !['http:', 'https:'].includes(address.protocol)) {
    throw InvalidInput(
      {},
      {
        fields: [
          { pointer: '/url', code: 'address', message: 'must be a web address that begins with https://' },
        ],
      },
    )
  }
  return { type: 'link', objectId: null, url: address.href, size: null }
}

export async function changeResource(
  ctx: Ctx,
  { course, resource }: EditableResource,
  change: { title?: string; description?: string | null; after?: string | null },
): Promise<void> {
  const { after, ...fields } = change
  const next = { ...resource, ...fields, title: (fields.title ?? resource.title).trim() }
  if (after !== undefined) {
    const place = positionAfter(
      await listResources(ctx.db, ctx.organizationId, course.id),
      after,
      resource.id,
    )
    if (place === null) throw NotASibling()
    next.position = place
  }
  await updateResource(ctx.db, ctx.organizationId, resource.id, next)
  await resourcesChanged(ctx, course.id, resource.nodeId)
}

export async function removeResource(ctx: Ctx, { course, resource }: EditableResource): Promise<void> {
  await deleteResource(ctx.db, ctx.organizationId, resource.id)
  await resourcesChanged(ctx, course.id, resource.nodeId)
}

async function resourcesChanged(ctx: Ctx, courseId: string, nodeId: string | null) {
  await bumpRevision(ctx.db, ctx.organizationId, courseId)
  if (nodeId) await bumpContentRevision(ctx.db, ctx.organizationId, nodeId)
}
