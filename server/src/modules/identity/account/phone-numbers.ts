import type { App } from '../../../platform/ctx.ts'
import { carriesTexts } from '../../../platform/sms/carrier.ts'
import { isPhoneNumber } from '../../../platform/sms/text-messages.ts'
import { NoPhoneNumber, PhoneSignInOff } from '../errors.ts'

/**
 * A phone number as it is stored and compared: digits with the country's first, without plus or zeros (E.164).
 * @param given as people write it: `+49 (0)151 1234-5678`, `0049 151 12345678`
 * @throws NoPhoneNumber
 */
export function normalPhone(given: string): string {
  const digits = given
    .trim()
    .replace(/^00/, '+')
    .replace('(0)', '')
    .replace(/[\s()./-]/g, '')
  if (!isPhoneNumber(digits))
    throw NoPhoneNumber(
      {},
      { fields: [{ pointer: '/phone', code: 'format', message: 'is not a phone number' }] },
    )
  return digits.slice(1)
}

/**
 * Phones are of use where messages reach them: in production by a provider, elsewhere they are caught.
 * @throws PhoneSignInOff
 */
export function refuseWithoutPhones({ config }: Pick<App, 'config'>): void {
  if (!config.auth.phoneEnabled || !carriesTexts(config)) throw PhoneSignInOff()
}

/** A stored number as it is dialled. */
export const dialled = (phone: string): string => `+${phone}`
