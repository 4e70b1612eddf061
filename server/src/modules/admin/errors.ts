import { defineError } from '../../platform/errors.ts'

export const RunOver = defineError('admin.run_over', 409, 'This has already ended.')
