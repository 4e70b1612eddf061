import type { Ctx } from '../../../platform/ctx.ts'
import { letter } from '../../../platform/mail/letter.ts'
import { queueMail } from '../../../platform/mail/mail.ts'
import { isPhoneNumber, queueText } from '../../../platform/sms/text-messages.ts'
import type { CodeType, IssuedCode } from '../codes/one-time-codes.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { findLanguage } from '../people/people.queries.ts'
import { say } from './messages.ts'

/** Kinds of mails the wire sends; each names the `type` its link is verified with. */
const kinds = {
  confirmation_token: { kind: 'signup', type: 'signup' },
  magiclink_token: { kind: 'magiclink', type: 'magiclink' },
  recovery_token: { kind: 'recovery', type: 'recovery' },
  invite_token: { kind: 'invite', type: 'invite' },
  email_change_token_new: { kind: 'email_change_new', type: 'email_change' },
  email_change_token_current: { kind: 'email_change_current', type: 'email_change' },
  reauthentication_token: { kind: 'reauthentication', type: null },
} as const

export type MailedCode = keyof typeof kinds

export const isMailedCode = (type: CodeType): type is MailedCode => type in kinds

/** Address of the page that uses a link up and leads on. */
export function verifyUrl(
  ctx: Pick<Ctx, 'app'>,
  type: string,
  link: string,
  redirectTo: string | null,
): string {
  const query = new URLSearchParams({ token: link, type })
  query.set('redirect_to', redirectTo ?? ctx.app.config.auth.siteUrl)
  return `${ctx.app.config.url}/auth/v1/verify?${query}`
}

/**
 * Queues a mail with a link and its code.
 * @param about.pkce the link is for an app that waits with PKCE
 */
export async function sendCode(
  ctx: Ctx,
  to: { email: string; userId: string | null },
  issued: IssuedCode,
  about: { type: MailedCode; redirectTo: string | null; pkce?: boolean; newAddress?: string },
): Promise<void> {
  const { kind, type } = kinds[about.type]
  const organization = await findById(ctx.db, ctx.organizationId)
  const locale = await findLanguage(ctx.db, ctx.organizationId, to.userId)
  const values = {
    organization: organization?.name ?? 'Stoa',
    code: issued.code,
    address: about.newAddress ?? to.email,
  }
  const subject = say(locale, `${kind}.subject`, values)
  const link = about.pkce ? `pkce_${issued.link}` : issued.link
  const { text, html } = letter({
    locale,
    heading: subject,
    paragraphs: [say(locale, `${kind}.text`, values), say(locale, 'code.text', values)],
    ...(type === null
      ? {}
      : {
          action: {
            label: say(locale, `${kind}.action`, values),
            url: verifyUrl(ctx, type, link, about.redirectTo),
          },
        }),
    footer: say(locale, 'code.footer', values),
    accent: organization?.accentColor ?? null,
  })
  await queueMail(ctx, { to: to.email, userId: to.userId, type: `identity.${kind}`, subject, text, html })
}

/**
 * Queues a text message with a code.
 * @param to.phone digits without a plus
 */
export async function textCode(
  ctx: Ctx,
  to: { phone: string; userId: string | null; channel?: 'sms' | 'whatsapp' },
  issued: IssuedCode,
): Promise<void> {
  const number = `+${to.phone}`
  if (!isPhoneNumber(number)) return
  const organization = await findById(ctx.db, ctx.organizationId)
  const locale = await findLanguage(ctx.db, ctx.organizationId, to.userId)
  await queueText(ctx, {
    to: number,
    userId: to.userId,
    type: 'identity.code',
    text: say(locale, 'sms.text', { organization: organization?.name ?? 'Stoa', code: issued.code }),
    channel: to.channel ?? 'sms',
    until: issued.expiresAt,
  })
}
