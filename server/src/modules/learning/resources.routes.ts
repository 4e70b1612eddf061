import { Type } from 'typebox'
import type { Actor } from '../../platform/actor.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { Id, Nullable, OneOf } from '../../platform/http/schemas.ts'
import type { CourseRow } from './courses.queries.ts'
import { CourseParams, Title } from './courses.schemas.ts'
import {
  BannedFromCourse,
  EnrollmentExpired,
  FileUnfit,
  LimitReached,
  NotASibling,
  NotEnrolled,
} from './errors.ts'
import { readableCourse } from './player.ts'
import { canEditCourse, isMember } from './policy.ts'
import {
  addResource,
  bringBackResource,
  changeResource,
  type EditableResource,
  editableResource,
  removeResource,
  showResources,
} from './resources.ts'
import { editableCourse } from './studio.ts'

const Resource = Type.Object({
  id: Id,
  nodeId: Nullable(Id),
  title: Type.String(),
  description: Nullable(Type.String()),
  type: OneOf(['file', 'link']),
  objectId: Nullable(Id),
  url: Nullable(Type.String()),
  size: Nullable(Type.Integer({ description: 'Bytes' })),
})
const Resources = Type.Object({ items: Type.Array(Resource) })
const Description = Type.Optional(Nullable(Type.String({ maxLength: 2000 })))
const ResourceCreate = Type.Object(
  {
    title: Title,
    description: Description,
    nodeId: Type.Optional(Nullable(Id)),
    objectId: Type.Optional(Id),
    url: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  { additionalProperties: false, description: 'Either objectId or url' },
)
const ResourceChange = Type.Object(
  {
    title: Type.Optional(Title),
    description: Description,
    nodeId: Type.Optional(Nullable(Id)),
    after: Type.Optional(Nullable(Id)),
  },
  { additionalProperties: false, minProperties: 1 },
)
const params = Type.Object({ resourceId: Id })

const canEdit = (actor: Actor, course: CourseRow) => canEditCourse(actor, course)
const canEditResource = (actor: Actor, { course }: EditableResource) => canEditCourse(actor, course)

export const resourceRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/courses/:courseId/resources',
    summary: 'Files and links of a course one learns in, besides those of its pages',
    params: CourseParams,
    response: Resources,
    errors: [NotEnrolled, BannedFromCourse, EnrollmentExpired],
    load: (ctx, input) => readableCourse(ctx, input.params.courseId),
    allow: isMember,
    async handle(ctx, { courseId }) {
      const all = await showResources(ctx, courseId)
      return { items: all.filter((resource) => resource.nodeId === null) }
    },
  }),
  route({
    method: 'GET',
    path: '/studio/courses/:courseId/resources',
    summary: 'Files and links of a course',
    params: CourseParams,
    response: Resources,
    load: (ctx, input) => editableCourse(ctx, input.params.courseId, 'read'),
    allow: canEdit,
    handle: async (ctx, course) => ({ items: await showResources(ctx, course.id) }),
  }),
  route({
    method: 'POST',
    path: '/studio/courses/:courseId/resources',
    summary: 'Add a file or a link',
    params: CourseParams,
    body: ResourceCreate,
    response: Resources,
    status: 201,
    errors: [FileUnfit, LimitReached],
    load: (ctx, input) => editableCourse(ctx, input.params.courseId, 'change'),
    allow: canEdit,
    async handle(ctx, course, { body }) {
      await addResource(ctx, course, body)
      return { items: await showResources(ctx, course.id) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/studio/resources/:resourceId',
    summary: 'Rename, describe or move a file or link',
    params,
    body: ResourceChange,
    response: Resources,
    errors: [NotASibling],
    load: (ctx, input) => editableResource(ctx, input.params.resourceId, 'change'),
    allow: canEditResource,
    async handle(ctx, thing, { body }) {
      await changeResource(ctx, thing, body)
      return { items: await showResources(ctx, thing.course.id) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/studio/resources/:resourceId',
    summary: 'Put a file or link into the bin',
    params,
    response: Resources,
    load: (ctx, input) => editableResource(ctx, input.params.resourceId, 'change'),
    allow: canEditResource,
    async handle(ctx, thing) {
      await removeResource(ctx, thing)
      return { items: await showResources(ctx, thing.course.id) }
    },
  }),
  route({
    method: 'PUT',
    path: '/studio/resources/:resourceId/restoration',
    summary: 'Take a file or link out of the bin',
    params,
    response: Resources,
    load: (ctx, input) => editableResource(ctx, input.params.resourceId, 'change', { inBin: true }),
    allow: canEditResource,
    async handle(ctx, thing) {
      await bringBackResource(ctx, thing)
      return { items: await showResources(ctx, thing.course.id) }
    },
  }),
]
