import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { Database } from '../db/database.ts'
import type { Logger } from '../log.ts'
import { insertCaughtMail } from './caught-mails.queries.ts'

const limitBytes = 10 * 1024 * 1024

/**
 * A mail server of this machine only that keeps what it gets, so that mail travels in development as it does
 * in production: over SMTP.
 * @returns the address to send to, and how to stop it
 */
export async function startMailCatcher(
  database: Database,
  log: Logger,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: limitBytes,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        if (!stream.sizeExceeded) chunks.push(chunk)
      })
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error('Too large'), { responseCode: 552 }))
        const recipients = session.envelope.rcptTo.map((to) => to.address)
        keep(database, Buffer.concat(chunks), recipients).then(() => done(), done)
      })
    },
  })
  server.on('error', (error) => log.warn({ err: error }, 'mail catcher'))
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function keep(database: Database, raw: Buffer, recipients: string[]) {
  const mail = await PostalMime.parse(raw)
  const storable = (text: string) => text.replaceAll('\0', '\uFFFD')
  for (const recipient of recipients) {
    await insertCaughtMail(database.db, {
      recipient,
      sender: storable(mail.from?.address ?? ''),
      subject: storable(mail.subject ?? ''),
      bodyText: mail.text === undefined ? null : storable(mail.text),
      bodyHtml: mail.html === undefined ? null : storable(mail.html),
    })
  }
}
