import { defineError } from '../platform/errors.ts'

export const NoSuchOrganization = defineError(
  'command.no_such_organization',
  404,
  'There is no organization "{slug}".',
)
export const PasswordMissing = defineError(
  'command.password_missing',
  422,
  'No password came in. Pipe it in: printf %s "…" | stoa user create …',
)
export const NoDemoInProduction = defineError(
  'command.no_demo_in_production',
  403,
  'The demonstration has a password everybody knows, so it is not for production. Unset STOA_ENV to try it.',
)
