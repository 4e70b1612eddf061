import type { MessageKey, Translate } from '~/lib/messages/index.ts'

const words: Record<string, MessageKey> = {
  'identity.wrong_credentials': 'identity.try_wrong_password',
  'identity.wrong_password': 'identity.try_wrong_password',
  'identity.email_not_verified': 'identity.try_not_verified',
  'identity.banned': 'identity.try_banned',
  'identity.membership_inactive': 'identity.try_inactive',
  'identity.wrong_code': 'persons.try_wrong_code',
  'identity.wrong_key': 'persons.try_wrong_key',
  'identity.passkey_refused': 'persons.try_passkey',
  'identity.sign_up_closed': 'persons.try_closed',
  'identity.link_not_valid': 'persons.try_link',
  'identity.invitation_for_somebody_else': 'persons.try_invitation',
  'identity.identity_already_exists': 'persons.try_address_taken',
  'identity.identity_of_another_address': 'persons.try_address_taken',
  'identity.sso_identity_taken': 'persons.try_address_taken',
  'identity.provider_email_not_proven': 'persons.try_proven',
  'identity.provider_may_not_vouch': 'persons.try_proven',
}

/** Why a try to sign in failed, by the code of the error it ended in. */
export function reasonOf(t: Translate, code: string | null): string {
  const known = code && words[code]
  if (known) return t(known)
  if (code?.startsWith('identity.provider_')) return t('persons.try_provider')
  if (code?.startsWith('identity.sso_') || code === 'identity.saml_off') return t('persons.try_sso')
  return t('identity.try_failed')
}
