import { type Static, Type } from 'typebox'
import { Id, Nullable, OneOf, PageQuery, Slug, Timestamp } from '../../platform/http/schemas.ts'
import { courseStatuses, levels, visibilities } from './kinds.ts'

export const Title = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })
export const Language = Type.String({
  pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$',
  maxLength: 35,
  description: 'BCP 47 tag',
})
export const Minutes = Type.Integer({ minimum: 0, maximum: 100_000, description: 'Minutes' })

export const CourseParams = Type.Object({ courseId: Id })

export const Instructor = Type.Object({ id: Id, name: Type.String(), avatarUrl: Nullable(Type.String()) })
export const Cover = Type.Object({ objectId: Id, url: Nullable(Type.String()), alt: Type.String() })
export const CategoryRef = Type.Object({ id: Id, slug: Type.String(), name: Type.String() })

export const StudioQuery = Type.Object({
  ...PageQuery.properties,
  q: Type.Optional(Type.String({ maxLength: 200 })),
  status: Type.Optional(OneOf(courseStatuses)),
})

export const StudioListItem = Type.Object({
  id: Id,
  slug: Type.String(),
  title: Type.String(),
  summary: Nullable(Type.String()),
  status: OneOf(courseStatuses),
  visibility: OneOf(visibilities),
  categoryName: Nullable(Type.String()),
  instructor: Nullable(Instructor),
  cover: Nullable(Cover),
  pageTotal: Type.Integer(),
  learnerCount: Type.Integer(),
  completedCount: Type.Integer(),
  publishedAt: Nullable(Timestamp),
  scheduledAt: Nullable(Timestamp),
  updatedAt: Timestamp,
})

export const StudioCourse = Type.Object({
  id: Id,
  slug: Type.String(),
  title: Type.String(),
  summary: Nullable(Type.String()),
  descriptionHtml: Nullable(Type.String()),
  category: Nullable(CategoryRef),
  instructor: Nullable(Instructor),
  level: Nullable(OneOf(levels)),
  language: Type.String(),
  durationMinutes: Nullable(Type.Integer()),
  priceMinor: Type.Integer({ description: 'Minor units of the currency' }),
  currency: Type.String(),
  status: OneOf(courseStatuses),
  visibility: OneOf(visibilities),
  publishedAt: Nullable(Timestamp),
  scheduledAt: Nullable(Timestamp),
  archivedAt: Nullable(Timestamp),
  isFeatured: Type.Boolean(),
  certificateEnabled: Type.Boolean(),
  revision: Type.Integer({ description: 'Sent as ETag; give it back in If-Match' }),
  pageTotal: Type.Integer(),
  learnerCount: Type.Integer(),
  completedCount: Type.Integer(),
  cover: Nullable(Cover),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  can: Type.Object({ edit: Type.Boolean(), publish: Type.Boolean(), delete: Type.Boolean() }),
})
export type StudioCourse = Static<typeof StudioCourse>

export const CourseCreate = Type.Object({ title: Title }, { additionalProperties: false })

export const CourseChange = Type.Partial(
  Type.Object({
    title: Title,
    slug: Slug,
    summary: Nullable(Type.String({ maxLength: 1000 })),
    descriptionHtml: Nullable(Type.String({ maxLength: 200_000 })),
    categoryId: Nullable(Id),
    instructorId: Nullable(Id),
    level: Nullable(OneOf(levels)),
    language: Language,
    durationMinutes: Nullable(Minutes),
    priceMinor: Type.Integer({ minimum: 0, maximum: 100_000_000 }),
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
    visibility: OneOf(visibilities),
    isFeatured: Type.Boolean(),
    certificateEnabled: Type.Boolean(),
  }),
  { additionalProperties: false, minProperties: 1 },
)
export type CourseChange = Static<typeof CourseChange>

export const CoverInput = Type.Object(
  { objectId: Id, alt: Type.String({ maxLength: 500, default: '' }) },
  { additionalProperties: false },
)
export const PublicationInput = Type.Object(
  { at: Type.Optional(Nullable(Type.Unsafe<string>({ type: 'string', format: 'date-time' }))) },
  { additionalProperties: false },
)
export const InstructorsView = Type.Object({ items: Type.Array(Instructor) })
