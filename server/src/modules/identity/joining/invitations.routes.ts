import { anyone, holds, may } from '../../../platform/actor.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { idCursor, pageOf } from '../../../platform/http/cursor.ts'
import { route } from '../../../platform/http/route.ts'
import { Empty } from '../../../platform/http/schemas.ts'
import {
  AlreadyInvited,
  AlreadyMember,
  Banned,
  InvitationClosed,
  InvitationForSomebodyElse,
  LinkNotValid,
  MembershipInactive,
  NameAndPasswordNeeded,
  NoSuchRole,
  PasswordCommon,
  PermissionNotHeld,
  RankTooHigh,
  SignInToAccept,
} from '../errors.ts'
import { OwnSignInNeeded } from '../factors/errors.ts'
import { byIp, byLink, byPerson } from '../limits.ts'
import { handOver } from '../sessions/session-cookie.ts'
import { findInvitations, type InvitationRow } from './invitations.queries.ts'
import {
  Acceptance,
  Accepted,
  InvitationFace,
  InvitationPage,
  InvitationParams,
  InvitationQuery,
  InvitationView,
  LinkQuery,
  NewInvitation,
} from './invitations.schemas.ts'
import { accept, invitationOf, invite, openInvitation, remind, revoke } from './invitations.ts'

const load = (ctx: Ctx, { params }: { params: { invitationId: string } }) =>
  invitationOf(ctx, params.invitationId)

function describe(ctx: Ctx, invitation: InvitationRow) {
  const { roleId, roleName, ...rest } = invitation
  const open = invitation.status === 'pending' && may(ctx.actor, 'identity.people.manage')
  // One that ran out can be sent again, as long as no newer one took its place.
  const remindable = open || (invitation.status === 'expired' && may(ctx.actor, 'identity.people.manage'))
  return { ...rest, role: { id: roleId, name: roleName }, can: { revoke: open, remind: remindable } }
}

const faceOf = (invitation: {
  organizationId: string
  organizationSlug: string
  organizationName: string
}) => ({
  id: invitation.organizationId,
  slug: invitation.organizationSlug,
  name: invitation.organizationName,
})

export const invitationRoutes = [
  route({
    method: 'GET',
    path: '/invitations',
    summary: 'Invitations to the organization',
    query: InvitationQuery,
    response: InvitationPage,
    allow: holds('identity.people.read'),
    async handle(ctx, _, { query }) {
      const rows = await findInvitations(ctx.db, ctx.organizationId, {
        status: query.status ?? null,
        before: idCursor(query.cursor),
        limit: query.limit + 1,
      })
      const page = pageOf(rows, query.limit, (row) => row.id)
      return { ...page, items: page.items.map((row) => describe(ctx, row)) }
    },
  }),
  route({
    method: 'POST',
    path: '/invitations',
    summary: 'Invite somebody by mail',
    body: NewInvitation,
    response: InvitationView,
    status: 201,
    errors: [NoSuchRole, RankTooHigh, PermissionNotHeld, AlreadyMember, AlreadyInvited],
    limits: [byPerson(200, 3600)],
    allow: holds('identity.people.manage'),
    handle: async (ctx, _, { body }) => describe(ctx, await invite(ctx, body)),
  }),
  route({
    method: 'POST',
    path: '/invitations/:invitationId/reminders',
    summary: 'Send an invitation again, with a new link',
    params: InvitationParams,
    response: InvitationView,
    status: 201,
    errors: [InvitationClosed, RankTooHigh, PermissionNotHeld],
    limits: [byPerson(200, 3600)],
    load,
    allow: holds('identity.people.manage'),
    handle: async (ctx, invitation) => describe(ctx, await remind(ctx, invitation)),
  }),
  route({
    method: 'DELETE',
    path: '/invitations/:invitationId',
    summary: 'Revoke an invitation',
    params: InvitationParams,
    response: Empty,
    errors: [InvitationClosed],
    load,
    allow: holds('identity.people.manage'),
    async handle(ctx, invitation) {
      await revoke(ctx, invitation)
      return null
    },
  }),
  route({
    method: 'GET',
    path: '/invitation',
    summary: 'What an invitation link leads to',
    query: LinkQuery,
    response: InvitationFace,
    errors: [LinkNotValid],
    organization: 'none',
    limits: [byIp(200, 600)],
    allow: anyone,
    async handle(ctx, _, { query }) {
      const invitation = await openInvitation(ctx, query.token)
      return { ...invitation, organization: faceOf(invitation), hasAccount: invitation.ownerId !== null }
    },
  }),
  route({
    method: 'POST',
    path: '/invitation-acceptances',
    summary: 'Accept an invitation',
    body: Acceptance,
    response: Accepted,
    status: 201,
    errors: [
      LinkNotValid,
      SignInToAccept,
      InvitationForSomebodyElse,
      NameAndPasswordNeeded,
      PasswordCommon,
      Banned,
      MembershipInactive,
      OwnSignInNeeded,
    ],
    organization: 'none',
    transaction: false,
    limits: [byIp(100, 600), byLink(60, 600)],
    allow: anyone,
    async handle(ctx, _, { body, reply }) {
      const invitation = await openInvitation(ctx, body.token)
      const session = await accept(ctx, body.token, {
        name: body.name ?? null,
        password: body.password ?? null,
      })
      const handed = session && (await handOver(ctx, reply, body.mode, session))
      return {
        organization: faceOf(invitation),
        token: handed?.token ?? null,
        expiresAt: handed?.expiresAt ?? null,
      }
    },
  }),
]
