import type { Ctx } from '../../../platform/ctx.ts'
import { SmsSendFailed, ValidationFailed } from './errors.ts'

/**
 * How a code travels to a phone.
 * @throws ValidationFailed
 */
export function channelOf(channel: string | undefined): 'sms' | 'whatsapp' {
  if (channel === undefined || channel === '' || channel === 'sms') return 'sms'
  if (channel === 'whatsapp') return 'whatsapp'
  throw ValidationFailed({ reason: "Invalid channel, supported values are 'sms' or 'whatsapp'" })
}

/**
 * A development machine catches what would go to phones; in production somebody has to carry it.
 * @throws SmsSendFailed
 */
export function refuseWithoutSms(ctx: Pick<Ctx, 'app'>): void {
  const { auth, env } = ctx.app.config
  if (auth.twilio === null && env === 'production') throw SmsSendFailed()
}
