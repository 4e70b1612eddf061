import { Type } from 'typebox'
import { anyone } from '../../../platform/actor.ts'
import { NotFound } from '../../../platform/errors.ts'
import { idCursor, pageOf } from '../../../platform/http/cursor.ts'
import { route } from '../../../platform/http/route.ts'
import { Empty, Id, PageQuery, Slug } from '../../../platform/http/schemas.ts'
import { hashToken } from '../../../platform/keys.ts'
import { record } from '../../audit/index.ts'
import { Banned, EmailNotVerified, MembershipInactive, WrongCredentials } from '../errors.ts'
import { byAddress, byIp } from '../limits.ts'
import { oneself } from '../policy.ts'
import { deviceOf } from './devices.ts'
import { forgetCookie, handOver, tokenAside } from './session-cookie.ts'
import {
  deleteByToken,
  deleteSession,
  deleteSessions,
  findOfPerson,
  switchOrganization,
} from './sessions.queries.ts'
import { OrganizationName, SessionPage, SignedIn, SignInBody } from './sessions.schemas.ts'
import { signIn } from './sessions.ts'

export const sessionRoutes = [
  route({
    method: 'POST',
    path: '/sessions',
    summary: 'Sign in',
    body: SignInBody,
    response: SignedIn,
    status: 201,
    errors: [WrongCredentials, EmailNotVerified, Banned, MembershipInactive],
    organization: 'none',
    // The password is checked outside a transaction, and a failed try is kept.
    transaction: false,
    limits: [byIp(100, 600), byAddress(15, 600)],
    allow: anyone,
    handle: async (ctx, _, { body, reply }) =>
      handOver(ctx, reply, body.mode, await signIn(ctx, body.email, body.password)),
  }),
  route({
    method: 'GET',
    path: '/sessions',
    summary: 'Where I am signed in',
    query: PageQuery,
    response: SessionPage,
    organization: 'none',
    allow: oneself,
    async handle(ctx, _, { query }) {
      const rows = await findOfPerson(ctx.db, ctx.actor.userId ?? '', idCursor(query.cursor), query.limit + 1)
      const page = pageOf(rows, query.limit, (row) => row.id)
      return {
        ...page,
        items: page.items.map(({ userAgent, notAfter, ...row }) => ({
          ...row,
          device: deviceOf(userAgent),
          expiresAt: notAfter,
          isCurrent: row.id === ctx.actor.sessionId,
        })),
      }
    },
  }),
  route({
    method: 'DELETE',
    path: '/sessions/current',
    summary: 'Sign out here',
    whileOnHold: true,
    response: Empty,
    organization: 'none',
    allow: anyone,
    async handle(ctx, _, { request, reply }) {
      const { userId, sessionId, impersonatedBy } = ctx.actor
      if (userId && sessionId) await deleteSession(ctx.db, userId, sessionId)
      // Whoever signs out while they act for somebody else means themselves, too.
      const aside = impersonatedBy && tokenAside(ctx.app, request)
      if (aside) await deleteByToken(ctx.db, impersonatedBy, hashToken(aside))
      forgetCookie(ctx.app, reply)
      return null
    },
  }),
  route({
    method: 'PUT',
    path: '/sessions/current/organization',
    summary: 'Look at another organization of mine',
    body: Type.Object({ slug: Slug }, { additionalProperties: false }),
    response: OrganizationName,
    organization: 'none',
    allow: oneself,
    async handle(ctx, _, { body }) {
      const { userId, sessionId } = ctx.actor
      const organization =
        userId && sessionId ? await switchOrganization(ctx.db, sessionId, userId, body.slug) : null
      if (!organization) throw NotFound()
      return organization
    },
  }),
  route({
    method: 'DELETE',
    path: '/sessions/:sessionId',
    summary: 'Sign out on one device',
    params: Type.Object({ sessionId: Id }),
    response: Empty,
    organization: 'none',
    allow: oneself,
    async handle(ctx, _, { params }) {
      if (!(await deleteSession(ctx.db, ctx.actor.userId ?? '', params.sessionId))) throw NotFound()
      await record(ctx, 'identity.session_ended', { entityType: 'session', entityId: params.sessionId })
      return null
    },
  }),
  route({
    method: 'DELETE',
    path: '/sessions',
    summary: 'Sign out everywhere else',
    response: Type.Object({ ended: Type.Integer() }),
    organization: 'none',
    allow: oneself,
    async handle(ctx) {
      const ended = await deleteSessions(ctx.db, ctx.actor.userId ?? '', ctx.actor.sessionId)
      await record(ctx, 'identity.other_sessions_ended', {
        entityType: 'person',
        entityId: ctx.actor.userId ?? '',
        metadata: { ended },
      })
      return { ended }
    },
  }),
]
