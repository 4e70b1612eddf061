/**
 * Words for refusals of the API where its own sentence is not meant for people: fields by the rule they break, and
 * why something may not be done. Those of signing in are here as the API says them, because they also arrive as a
 * mere code in an address; everything else the API says in whole English sentences.
 */
export const problems = {
  conflict: 'Somebody else changed this at the same time. Load it again.',
  cross_site_request: 'This request came from another site and was refused.',
  'field.additionalProperties': 'This is not asked for here.',
  'field.enum': 'Choose one of the given values.',
  'field.format': 'This is not written the way it has to be. Check it for typing errors.',
  'field.maximum': 'This is too large.',
  'field.maxItems': 'These are too many.',
  'field.maxLength': 'This is too long.',
  'field.minimum': 'This is too small.',
  'field.minItems': 'Choose at least one.',
  'field.minLength': 'This is too short.',
  'field.pattern': 'This is not written the way it has to be. Check it for typing errors.',
  'field.required': 'This is needed.',
  'field.type': 'This is of the wrong kind.',
  'field.uniqueItems': 'Each may be named once only.',
  forbidden: '{reason}',
  idempotency_key_reused: 'This Idempotency-Key was used for a different request. Use a new key.',
  'identity.address_identity_stays':
    'An address is changed among your addresses; it cannot be disconnected here.',
  'identity.address_not_proven': 'Prove this address first, by the link or code we sent to it.',
  'identity.address_proven': 'This address is yours already; there is nothing left to prove.',
  'identity.already_invited':
    'There is an open invitation for this address. Send it again, or revoke it first.',
  'identity.already_member': 'This person belongs to the organization already.',
  'identity.api_tokens_off': 'This organization does not allow API tokens. Ask an administrator.',
  'identity.banned': 'You may not use this organization at present: {reason}',
  'identity.challenge_over': 'This took too long, or was used already. Begin again.',
  'identity.code_sent_lately': 'A code was sent a moment ago. Wait {seconds} seconds to ask for another one.',
  'identity.deletion_not_confirmed':
    'Type your main address to confirm that you want to delete your account.',
  'identity.directory_name_taken': 'There is a directory of this name already. Choose another name.',
  'identity.email_not_verified':
    'Confirm your email address first: open the link we sent you, or sign up again to get a new one.',
  'identity.email_taken': 'Somebody uses this email address already.',
  'identity.factor_kind_off': 'This kind of second factor is switched off here. Choose another one.',
  'identity.factor_name_taken': 'You have a second factor of this name already. Choose another name.',
  'identity.factors_used_elsewhere':
    'This person belongs to other organizations, too, and signs in there with the same second factors. Ask the operator of the installation.',
  'identity.flow_not_found': 'This sign-in was finished already or has expired. Start again.',
  'identity.id_token_refused': 'The id token was refused: {reason}. Get a new one from the provider.',
  'identity.identity_already_exists':
    'This account at {provider} is connected with somebody else. Sign in with it, or use another one.',
  'identity.identity_of_another_address':
    'Somebody else has the address of this account at {provider}. Sign in with that address instead.',
  'identity.invitation_closed': 'This invitation was accepted, revoked or has expired.',
  'identity.invitation_for_somebody_else':
    'This invitation was sent to another address. Sign out and open the link again.',
  'identity.last_factor_needed':
    'Your organization asks for a second factor, and this is your last one. Add another one first.',
  'identity.last_owner': 'This is the last owner. Make somebody else an owner first.',
  'identity.last_owner_of':
    'You are the last owner of {organization}. Make somebody else an owner there first.',
  'identity.lift_ban_first': 'This person is banned. Lift the ban first.',
  'identity.link_not_valid': 'This link was used already or has expired. Ask for a new one.',
  'identity.manager_cycle': 'This person stands above the one you chose already. Choose somebody else.',
  'identity.manual_linking_disabled': 'Connecting further accounts is switched off at this installation.',
  'identity.membership_inactive':
    'Your membership was deactivated. Ask an administrator of the organization.',
  'identity.name_and_password_needed': 'Give your name and choose a password to accept the invitation.',
  'identity.no_mailed_code':
    'A code by mail is not enough for your account. Use your password or a second factor.',
  'identity.no_other_way_in': 'You could not sign in any more without this. Add another way first.',
  'identity.no_phone_number':
    'That is not a phone number. Write it with the country, such as +49 151 12345678.',
  'identity.no_second_factor': 'There is no second factor yet. Add one first.',
  'identity.no_such_manager':
    'There is no such person in this organization. Choose somebody who belongs to it.',
  'identity.no_such_role': 'There is no such role in this organization.',
  'identity.oauth_client_has_no_secret': 'This app is public: it proves itself with PKCE and has no secret.',
  'identity.oauth_client_refused':
    'The app cannot be registered like this: {reason}. Correct it and try again.',
  'identity.own_sign_in_needed':
    'You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.',
  'identity.owner_role_by_directory': 'A directory makes nobody an owner. Choose another role.',
  'identity.passkey_challenge_over': 'This took too long, or was used already. Begin again.',
  'identity.passkey_exists': 'This passkey was added already. Choose another device, or use it to sign in.',
  'identity.passkey_refused':
    'This passkey could not be checked, or it belongs to no account here. Sign in another way.',
  'identity.passkeys_off': 'Passkeys are switched off here. Sign in another way.',
  'identity.password_common': 'Many people use this password, so it is guessed first. Choose another one.',
  'identity.password_too_long': 'Use a password of at most 1024 bytes.',
  'identity.permission_not_held': 'You cannot give a permission or module that you do not have: {permission}',
  'identity.phone_factor_exists': 'This phone number is one of your second factors already.',
  'identity.phone_not_valid': 'Write the phone number with its country code, such as +49 151 12345678.',
  'identity.phone_sign_in_off': 'Phone numbers are not used here. Use your email address.',
  'identity.phone_taken': 'Somebody uses this phone number already.',
  'identity.primary_address_stays': 'Mails go to this address. Make another one the main address first.',
  'identity.proof_too_old': 'Confirm that it is you first: enter your password or use a second factor again.',
  'identity.provider_denied':
    '{provider} did not let you through ({reason}). Try again or choose another way.',
  'identity.provider_discovery_failed': 'The provider could not be read: {reason}',
  'identity.provider_email_not_proven':
    '{provider} did not say that your email address is proven. Prove it there, or sign up by mail and connect the account afterwards.',
  'identity.provider_failed':
    'The answer of {provider} could not be used ({reason}). Try again; if it happens again, tell an administrator.',
  'identity.provider_in_use':
    'People are connected through this provider already, so its addresses stay as they are. Add a new provider instead.',
  'identity.provider_incomplete': 'These addresses of the provider are missing: {missing}.',
  'identity.provider_may_not_vouch':
    'This organization may let people in by {provider} only with addresses of domains it has proven. Sign in another way, or ask an administrator.',
  'identity.provider_reserved':
    'The name {identifier} stands for a provider that comes with Stoa. Choose another name.',
  'identity.provider_taken': 'There is a provider of this name already. Choose another name.',
  'identity.provider_unknown': 'Nobody signs in here with this provider. Choose another way.',
  'identity.provider_visit_unknown':
    'This sign-in was not begun in this browser, was used already, or took too long. Begin again.',
  'identity.rank_too_high': 'You cannot give or change a role that stands above your own.',
  'identity.refresh_token_unknown': 'This refresh token is not valid. Sign in again.',
  'identity.refresh_token_used': 'This refresh token was used already. Sign in again.',
  'identity.role_built_in':
    'This role comes with Stoa. It cannot be removed, and its rank and default stay as they are.',
  'identity.role_in_use': 'People hold this role, or are invited to it. Give them another one first.',
  'identity.role_taken': 'There is a role of this name already.',
  'identity.saml_off': 'Single sign-on by SAML is switched off at this installation.',
  'identity.second_factor_needed': 'Confirm with one of your second factors first.',
  'identity.set_up_already': 'Stoa is set up already. Sign in instead.',
  'identity.sign_in_to_accept': 'You have an account already. Sign in with it, then accept the invitation.',
  'identity.sign_up_closed': 'This organization takes new people by invitation only.',
  'identity.single_identity_not_deletable':
    'This is your only way in. Choose a password or connect another account first.',
  'identity.slug_taken': 'This short name is taken. Choose another one.',
  'identity.sso_disabled':
    'This single sign-on is switched off. Sign in another way, or ask your administrator.',
  'identity.sso_domain_claimed': 'This organization has this domain already.',
  'identity.sso_domain_not_proven':
    'The proof was not found. Add the TXT record to the DNS of {domain} and try again; it can take hours to be seen.',
  'identity.sso_domain_public': 'Anybody can get an address at {domain}, so no organization may claim it.',
  'identity.sso_domain_taken': 'Another organization has proven this domain. Ask the people who run Stoa.',
  'identity.sso_entity_changed':
    'This metadata is of another identity provider. Set up a new single sign-on for it.',
  'identity.sso_entity_taken': 'There is a single sign-on for this identity provider already.',
  'identity.sso_foreign_email':
    'Your address is not of a domain your organization has proven. Ask your administrator to prove it.',
  'identity.sso_identity_taken': 'This sign-on belongs to another account already. Ask your administrator.',
  'identity.sso_kind_fixed': 'These settings do not belong to this kind of single sign-on.',
  'identity.sso_metadata_refused':
    'This is not metadata of an identity provider that can be used ({reason}).',
  'identity.sso_metadata_refused.bad_certificate':
    'The metadata holds a certificate that cannot be read. Download the metadata again at the identity provider.',
  'identity.sso_metadata_refused.expired':
    'This metadata has expired. Get the current one from the identity provider.',
  'identity.sso_metadata_refused.forbidden_markup':
    'This file holds a document type or entities, which metadata never needs. Download the metadata again.',
  'identity.sso_metadata_refused.key_not_supported':
    'The signing key is too weak or of an uncommon kind. Choose RSA with at least 2048 bits at the identity provider.',
  'identity.sso_metadata_refused.no_certificate':
    'The metadata holds no signing certificate. Choose one at the identity provider and download the metadata again.',
  'identity.sso_metadata_refused.no_entity_id':
    'The metadata does not say whose it is (entityID). Download it again at the identity provider.',
  'identity.sso_metadata_refused.no_identity_provider':
    'This is not metadata of an identity provider. Look there for “IdP metadata” or “federation metadata”.',
  'identity.sso_metadata_refused.no_redirect_binding':
    'The identity provider offers no sign-in by HTTP-Redirect. Switch that binding on there.',
  'identity.sso_metadata_refused.not_xml':
    'This is not XML. Paste the whole file, from the first angle bracket to the last.',
  'identity.sso_metadata_refused.several_identity_providers':
    'This metadata describes several identity providers. Bring that of one alone.',
  'identity.sso_metadata_refused.sign_in_address':
    'The sign-in address in the metadata is not an https address. Correct it at the identity provider.',
  'identity.sso_not_ready':
    'Set up a single sign-on with a proven domain first, so that people can still come in.',
  'identity.sso_other_browser': 'This sign-in was begun in another browser. Begin again in this one.',
  'identity.sso_replayed':
    'This answer of your organization’s sign-on was used already. Begin again at the sign-in page.',
  'identity.sso_required': 'Your organization asks you to sign in through its own sign-on.',
  'identity.sso_resource_taken': 'There is a single sign-on with this resource id already.',
  'identity.sso_response_refused':
    'The answer of your organization’s sign-on was refused ({reason}). Begin again; if it happens again, show this to your administrator.',
  'identity.sso_role_refused': 'An owner’s role cannot be given by single sign-on.',
  'identity.sso_too_many': 'There are {limit} already; that is as many as an organization may have.',
  'identity.sso_unknown':
    'There is no single sign-on for this address. Sign in another way, or ask your administrator.',
  'identity.sso_visit_unknown':
    'This sign-in was not begun here, was used already, or took too long. Begin again at the sign-in page.',
  'identity.sso_without_email':
    'Your organization’s sign-on did not tell your email address. Ask your administrator to send it along.',
  'identity.token_lasts_too_long':
    'Here a token works for at most {days} days. Choose an end within that time.',
  'identity.too_many_addresses': 'You have {limit} addresses already. Remove one first.',
  'identity.too_many_api_tokens': 'You have {limit} tokens that work. Revoke one first.',
  'identity.too_many_directories': 'There are {limit} directories already. Delete one first.',
  'identity.too_many_directory_tokens': 'This directory has {limit} tokens that work. Revoke one first.',
  'identity.too_many_factors': 'You have {limit} second factors already. Remove one first.',
  'identity.too_many_oauth_clients': 'There are {limit} apps already. Delete one first.',
  'identity.too_many_organizations':
    'You own {limit} organizations already; that is as many as one person may found.',
  'identity.too_many_passkeys': 'You have {limit} passkeys already. Remove one first.',
  'identity.too_many_providers':
    'There are {limit} providers already; that is as many as an organization may have.',
  'identity.too_many_roles': 'There are {limit} roles already. Delete one first.',
  'identity.unknown_time_zone': 'There is no such time zone.',
  'identity.would_lock_you_out':
    'You could not sign in any more by this rule. Add a second factor, or sign in through the single sign-on first.',
  'identity.wrong_code': 'That code is not right, or it has expired. Check it, or ask for a new one.',
  'identity.wrong_credentials':
    'That email address and password do not belong together. Check both and try again.',
  'identity.wrong_key': 'That key could not be checked. Use the one you added, and try again.',
  'identity.wrong_password': 'That is not your present password.',
  'identity.wrong_sign_up_password':
    'That is not the password you chose with this link. Try again, or sign up again to choose another one.',
  'identity.wrong_verifier': 'This sign-in was begun elsewhere. Start again, in the same app.',
  invalid_input: 'Some fields need another look.',
  malformed_request: 'The request could not be read: {reason}',
  not_found: 'There is nothing here, or you may not see it.',
  on_hold: 'Your sign-in is not finished: {owes}. Complete it and try again.',
  outgoing_failed: 'The address {host} did not answer as expected: {reason}. Check it and try again.',
  outgoing_refused: 'The address {host} cannot be used: {reason}. Give a public https address.',
  'reason.already_enrolled': 'You have joined already.',
  'reason.closed_today': 'It is not open today.',
  'reason.course_closed': 'This {course} takes nobody in at present.',
  'reason.course_has_learners': 'Somebody has joined this {course} already.',
  'reason.course_not_free': 'This {course} has to be paid for.',
  'reason.holds_more': 'This person may do more than you yourself.',
  'reason.import_over': 'This import has come to its end.',
  'reason.membership_required': 'Join the organization first.',
  'reason.not_a_member': 'Join the organization first.',
  'reason.not_active': 'The membership of this person is not active.',
  'reason.not_on_oneself': 'You cannot do this to yourself. Ask another administrator.',
  'reason.not_while_impersonating': 'Only the person themselves may do this.',
  'reason.not_your_course': 'This {course} is in the hands of somebody else.',
  'reason.not_your_import': 'This import was started by somebody else.',
  'reason.nothing_to_publish': 'Nothing has changed since it was published.',
  'reason.owner_role': 'The role of the owner stays as it is.',
  'reason.permission': 'You need the permission "{permission}" for this. Ask an administrator.',
  'reason.session_required': 'This takes a sign-in of your own, not a token or an app.',
  'reason.sign_in_required': 'Sign in first.',
  'reason.stands_above': 'This person or role stands at your own rank or above.',
  scope_missing: 'This token was not given the scope {scope}. Make one that has it.',
  sign_in_required: 'Sign in to do this.',
  too_large: 'That is too large; at most {limit} bytes are taken.',
  too_many_requests: 'Too many tries. Wait {seconds} seconds and try again.',
  unavailable: 'Stoa cannot do this right now. Try again in a moment.',
  version_mismatch: 'This was changed since you loaded it. Load it again and repeat your change.',
} as const
