import { Type } from 'typebox'
import { defineEvent } from '../../platform/events/events.ts'
import { Id } from '../../platform/http/schemas.ts'

/** A course came in with a package; it is a draft unless it was published at once. */
export const courseImported = defineEvent(
  'imports.course_imported',
  Type.Object({ importId: Id, courseId: Id, published: Type.Boolean() }),
)
