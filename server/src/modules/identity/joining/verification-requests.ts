import { Type } from 'typebox'
import type { Ctx } from '../../../platform/ctx.ts'
import { defineJob, enqueue } from '../../../platform/jobs/jobs.ts'
import { nearestLocale } from '../../../platform/messages.ts'
import { hadEnoughLinks, issueToken } from '../codes/one-time-tokens.ts'
import { sendLetter } from '../letters.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { findOpenSignUp } from './verification-requests.queries.ts'

// The look-up happens in the job, so that nobody learns from the answer whether a sign-up is open.
export const sendVerificationAgain = defineJob({
  name: 'identity.send_verification_again',
  schema: Type.Object({ email: Type.String(), next: Type.Union([Type.String(), Type.Null()]) }),
  handle: (ctx, { email, next }) => sendAgain(ctx, email, next),
})

/** Asks for the confirmation mail of an open sign-up once more, with a link of its own. */
export const requestVerification = (ctx: Ctx, email: string, next: string | null): Promise<void> =>
  enqueue(ctx, sendVerificationAgain, { email, next })

async function sendAgain(ctx: Ctx, email: string, next: string | null): Promise<void> {
  const open = await findOpenSignUp(ctx.db, email)
  if (!open || (await hadEnoughLinks(ctx, email))) return
  const organization = open.organizationId ? await findById(ctx.db, open.organizationId) : null
  const token = await issueToken(ctx, 'confirmation_token', { ...open, relatesTo: email, hours: 24 })
  const locale = nearestLocale(open.pending.language ?? organization?.defaultLanguage)
  const onwards = next ? `&next=${encodeURIComponent(next)}` : ''
  const to = { email, userId: open.userId, locale, path: `/verify-email?token=${token}${onwards}` }
  await sendLetter(ctx, 'verify_email', to, organization)
}
