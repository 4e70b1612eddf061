import { Type } from 'typebox'
import { anyone, holds } from '../../platform/actor.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { idCursor, pageOf } from '../../platform/http/cursor.ts'
import { route } from '../../platform/http/route.ts'
import { Id, Nullable, OneOf, PageOf, PageQuery, Timestamp } from '../../platform/http/schemas.ts'
import { findCaughtMail, listCaughtMails } from '../../platform/mail/caught-mails.queries.ts'
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

const caught = {
  id: Id,
  recipient: Type.String(),
  sender: Type.String(),
  subject: Type.String(),
  caughtAt: Timestamp,
}
const CaughtMailFacts = Type.Object(caught)
const CaughtMail = Type.Object({
  ...caught,
  bodyText: Nullable(Type.String()),
  bodyHtml: Nullable(Type.String({ description: 'Show it in a sandbox only' })),
})

function onlyInDevelopment(ctx: Ctx) {
  if (ctx.app.config.env === 'production') throw NotFound()
}

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
  // Whoever tries out a development machine has to read the mail it sends before they can sign in, so these two
  // ask for nothing. In production there is no catcher and they do not exist.
  route({
    method: 'GET',
    path: '/caught-mails',
    summary: 'Mail the catcher of a development machine received, newest first',
    organization: 'none',
    query: Type.Object({
      ...PageQuery.properties,
      recipient: Type.Optional(Type.String({ maxLength: 254 })),
    }),
    response: PageOf(CaughtMailFacts),
    load: async (ctx) => onlyInDevelopment(ctx),
    allow: anyone,
    async handle(ctx, _, { query }) {
      const rows = await listCaughtMails(ctx.db, {
        limit: query.limit,
        before: idCursor(query.cursor),
        recipient: query.recipient ?? null,
      })
      return pageOf(rows, query.limit, (row) => row.id)
    },
  }),
  route({
    method: 'GET',
    path: '/caught-mails/:id',
    summary: 'One caught mail with what it says',
    organization: 'none',
    params: Type.Object({ id: Id }),
    response: CaughtMail,
    load: async (ctx) => onlyInDevelopment(ctx),
    allow: anyone,
    async handle(ctx, _, { params }) {
      const mail = await findCaughtMail(ctx.db, params.id)
      if (!mail) throw NotFound()
      return mail
    },
  }),
]
