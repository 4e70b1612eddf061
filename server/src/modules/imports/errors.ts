import { defineError } from '../../platform/errors.ts'

export const ImportOver = defineError(
  'imports.over',
  409,
  'This import has already come to its end, so there is nothing to cancel.',
)
export const ReportNotThere = defineError(
  'imports.no_report',
  409,
  'The import has no report yet. It comes when the course is there.',
)
