import { Type } from 'typebox'
import { anyone } from '../../platform/actor.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { idCursor, pageOf } from '../../platform/http/cursor.ts'
import { route } from '../../platform/http/route.ts'
import { Id, Nullable, OneOf, PageOf, PageQuery, Timestamp } from '../../platform/http/schemas.ts'
import { findCaughtMail, listCaughtMails } from '../../platform/mail/caught-mails.queries.ts'
import { listCaughtTexts } from '../../platform/sms/text-messages.queries.ts'

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

const CaughtText = Type.Object({
  id: Id,
  recipient: Type.String({ description: 'Phone number, E.164' }),
  channel: OneOf(['sms', 'whatsapp'] as const),
  body: Type.String(),
  caughtAt: Timestamp,
})

function onlyInDevelopment(ctx: Ctx) {
  if (ctx.app.config.env === 'production') throw NotFound()
}

export const catcherRoutes = [
  // Whoever tries out a development machine has to read what it sends before they can sign in, so these
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
  route({
    method: 'GET',
    path: '/caught-texts',
    summary: 'Text messages a development machine would have sent, newest first',
    organization: 'none',
    query: Type.Object({
      ...PageQuery.properties,
      recipient: Type.Optional(Type.String({ maxLength: 40 })),
    }),
    response: PageOf(CaughtText),
    load: async (ctx) => onlyInDevelopment(ctx),
    allow: anyone,
    async handle(ctx, _, { query }) {
      const rows = await listCaughtTexts(ctx.db, {
        limit: query.limit,
        before: idCursor(query.cursor),
        recipient: query.recipient ?? null,
      })
      return pageOf(rows, query.limit, (row) => row.id)
    },
  }),
]
