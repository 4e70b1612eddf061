import { defineError } from '../../../platform/errors.ts'

export const ProviderUnknown = defineError(
  'identity.provider_unknown',
  404,
  'Nobody signs in here with this provider. Choose another way.',
)
export const ProviderVisitUnknown = defineError(
  'identity.provider_visit_unknown',
  403,
  'This sign-in was not begun in this browser, was used already, or took too long. Begin again.',
)
export const ProviderDenied = defineError(
  'identity.provider_denied',
  403,
  '{provider} did not let you through ({reason}). Try again or choose another way.',
)
export const ProviderFailed = defineError(
  'identity.provider_failed',
  502,
  'The answer of {provider} could not be used ({reason}). Try again; if it happens again, tell an administrator.',
)
export const ProviderEmailNotProven = defineError(
  'identity.provider_email_not_proven',
  403,
  '{provider} did not say that your email address is proven. Prove it there, or sign up by mail and connect the account afterwards.',
)
export const ProviderMayNotVouch = defineError(
  'identity.provider_may_not_vouch',
  403,
  'This organization may let people in by {provider} only with addresses of domains it has proven. Sign in another way, or ask an administrator.',
)
export const IdentityTaken = defineError(
  'identity.identity_already_exists',
  409,
  'This account at {provider} is connected with somebody else. Sign in with it, or use another one.',
)
export const IdentityOfAnotherAddress = defineError(
  'identity.identity_of_another_address',
  409,
  'Somebody else has the address of this account at {provider}. Sign in with that address instead.',
)
export const LastWayIn = defineError(
  'identity.single_identity_not_deletable',
  422,
  'This is your only way in. Choose a password or connect another account first.',
)
export const AddressIdentityStays = defineError(
  'identity.address_identity_stays',
  422,
  'An address is changed among your addresses; it cannot be disconnected here.',
)
export const LinkingOff = defineError(
  'identity.manual_linking_disabled',
  404,
  'Connecting further accounts is switched off at this installation.',
)
export const IdTokenRefused = defineError(
  'identity.id_token_refused',
  400,
  'The id token was refused: {reason}. Get a new one from the provider.',
)
export const ProviderTaken = defineError(
  'identity.provider_taken',
  409,
  'There is a provider of this name already. Choose another name.',
)
export const ProviderReserved = defineError(
  'identity.provider_reserved',
  422,
  'The name {identifier} stands for a provider that comes with Stoa. Choose another name.',
)
export const ProviderIncomplete = defineError(
  'identity.provider_incomplete',
  422,
  'These addresses of the provider are missing: {missing}.',
)
export const ProviderInUse = defineError(
  'identity.provider_in_use',
  409,
  'People are connected through this provider already, so its addresses stay as they are. Add a new provider instead.',
)
export const TooManyProviders = defineError(
  'identity.too_many_providers',
  409,
  'There are {limit} providers already; that is as many as an organization may have.',
)
export const DiscoveryFailed = defineError(
  'identity.provider_discovery_failed',
  422,
  'The provider could not be read: {reason}',
)
