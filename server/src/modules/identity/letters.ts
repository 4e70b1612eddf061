import type { Ctx } from '../../platform/ctx.ts'
import { letter } from '../../platform/mail/letter.ts'
import { queueMail } from '../../platform/mail/mail.ts'
import { say } from './messages.ts'
import type { OrganizationRow } from './organizations/organizations.queries.ts'

/** Kinds of mails identity sends. Each has a subject, a text and the label of its link in the catalogue. */
export type LetterKind =
  | 'verify_email'
  | 'have_account'
  | 'reset_password'
  | 'password_changed'
  | 'invitation'
  | 'new_device'
  | 'account_connected'
  | 'factor_added'
  | 'factor_removed'
  | 'recovery_code_used'
  | 'passkey_added'
  | 'passkey_removed'
  | 'confirm_code'
  | 'factor_guesses'
  | 'impersonated'
  | 'prove_address'
  | 'address_in_use'
  | 'address_added'
  | 'address_removed'
  | 'primary_changed'
  | 'sign_in_code'
  | 'sign_up_code'
  | 'phone_changed'
  | 'account_deleted'
  | 'factors_reset'

/**
 * Queues one of identity's mails with a link to a page of ours.
 * @param to.path path and query below the public address
 */
export async function sendLetter(
  ctx: Ctx,
  kind: LetterKind,
  to: { email: string; userId: string | null; locale: string; path: string },
  organization: Pick<OrganizationRow, 'name' | 'accentColor'> | null,
  params: Record<string, string | number | Date> = {},
): Promise<void> {
  const values = { organization: organization?.name ?? 'Stoa', ...params }
  const subject = say(to.locale, `${kind}.subject`, values)
  const { text, html } = letter({
    locale: to.locale,
    heading: subject,
    paragraphs: [say(to.locale, `${kind}.text`, values)],
    action: { label: say(to.locale, `${kind}.action`, values), url: `${ctx.app.config.url}${to.path}` },
    footer: say(to.locale, `${kind}.footer`, values),
    accent: organization?.accentColor ?? null,
  })
  await queueMail(ctx, { to: to.email, userId: to.userId, type: `identity.${kind}`, subject, text, html })
}
