import { defineError } from '../../../platform/errors.ts'

export const DirectoryNameTaken = defineError(
  'identity.directory_name_taken',
  409,
  'There is a directory of this name already. Choose another name.',
)
export const TooManyDirectories = defineError(
  'identity.too_many_directories',
  409,
  'There are {limit} directories already. Delete one first.',
)
export const TooManyDirectoryTokens = defineError(
  'identity.too_many_directory_tokens',
  409,
  'This directory has {limit} tokens that work. Revoke one first.',
)
export const OwnerRoleByDirectory = defineError(
  'identity.owner_role_by_directory',
  403,
  'A directory makes nobody an owner. Choose another role.',
)
