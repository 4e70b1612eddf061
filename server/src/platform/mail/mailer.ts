import { createTransport, type Transporter } from 'nodemailer'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import type { Logger } from '../log.ts'

export type OutgoingMail = { id: string; to: string; subject: string; date: Date; text: string; html: string }

/** The way out for mail, one a process. */
export type Mailer = {
  /** Hands one mail to the mail server; throws when it was not taken. */
  send(mail: OutgoingMail): Promise<void>
  close(): Promise<void>
}

/**
 * Mail over SMTP_URL. Without it, development and tests send to a catcher that is started with the first mail,
 * and production keeps its mails waiting and says why in the list of mails.
 */
export function createMailer(config: Config, database: Database, log: Logger): Mailer {
  let way: Promise<{ transport: Transporter; close(): Promise<void> }> | null = null

  async function open() {
    if (config.smtpUrl) return { transport: transportTo(config.smtpUrl), close: async () => {} }
    if (config.env === 'production') throw new Error('No mail server: set SMTP_URL.')
    // Loaded only here: an installation that sends real mail does not need the catcher's packages.
    const { startMailCatcher } = await import('./catcher.ts')
    const catcher = await startMailCatcher(database, log)
    return { transport: transportTo(catcher.url), close: catcher.close }
  }

  return {
    async send(mail) {
      way ??= open()
      const { transport } = await way.catch((error: unknown) => {
        way = null
        throw error
      })
      await transport.sendMail({
        from: config.mailFrom,
        // As an object: text that looks like several addresses stays one.
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        date: mail.date,
        messageId: `<${mail.id}@${new URL(config.url).hostname}>`,
        // RFC 3834: keeps holiday notices from answering.
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
    async close() {
      const open = await way?.catch(() => null)
      open?.transport.close()
      await open?.close()
    },
  }
}

const transportTo = (url: string) =>
  createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  } as Parameters<typeof createTransport>[0])

/** One bare address: no name, no list, nothing that could begin another header or command. */
export const isAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s<>()[\]\\,;:"@\p{Cc}]+@[^\s<>()[\]\\,;:"@\p{Cc}]+$/u.test(text)

/** True when the mail server refused this recipient or this mail for good (5xx); trying again is no use. */
export function isFinal(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500
}
