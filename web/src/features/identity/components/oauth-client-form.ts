import { formText, formTextOrNull } from '~/lib/form.ts'
import { linesOf } from './oauth-provider-form.ts'
import { scopesOf, scopeWishOf } from './scope-matrix.tsx'
import type { OauthClient } from './security-answers.ts'

/** What a form says of an app. */
export type ClientWish = Pick<
  OauthClient,
  | 'redirectUris'
  | 'postLogoutRedirectUris'
  | 'isPublic'
  | 'uri'
  | 'logoUri'
  | 'policyUri'
  | 'tosUri'
  | 'contacts'
  | 'scopes'
> & { name: string }

/** What an app may learn of a person, in the order it is asked for. */
export const personScopes = ['openid', 'profile', 'email', 'phone', 'offline_access'] as const

export const emptyClient: ClientWish = {
  name: '',
  redirectUris: [],
  postLogoutRedirectUris: [],
  isPublic: false,
  scopes: ['openid', 'profile', 'email'],
  uri: null,
  logoUri: null,
  policyUri: null,
  tosUri: null,
  contacts: [],
}

export function clientWish(form: FormData) {
  const asked = form.getAll('scope')
  return {
    name: formText(form, 'name'),
    redirectUris: linesOf(form, 'redirectUris'),
    postLogoutRedirectUris: linesOf(form, 'postLogoutRedirectUris'),
    isPublic: form.get('kind') === 'public',
    scopes: [
      ...personScopes.filter((scope) => asked.includes(scope)),
      // Writing includes reading, and both are named: an app may ask for the smaller one.
      ...scopesOf(scopeWishOf(form)).flatMap((scope) =>
        scope.endsWith(':write') ? [scope.replace(/write$/, 'read') as typeof scope, scope] : [scope],
      ),
    ],
    uri: formTextOrNull(form, 'uri'),
    logoUri: formTextOrNull(form, 'logoUri'),
    policyUri: formTextOrNull(form, 'policyUri'),
    tosUri: formTextOrNull(form, 'tosUri'),
    contacts: linesOf(form, 'contacts'),
  }
}
