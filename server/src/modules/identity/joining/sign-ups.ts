import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { announce } from '../../../platform/events/events.ts'
import { hashToken } from '../../../platform/keys.ts'
import { nearestLocale } from '../../../platform/messages.ts'
import { record } from '../../audit/index.ts'
import { consumeToken, findToken, type OneTimeToken, voidTokens } from '../codes/one-time-tokens.queries.ts'
import { hadEnoughLinks, issueToken } from '../codes/one-time-tokens.ts'
import { LinkNotValid, SignUpClosed, WrongSignUpPassword } from '../errors.ts'
import { personSignedUp } from '../events.ts'
import { sendLetter } from '../letters.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { organizationOf } from '../organizations/organizations.ts'
import { passwordFits } from '../passwords/passwords.ts'
import { confirmPerson, findByEmail, insertPerson, newPersonId } from '../people/people.queries.ts'
import { deleteSessions } from '../sessions/sessions.queries.ts'
import type { SignedIn } from '../sessions/sessions.schemas.ts'
import { openSession } from '../sessions/sessions.ts'
import { joinOpenly, normalEmail } from './registration.ts'

export type SignUpWish = {
  email: string
  name: string
  encryptedPassword: string
  language: string | null
  timeZone: string | null
  /** Page of ours to go on with after the address is proven. */
  next: string | null
}

/**
 * Takes a wish to become a person of Stoa. Nothing but a mail comes of it: the person and their password begin
 * to exist when the link in it is used, so nobody can plant an account for somebody else's address. Says and
 * does the same for an address that has an account.
 * @throws SignUpClosed
 */
export async function signUp(ctx: Ctx, wish: SignUpWish): Promise<void> {
  const organization = await organizationOf(ctx)
  if (organization.signUp !== 'open') throw SignUpClosed()
  const email = normalEmail(wish.email)
  if (await hadEnoughLinks(ctx, email)) return
  const person = await findByEmail(ctx.db, email)
  const about = { organizationId: organization.id, relatesTo: email, hours: 24 }
  const locale = nearestLocale(wish.language ?? organization.defaultLanguage)
  // Made for nobody, too: a known address takes as many steps as an unknown one.
  const newId = await newPersonId(ctx.db)
  if (person?.confirmed) {
    const token = await issueToken(ctx, 'recovery_token', { ...about, userId: person.id })
    const to = { email, userId: person.id, locale, path: `/reset-password?token=${token}` }
    return sendLetter(ctx, 'have_account', to, organization)
  }
  const token = await issueToken(ctx, 'confirmation_token', {
    ...about,
    userId: person?.id ?? null,
    pending: {
      userId: person?.id ?? newId,
      name: wish.name.trim(),
      encryptedPassword: wish.encryptedPassword,
      language: wish.language,
      timeZone: wish.timeZone,
    },
  })
  const next = wish.next ? `&next=${encodeURIComponent(wish.next)}` : ''
  const to = { email, userId: person?.id ?? null, locale, path: `/verify-email?token=${token}${next}` }
  return sendLetter(ctx, 'verify_email', to, organization)
}

/**
 * Proves an address by the link sent to it, together with the password chosen with it: whoever only owns the
 * mailbox cannot be talked into confirming somebody else's password. Signs in. Opens its own transaction.
 * @throws LinkNotValid, WrongSignUpPassword
 */
export async function verifyEmail(ctx: Ctx, link: string, password: string): Promise<SignedIn> {
  const tokenHash = hashToken(link)
  const found = await findToken(ctx.db, 'confirmation_token', tokenHash)
  const fits = await passwordFits(found?.pending.encryptedPassword ?? null, password)
  if (!found) throw LinkNotValid()
  if (!fits) throw WrongSignUpPassword()
  return withTransaction(ctx.app, ctx, async (tx) => {
    const token = await consumeToken(tx.db, 'confirmation_token', tokenHash)
    if (!token) throw LinkNotValid()
    return welcome({ ...tx, organizationId: token.organizationId ?? tx.organizationId }, token)
  })
}

async function welcome(ctx: Ctx, token: OneTimeToken): Promise<SignedIn> {
  const { pending, relatesTo: email } = token
  const known = await findByEmail(ctx.db, email)
  if (known?.confirmed) throw LinkNotValid()
  if (known) {
    await confirmPerson(ctx.db, known.id, email, pending)
    await deleteSessions(ctx.db, known.id, null)
  } else {
    const made = await insertPerson(ctx.db, { ...pending, id: pending.userId, email })
    if (!made) throw LinkNotValid()
  }
  const userId = known?.id ?? pending.userId
  await voidTokens(ctx.db, email)
  await announce(ctx, personSignedUp, { userId })
  await record(ctx, 'identity.person_signed_up', { entityType: 'person', entityId: userId })
  // The organization may have closed its door since the mail was sent.
  const organization = await findById(ctx.db, ctx.organizationId)
  if (organization?.signUp === 'open') await joinOpenly(ctx, userId)
  return openSession(ctx, userId, { method: 'email/signup' })
}
