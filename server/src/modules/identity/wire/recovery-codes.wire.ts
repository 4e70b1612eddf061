import { Type } from 'typebox'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { selfOf } from '../factors/factors.ts'
import { countCodes } from '../factors/recovery-codes.queries.ts'
import { forgetCodes, redeemCode, renewCodes } from '../factors/recovery-codes.ts'
import { ValidationFailed } from './errors.ts'
import { inFactorWords, NoSuchFactor, RecoveryCodesExist } from './factor-errors.ts'
import { raisedView } from './factors.wire.ts'
import { requireOwnSession, requireTendsFactors } from './own-session.ts'
import { wireRoute } from './route.ts'

const about = { type: 'totp', step: 'verify' } as const

// To Supabase's client the codes of a person are one factor; its id is the person's.
const viewOf = (ctx: Ctx) => ({ id: selfOf(ctx).userId, type: 'recovery_code' })

const status = wireRoute({
  method: 'GET',
  path: '/factors/recovery-codes',
  allow: 'user',
  whileOnHold: true,
  async handle(ctx) {
    requireOwnSession(ctx)
    const { total, left } = await countCodes(ctx.db, selfOf(ctx).userId)
    if (total === 0) throw NoSuchFactor()
    return { ...viewOf(ctx), total, remaining: left }
  },
})

const make = async (ctx: Ctx) => {
  const codes = await inFactorWords(about, () => withTransaction(ctx.app, ctx, renewCodes))
  return { ...viewOf(ctx), total: codes.length, codes }
}

const generate = wireRoute({
  method: 'POST',
  path: '/factors/recovery-codes',
  allow: 'user',
  transaction: false,
  async handle(ctx) {
    requireTendsFactors(ctx)
    if ((await countCodes(ctx.db, selfOf(ctx).userId)).total > 0) throw RecoveryCodesExist()
    return make(ctx)
  },
})

const regenerate = wireRoute({
  method: 'POST',
  path: '/factors/recovery-codes/regenerate',
  allow: 'user',
  transaction: false,
  async handle(ctx) {
    requireTendsFactors(ctx)
    if ((await countCodes(ctx.db, selfOf(ctx).userId)).total === 0) throw NoSuchFactor()
    return make(ctx)
  },
})

const verify = wireRoute({
  method: 'POST',
  path: '/factors/recovery-codes/verify',
  allow: 'user',
  whileOnHold: true,
  body: Type.Object({ code: Type.Optional(Type.String({ maxLength: 100 })) }),
  limits: ['verify'],
  transaction: false,
  async handle(ctx, { body }) {
    requireOwnSession(ctx)
    const { code } = body
    if (!code) throw ValidationFailed({ reason: 'Code needs to be non-empty' })
    await inFactorWords(about, () => redeemCode(ctx, code))
    return raisedView(ctx, 'mfa/recovery_code')
  },
})

const remove = wireRoute({
  method: 'DELETE',
  path: '/factors/recovery-codes',
  allow: 'user',
  async handle(ctx) {
    requireTendsFactors(ctx)
    if (!(await inFactorWords(about, () => forgetCodes(ctx)))) throw NoSuchFactor()
    return { id: viewOf(ctx).id }
  },
})

/** Recovery codes of whoever asks. */
export const recoveryCodeWireRoutes = [status, generate, regenerate, verify, remove]
