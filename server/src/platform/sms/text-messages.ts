import { type Static, Type } from 'typebox'
import { type Ctx, noOrganization } from '../ctx.ts'
import { defineJob, enqueue, type JobKind } from '../jobs/jobs.ts'
import { carryText, isRefused } from './carrier.ts'
import { findWaitingText, insertText, noteTry } from './text-messages.queries.ts'

export type TextMessage = {
  /** Phone number in E.164 form, such as `+4915112345678`. */
  to: string
  userId: string | null
  /** What kind of message it is, for the list of messages: `identity.factor_code`. */
  type: string
  text: string
  /** How it travels; `sms` unless said otherwise. */
  channel?: 'sms' | 'whatsapp'
  /** Moment from which it is of no use any more, such as the end of the code in it. */
  until?: Date
}

const purpose = 'text-message'
/** Tries of one message; the growing pauses between them add up to about two hours. */
const tries = 13
const e164 = /^\+[1-9][0-9]{6,14}$/

/** Whether a text is a phone number in E.164 form: what `queueText` takes. */
export const isPhoneNumber = (text: string): boolean => e164.test(text)

/**
 * Puts a text message in line with the change that causes it: it goes out after the commit, or never if there
 * is none. Throws when `to` is not a number in E.164 form. The text is stored sealed, because it may be a code.
 * @returns the id of the message
 */
export async function queueText(ctx: Ctx, message: TextMessage): Promise<string> {
  if (!isPhoneNumber(message.to)) throw new Error('A text message needs a phone number in E.164 form.')
  const textId = await insertText(ctx.db, ctx.organizationId === noOrganization ? null : ctx.organizationId, {
    userId: message.userId,
    type: message.type,
    channel: message.channel ?? 'sms',
    recipient: message.to,
    sealedBody: ctx.app.keys.seal(purpose, message.text),
  })
  await enqueue(ctx, sendText, { textId, until: message.until?.toISOString() ?? null })
  return textId
}

const Waiting = Type.Object({ textId: Type.String(), until: Type.Union([Type.String(), Type.Null()]) })

const sendText = defineJob({
  name: 'platform.send_text',
  schema: Waiting,
  retries: tries - 1,
  // The row must tell about a failed try, so nothing here is rolled back.
  transaction: false,
  handle,
})

async function handle(ctx: Ctx, { textId, until }: Static<typeof Waiting>): Promise<void> {
  const message = await findWaitingText(ctx.db, textId)
  if (!message) return
  if (until !== null && new Date(until) <= ctx.now)
    return noteTry(ctx.db, textId, { status: 'failed', error: 'It came too late to be of use.' })
  const body = ctx.app.keys.open(purpose, message.sealedBody)
  try {
    const providerId = await carryText(ctx.app, { to: message.recipient, channel: message.channel, body })
    // A crash right here sends the message a second time: at least once, never lost.
    await noteTry(ctx.db, textId, { status: 'sent', providerId })
  } catch (error) {
    const givenUp = isRefused(error) || message.attempts + 1 >= tries
    await noteTry(ctx.db, textId, {
      status: givenUp ? 'failed' : 'waiting',
      error: (error as Error).message.slice(0, 500),
    })
    if (!givenUp) throw error
    ctx.log.error({ err: error, textId }, 'a text message was given up')
  }
}

/** The jobs of text messages, for the queue. */
export const textJobs: JobKind[] = [sendText]
