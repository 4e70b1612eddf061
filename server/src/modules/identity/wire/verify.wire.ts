import { Type } from 'typebox'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { arrive } from '../codes/arrivals.ts'
import { issueFlowCode } from '../codes/flow-states.ts'
import { type CodeRow, type CodeType, redeemCode, redeemLink } from '../codes/one-time-codes.ts'
import { noteTry, type ProofMethod } from '../sessions/sessions.ts'
import { AddressText, Secret, Word } from './bodies.ts'
import { checkedEmail, checkedPhone } from './checks.ts'
import { ValidationFailed, wireFailure } from './errors.ts'
import { isAllowed, redirectTarget, withCode, withError, withMessage, withSession } from './redirects.ts'
import { Redirect, wireRoute } from './route.ts'
import { enter } from './session-view.ts'
import { acceptEmailChange, acceptPhoneChange } from './user-changes.ts'

/** Kinds of links and codes each `type` of the protocol stands for. */
const byType: Record<string, readonly CodeType[]> = {
  signup: ['confirmation_token', 'magiclink_token'],
  invite: ['invite_token'],
  magiclink: ['magiclink_token'],
  recovery: ['recovery_token'],
  email: ['confirmation_token', 'magiclink_token', 'recovery_token', 'invite_token'],
  email_change: ['email_change_token_new', 'email_change_token_current'],
  sms: ['phone_token'],
  phone_change: ['phone_change_token'],
}

const halfway = 'Confirmation link accepted. Please proceed to confirm link sent to the other email'

function typesOf(type: string | undefined): readonly CodeType[] {
  if (!type) throw ValidationFailed({ reason: 'Verify requires a verification type' })
  const types = Object.hasOwn(byType, type) ? byType[type] : undefined
  if (!types) throw ValidationFailed({ reason: 'Unsupported verification type' })
  return types
}

/** Which way in a kind of link or code is, for the history and `amr`. */
function methodOf(type: CodeType, byLink: boolean): ProofMethod {
  if (type === 'confirmation_token') return 'email/signup'
  if (type === 'invite_token') return 'invite'
  if (type === 'recovery_token') return 'recovery'
  if (type === 'email_change_token_new' || type === 'email_change_token_current') return 'email_change'
  return type === 'magiclink_token' && byLink ? 'magiclink' : 'otp'
}

/**
 * What a link or code brings about: an address is proven, or changed.
 * @returns whose it is; null when the other address has to agree, too
 */
async function carryOut(ctx: Ctx, row: CodeRow): Promise<string | null> {
  if (row.type === 'email_change_token_new' || row.type === 'email_change_token_current')
    return (await acceptEmailChange(ctx, row)) ? row.userId : null
  if (row.type === 'phone_change_token') {
    await acceptPhoneChange(ctx, row)
    return row.userId
  }
  return (await arrive(ctx, row)).userId
}

const byLink = wireRoute({
  method: 'GET',
  path: '/verify',
  allow: 'anyone',
  limits: ['verify'],
  query: Type.Object({
    token: Secret,
    token_hash: Secret,
    type: Word,
    redirect_to: Type.Optional(Type.String()),
  }),
  transaction: true,
  onFailure(error, request, { app }) {
    const { token = '' } = request.query as { token?: string }
    const target = redirectTarget(app, request)
    return new Redirect(withError(target, error, String(token).startsWith('pkce_')))
  },
  async handle(ctx, { query, request }) {
    const given = query.token || query.token_hash
    if (!given) throw ValidationFailed({ reason: 'Verify requires a token or a token hash' })
    const type = query.type ?? ''
    const { ctx: there, row } = await redeemLink(ctx, typesOf(type), given.replace(/^pkce_/, ''))
    const asked = query.redirect_to && isAllowed(ctx.app, query.redirect_to) ? query.redirect_to : null
    const target = asked ?? row.redirectTo ?? redirectTarget(ctx.app, request)
    const userId = await carryOut(there, row)
    if (userId === null) return new Redirect(withMessage(target, halfway))
    if (row.flowStateId !== null)
      return new Redirect(withCode(target, await issueFlowCode(there, row.flowStateId, userId)))
    const session = await enter(there, userId, { method: methodOf(row.type, true) })
    return new Redirect(withSession(target, session, type))
  },
})

const byCode = wireRoute({
  method: 'POST',
  path: '/verify',
  allow: 'anyone',
  limits: ['verify'],
  body: Type.Object({
    type: Word,
    token: Secret,
    token_hash: Secret,
    email: AddressText,
    phone: AddressText,
  }),
  // A wrong try counts although it ends in an error.
  transaction: false,
  async handle(ctx, { body }) {
    const types = typesOf(body.type)
    const done = async (tx: Ctx, row: CodeRow, isLink: boolean) => {
      const userId = await carryOut(tx, row)
      if (userId === null) return { msg: halfway, code: '200' }
      return enter(tx, userId, { method: methodOf(row.type, isLink) })
    }
    try {
      if (body.token_hash) {
        const link = body.token_hash.replace(/^pkce_/, '')
        return await withTransaction(ctx.app, ctx, async (tx) => {
          const { ctx: there, row } = await redeemLink(tx, types, link)
          return done(there, row, true)
        })
      }
      const address = addressOf(body)
      if (!body.token) throw ValidationFailed({ reason: 'Verify requires a token or a token hash' })
      return await redeemCode(ctx, { types, address, code: body.token }, (tx, row) => done(tx, row, false))
    } catch (error) {
      const failure = wireFailure(error)
      if (failure?.errorCode === 'otp_expired')
        await withTransaction(ctx.app, ctx, (tx) =>
          noteTry(tx, { userId: null, method: 'otp', failureReason: 'identity.wrong_code' }),
        )
      throw error
    }
  },
})

function addressOf({ email, phone }: { email?: string; phone?: string }): string {
  if (email && phone)
    throw ValidationFailed({ reason: 'Only an email address or phone number should be provided on verify' })
  if (email) return checkedEmail(email)
  if (phone) return checkedPhone(phone)
  throw ValidationFailed({ reason: 'Only the token_hash and type should be provided' })
}

export const verifyRoutes = [byLink, byCode]
