import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { App } from '../../../platform/ctx.ts'
import { generateLink, inviteByMail, LinkBody } from './admin-links.ts'
import { isBoundKey } from './admin-users.ts'
import { memberView } from './admin-users.wire.ts'
import { verifyUrl } from './letters.ts'
import { isAllowed, redirectTarget } from './redirects.ts'
import { wireRoute } from './route.ts'

const targetOf = (app: App, request: FastifyRequest, inBody: string | undefined): string =>
  inBody !== undefined && isAllowed(app, inBody) ? inBody : redirectTarget(app, request)

const generate = wireRoute({
  method: 'POST',
  path: '/admin/generate_link',
  allow: 'service',
  body: LinkBody,
  transaction: false,
  async handle(ctx, { body, request }) {
    const redirectTo = targetOf(ctx.app, request, body.redirect_to)
    const made = await generateLink(ctx, body, redirectTo, await isBoundKey(ctx.app, request))
    const { link, code, verificationType } = made
    const type = verificationType.startsWith('email_change') ? 'email_change' : verificationType
    return {
      ...(await memberView(ctx, made.userId)),
      action_link: verifyUrl(ctx, type, link, redirectTo),
      email_otp: code,
      hashed_token: link,
      verification_type: verificationType,
      redirect_to: redirectTo,
    }
  },
})

const invite = wireRoute({
  method: 'POST',
  path: '/invite',
  allow: 'service',
  body: Type.Object({
    email: Type.String({ maxLength: 320 }),
    data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  }),
  transaction: false,
  async handle(ctx, { body, request }) {
    const given = { email: body.email, data: body.data ?? {} }
    return memberView(ctx, await inviteByMail(ctx, given, redirectTarget(ctx.app, request)))
  },
})

/** Links a service hands over itself, and invitations it lets us send. */
export const adminLinkRoutes = [generate, invite]
