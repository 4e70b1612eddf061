import { formSecret, formText, formTextOrNull } from '~/lib/form.ts'
import type { OauthProvider } from './security-answers.ts'

export type ProviderType = OauthProvider['providerType']

/** What a form says of a provider; its secret apart, as an empty one says nothing. */
export type ProviderWish = Pick<
  OauthProvider,
  | 'name'
  | 'clientId'
  | 'issuer'
  | 'discoveryUrl'
  | 'authorizationUrl'
  | 'tokenUrl'
  | 'userinfoUrl'
  | 'scopes'
  | 'acceptableClientIds'
  | 'authorizationParams'
  | 'attributeMapping'
  | 'skipNonceCheck'
  | 'pkceEnabled'
  | 'emailOptional'
>

export const emptyProvider: ProviderWish = {
  name: '',
  clientId: '',
  issuer: null,
  discoveryUrl: null,
  authorizationUrl: null,
  tokenUrl: null,
  userinfoUrl: null,
  scopes: [],
  acceptableClientIds: [],
  authorizationParams: {},
  attributeMapping: {},
  skipNonceCheck: false,
  pkceEnabled: true,
  emailOptional: false,
}

const splitBy = (text: string, separator: RegExp) =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean)

/** The lines of a text that say something. */
export const linesOf = (form: FormData, name: string): string[] => splitBy(formText(form, name), /\n/)

/** Lines of `name=value`. */
const pairsOf = (form: FormData, name: string): Record<string, string> =>
  Object.fromEntries(
    linesOf(form, name).map((line) => {
      const [key = '', ...rest] = line.split('=')
      return [key.trim(), rest.join('=').trim()]
    }),
  )

export const pairLines = (pairs: Record<string, string>): string =>
  Object.entries(pairs)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n')

export function providerWish(form: FormData, type: ProviderType): ProviderWish {
  const isOidc = type === 'oidc'
  return {
    name: formText(form, 'name'),
    clientId: formText(form, 'clientId'),
    issuer: isOidc ? formTextOrNull(form, 'issuer') : null,
    discoveryUrl: isOidc ? formTextOrNull(form, 'discoveryUrl') : null,
    authorizationUrl: isOidc ? null : formTextOrNull(form, 'authorizationUrl'),
    tokenUrl: isOidc ? null : formTextOrNull(form, 'tokenUrl'),
    userinfoUrl: isOidc ? null : formTextOrNull(form, 'userinfoUrl'),
    scopes: splitBy(formText(form, 'scopes'), /[\s,]+/),
    acceptableClientIds: linesOf(form, 'acceptableClientIds'),
    authorizationParams: pairsOf(form, 'authorizationParams'),
    attributeMapping: pairsOf(form, 'attributeMapping'),
    skipNonceCheck: form.has('skipNonceCheck'),
    pkceEnabled: form.has('pkceEnabled'),
    emailOptional: form.has('emailOptional'),
  }
}

/** The secret that was typed, to be sent along; nothing when none was. */
export function secretWish(form: FormData): { clientSecret?: string } {
  const clientSecret = formSecret(form, 'clientSecret')
  return clientSecret ? { clientSecret } : {}
}
