import { defineError } from '../../../platform/errors.ts'

export const SsoUnknown = defineError(
  'identity.sso_unknown',
  404,
  'There is no single sign-on for this address. Sign in another way, or ask your administrator.',
)
export const SsoDisabled = defineError(
  'identity.sso_disabled',
  403,
  'This single sign-on is switched off. Sign in another way, or ask your administrator.',
)
export const SsoVisitUnknown = defineError(
  'identity.sso_visit_unknown',
  403,
  'This sign-in was not begun here, was used already, or took too long. Begin again at the sign-in page.',
)
export const SsoOtherBrowser = defineError(
  'identity.sso_other_browser',
  403,
  'This sign-in was begun in another browser. Begin again in this one.',
)
export const SsoResponseRefused = defineError(
  'identity.sso_response_refused',
  403,
  'The answer of your organization’s sign-on was refused ({reason}). Begin again; if it happens again, show this to your administrator.',
)
export const SsoReplayed = defineError(
  'identity.sso_replayed',
  403,
  'This answer of your organization’s sign-on was used already. Begin again at the sign-in page.',
)
export const SsoWithoutEmail = defineError(
  'identity.sso_without_email',
  403,
  'Your organization’s sign-on did not tell your email address. Ask your administrator to send it along.',
)
export const SsoForeignEmail = defineError(
  'identity.sso_foreign_email',
  403,
  'Your address is not of a domain your organization has proven. Ask your administrator to prove it.',
)
export const SsoIdentityTaken = defineError(
  'identity.sso_identity_taken',
  409,
  'This sign-on belongs to another account already. Ask your administrator.',
)
export const SsoMetadataRefused = defineError(
  'identity.sso_metadata_refused',
  422,
  'This is not metadata of an identity provider that can be used ({reason}).',
)
export const SsoEntityTaken = defineError(
  'identity.sso_entity_taken',
  409,
  'There is a single sign-on for this identity provider already.',
)
export const SsoEntityChanged = defineError(
  'identity.sso_entity_changed',
  409,
  'This metadata is of another identity provider. Set up a new single sign-on for it.',
)
export const SsoResourceTaken = defineError(
  'identity.sso_resource_taken',
  409,
  'There is a single sign-on with this resource id already.',
)
export const SsoKindFixed = defineError(
  'identity.sso_kind_fixed',
  422,
  'These settings do not belong to this kind of single sign-on.',
)
export const SsoTooMany = defineError(
  'identity.sso_too_many',
  409,
  'There are {limit} already; that is as many as an organization may have.',
)
export const SsoRoleRefused = defineError(
  'identity.sso_role_refused',
  422,
  'An owner’s role cannot be given by single sign-on.',
)
export const SamlOff = defineError(
  'identity.saml_off',
  403,
  'Single sign-on by SAML is switched off at this installation.',
)
export const DomainClaimed = defineError(
  'identity.sso_domain_claimed',
  409,
  'This organization has this domain already.',
)
export const DomainTaken = defineError(
  'identity.sso_domain_taken',
  409,
  'Another organization has proven this domain. Ask the people who run Stoa.',
)
export const DomainPublic = defineError(
  'identity.sso_domain_public',
  422,
  'Anybody can get an address at {domain}, so no organization may claim it.',
)
export const DomainNotProven = defineError(
  'identity.sso_domain_not_proven',
  409,
  'The proof was not found. Add the TXT record to the DNS of {domain} and try again; it can take hours to be seen.',
)
