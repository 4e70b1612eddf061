import { defineError, type ErrorKind } from '../../../platform/errors.ts'
import { expected } from '../../../platform/http/problems.ts'

const prefix = 'wire.'

/** Names a failure of /auth/v1 by the error code Supabase's auth server gives it. `{name}` takes a parameter. */
export const defineWireError = (errorCode: string, status: number, message: string): ErrorKind =>
  defineError(`${prefix}${errorCode}`, status, message)

export const NoAuthorization = defineWireError(
  'no_authorization',
  401,
  'This endpoint requires a valid Bearer token',
)
export const BadJwt = defineWireError('bad_jwt', 403, 'invalid JWT: {reason}')
export const BadClaim = defineWireError('bad_jwt', 403, 'invalid claim: {reason}')
export const SessionNotFound = defineWireError(
  'session_not_found',
  403,
  'Session from session_id claim in JWT does not exist',
)
export const UserNotFound = defineWireError(
  'user_not_found',
  403,
  'User from sub claim in JWT does not exist',
)
export const NoSuchUser = defineWireError('user_not_found', 404, 'User not found')
export const UserBanned = defineWireError('user_banned', 403, 'User is banned')
export const NotAdmin = defineWireError('not_admin', 403, 'User not allowed')
export const NoPermission = defineWireError('not_admin', 403, '{reason}')
export const InsufficientAal = defineWireError(
  'insufficient_aal',
  403,
  'AAL2 session is required to do this; verify a second factor first',
)
export const SsoRequired = defineWireError(
  'sso_required',
  403,
  'This organization asks its people to sign in through its own sign-on',
)
export const BadJson = defineWireError('bad_json', 400, 'Could not parse request body as JSON: {reason}')
export const ValidationFailed = defineWireError('validation_failed', 400, '{reason}')
export const NoSuchEndpoint = defineWireError('not_found', 404, 'There is no such endpoint')
export const OverRequestRate = defineWireError('over_request_rate_limit', 429, 'Request rate limit reached')
export const OverEmailRate = defineWireError(
  'over_email_send_rate_limit',
  429,
  'For security purposes, you can only request this after {seconds} seconds.',
)
export const OverSmsRate = defineWireError(
  'over_sms_send_rate_limit',
  429,
  'For security purposes, you can only request this after {seconds} seconds.',
)
export const SignupDisabled = defineWireError('signup_disabled', 422, 'Signups not allowed for this instance')
export const OtpDisabled = defineWireError('otp_disabled', 422, 'Signups not allowed for otp')
export const EmailProviderDisabled = defineWireError(
  'email_provider_disabled',
  422,
  'Email logins are disabled',
)
export const PhoneProviderDisabled = defineWireError(
  'phone_provider_disabled',
  422,
  'Phone logins are disabled',
)
export const SmsSendFailed = defineWireError('sms_send_failed', 422, 'Unable to get SMS provider')
export const AnonymousDisabled = defineWireError(
  'anonymous_provider_disabled',
  422,
  'Anonymous sign-ins are disabled',
)
export const BadIdToken = defineWireError('bad_jwt', 400, 'Bad ID token')
export const Web3Disabled = defineWireError('web3_provider_disabled', 422, 'Web3 provider is disabled')
export const UserAlreadyExists = defineWireError('user_already_exists', 422, 'User already registered')
export const EmailExists = defineWireError(
  'email_exists',
  422,
  'A user with this email address has already been registered',
)
export const PhoneExists = defineWireError(
  'phone_exists',
  422,
  'A user with this phone number has already been registered',
)
export const UserSsoManaged = defineWireError(
  'user_sso_managed',
  422,
  'Updating email, phone, password of a SSO account only possible via SSO',
)
export const SamePassword = defineWireError(
  'same_password',
  422,
  'New password should be different from the old password.',
)
export const CurrentPasswordMismatch = defineWireError(
  'current_password_mismatch',
  400,
  'The current password is not right.',
)
export const ReauthenticationNeeded = defineWireError(
  'reauthentication_needed',
  400,
  'Password update requires reauthentication',
)
export const ReauthenticationNotValid = defineWireError(
  'reauthentication_not_valid',
  422,
  'Nonce has expired or is invalid',
)
export const NoSuchSso = defineWireError('sso_provider_not_found', 404, 'SSO Identity Provider not found')
export const MetadataFetchFailed = defineWireError('saml_metadata_fetch_failed', 400, '{reason}')
/** `reasons`: length, characters or pwned, separated by commas. */
export const WeakPassword = defineWireError('weak_password', 422, '{message}')

/** What the errors of identity are called on the wire. */
const names: Record<string, { errorCode: string; status?: number; message?: string }> = {
  'identity.wrong_credentials': {
    errorCode: 'invalid_credentials',
    status: 400,
    message: 'Invalid login credentials',
  },
  'identity.email_not_verified': {
    errorCode: 'email_not_confirmed',
    status: 400,
    message: 'Email not confirmed',
  },
  'identity.banned': { errorCode: 'user_banned', status: 400, message: 'User is banned' },
  'identity.membership_inactive': { errorCode: 'user_banned', status: 400 },
  'identity.sign_up_closed': {
    errorCode: 'signup_disabled',
    status: 422,
    message: 'Signups not allowed for this instance',
  },
  'identity.refresh_token_unknown': {
    errorCode: 'refresh_token_not_found',
    status: 400,
    message: 'Invalid Refresh Token: Refresh Token Not Found',
  },
  'identity.refresh_token_used': {
    errorCode: 'refresh_token_already_used',
    status: 400,
    message: 'Invalid Refresh Token: Already Used',
  },
  'identity.password_common': {
    errorCode: 'weak_password',
    status: 422,
    message: 'Password is known to be weak and easy to guess, please choose a different one.',
  },
  'identity.password_too_long': { errorCode: 'validation_failed', status: 422 },
  'identity.email_taken': {
    errorCode: 'email_exists',
    status: 422,
    message: 'A user with this email address has already been registered',
  },
  'identity.link_not_valid': {
    errorCode: 'otp_expired',
    status: 403,
    message: 'Email link is invalid or has expired',
  },
  'identity.flow_not_found': {
    errorCode: 'flow_state_not_found',
    status: 404,
    message: 'invalid flow state, no valid flow state found',
  },
  'identity.wrong_verifier': {
    errorCode: 'bad_code_verifier',
    status: 403,
    message: 'code challenge does not match previously saved code verifier',
  },
  'identity.wrong_code': {
    errorCode: 'otp_expired',
    status: 403,
    message: 'Token has expired or is invalid',
  },
  'identity.proof_too_old': { errorCode: 'reauthentication_needed', status: 400 },
  'identity.sso_required': { errorCode: 'sso_required', status: 403 },
  'identity.sso_unknown': { errorCode: 'sso_provider_not_found', message: 'No such SSO provider' },
  'identity.sso_kind_fixed': { errorCode: 'sso_provider_not_found', status: 404 },
  'identity.sso_disabled': { errorCode: 'sso_provider_disabled', status: 422 },
  'identity.saml_off': { errorCode: 'saml_provider_disabled', status: 404, message: 'SAML 2.0 is disabled' },
  'identity.sso_visit_unknown': { errorCode: 'saml_relay_state_not_found', status: 404 },
  'identity.sso_other_browser': { errorCode: 'saml_relay_state_not_found', status: 403 },
  'identity.sso_response_refused': { errorCode: 'validation_failed', status: 400 },
  'identity.sso_replayed': { errorCode: 'validation_failed', status: 400 },
  'identity.sso_without_email': { errorCode: 'saml_assertion_no_email', status: 422 },
  'identity.sso_foreign_email': { errorCode: 'email_address_not_authorized', status: 403 },
  'identity.sso_metadata_refused': { errorCode: 'validation_failed', status: 400 },
  'identity.sso_entity_taken': { errorCode: 'saml_idp_already_exists', status: 422 },
  'identity.sso_entity_changed': { errorCode: 'saml_entity_id_mismatch', status: 400 },
  'identity.sso_resource_taken': { errorCode: 'resource_id_already_exists', status: 422 },
  'identity.sso_domain_taken': { errorCode: 'sso_domain_already_exists', status: 422 },
  'identity.sso_domain_claimed': { errorCode: 'sso_domain_already_exists', status: 422 },
  'identity.sso_domain_public': { errorCode: 'validation_failed', status: 400 },
  'identity.provider_unknown': {
    errorCode: 'validation_failed',
    status: 400,
    message: 'Unsupported provider: provider is not enabled',
  },
  'identity.provider_visit_unknown': { errorCode: 'bad_oauth_state', status: 400 },
  'identity.provider_failed': { errorCode: 'bad_oauth_callback', status: 502 },
  'identity.provider_denied': { errorCode: 'access_denied', status: 403 },
  'identity.provider_email_not_proven': { errorCode: 'provider_email_needs_verification', status: 403 },
  'identity.identity_already_exists': {
    errorCode: 'identity_already_exists',
    status: 422,
    message: 'Identity is already linked to another user',
  },
  'identity.identity_of_another_address': { errorCode: 'email_exists', status: 422 },
  'identity.single_identity_not_deletable': {
    errorCode: 'single_identity_not_deletable',
    status: 422,
    message: 'User must have at least 1 identity after unlinking',
  },
  'identity.manual_linking_disabled': {
    errorCode: 'manual_linking_disabled',
    status: 404,
    message: 'Manual linking is disabled',
  },
  'identity.oauth_client_refused': { errorCode: 'validation_failed', status: 400 },
  'identity.oauth_client_has_no_secret': { errorCode: 'validation_failed', status: 400 },
  'identity.too_many_oauth_clients': { errorCode: 'validation_failed', status: 400 },
  'identity.id_token_refused': { errorCode: 'bad_jwt', status: 400 },
  sign_in_required: {
    errorCode: 'session_not_found',
    status: 403,
    message: 'Session from session_id claim in JWT does not exist',
  },
  on_hold: { errorCode: 'insufficient_aal', status: 403 },
  too_many_requests: { errorCode: 'over_request_rate_limit', message: 'Request rate limit reached' },
  invalid_input: { errorCode: 'validation_failed', status: 400 },
  malformed_request: { errorCode: 'bad_json', status: 400 },
  too_large: { errorCode: 'validation_failed' },
  forbidden: { errorCode: 'not_admin', status: 403 },
  unavailable: { errorCode: 'request_timeout', status: 503 },
}

/** A failure as the wire tells it. */
export type WireFailure = {
  status: number
  errorCode: string
  message: string
  headers: Record<string, string>
  /** Why a password is weak. */
  reasons?: string[]
}

/** Turns anything thrown into what the wire tells; null when it is our own bug. */
export function wireFailure(error: unknown): WireFailure | null {
  const app = expected(error)
  if (!app) return null
  const name = names[app.code]
  const errorCode = name?.errorCode ?? app.code.replace(/^.*\./, '')
  const fields = app.fields.map((field) => `${field.pointer} ${field.message}`).join(', ')
  const message = name?.message ?? (app.code === 'invalid_input' && fields ? fields : app.message)
  const failure = { status: name?.status ?? app.status, errorCode, message, headers: app.headers }
  if (errorCode !== 'weak_password') return failure
  return { ...failure, reasons: String(app.params.reasons ?? 'pwned').split(',') }
}

/** What the wire tells when something failed that nobody expected. */
export const unexpected: WireFailure = {
  status: 500,
  errorCode: 'unexpected_failure',
  message: 'Unexpected failure, please check server logs for more information',
  headers: {},
}
