import { defineError } from '../../platform/errors.ts'

export const WrongCredentials = defineError(
  'identity.wrong_credentials',
  401,
  'That email address and password do not belong together. Check both and try again.',
)
export const EmailNotVerified = defineError(
  'identity.email_not_verified',
  403,
  'Confirm your email address first: open the link we sent you, or sign up again to get a new one.',
)
export const WrongPassword = defineError('identity.wrong_password', 403, 'That is not your present password.')
export const WrongSignUpPassword = defineError(
  'identity.wrong_sign_up_password',
  403,
  'That is not the password you chose with this link. Try again, or sign up again to choose another one.',
)
export const PasswordTooLong = defineError(
  'identity.password_too_long',
  422,
  'Use a password of at most 1024 bytes.',
)
export const PasswordCommon = defineError(
  'identity.password_common',
  422,
  'Many people use this password, so it is guessed first. Choose another one.',
)
export const LinkNotValid = defineError(
  'identity.link_not_valid',
  410,
  'This link was used already or has expired. Ask for a new one.',
)
export const Banned = defineError(
  'identity.banned',
  403,
  'You may not use this organization at present: {reason}',
)
export const MembershipInactive = defineError(
  'identity.membership_inactive',
  403,
  'Your membership was deactivated. Ask an administrator of the organization.',
)
export const SignUpClosed = defineError(
  'identity.sign_up_closed',
  403,
  'This organization takes new people by invitation only.',
)
export const UnknownTimeZone = defineError('identity.unknown_time_zone', 422, 'There is no such time zone.')
export const NoSuchRole = defineError(
  'identity.no_such_role',
  422,
  'There is no such role in this organization.',
)
export const LiftBanFirst = defineError(
  'identity.lift_ban_first',
  409,
  'This person is banned. Lift the ban first.',
)
export const SlugTaken = defineError(
  'identity.slug_taken',
  409,
  'This short name is taken. Choose another one.',
)
export const TooManyOrganizations = defineError(
  'identity.too_many_organizations',
  409,
  'You own {limit} organizations already; that is as many as one person may found.',
)
export const EmailTaken = defineError(
  'identity.email_taken',
  409,
  'Somebody uses this email address already.',
)
export const LastOwner = defineError(
  'identity.last_owner',
  409,
  'This is the last owner. Make somebody else an owner first.',
)
export const AlreadyMember = defineError(
  'identity.already_member',
  409,
  'This person belongs to the organization already.',
)
export const AlreadyInvited = defineError(
  'identity.already_invited',
  409,
  'There is an open invitation for this address. Send it again, or revoke it first.',
)
export const InvitationClosed = defineError(
  'identity.invitation_closed',
  409,
  'This invitation was accepted, revoked or has expired.',
)
export const InvitationForSomebodyElse = defineError(
  'identity.invitation_for_somebody_else',
  403,
  'This invitation was sent to another address. Sign out and open the link again.',
)
export const SignInToAccept = defineError(
  'identity.sign_in_to_accept',
  409,
  'You have an account already. Sign in with it, then accept the invitation.',
)
export const NameAndPasswordNeeded = defineError(
  'identity.name_and_password_needed',
  422,
  'Give your name and choose a password to accept the invitation.',
)
export const RoleTaken = defineError('identity.role_taken', 409, 'There is a role of this name already.')
export const TooManyRoles = defineError(
  'identity.too_many_roles',
  409,
  'There are {limit} roles already. Delete one first.',
)
export const RoleInUse = defineError(
  'identity.role_in_use',
  409,
  'People hold this role, or are invited to it. Give them another one first.',
)
export const RoleBuiltIn = defineError(
  'identity.role_built_in',
  409,
  'This role comes with Stoa. It cannot be removed, and its rank and default stay as they are.',
)
export const RankTooHigh = defineError(
  'identity.rank_too_high',
  403,
  'You cannot give or change a role that stands above your own.',
)
export const PermissionNotHeld = defineError(
  'identity.permission_not_held',
  403,
  'You cannot give a permission or module that you do not have: {permission}',
)
export const SetUpAlready = defineError(
  'identity.set_up_already',
  409,
  'Stoa is set up already. Sign in instead.',
)
export const RefreshTokenUnknown = defineError(
  'identity.refresh_token_unknown',
  401,
  'This refresh token is not valid. Sign in again.',
)
export const RefreshTokenUsed = defineError(
  'identity.refresh_token_used',
  401,
  'This refresh token was used already. Sign in again.',
)
export const ProofTooOld = defineError(
  'identity.proof_too_old',
  403,
  'Confirm that it is you first: enter your password or use a second factor again.',
)
export const WrongCode = defineError(
  'identity.wrong_code',
  403,
  'That code is not right, or it has expired. Check it, or ask for a new one.',
)
export const FlowNotFound = defineError(
  'identity.flow_not_found',
  404,
  'This sign-in was finished already or has expired. Start again.',
)
export const WrongVerifier = defineError(
  'identity.wrong_verifier',
  403,
  'This sign-in was begun elsewhere. Start again, in the same app.',
)
export const CodeSentLately = defineError(
  'identity.code_sent_lately',
  429,
  'A code was sent a moment ago. Wait {seconds} seconds to ask for another one.',
)
export const ApiTokensOff = defineError(
  'identity.api_tokens_off',
  403,
  'This organization does not allow API tokens. Ask an administrator.',
)
export const TokenLastsTooLong = defineError(
  'identity.token_lasts_too_long',
  422,
  'Here a token works for at most {days} days. Choose an end within that time.',
)
export const TooManyApiTokens = defineError(
  'identity.too_many_api_tokens',
  409,
  'You have {limit} tokens that work. Revoke one first.',
)
export const SsoNotReady = defineError(
  'identity.sso_not_ready',
  409,
  'Set up a single sign-on with a proven domain first, so that people can still come in.',
)
export const WouldLockYouOut = defineError(
  'identity.would_lock_you_out',
  409,
  'You could not sign in any more by this rule. Add a second factor, or sign in through the single sign-on first.',
)
export const ManagerCycle = defineError(
  'identity.manager_cycle',
  409,
  'This person stands above the one you chose already. Choose somebody else.',
)
export const NoSuchManager = defineError(
  'identity.no_such_manager',
  422,
  'There is no such person in this organization. Choose somebody who belongs to it.',
)
export const TooManyAddresses = defineError(
  'identity.too_many_addresses',
  409,
  'You have {limit} addresses already. Remove one first.',
)
export const AddressProven = defineError(
  'identity.address_proven',
  409,
  'This address is yours already; there is nothing left to prove.',
)
export const AddressNotProven = defineError(
  'identity.address_not_proven',
  409,
  'Prove this address first, by the link or code we sent to it.',
)
export const PrimaryAddressStays = defineError(
  'identity.primary_address_stays',
  409,
  'Mails go to this address. Make another one the main address first.',
)
export const NoPhoneNumber = defineError(
  'identity.no_phone_number',
  422,
  'That is not a phone number. Write it with the country, such as +49 151 12345678.',
)
export const PhoneTaken = defineError('identity.phone_taken', 409, 'Somebody uses this phone number already.')
export const PhoneSignInOff = defineError(
  'identity.phone_sign_in_off',
  403,
  'Phone numbers are not used here. Use your email address.',
)
export const NoOtherWayIn = defineError(
  'identity.no_other_way_in',
  409,
  'You could not sign in any more without this. Add another way first.',
)
export const DeletionNotConfirmed = defineError(
  'identity.deletion_not_confirmed',
  422,
  'Type your main address to confirm that you want to delete your account.',
)
export const LastOwnerOf = defineError(
  'identity.last_owner_of',
  409,
  'You are the last owner of {organization}. Make somebody else an owner there first.',
)
export const FactorsUsedElsewhere = defineError(
  'identity.factors_used_elsewhere',
  409,
  'This person belongs to other organizations, too, and signs in there with the same second factors. Ask the operator of the installation.',
)
