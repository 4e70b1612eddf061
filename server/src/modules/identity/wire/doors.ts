import type { Ctx } from '../../../platform/ctx.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { findSecurityPolicy } from '../organizations/security-policies.queries.ts'
import { SignupDisabled } from './errors.ts'

/** Whether people begin here by themselves: operator and organization both have to keep their door open. */
export async function isOpen(ctx: Ctx): Promise<boolean> {
  if (ctx.app.config.auth.disableSignup) return false
  const organization = await findById(ctx.db, ctx.organizationId)
  return organization?.signUp === 'open'
}

/** @throws SignupDisabled */
export async function refuseClosed(ctx: Ctx): Promise<void> {
  if (!(await isOpen(ctx))) throw SignupDisabled()
}

/** Whether apps may open sessions for people without an address. */
export async function takesAnonymous(ctx: Ctx): Promise<boolean> {
  const policy = await findSecurityPolicy(ctx.db, ctx.organizationId)
  return ctx.app.config.auth.anonymousEnabled || policy.allowAnonymous
}
