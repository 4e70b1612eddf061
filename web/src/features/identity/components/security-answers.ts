import type { paths } from '~/lib/api.gen.ts'

type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** A single sign-on as administrators see it. */
export type SsoProvider = Answer<'/api/v1/identity/sso-providers/{ssoProviderId}'>
export type SsoDomain = SsoProvider['domains'][number]
export type SsoTest = NonNullable<SsoProvider['lastTest']>
/** What an administrator enters at their identity provider. */
export type OurSide = Answer<'/api/v1/identity/sso-service-provider'>
/** A sign-in provider the organization set up. */
export type OauthProvider = Answer<'/api/v1/identity/oauth-providers/{providerId}'>
export type Directory = Answer<'/api/v1/identity/directories/{directoryId}'>
/** An app of the organization. */
export type OauthClient = Answer<'/api/v1/identity/oauth-clients/{clientId}'>
export type Policy = Answer<'/api/v1/identity/security-policy'>
/** What an app asks a person for. */
export type Authorization = Answer<'/api/v1/identity/authorizations/{authorizationId}'>
