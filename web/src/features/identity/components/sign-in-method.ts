import type { Translate } from '~/lib/messages/index.ts'

/** Ways to sign in, as the history writes them, in the order they are offered as a filter. */
export const signInMethods = [
  'password',
  'otp',
  'magiclink',
  'passkey',
  'totp',
  'mfa/phone',
  'mfa/webauthn',
  'mfa/recovery_code',
  'oauth',
  'sso/saml',
  'sso/oidc',
  'email/signup',
  'invite',
  'recovery',
  'anonymous',
  'impersonation',
] as const
type Method = (typeof signInMethods)[number]

const isKnown = (method: string): method is Method => signInMethods.some((known) => known === method)

/** How somebody tried to sign in; a way without words as it is written. */
export function methodName(t: Translate, method: string): string {
  return isKnown(method) ? t(`account.method_${method.replace('/', '_') as Slashless<Method>}`) : method
}

type Slashless<Text extends string> = Text extends `${infer A}/${infer B}` ? `${A}_${B}` : Text
