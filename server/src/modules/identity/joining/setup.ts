import { system } from '../../../platform/actor.ts'
import { type App, type Ctx, noOrganization, withTransaction } from '../../../platform/ctx.ts'
import { hashToken } from '../../../platform/keys.ts'
import { consumeToken, findToken, voidTokensOfType } from '../codes/one-time-tokens.queries.ts'
import { issueToken } from '../codes/one-time-tokens.ts'
import { EmailTaken, LinkNotValid, SetUpAlready } from '../errors.ts'
import { anyExists } from '../organizations/organizations.queries.ts'
import { foundOrganization } from '../organizations/organizations.ts'
import { hashPassword, refuseWeakPassword } from '../passwords/passwords.ts'
import { insertPerson } from '../people/people.queries.ts'
import type { SignedIn } from '../sessions/sessions.schemas.ts'
import { openSession } from '../sessions/sessions.ts'
import { normalEmail } from './registration.ts'

/**
 * Makes the link by which the first organization and its owner come to be, and voids the links made before.
 * @returns the address, or null when there is an organization already
 */
export async function createSetupLink(app: App): Promise<string | null> {
  const seed = { actor: system, organizationId: noOrganization, requestId: 'setup' }
  return withTransaction(app, seed, async (ctx) => {
    if (await anyExists(ctx.db)) return null
    await voidTokensOfType(ctx.db, 'setup_token')
    const token = await issueToken(ctx, 'setup_token', {
      userId: null,
      organizationId: null,
      relatesTo: 'setup',
    })
    return `${app.config.url}/setup?token=${token}`
  })
}

/**
 * Founds the first organization with its owner. Opens its own transaction.
 * @throws LinkNotValid, SetUpAlready, PasswordCommon, PasswordTooLong
 */
export async function setUp(
  ctx: Ctx,
  link: string,
  given: { organizationName: string; slug: string; name: string; email: string; password: string },
): Promise<SignedIn> {
  const tokenHash = hashToken(link)
  if (!(await findToken(ctx.db, 'setup_token', tokenHash))) throw LinkNotValid()
  const email = normalEmail(given.email)
  const name = given.name.trim()
  refuseWeakPassword(ctx.app, given.password, [
    email,
    email.split('@')[0] ?? '',
    name,
    given.organizationName,
    given.slug,
  ])
  const encryptedPassword = await hashPassword(given.password)
  return withTransaction(ctx.app, ctx, async (tx) => {
    if (!(await consumeToken(tx.db, 'setup_token', tokenHash))) throw LinkNotValid()
    if (await anyExists(tx.db)) throw SetUpAlready()
    const id = await insertPerson(tx.db, { email, name, encryptedPassword, language: null, timeZone: null })
    if (!id) throw EmailTaken()
    const organization = { slug: given.slug, name: given.organizationName.trim() }
    const organizationId = await foundOrganization(tx, organization, id)
    const there = { ...tx, organizationId }
    return openSession(there, id, { method: 'email/signup' })
  })
}
