import { Type } from 'typebox'
import { type App, type Ctx, noOrganization, withTransaction } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { defineJob, enqueue } from '../../../platform/jobs/jobs.ts'
import { removeMailsOf } from '../../../platform/mail/mails.queries.ts'
import { removeTextsOf } from '../../../platform/sms/text-messages.queries.ts'
import { record } from '../../audit/index.ts'
import { DeletionNotConfirmed, LastOwnerOf } from '../errors.ts'
import { OwnSignInNeeded } from '../factors/errors.ts'
import { isVouchedFor } from '../factors/own-sign-in.ts'
import { sendLetter } from '../letters.ts'
import { findById, hasOtherOwner, lockOrganization } from '../organizations/organizations.queries.ts'
import { findLanguage } from '../people/people.queries.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import { belongsElsewhere, erasePerson, findAllOrganizations, findOwned } from './account-deletion.queries.ts'
import { holdPerson } from './email-addresses.queries.ts'
import { myProfile } from './me.ts'
import { findPhone } from './phones.queries.ts'

/** What stands where a name was. */
export const nameOfTheErased = 'Deleted person'

/**
 * Deletes the account of whoever asks: every sign-in and token ends with this transaction, and what organizations keep
 * of them is erased by jobs right after it.
 * @param confirmation their main address, or their phone number when they have none
 * @throws ProofTooOld, OwnSignInNeeded, DeletionNotConfirmed, LastOwnerOf
 */
export async function deleteMyself(ctx: Ctx, confirmation: string): Promise<void> {
  requireRecentProof(ctx)
  const userId = ctx.actor.userId ?? ''
  if (!(await holdPerson(ctx.db, userId))) throw NotFound()
  if ((await belongsElsewhere(ctx.db, ctx.organizationId, userId)) && (await isVouchedFor(ctx)))
    throw OwnSignInNeeded()
  const { email } = await myProfile(ctx)
  const phone = (await findPhone(ctx.db, userId))?.phone ?? null
  if (!confirms(confirmation, email, phone)) throw DeletionNotConfirmed()
  for (const { id, name } of await findOwned(ctx.db, userId)) {
    await lockOrganization(ctx.db, id)
    if (!(await hasOtherOwner(ctx.db, id, userId))) throw LastOwnerOf({ organization: name })
  }
  const organization = await findById(ctx.db, ctx.organizationId)
  const locale = await findLanguage(ctx.db, ctx.organizationId, userId)
  if (!(await erasePerson(ctx.db, userId, nameOfTheErased))) throw NotFound()
  await removeMailsOf(ctx.db, null, userId)
  await removeTextsOf(ctx.db, userId)
  if (ctx.organizationId !== noOrganization)
    await record({ ...ctx, actor: { ...ctx.actor, email: null } }, 'identity.account_deleted', {
      entityType: 'person',
      entityId: userId,
    })
  await enqueue(ctx, erasePersonalData, { userId }, { key: userId })
  // To the address alone: the mail is no part of what is kept of the person.
  if (email)
    await sendLetter(ctx, 'account_deleted', { email, userId: null, locale, path: '/' }, organization, {
      when: ctx.now,
    })
}

const confirms = (given: string, email: string | null, phone: string | null): boolean => {
  const said = given.trim().toLowerCase()
  if (email) return said === email.toLowerCase()
  // Whoever has neither has nothing that could be mistyped.
  return phone === null || said.replace(/\D/g, '') === phone
}

/** Erases what each organization keeps of a person who is gone; each in a transaction of its own, and again if need be. */
export const erasePersonalData = defineJob({
  name: 'identity.erase_personal_data',
  schema: Type.Object({ userId: Type.String() }),
  transaction: false,
  retries: 20,
  expireSeconds: 3600,
  handle: (ctx, { userId }) => eraseEverywhere(ctx, userId),
})

/** Erases what organizations keep of a person who is nobody any more. Opens its own transactions. */
export async function eraseEverywhere(ctx: Ctx, userId: string): Promise<void> {
  for (const { id } of await findAllOrganizations(ctx.db)) await eraseAt(ctx.app, ctx, id, userId)
}

async function eraseAt(app: App, ctx: Ctx, organizationId: string, userId: string): Promise<void> {
  const { actor, requestId } = ctx
  const nameless = { ...actor, email: null, name: null }
  await withTransaction(app, { actor: nameless, organizationId, requestId }, async (tx) => {
    for (const part of [...app.personalData].reverse()) await part.erase?.(tx, userId)
  })
}
