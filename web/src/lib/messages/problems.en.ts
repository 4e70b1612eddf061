/**
 * Words for refusals of the API where its own sentence is not meant for people: fields by the rule they break, and
 * why something may not be done. Everything else the API says in whole English sentences.
 */
export const problems = {
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
  'reason.already_enrolled': 'You have joined already.',
  'reason.closed_today': 'It is not open today.',
  'reason.course_closed': 'This {course} takes nobody in at present.',
  'reason.course_has_learners': 'Somebody has joined this {course} already.',
  'reason.course_not_free': 'This {course} has to be paid for.',
  'reason.import_over': 'This import has come to its end.',
  'reason.membership_required': 'Join the organization first.',
  'reason.not_a_member': 'Join the organization first.',
  'reason.not_on_oneself': 'You cannot do this to yourself. Ask another administrator.',
  'reason.not_while_impersonating': 'Only the person themselves may do this.',
  'reason.not_your_course': 'This {course} is in the hands of somebody else.',
  'reason.not_your_import': 'This import was started by somebody else.',
  'reason.nothing_to_publish': 'Nothing has changed since it was published.',
  'reason.owner_role': 'The role of the owner stays as it is.',
  'reason.permission': 'You need the permission "{permission}" for this. Ask an administrator.',
  'reason.stands_above': 'This person or role stands at your own rank or above.',
} as const
