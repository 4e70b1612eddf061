import { defineError } from '../../../platform/errors.ts'

export const PasskeysOff = defineError(
  'identity.passkeys_off',
  422,
  'Passkeys are switched off here. Sign in another way.',
)
export const TooManyPasskeys = defineError(
  'identity.too_many_passkeys',
  422,
  'You have {limit} passkeys already. Remove one first.',
)
export const PasskeyRefused = defineError(
  'identity.passkey_refused',
  403,
  'This passkey could not be checked, or it belongs to no account here. Sign in another way.',
)
export const PasskeyExists = defineError(
  'identity.passkey_exists',
  422,
  'This passkey was added already. Choose another device, or use it to sign in.',
)
export const PasskeyChallengeOver = defineError(
  'identity.passkey_challenge_over',
  422,
  'This took too long, or was used already. Begin again.',
)
