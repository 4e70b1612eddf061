import { defineError } from '../../../platform/errors.ts'

export const ClientRefused = defineError(
  'identity.oauth_client_refused',
  422,
  'The app cannot be registered like this: {reason}. Correct it and try again.',
)
export const TooManyClients = defineError(
  'identity.too_many_oauth_clients',
  409,
  'There are {limit} apps already. Delete one first.',
)
export const ClientHasNoSecret = defineError(
  'identity.oauth_client_has_no_secret',
  409,
  'This app is public: it proves itself with PKCE and has no secret.',
)
