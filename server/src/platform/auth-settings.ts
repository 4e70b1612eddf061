import { type Static, Type } from 'typebox'
import { goDuration } from './go-durations.ts'

const Text = (description: string, rest: object = {}) => Type.String({ description, minLength: 1, ...rest })
const Switch = (description: string, fallback: boolean) => Type.Boolean({ description, default: fallback })
const Count = (description: string, fallback: number, minimum = 0) =>
  Type.Integer({ description, default: fallback, minimum })
/** A number of seconds, or a duration as Supabase's server takes it: `60`, `1s`, `1m30s`. */
const Pause = (description: string, fallback: string) =>
  Text(description, { default: fallback, pattern: '^(\\d+|(\\d+(\\.\\d+)?(ms|s|m|h))+)$' })
const secondsOf = (pause: string) =>
  /^\d+$/.test(pause) ? Number(pause) : Math.ceil((goDuration(pause) ?? 0) / 1000)

/** Providers people may sign in with by two settings; any other OpenID Connect issuer is set up in the browser. */
export const presetProviders = ['google', 'github', 'azure'] as const
export type PresetProvider = (typeof presetProviders)[number]

const providerVariables = (name: string, label: string) => ({
  [`STOA_AUTH_EXTERNAL_${name}_ENABLED`]: Switch(`People may sign in with ${label}.`, false),
  [`STOA_AUTH_EXTERNAL_${name}_CLIENT_ID`]: Type.Optional(Text(`Client id at ${label}.`)),
  [`STOA_AUTH_EXTERNAL_${name}_SECRET`]: Type.Optional(Text(`Client secret at ${label}.`)),
  [`STOA_AUTH_EXTERNAL_${name}_URL`]: Type.Optional(
    Text(`Address of ${label} when it is not the public one.`, { pattern: '^https?://' }),
  ),
})

/**
 * Environment variables of sign-in. Each is the variable of Supabase's auth server with STOA_AUTH_ in place of
 * GOTRUE_, so that a configuration can be moved over line by line.
 */
export const authVariables = {
  STOA_AUTH_SITE_URL: Type.Optional(
    Text('Where links in mails lead apps that use /auth/v1; the public address unless set.', {
      pattern: '^[a-z][a-z0-9+.-]*://',
    }),
  ),
  STOA_AUTH_URI_ALLOW_LIST: Text(
    'Further addresses people may be sent to after signing in by /auth/v1, separated by commas; * and ** as wildcards.',
    { default: ' ' },
  ),
  STOA_AUTH_DISABLE_SIGNUP: Switch('Nobody signs up by /auth/v1; administrators invite.', false),
  STOA_AUTH_EXTERNAL_EMAIL_ENABLED: Switch('People sign in with an email address by /auth/v1.', true),
  STOA_AUTH_EXTERNAL_PHONE_ENABLED: Switch('People sign in with a phone number.', true),
  STOA_AUTH_EXTERNAL_ANONYMOUS_USERS_ENABLED: Switch('Apps may open anonymous sessions.', false),
  STOA_AUTH_MAILER_AUTOCONFIRM: Switch('Addresses count as proven at sign-up by /auth/v1. For tests.', false),
  STOA_AUTH_SMS_AUTOCONFIRM: Switch('Phone numbers count as proven at sign-up. For tests.', false),
  STOA_AUTH_MAILER_OTP_LENGTH: Type.Integer({
    description: 'Digits of a code sent by mail.',
    default: 6,
    minimum: 6,
    maximum: 10,
  }),
  STOA_AUTH_MAILER_OTP_EXP: Count('Seconds a link or code sent by mail works.', 3600, 60),
  STOA_AUTH_SMS_OTP_LENGTH: Type.Integer({
    description: 'Digits of a code sent to a phone.',
    default: 6,
    minimum: 6,
    maximum: 10,
  }),
  STOA_AUTH_SMS_OTP_EXP: Count('Seconds a code sent to a phone works.', 300, 30),
  STOA_AUTH_SMTP_MAX_FREQUENCY: Pause(
    'Time between two mails of a kind to an address by /auth/v1, in seconds or such as 1m30s.',
    '60',
  ),
  STOA_AUTH_SMS_MAX_FREQUENCY: Pause(
    'Time between two text messages to a phone number, in seconds or such as 1m30s.',
    '60',
  ),
  STOA_AUTH_JWT_SECRET: Type.Optional(
    Text('Symmetric secret (HS256) for access tokens; without it keys of our own are made and rotated.', {
      minLength: 32,
    }),
  ),
  STOA_AUTH_JWT_KEYS: Type.Optional(
    Text('Keys for access tokens: a JSON list of JWKs; the one whose key_ops has "sign" signs.'),
  ),
  STOA_AUTH_JWT_EXP: Type.Integer({
    description: 'Seconds an access token works.',
    default: 3600,
    minimum: 30,
    maximum: 604_800,
  }),
  STOA_AUTH_JWT_AUD: Text('Audience of access tokens.', { default: 'authenticated' }),
  STOA_AUTH_SECURITY_REFRESH_TOKEN_REUSE_INTERVAL: Count(
    'Seconds in which a used refresh token is answered again with its successor. 0: once, for a lost answer.',
    0,
  ),
  STOA_AUTH_SECURITY_MANUAL_LINKING_ENABLED: Switch('People connect further accounts by /auth/v1.', true),
  STOA_AUTH_SECURITY_UPDATE_PASSWORD_REQUIRE_REAUTHENTICATION: Switch(
    'A password changes by /auth/v1 only with a fresh code, unless the sign-in is younger than a day.',
    false,
  ),
  STOA_AUTH_PASSWORD_MIN_LENGTH: Type.Integer({
    description: 'Characters a password needs.',
    default: 10,
    minimum: 6,
    maximum: 64,
  }),
  STOA_AUTH_MFA_MAX_ENROLLED_FACTORS: Count('Second factors a person may have.', 10, 1),
  STOA_AUTH_MFA_TOTP_ENROLL_ENABLED: Switch('Authenticator apps can be added.', true),
  STOA_AUTH_MFA_TOTP_VERIFY_ENABLED: Switch('Authenticator apps can be used.', true),
  STOA_AUTH_MFA_PHONE_ENROLL_ENABLED: Switch('Phones can be added as second factor.', true),
  STOA_AUTH_MFA_PHONE_VERIFY_ENABLED: Switch('Phones can be used as second factor.', true),
  STOA_AUTH_MFA_WEB_AUTHN_ENROLL_ENABLED: Switch('Security keys can be added.', true),
  STOA_AUTH_MFA_WEB_AUTHN_VERIFY_ENABLED: Switch('Security keys can be used.', true),
  STOA_AUTH_RATE_LIMIT_EMAIL_SENT: Count('Mails /auth/v1 sends an hour to one address.', 30, 1),
  STOA_AUTH_RATE_LIMIT_SMS_SENT: Count('Text messages sent an hour to one phone number.', 10, 1),
  STOA_AUTH_RATE_LIMIT_OTP: Count(
    'Codes and links asked for in five minutes from one network address.',
    30,
    1,
  ),
  STOA_AUTH_RATE_LIMIT_VERIFY: Count(
    'Codes and links tried in five minutes from one network address.',
    30,
    1,
  ),
  STOA_AUTH_RATE_LIMIT_TOKEN_REFRESH: Count(
    'Sign-ins and refreshes in five minutes from one network address.',
    150,
    1,
  ),
  STOA_AUTH_RATE_LIMIT_ANONYMOUS_USERS: Count('Anonymous sessions an hour from one network address.', 30, 1),
  STOA_AUTH_HOOK_CUSTOM_ACCESS_TOKEN_URI: Type.Optional(
    Text('Asked for further claims before an access token is signed.', { pattern: '^https?://' }),
  ),
  STOA_AUTH_HOOK_CUSTOM_ACCESS_TOKEN_SECRETS: Type.Optional(
    Text('Secret that signs what is sent there (Standard Webhooks): v1,whsec_…', { pattern: '^v1,whsec_' }),
  ),
  ...(providerVariables('GOOGLE', 'Google') as Record<string, never>),
  ...(providerVariables('GITHUB', 'GitHub') as Record<string, never>),
  ...(providerVariables('AZURE', 'Microsoft') as Record<string, never>),
  STOA_AUTH_SMS_PROVIDER: Type.Optional(
    Type.Literal('twilio', {
      description: 'Who carries text messages; named without its account, nobody does, nor are they caught.',
    }),
  ),
  STOA_AUTH_SMS_TWILIO_ACCOUNT_SID: Type.Optional(Text('Account at the text message provider.')),
  STOA_AUTH_SMS_TWILIO_AUTH_TOKEN: Type.Optional(Text('Token of that account.')),
  STOA_AUTH_SMS_TWILIO_MESSAGE_SERVICE_SID: Type.Optional(
    Text('Message service or phone number text messages come from.'),
  ),
  STOA_AUTH_SMS_TWILIO_URL: Text('Address of a provider that speaks Twilio’s protocol.', {
    default: 'https://api.twilio.com',
    pattern: '^https?://',
  }),
  STOA_AUTH_MAILER_SECURE_EMAIL_CHANGE_ENABLED: Switch(
    'A new address is confirmed at the old one, too.',
    true,
  ),
  STOA_AUTH_SAML_ENABLED: Switch('Organizations may have single sign-on by SAML 2.0.', true),
  STOA_AUTH_PASSKEY_ENABLED: Switch('People may sign in with a passkey.', true),
  STOA_AUTH_WEBAUTHN_RP_ID: Type.Optional(
    Text('Domain passkeys and security keys are for; the host name of the public address unless set.', {
      pattern: '^[a-z0-9.-]+$',
    }),
  ),
  STOA_AUTH_WEBAUTHN_RP_DISPLAY_NAME: Text('Name shown when a passkey is made.', { default: 'Stoa' }),
  STOA_AUTH_WEBAUTHN_RP_ORIGINS: Type.Optional(
    Text('Origins of apps that use them, separated by commas; the public address is always one.'),
  ),
  STOA_AUTH_OAUTH_SERVER_ENABLED: Switch('Outside apps may ask people to let them in (OAuth 2.1).', true),
  STOA_AUTH_OAUTH_SERVER_ALLOW_DYNAMIC_REGISTRATION: Switch(
    'Such apps may register themselves (RFC 7591).',
    true,
  ),
  STOA_AUTH_DNS_SERVERS: Type.Optional(
    Text('DNS servers asked for the proof of a domain, separated by commas; those of the system unless set.'),
  ),
  STOA_AUTH_ALLOW_PRIVATE_PROVIDERS: Switch(
    'Single sign-on may lead to private addresses: only for a provider inside the same network.',
    false,
  ),
}

/** A provider by preset, switched on. */
export type ExternalProvider = { clientId: string; secret: string; url: string | null }

/** How people come in, as the operator set it. */
export type AuthSettings = {
  siteUrl: string
  uriAllowList: string[]
  disableSignup: boolean
  emailEnabled: boolean
  phoneEnabled: boolean
  anonymousEnabled: boolean
  mailerAutoconfirm: boolean
  smsAutoconfirm: boolean
  mailerOtpLength: number
  mailerOtpSeconds: number
  smsOtpLength: number
  smsOtpSeconds: number
  mailPauseSeconds: number
  smsPauseSeconds: number
  jwtSecret: string | null
  /** JSON list of JWKs. */
  jwtKeys: string | null
  jwtSeconds: number
  jwtAudience: string
  refreshReuseSeconds: number
  manualLinking: boolean
  passwordNeedsReauthentication: boolean
  passwordMinLength: number
  mostFactors: number
  mfa: Record<'totp' | 'phone' | 'webauthn', { enrol: boolean; verify: boolean }>
  rateLimits: {
    emailSent: number
    smsSent: number
    otp: number
    verify: number
    tokenRefresh: number
    anonymous: number
  }
  hook: { uri: string; secret: string | null } | null
  external: Partial<Record<PresetProvider, ExternalProvider>>
  /** A provider of text messages was named, whether or not its account was given. */
  smsProviderNamed: boolean
  twilio: { accountSid: string; authToken: string; from: string; url: string } | null
  /** A new address is confirmed at the old one, too. */
  secureEmailChange: boolean
  samlEnabled: boolean
  passkeysEnabled: boolean
  /** The relying party of passkeys and security keys (Web Authentication, 4). */
  webauthn: { rpId: string; rpName: string; origins: string[] }
  oauthServer: { enabled: boolean; dynamicRegistration: boolean }
  dnsServers: string[] | null
  allowPrivateProviders: boolean
}

const Shape = Type.Object(authVariables)

/** Groups the checked variables. */
export function authSettings(given: Record<string, unknown>, publicUrl: string): AuthSettings {
  const v = given as Static<typeof Shape> & Record<string, string | boolean | undefined>
  const list = (text: string | undefined) =>
    (text ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
  const external: AuthSettings['external'] = {}
  for (const name of presetProviders) {
    const of = (what: string) => v[`STOA_AUTH_EXTERNAL_${name.toUpperCase()}_${what}`]
    const [clientId, secret] = [of('CLIENT_ID'), of('SECRET')]
    if (of('ENABLED') && clientId && secret)
      external[name] = {
        clientId: String(clientId),
        secret: String(secret),
        url: (of('URL') as string) ?? null,
      }
  }
  const sid = v.STOA_AUTH_SMS_TWILIO_ACCOUNT_SID
  return {
    siteUrl: (v.STOA_AUTH_SITE_URL ?? publicUrl).replace(/\/$/, ''),
    uriAllowList: list(v.STOA_AUTH_URI_ALLOW_LIST),
    disableSignup: v.STOA_AUTH_DISABLE_SIGNUP,
    emailEnabled: v.STOA_AUTH_EXTERNAL_EMAIL_ENABLED,
    phoneEnabled: v.STOA_AUTH_EXTERNAL_PHONE_ENABLED,
    anonymousEnabled: v.STOA_AUTH_EXTERNAL_ANONYMOUS_USERS_ENABLED,
    mailerAutoconfirm: v.STOA_AUTH_MAILER_AUTOCONFIRM,
    smsAutoconfirm: v.STOA_AUTH_SMS_AUTOCONFIRM,
    mailerOtpLength: v.STOA_AUTH_MAILER_OTP_LENGTH,
    mailerOtpSeconds: v.STOA_AUTH_MAILER_OTP_EXP,
    smsOtpLength: v.STOA_AUTH_SMS_OTP_LENGTH,
    smsOtpSeconds: v.STOA_AUTH_SMS_OTP_EXP,
    mailPauseSeconds: secondsOf(v.STOA_AUTH_SMTP_MAX_FREQUENCY),
    smsPauseSeconds: secondsOf(v.STOA_AUTH_SMS_MAX_FREQUENCY),
    jwtSecret: v.STOA_AUTH_JWT_SECRET ?? null,
    jwtKeys: v.STOA_AUTH_JWT_KEYS ?? null,
    jwtSeconds: v.STOA_AUTH_JWT_EXP,
    jwtAudience: v.STOA_AUTH_JWT_AUD,
    refreshReuseSeconds: v.STOA_AUTH_SECURITY_REFRESH_TOKEN_REUSE_INTERVAL,
    manualLinking: v.STOA_AUTH_SECURITY_MANUAL_LINKING_ENABLED,
    passwordNeedsReauthentication: v.STOA_AUTH_SECURITY_UPDATE_PASSWORD_REQUIRE_REAUTHENTICATION,
    passwordMinLength: v.STOA_AUTH_PASSWORD_MIN_LENGTH,
    mostFactors: v.STOA_AUTH_MFA_MAX_ENROLLED_FACTORS,
    mfa: {
      totp: { enrol: v.STOA_AUTH_MFA_TOTP_ENROLL_ENABLED, verify: v.STOA_AUTH_MFA_TOTP_VERIFY_ENABLED },
      phone: { enrol: v.STOA_AUTH_MFA_PHONE_ENROLL_ENABLED, verify: v.STOA_AUTH_MFA_PHONE_VERIFY_ENABLED },
      webauthn: {
        enrol: v.STOA_AUTH_MFA_WEB_AUTHN_ENROLL_ENABLED,
        verify: v.STOA_AUTH_MFA_WEB_AUTHN_VERIFY_ENABLED,
      },
    },
    rateLimits: {
      emailSent: v.STOA_AUTH_RATE_LIMIT_EMAIL_SENT,
      smsSent: v.STOA_AUTH_RATE_LIMIT_SMS_SENT,
      otp: v.STOA_AUTH_RATE_LIMIT_OTP,
      verify: v.STOA_AUTH_RATE_LIMIT_VERIFY,
      tokenRefresh: v.STOA_AUTH_RATE_LIMIT_TOKEN_REFRESH,
      anonymous: v.STOA_AUTH_RATE_LIMIT_ANONYMOUS_USERS,
    },
    hook: v.STOA_AUTH_HOOK_CUSTOM_ACCESS_TOKEN_URI
      ? {
          uri: v.STOA_AUTH_HOOK_CUSTOM_ACCESS_TOKEN_URI,
          secret: v.STOA_AUTH_HOOK_CUSTOM_ACCESS_TOKEN_SECRETS ?? null,
        }
      : null,
    external,
    smsProviderNamed: v.STOA_AUTH_SMS_PROVIDER !== undefined,
    twilio: sid
      ? {
          accountSid: sid,
          authToken: v.STOA_AUTH_SMS_TWILIO_AUTH_TOKEN ?? '',
          from: v.STOA_AUTH_SMS_TWILIO_MESSAGE_SERVICE_SID ?? '',
          url: v.STOA_AUTH_SMS_TWILIO_URL.replace(/\/$/, ''),
        }
      : null,
    secureEmailChange: v.STOA_AUTH_MAILER_SECURE_EMAIL_CHANGE_ENABLED,
    samlEnabled: v.STOA_AUTH_SAML_ENABLED,
    passkeysEnabled: v.STOA_AUTH_PASSKEY_ENABLED,
    webauthn: {
      rpId: v.STOA_AUTH_WEBAUTHN_RP_ID ?? new URL(publicUrl).hostname,
      rpName: v.STOA_AUTH_WEBAUTHN_RP_DISPLAY_NAME,
      origins: [publicUrl, ...list(v.STOA_AUTH_WEBAUTHN_RP_ORIGINS)],
    },
    oauthServer: {
      enabled: v.STOA_AUTH_OAUTH_SERVER_ENABLED,
      dynamicRegistration: v.STOA_AUTH_OAUTH_SERVER_ALLOW_DYNAMIC_REGISTRATION,
    },
    dnsServers: v.STOA_AUTH_DNS_SERVERS ? list(v.STOA_AUTH_DNS_SERVERS) : null,
    allowPrivateProviders: v.STOA_AUTH_ALLOW_PRIVATE_PROVIDERS,
  }
}
