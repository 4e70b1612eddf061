import { defineError } from '../../../platform/errors.ts'

export const FactorKindOff = defineError(
  'identity.factor_kind_off',
  422,
  'This kind of second factor is switched off here. Choose another one.',
)
export const TooManyFactors = defineError(
  'identity.too_many_factors',
  422,
  'You have {limit} second factors already. Remove one first.',
)
export const FactorNameTaken = defineError(
  'identity.factor_name_taken',
  422,
  'You have a second factor of this name already. Choose another name.',
)
export const PhoneFactorExists = defineError(
  'identity.phone_factor_exists',
  422,
  'This phone number is one of your second factors already.',
)
export const PhoneNotValid = defineError(
  'identity.phone_not_valid',
  422,
  'Write the phone number with its country code, such as +49 151 12345678.',
)
export const ChallengeOver = defineError(
  'identity.challenge_over',
  422,
  'This took too long, or was used already. Begin again.',
)
export const WrongKey = defineError(
  'identity.wrong_key',
  403,
  'That key could not be checked. Use the one you added, and try again.',
)
export const SecondFactorNeeded = defineError(
  'identity.second_factor_needed',
  403,
  'Confirm with one of your second factors first.',
)
export const LastFactorNeeded = defineError(
  'identity.last_factor_needed',
  409,
  'Your organization asks for a second factor, and this is your last one. Add another one first.',
)
export const NoSecondFactor = defineError(
  'identity.no_second_factor',
  409,
  'There is no second factor yet. Add one first.',
)
export const NoMailedCode = defineError(
  'identity.no_mailed_code',
  422,
  'A code by mail is not enough for your account. Use your password or a second factor.',
)
export const OwnSignInNeeded = defineError(
  'identity.own_sign_in_needed',
  403,
  'You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.',
)
