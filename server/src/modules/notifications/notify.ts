import type { Ctx } from '../../platform/ctx.ts'
import { letter } from '../../platform/mail/letter.ts'
import { queueMail } from '../../platform/mail/mail.ts'
import { type MailRecipient, mailRecipients, organizationOf } from '../identity/index.ts'
import { say } from './messages.ts'
import { insertNotices } from './notices.queries.ts'
import { wishesOf } from './preferences.ts'
import type { NoticeType, Severity } from './types.ts'

export type Notice = {
  userId: string
  type: NoticeType
  /** In the language of the person. */
  title: string
  message: string
  severity?: Severity
  /** Path of the page it is about, below the public address. */
  actionUrl?: string | null
  /** Ids and facts for the page that shows it; never secrets. */
  metadata?: Record<string, unknown>
  /** The same fact is told a person once per key; handlers of events use the id of the event. */
  dedupeKey?: string | null
  expiresAt?: Date | null
}

/** Where a person finds the switches for their notices. */
const settingsPath = '/account/notifications'
const keptDays = 180

/** Tells one person something, in the transaction of the change: in their inbox and by mail, as they wish. */
export const notify = (ctx: Ctx, notice: Notice): Promise<void> => notifyAll(ctx, [notice])

/** Tells many people at once, in a few statements for all of them. */
export async function notifyAll(ctx: Ctx, notices: Notice[]): Promise<void> {
  if (notices.length === 0) return
  for (const { actionUrl } of notices) {
    if (actionUrl && !/^\/(?![/\\])/.test(actionUrl)) throw new Error('A notice leads to a page of ours.')
  }
  const wants = await wishesOf(ctx, notices)
  const lasts = new Date(ctx.now.getTime() + keptDays * 24 * 3600_000)
  const added = await insertNotices(
    ctx.db,
    ctx.organizationId,
    notices.map((notice) => ({
      userId: notice.userId,
      type: notice.type,
      title: storable(notice.title, 300),
      message: storable(notice.message, 4000),
      severity: notice.severity ?? 'info',
      actionUrl: notice.actionUrl ?? null,
      metadata: notice.metadata ?? {},
      dedupeKey: notice.dedupeKey ?? null,
      inInbox: wants(notice, 'in_app'),
      expiresAt: notice.expiresAt ?? lasts,
    })),
  )
  const byMail = added.flatMap((place) => notices[place] ?? []).filter((notice) => wants(notice, 'email'))
  await mailNotices(ctx, byMail)
}

async function mailNotices(ctx: Ctx, notices: Notice[]) {
  const recipients = await mailRecipients(ctx, [...new Set(notices.map((notice) => notice.userId))])
  if (recipients.size === 0) return
  const organization = await organizationOf(ctx)
  for (const notice of notices) {
    const to = recipients.get(notice.userId)
    if (to) await mailNotice(ctx, notice, to, organization)
  }
}

async function mailNotice(
  ctx: Ctx,
  notice: Notice,
  to: MailRecipient,
  organization: { name: string; accentColor: string | null },
) {
  const { url } = ctx.app.config
  const { text, html } = letter({
    locale: to.locale,
    heading: notice.title,
    paragraphs: notice.message.split(/\n{2,}/),
    ...(notice.actionUrl
      ? { action: { label: say(to.locale, 'mail.action'), url: url + notice.actionUrl } }
      : {}),
    footer: say(to.locale, 'mail.footer', { organization: organization.name, settings: url + settingsPath }),
    accent: organization.accentColor,
  })
  await queueMail(ctx, { to: to.email, userId: to.id, type: notice.type, subject: notice.title, text, html })
}

/** Names of people and courses end up here; PostgreSQL takes no NUL and JSON no half characters. */
const storable = (text: string, limit: number) => text.replaceAll('\0', '').slice(0, limit).toWellFormed()
