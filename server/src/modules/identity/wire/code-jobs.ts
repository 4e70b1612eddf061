import { Type } from 'typebox'
import { type Ctx, noOrganization } from '../../../platform/ctx.ts'
import { defineJob, enqueue } from '../../../platform/jobs/jobs.ts'
import { findByPhone } from '../codes/arrivals.queries.ts'
import { type CodeRow, findPrepared } from '../codes/one-time-codes.queries.ts'
import { arm, type CodeWish, drop, prepareCode } from '../codes/one-time-codes.ts'
import { issueToken } from '../codes/one-time-tokens.ts'
import { CodeSentLately } from '../errors.ts'
import { sendLetter } from '../letters.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { findByEmail, findLanguage } from '../people/people.queries.ts'
import { OverEmailRate, OverSmsRate } from './errors.ts'
import { isMailedCode, sendCode, textCode } from './letters.ts'
import { isEmailTaken, isPhoneTaken } from './user-changes.queries.ts'

/**
 * Notes that somebody asked for a link or code, and leaves the rest to a job: whether anybody has the address is
 * looked up there, so that neither the answer nor its time tells.
 * @throws OverEmailRate, OverSmsRate
 */
export async function askForCode(
  ctx: Ctx,
  wish: Omit<CodeWish, 'userId'> & { userId?: string },
): Promise<void> {
  const id = await paced(wish.address, () => prepareCode(ctx, { ...wish, userId: wish.userId ?? null }))
  await enqueue(ctx, sendPreparedCode, { id })
}

/** Runs what sends something, and tells in the words of the wire when it was too soon for that. */
export async function paced<T>(address: string, send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (error) {
    const lately = error as ReturnType<typeof CodeSentLately>
    if (lately.code !== CodeSentLately.code) throw error
    throw (address.includes('@') ? OverEmailRate : OverSmsRate)(lately.params, { headers: lately.headers })
  }
}

export const sendPreparedCode = defineJob({
  name: 'identity.send_code',
  schema: Type.Object({ id: Type.String() }),
  async handle(ctx, { id }) {
    const row = await findPrepared(ctx.db, id)
    if (!row) return
    const there = { ...ctx, organizationId: row.organizationId ?? noOrganization }
    await send(there, row)
  },
})

async function send(ctx: Ctx, row: CodeRow): Promise<void> {
  const address = row.relatesTo
  if (row.pending.newAddress && row.userId) return sendChange(ctx, row, row.userId)
  const byMail = address.includes('@')
  const known = byMail ? await findByEmail(ctx.db, address) : await findByPhone(ctx.db, address)
  if (row.type === 'confirmation_token' && known?.confirmed) {
    await drop(ctx, row.id)
    return tellOfAccount(ctx, address, known.id)
  }
  // Nobody has the address, and nobody wants to begin with it.
  if (!known && !row.pending.userId) return drop(ctx, row.id)
  const issued = await arm(ctx, { id: row.id, type: row.type, address }, known?.id ?? null)
  if (!issued) return
  const userId = known?.id ?? null
  if (!byMail) {
    const { channel } = row.pending
    return textCode(ctx, { phone: address, userId, ...(channel ? { channel } : {}) }, issued)
  }
  if (!isMailedCode(row.type)) return
  const about = { type: row.type, redirectTo: row.redirectTo, pkce: row.flowStateId !== null }
  return sendCode(ctx, { email: address, userId }, issued, about)
}

/** Somebody wants another address or number. One that is somebody else's gets nothing, and nobody is told. */
async function sendChange(ctx: Ctx, row: CodeRow, userId: string): Promise<void> {
  const { type, relatesTo: address, redirectTo, flowStateId, pending } = row
  const { newAddress = '', channel } = pending
  const byMail = newAddress.includes('@')
  const isTaken = await (byMail ? isEmailTaken : isPhoneTaken)(ctx.db, newAddress, userId)
  const issued = await arm(ctx, { id: row.id, type, address }, userId)
  if (!issued || (isTaken && address === newAddress)) return
  if (!byMail) return textCode(ctx, { phone: address, userId, ...(channel ? { channel } : {}) }, issued)
  if (!isMailedCode(type)) return
  await sendCode(ctx, { email: address, userId }, issued, {
    type,
    redirectTo,
    pkce: flowStateId !== null,
    newAddress,
  })
}

/** Somebody signed up with an address that has an account: its owner is told, nobody else. */
async function tellOfAccount(ctx: Ctx, email: string, userId: string) {
  const organization = await findById(ctx.db, ctx.organizationId)
  const token = await issueToken(ctx, 'recovery_token', {
    userId,
    organizationId: organization?.id ?? null,
    relatesTo: email,
    hours: 24,
  })
  const locale = await findLanguage(ctx.db, ctx.organizationId, userId)
  const to = { email, userId, locale, path: `/reset-password?token=${token}` }
  await sendLetter(ctx, 'have_account', to, organization)
}
