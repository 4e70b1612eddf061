import { Type } from 'typebox'
import type { Ctx } from '../../platform/ctx.ts'
import { defineJob, enqueue } from '../../platform/jobs/jobs.ts'
import { sendResetLink } from './passwords/password-changes.ts'

// The look-up happens in the job, so that a known address takes the request no longer than an unknown one.
export const sendReset = defineJob({
  name: 'identity.send_reset',
  schema: Type.Object({ email: Type.String() }),
  handle: (ctx, { email }) => sendResetLink(ctx, email),
})

/** Asks for a reset link to an address that may or may not have an account. */
export const requestReset = (ctx: Ctx, email: string): Promise<void> => enqueue(ctx, sendReset, { email })
