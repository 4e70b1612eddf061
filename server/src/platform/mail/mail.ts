import { Type } from 'typebox'
import { type Ctx, noOrganization } from '../ctx.ts'
import { defineJob, enqueue, type JobKind } from '../jobs/jobs.ts'
import { isAddress, isFinal } from './mailer.ts'
import { findWaitingMail, insertMail, noteTry } from './mails.queries.ts'

export type Mail = {
  /** One bare address, such as `sam@example.org`. */
  to: string
  userId: string | null
  /** What kind of mail it is, for the list of mails: `identity.reset_password`. */
  type: string
  subject: string
  text: string
  html: string
}

const purpose = 'mail'
/** Tries of one mail; the growing pauses between them add up to about half a day. */
const tries = 21

/**
 * Puts a mail in line with the change that causes it: it goes out after the commit, or never if there is none.
 * Throws when `to` is not one bare address. The body is stored sealed, because it may carry a sign-in link.
 */
export async function queueMail(ctx: Ctx, mail: Mail): Promise<void> {
  if (!isAddress(mail.to)) throw new Error('A mail needs one bare address.')
  const mailId = await insertMail(ctx.db, ctx.organizationId === noOrganization ? null : ctx.organizationId, {
    userId: mail.userId,
    type: mail.type,
    recipient: mail.to,
    subject: oneLine(mail.subject),
    sealedBody: ctx.app.keys.seal(purpose, JSON.stringify({ text: mail.text, html: mail.html })),
  })
  await enqueue(ctx, sendMail, { mailId })
}

/** Subjects hold names people chose for themselves: line breaks and other control characters become spaces. */
const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 300)

const sendMail = defineJob({
  name: 'platform.send_mail',
  schema: Type.Object({ mailId: Type.String() }),
  retries: tries - 1,
  // The row must tell about a failed try, so nothing here is rolled back.
  transaction: false,
  async handle(ctx, { mailId }) {
    const mail = await findWaitingMail(ctx.db, mailId)
    if (!mail) return
    const body = JSON.parse(ctx.app.keys.open(purpose, mail.sealedBody)) as { text: string; html: string }
    try {
      await ctx.app.mailer.send({
        id: mail.id,
        to: mail.recipient,
        subject: mail.subject,
        date: mail.createdAt,
        ...body,
      })
    } catch (error) {
      const givenUp = isFinal(error) || mail.attempts + 1 >= tries
      await noteTry(ctx.db, mail.id, givenUp ? 'failed' : 'waiting', (error as Error).message.slice(0, 500))
      if (givenUp) return ctx.log.error({ err: error, mailId }, 'a mail was given up')
      throw error
    }
    // A crash right here sends the mail a second time, with the same Message-ID: at least once, never lost.
    await noteTry(ctx.db, mail.id, 'sent', null)
  },
})

/** The jobs of the mail service, for the queue. */
export const mailJobs: JobKind[] = [sendMail]
