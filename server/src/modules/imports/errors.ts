import { defineError } from '../../platform/errors.ts'

export const ImportOver = defineError(
  'imports.over',
  409,
  'This import has already come to its end, so there is nothing to cancel.',
)
