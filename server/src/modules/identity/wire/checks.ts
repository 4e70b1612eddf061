import type { App } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors.ts'
import { isAddress } from '../../../platform/mail/mailer.ts'
import { normalEmail } from '../joining/registration.ts'
import { refuseWeakPassword } from '../passwords/passwords.ts'
import { ValidationFailed, WeakPassword } from './errors.ts'

/**
 * An address as it is stored.
 * @throws ValidationFailed
 */
export function checkedEmail(text: string): string {
  const email = normalEmail(text)
  if (!isAddress(email))
    throw ValidationFailed({ reason: 'Unable to validate email address: invalid format' })
  return email
}

/**
 * A phone number as it is stored: digits with the country code and no plus sign, as Supabase's server keeps it.
 * @throws ValidationFailed
 */
export function checkedPhone(text: string): string {
  const phone = text.replace(/^\+/, '').replaceAll(' ', '')
  if (!/^[1-9][0-9]{6,14}$/.test(phone))
    throw ValidationFailed({ reason: 'Invalid phone number format (E.164 required)' })
  return phone
}

/**
 * Refuses a password that is too short or guessed first, in the words of the wire.
 * @throws WeakPassword, PasswordTooLong
 */
export function refuseWeak(app: Pick<App, 'config'>, password: string, own: string[] = []): void {
  try {
    refuseWeakPassword(app, password, own)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid_input') throw error
    const message = `Password should be at least ${app.config.auth.passwordMinLength} characters.`
    throw WeakPassword({ message, reasons: 'length' })
  }
}
