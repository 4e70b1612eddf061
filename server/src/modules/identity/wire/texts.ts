import type { Ctx } from '../../../platform/ctx.ts'
import { carriesTexts } from '../../../platform/sms/carrier.ts'
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
 * Somebody has to carry what goes to phones; a development machine catches it.
 * @throws SmsSendFailed
 */
export function refuseWithoutSms(ctx: Pick<Ctx, 'app'>): void {
  if (!carriesTexts(ctx.app.config)) throw SmsSendFailed()
}
