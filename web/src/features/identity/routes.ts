import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `features/identity/routes/${name}.tsx`

/** The door: signing in, signing up and what mails lead to. */
export const authPages: RouteConfigEntry[] = [
  route('sign-in', page('sign-in')),
  route('sign-in/code', page('sign-in-code')),
  route('sign-in/phone', page('sign-in-phone')),
  route('sign-in/link', page('sign-in-link')),
  route('sign-in/organization', page('sign-in-organization')),
  route('confirm', page('confirm')),
  route('second-factor', page('second-factor')),
  route('second-factor/set-up', page('second-factor-set-up')),
  route('sign-up', page('sign-up')),
  route('check-your-mail', page('check-your-mail')),
  route('verify-email', page('verify-email')),
  route('reset-password', page('reset-password')),
  route('invitation', page('invitation')),
  route('setup', page('setup')),
]

export const appPages: RouteConfigEntry[] = [
  route('account', page('account-profile')),
  route('account/preferences', page('account-preferences')),
  route('account/security', page('account-security')),
  route('account/notifications', page('account-notifications')),
  route('account/organizations', page('account-organizations')),
  route('account/organizations/new', page('new-organization')),
  route('admin/people', page('people')),
  route('admin/people/invite', page('invite')),
  route('admin/people/invitations', page('invitations')),
  route('admin/people/sign-ins', page('sign-ins')),
  route('admin/people/:personId', page('person')),
  route('admin/roles', page('roles')),
  route('admin/roles/new', page('new-role')),
  route('admin/roles/:roleId', page('role')),
  route('admin/modules', page('modules')),
  route('admin/settings', page('settings')),
]

/** Addresses that do something and show nothing. */
export const framelessPages: RouteConfigEntry[] = [
  route('sign-in/with/:provider', 'features/identity/routes/sign-in-with.ts'),
  route('sign-in/through/:providerId', 'features/identity/routes/sign-in-through.ts'),
  route('sign-in/passkey-challenge', 'features/identity/routes/passkey-challenge.ts'),
  route('sign-out', 'features/identity/routes/sign-out.ts'),
  route('switch-organization', 'features/identity/routes/switch-organization.ts'),
  route('forgot-password', 'features/identity/routes/forgot-password.ts'),
]
