import { anyone } from '../../platform/actor.ts'
import { idCursor, pageOf } from '../../platform/http/cursor.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { PageOf } from '../../platform/http/schemas.ts'
import { CatalogueItem, CatalogueQuery, CoursePage, SlugParams } from './catalogue.schemas.ts'
import { listCatalogue, showCoursePage, visibleCourse } from './catalogue.ts'

export const catalogueRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/courses',
    summary: 'Published courses, newest first',
    query: CatalogueQuery,
    response: PageOf(CatalogueItem),
    allow: anyone,
    async handle(ctx, _thing, { query }) {
      const rows = await listCatalogue(ctx, {
        q: query.q?.trim() || null,
        category: query.category ?? null,
        level: query.level ?? null,
        language: query.language ?? null,
        before: idCursor(query.cursor),
        limit: query.limit + 1,
      })
      return pageOf(rows, query.limit, (row) => row.id)
    },
  }),
  route({
    method: 'GET',
    path: '/courses/:slug',
    summary: 'The page of a course',
    params: SlugParams,
    response: CoursePage,
    load: (ctx, { params }) => visibleCourse(ctx, params.slug),
    allow: anyone,
    handle: showCoursePage,
  }),
]
