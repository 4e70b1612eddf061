import { Type } from 'typebox'
import { holds } from '../../platform/actor.ts'
import { idCursor, pageOf } from '../../platform/http/cursor.ts'
import { route } from '../../platform/http/route.ts'
import { Id, Nullable, OneOf, PageOf, PageQuery, Timestamp } from '../../platform/http/schemas.ts'
import { listMails } from '../../platform/mail/mails.queries.ts'

const states = ['waiting', 'sent', 'failed'] as const

/** What administrators see of mail: that it went, never what it said, because it may carry a way to sign in. */
const MailShape = Type.Object({
  id: Id,
  userId: Nullable(Id),
  type: Type.String(),
  recipient: Type.String(),
  subject: Type.String(),
  state: OneOf(states),
  attempts: Type.Integer(),
  lastError: Nullable(Type.String()),
  createdAt: Timestamp,
  sentAt: Nullable(Timestamp),
})

export const mailRoutes = [
  route({
    method: 'GET',
    path: '/mails',
    summary: 'Mail of the organization, newest first, without what it says',
    query: Type.Object({ ...PageQuery.properties, state: Type.Optional(OneOf(states)) }),
    response: PageOf(MailShape),
    allow: holds('notifications.mail.read'),
    async handle(ctx, _, { query }) {
      const rows = await listMails(ctx.db, ctx.organizationId, {
        limit: query.limit,
        before: idCursor(query.cursor),
        state: query.state ?? null,
      })
      return pageOf(rows, query.limit, (row) => row.id)
    },
  }),
]
