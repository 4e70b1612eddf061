import { randomUUID } from 'node:crypto'
import { isIP } from 'node:net'
import { type Static, Type } from 'typebox'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { OneOf } from '../../../platform/http/schemas.ts'
import { hashToken, randomToken } from '../../../platform/keys.ts'
import { record } from '../../audit/index.ts'
import { holdAddress, insertCode, voidCodes } from '../codes/one-time-codes.queries.ts'
import { arm, type CodePending, type CodeType, type IssuedCode } from '../codes/one-time-codes.ts'
import { EmailTaken, LinkNotValid } from '../errors.ts'
import { joinOpenly } from '../joining/registration.ts'
import { hashPassword } from '../passwords/passwords.ts'
import { findByEmail } from '../people/people.queries.ts'
import { findChangeId, noteInvited } from './admin-links.queries.ts'
import { isProvenAddress } from './admin-users.queries.ts'
import { holdOwn, makePerson } from './admin-users.ts'
import { checkedMetadata, nameIn } from './bodies.ts'
import { checkedEmail, refuseWeak } from './checks.ts'
import { defineWireError, ValidationFailed } from './errors.ts'
import { sendCode } from './letters.ts'

const NobodyThere = defineWireError('user_not_found', 404, 'User with this email not found')
const OneHalfOnly = defineWireError(
  'validation_failed',
  422,
  'Enable secure email change to generate link for current email',
)

export const linkTypes = [
  'signup',
  'invite',
  'magiclink',
  'recovery',
  'email_change_current',
  'email_change_new',
] as const
export type LinkType = (typeof linkTypes)[number]

export const LinkBody = Type.Object({
  type: OneOf(linkTypes),
  email: Type.String({ maxLength: 320 }),
  new_email: Type.Optional(Type.String({ maxLength: 320 })),
  password: Type.Optional(Type.String({ maxLength: 1024 })),
  data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  redirect_to: Type.Optional(Type.String({ maxLength: 2000 })),
})

/** A link as the service gets it, instead of the person. */
export type MadeLink = IssuedCode & { userId: string; verificationType: string; codeType: CodeType }

/**
 * Makes the link and the code a mail would carry, and sends nothing. Opens its own transaction.
 * @throws NobodyThere, EmailTaken, Shared, ValidationFailed, WeakPassword
 */
export async function generateLink(
  ctx: Ctx,
  given: Static<typeof LinkBody>,
  redirectTo: string,
  boundKey: boolean,
): Promise<MadeLink> {
  const email = checkedEmail(given.email)
  checkedMetadata(given.data)
  const newEmail = given.type.startsWith('email_change') ? checkedEmail(given.new_email ?? '') : null
  if (given.password) refuseWeak(ctx.app, given.password, [email, email.split('@')[0] ?? ''])
  const encryptedPassword = given.password ? await hashPassword(given.password) : null
  return withTransaction(ctx.app, ctx, async (tx) => {
    const known = await findByEmail(tx.db, email)
    // Who wants to sign in and is not here yet begins with it.
    const type = !known && given.type === 'magiclink' ? 'signup' : given.type
    const link =
      type === 'signup' || type === 'invite'
        ? await welcomeLink(tx, { type, email, encryptedPassword, data: given.data ?? {}, redirectTo })
        : await memberLink(tx, { type, email, newEmail, redirectTo }, known?.id ?? null, boundKey)
    await record(tx, 'identity.link_generated', {
      entityType: 'person',
      entityId: link.userId,
      metadata: { type },
    })
    return link
  })
}

/**
 * Invites an address by mail: whoever opens the link is in. Opens its own transaction.
 * @returns the user's id
 * @throws EmailTaken, ValidationFailed
 */
export async function inviteByMail(
  ctx: Ctx,
  given: { email: string; data: Record<string, unknown> },
  redirectTo: string,
): Promise<string> {
  const email = checkedEmail(given.email)
  checkedMetadata(given.data)
  return withTransaction(ctx.app, ctx, async (tx) => {
    const wish = { type: 'invite' as const, email, encryptedPassword: null, data: given.data, redirectTo }
    const link = await welcomeLink(tx, wish)
    await sendCode(tx, { email, userId: link.userId }, link, { type: 'invite_token', redirectTo })
    await record(tx, 'identity.person_invited', {
      entityType: 'person',
      entityId: link.userId,
      after: { email },
    })
    return link.userId
  })
}

/** For somebody who has proven nothing yet; they are a member from now on, whose address waits for its proof. */
async function welcomeLink(
  ctx: Ctx,
  wish: {
    type: 'signup' | 'invite'
    email: string
    encryptedPassword: string | null
    data: Record<string, unknown>
    redirectTo: string
  },
): Promise<MadeLink> {
  const { email, encryptedPassword, data } = wish
  const known = await findByEmail(ctx.db, email)
  if (known?.confirmed) throw EmailTaken()
  const isInvited = wish.type === 'invite'
  if (known) {
    await noteInvited(ctx.db, known.id, { isInvited, data })
    await joinOpenly(ctx, known.id)
  }
  const userId =
    known?.id ??
    (await makePerson(ctx, {
      id: null,
      email,
      phone: null,
      encryptedPassword,
      emailConfirmed: false,
      phoneConfirmed: false,
      isInvited,
      appMetaData: {},
      userMetaData: data,
    }))
  const codeType = isInvited ? 'invite_token' : 'confirmation_token'
  // The owner of the address takes the account over as it is told here, whatever was left in it.
  const pending: CodePending = { name: nameIn(data), encryptedPassword, data }
  const issued = await issue(ctx, { codeType, address: email, userId, pending, redirectTo: wish.redirectTo })
  return { ...issued, userId, verificationType: wish.type, codeType }
}

async function memberLink(
  ctx: Ctx,
  wish: {
    type: Exclude<LinkType, 'signup' | 'invite'>
    email: string
    newEmail: string | null
    redirectTo: string
  },
  userId: string | null,
  boundKey: boolean,
): Promise<MadeLink> {
  if (!userId) throw NobodyThere()
  await holdOwn(ctx, userId, boundKey)
  const { email, newEmail, redirectTo } = wish
  switch (wish.type) {
    case 'magiclink':
    case 'recovery': {
      const codeType = wish.type === 'magiclink' ? 'magiclink_token' : 'recovery_token'
      const issued = await issue(ctx, { codeType, address: email, userId, pending: {}, redirectTo })
      return { ...issued, userId, verificationType: wish.type, codeType }
    }
    case 'email_change_current':
    case 'email_change_new': {
      if (!newEmail) throw ValidationFailed({ reason: 'new_email is missing' })
      const isCurrent = wish.type === 'email_change_current'
      if (isCurrent && !ctx.app.config.auth.secureEmailChange) throw OneHalfOnly()
      if ((await findByEmail(ctx.db, newEmail)) || (await isProvenAddress(ctx.db, newEmail, null)))
        throw EmailTaken()
      const codeType = isCurrent ? 'email_change_token_current' : 'email_change_token_new'
      const changeId = (await findChangeId(ctx.db, userId, newEmail)) ?? randomUUID()
      const pending = { newAddress: newEmail, changeId }
      const address = isCurrent ? email : newEmail
      const issued = await issue(ctx, { codeType, address, userId, pending, redirectTo })
      return { ...issued, userId, verificationType: wish.type, codeType }
    }
  }
}

/** Like `issueCode`, but nothing is sent, so nothing has to be waited for. The newest voids older ones of its type. */
async function issue(
  ctx: Ctx,
  wish: { codeType: CodeType; address: string; userId: string; pending: CodePending; redirectTo: string },
): Promise<IssuedCode> {
  const { codeType, address, userId } = wish
  await holdAddress(ctx.db, address)
  await voidCodes(ctx.db, address, [codeType])
  const id = await insertCode(ctx.db, {
    tokenType: codeType,
    userId,
    organizationId: ctx.organizationId,
    relatesTo: address,
    pending: wish.pending,
    redirectTo: wish.redirectTo,
    flowStateId: null,
    ipAddress: ctx.ip && isIP(ctx.ip) ? ctx.ip : null,
    tokenHash: hashToken(randomToken()),
    sentAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + ctx.app.config.auth.mailerOtpSeconds * 1000),
  })
  const issued = await arm(ctx, { id, type: codeType, address }, userId)
  if (!issued) throw LinkNotValid()
  return issued
}
