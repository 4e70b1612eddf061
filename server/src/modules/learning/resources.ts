import type { Ctx } from '../../platform/ctx.ts'
import { InvalidInput, NotFound } from '../../platform/errors.ts'
import { record } from '../audit/index.ts'
import { fileFacts, fileUrls } from '../files/index.ts'
import { mustBeUsable } from './course-files.ts'
import { bumpRevision, type CourseRow } from './courses.queries.ts'
import { difference } from './courses.ts'
import { LimitReached, NotASibling } from './errors.ts'
import { bumpContentRevision, courseIdOf } from './nodes.queries.ts'
import { positionAfter } from './positions.ts'
import {
  binResource,
  findResource,
  insertResource,
  listResources,
  type ResourceRow,
  updateResource,
} from './resources.queries.ts'
import { editableCourse, type Purpose } from './studio.ts'

const mostResources = 500

export type EditableResource = { course: CourseRow; resource: ResourceRow }

/** A resource of a course the caller may edit; one in its bin when it is to be taken out. @throws NotFound */
export async function editableResource(
  ctx: Ctx,
  id: string,
  purpose: Purpose,
  where = { inBin: false },
): Promise<EditableResource> {
  const seen = await findResource(ctx.db, ctx.organizationId, id, where)
  if (!seen) throw NotFound()
  const course = await editableCourse(ctx, seen.courseId, purpose)
  const resource = await findResource(ctx.db, ctx.organizationId, id, where)
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
  await mustBePartOf(ctx, course, nodeId)
  const target = await targetOf(ctx, course, input)
  const siblings = await listResources(ctx.db, ctx.organizationId, course.id)
  if (siblings.length >= mostResources) throw LimitReached({ limit: mostResources })
  const title = input.title.trim()
  const id = await insertResource(ctx.db, ctx.organizationId, {
    courseId: course.id,
    nodeId,
    title,
    description: input.description ?? null,
    position: positionAfter(siblings, undefined)!,
    ...target,
  })
  await resourcesChanged(ctx, course.id, nodeId)
  await recordResource(ctx, 'learning.resource_added', course, { id, title }, { after: { title, ...target } })
}

async function mustBePartOf(ctx: Ctx, course: CourseRow, nodeId: string | null) {
  if (nodeId === null || (await courseIdOf(ctx.db, ctx.organizationId, nodeId)) === course.id) return
  throw InvalidInput(
    {},
    { fields: [{ pointer: '/nodeId', code: 'unknown', message: 'is no part of this course' }] },
  )
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

/** Renames or describes a resource, moves it in the list, or hangs it on another part; fields left out stay. */
export async function changeResource(
  ctx: Ctx,
  { course, resource }: EditableResource,
  change: { title?: string; description?: string | null; nodeId?: string | null; after?: string | null },
): Promise<void> {
  const { after, ...fields } = change
  const next = { ...resource, ...fields, title: (fields.title ?? resource.title).trim() }
  if (next.nodeId !== resource.nodeId) await mustBePartOf(ctx, course, next.nodeId)
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
  if (next.nodeId && next.nodeId !== resource.nodeId)
    await bumpContentRevision(ctx.db, ctx.organizationId, next.nodeId)
  const known = ({ title, description, nodeId }: ResourceRow) => ({ title, description, nodeId })
  await recordResource(
    ctx,
    'learning.resource_changed',
    course,
    resource,
    difference(known(resource), known(next)),
  )
}

/** Puts a resource into the bin. */
export async function removeResource(ctx: Ctx, thing: EditableResource): Promise<void> {
  await binResource(ctx.db, ctx.organizationId, thing.resource.id, ctx.now)
  await resourcesChanged(ctx, thing.course.id, thing.resource.nodeId)
  await recordResource(ctx, 'learning.resource_removed', thing.course, thing.resource)
}

/** Takes a resource out of the bin, to where it was. */
export async function bringBackResource(ctx: Ctx, thing: EditableResource): Promise<void> {
  await binResource(ctx.db, ctx.organizationId, thing.resource.id, null)
  await resourcesChanged(ctx, thing.course.id, thing.resource.nodeId)
  await recordResource(ctx, 'learning.resource_restored', thing.course, thing.resource)
}

async function resourcesChanged(ctx: Ctx, courseId: string, nodeId: string | null) {
  await bumpRevision(ctx.db, ctx.organizationId, courseId)
  if (nodeId) await bumpContentRevision(ctx.db, ctx.organizationId, nodeId)
}

function recordResource(
  ctx: Ctx,
  action: string,
  course: CourseRow,
  resource: { id: string; title: string },
  change: { before?: Record<string, unknown>; after?: Record<string, unknown> } = {},
) {
  return record(ctx, action, {
    entityType: 'resource',
    entityId: resource.id,
    targetId: course.id,
    ...change,
    metadata: { course: course.title, title: resource.title },
  })
}
