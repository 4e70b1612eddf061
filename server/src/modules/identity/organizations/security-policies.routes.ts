import { holds } from '../../../platform/actor.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { route } from '../../../platform/http/route.ts'
import { ProofTooOld, SsoNotReady, WouldLockYouOut } from '../errors.ts'
import { findPolicyMoment, findSecurityPolicy } from './security-policies.queries.ts'
import { Policy, PolicyBody, PolicyChanged } from './security-policies.schemas.ts'
import { changePolicy } from './security-policies.ts'

const load = async (ctx: Ctx) => ({
  policy: await findSecurityPolicy(ctx.db, ctx.organizationId),
  changedAt: await findPolicyMoment(ctx.db, ctx.organizationId),
})
const version = ({ changedAt }: { changedAt: Date | null }) => changedAt?.getTime() ?? 0

export const securityPolicyRoutes = [
  route({
    method: 'GET',
    path: '/security-policy',
    summary: 'What the organization asks of everybody who comes in',
    response: Policy,
    load,
    version,
    allow: holds('identity.security.manage'),
    handle: async (_, { policy }) => policy,
  }),
  route({
    method: 'PUT',
    path: '/security-policy',
    summary: 'Change it; those who are in are held to it at once',
    body: PolicyBody,
    response: PolicyChanged,
    errors: [ProofTooOld, SsoNotReady, WouldLockYouOut],
    load,
    version,
    allow: holds('identity.security.manage'),
    handle: async (ctx, _, { body }) => ({ ...body, ended: await changePolicy(ctx, body) }),
  }),
]
