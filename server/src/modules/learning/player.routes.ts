import type { FastifyReply } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { CourseParams } from './enrollments.schemas.ts'
import { BannedFromCourse, EnrollmentExpired, NotEnrolled, PageLocked } from './errors.ts'
import { PageParams, PageView, PlayerQuery, PlayerView } from './player.schemas.ts'
import { pageJson, playerJson, readableCourse, readablePage } from './player.ts'
import { isMember } from './policy.ts'

const doors = [NotEnrolled, BannedFromCourse, EnrollmentExpired]

/** Sends JSON that is already text; the schema of the route documents it. */
const sendJson = (reply: FastifyReply, json: string) =>
  reply.type('application/json; charset=utf-8').send(json) as never

export const playerRoutes = [
  route({
    method: 'GET',
    path: '/courses/:courseId/player',
    summary: 'A course to learn in: its outline, whole or in part, and where to go on',
    params: CourseParams,
    query: PlayerQuery,
    response: PlayerView,
    errors: doors,
    load: (ctx, { params }) => readableCourse(ctx, params.courseId),
    allow: isMember,
    handle: async (ctx, course, { query, reply }) => sendJson(reply, await playerJson(ctx, course, query)),
  }),
  route({
    method: 'GET',
    path: '/pages/:nodeId',
    summary: 'A page to read',
    params: PageParams,
    response: PageView,
    errors: [...doors, PageLocked],
    load: (ctx, { params }) => readablePage(ctx, params.nodeId),
    allow: isMember,
    handle: async (ctx, page, { reply }) => sendJson(reply, await pageJson(ctx, page)),
  }),
]
