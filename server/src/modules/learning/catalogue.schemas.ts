import { Type } from 'typebox'
import { Id, Nullable, OneOf, PageQuery, Slug, Timestamp } from '../../platform/http/schemas.ts'
import { CategoryRef, Cover, Instructor, Language } from './courses.schemas.ts'
import { courseStatuses, levels, nodeKinds, visibilities } from './kinds.ts'

export const CatalogueQuery = Type.Object({
  ...PageQuery.properties,
  q: Type.Optional(
    Type.String({ maxLength: 200, description: 'Words of the title; small slips are forgiven' }),
  ),
  category: Type.Optional(Slug),
  level: Type.Optional(OneOf(levels)),
  language: Type.Optional(Language),
})

const card = {
  id: Id,
  slug: Type.String(),
  title: Type.String(),
  summary: Nullable(Type.String()),
  level: Nullable(OneOf(levels)),
  language: Type.String(),
  durationMinutes: Nullable(Type.Integer()),
  priceMinor: Type.Integer({ description: 'Minor units of the currency; 0: free' }),
  currency: Type.String(),
  isFeatured: Type.Boolean(),
  pageTotal: Type.Integer(),
  learnerCount: Type.Integer(),
  publishedAt: Nullable(Timestamp),
  category: Nullable(CategoryRef),
  instructor: Nullable(Instructor),
  cover: Nullable(Cover),
}
export const CatalogueItem = Type.Object(card)

export const CoursePageNode = Type.Object({
  id: Id,
  parentId: Nullable(Id),
  kind: OneOf(nodeKinds),
  title: Type.String(),
  description: Nullable(Type.String()),
  minutes: Nullable(Type.Integer()),
  pageTotal: Type.Integer(),
  isPage: Type.Boolean(),
  hasQuiz: Type.Boolean(),
})

export const CoursePage = Type.Object({
  ...card,
  descriptionHtml: Nullable(Type.String()),
  status: OneOf(courseStatuses),
  visibility: OneOf(visibilities),
  certificateEnabled: Type.Boolean(),
  revision: Type.Integer(),
  counts: Type.Object({
    modules: Type.Integer(),
    lessons: Type.Integer(),
    pages: Type.Integer(),
    quizzes: Type.Integer(),
    minutes: Type.Integer({ description: 'Sum of the estimates of its pages' }),
  }),
  nodes: Type.Array(CoursePageNode, {
    description: 'What readers see of the outline; of more than 120 parts only modules and lessons',
  }),
  enrollment: Nullable(Type.Object({ id: Id, status: Type.String(), percent: Type.Integer() })),
  can: Type.Object({
    enroll: Type.Boolean(),
    learn: Type.Boolean(),
    edit: Type.Boolean(),
  }),
  enrollRefusal: Nullable(
    Type.String({ description: 'Why it cannot be joined: a code of the message catalogue' }),
  ),
})
export const SlugParams = Type.Object({ slug: Slug })
