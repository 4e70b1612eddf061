import { AppError, type ErrorKind } from '../../../platform/errors.ts'
import type { FactorType } from '../factors/factors.queries.ts'
import { defineWireError, InsufficientAal, OverSmsRate, ValidationFailed } from './errors.ts'

export const NoSuchFactor = defineWireError('mfa_factor_not_found', 404, 'Factor not found')
export const NoSuchChallenge = defineWireError(
  'mfa_factor_not_found',
  422,
  'MFA factor with the provided challenge ID not found',
)
export const ChallengeExpired = defineWireError(
  'mfa_challenge_expired',
  422,
  'MFA challenge has expired, verify against another challenge or create a new challenge.',
)
export const IpMismatch = defineWireError(
  'mfa_ip_address_mismatch',
  422,
  'Challenge and verify IP addresses mismatch',
)
export const RecoveryCodesExist = defineWireError(
  'mfa_verified_factor_exists',
  422,
  'Recovery codes exist already, regenerate them to get new ones',
)
const VerificationFailed = defineWireError('mfa_verification_failed', 422, '{message}')
const NameConflict = defineWireError(
  'mfa_factor_name_conflict',
  422,
  'A factor with this friendly name for this user already exists',
)
const TooMany = defineWireError(
  'too_many_enrolled_mfa_factors',
  422,
  'Maximum number of verified factors reached, unenroll to continue',
)
const PhoneExists = defineWireError(
  'mfa_verified_factor_exists',
  422,
  'A verified phone factor already exists, unenroll the existing factor to continue',
)
const SoleFactor = defineWireError(
  'mfa_recovery_codes_sole_factor',
  422,
  'Recovery codes need another verified factor',
)
const StillNeeded = defineWireError(
  'mfa_factor_still_needed',
  422,
  'The organization asks for a second factor, and this is the last one',
)

const kindNames: Record<FactorType, string> = { totp: 'TOTP', phone: 'Phone', webauthn: 'WebAuthn' }
const off = {
  enroll: kindsOff('enroll', 'MFA enroll is disabled'),
  verify: kindsOff('verify', 'MFA verification is disabled'),
}

function kindsOff(step: string, sentence: string): Record<FactorType, ErrorKind> {
  const kind = (type: FactorType) =>
    defineWireError(`mfa_${type}_${step}_not_enabled`, 422, `${sentence} for ${kindNames[type]}`)
  return { totp: kind('totp'), phone: kind('phone'), webauthn: kind('webauthn') }
}

const wrongAnswers: Record<FactorType, string> = {
  totp: 'Invalid TOTP code entered',
  phone: 'Invalid MFA Phone code entered',
  webauthn: 'Invalid WebAuthn response',
}

/** A wrong answer in the words of the wire. */
export const wrongAnswer = (type: FactorType): AppError => VerificationFailed({ message: wrongAnswers[type] })

/** What an endpoint was about, so that its errors say so. */
export type About = {
  type: FactorType
  step: 'enroll' | 'verify'
  /** It sends a text message: too many requests are too many messages. */
  sendsText?: boolean
}

/** What the errors of second factors are called on the wire. */
export async function inFactorWords<T>(about: About, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof AppError ? (said(error, about) ?? error) : error
  }
}

function said(error: AppError, { type, step, sendsText = false }: About): AppError | null {
  switch (error.code) {
    case 'not_found':
      return NoSuchFactor()
    case 'identity.factor_kind_off':
      return off[step][type]()
    case 'identity.factor_name_taken':
      return NameConflict()
    case 'identity.too_many_factors':
      return TooMany()
    case 'identity.phone_factor_exists':
      return PhoneExists()
    case 'identity.phone_not_valid':
      return ValidationFailed({ reason: 'Invalid phone number format (E.164 required)' })
    case 'identity.second_factor_needed':
      return InsufficientAal()
    case 'identity.challenge_over':
      return ChallengeExpired()
    case 'identity.wrong_code':
    case 'identity.wrong_key':
      return wrongAnswer(type)
    case 'identity.no_second_factor':
      return SoleFactor()
    case 'identity.last_factor_needed':
      return StillNeeded()
    case 'too_many_requests':
      return sendsText ? OverSmsRate(error.params, { headers: error.headers }) : null
    default:
      return null
  }
}
