import { type Actor, may, refuse, type Verdict } from '../../platform/actor.ts'
import type { ImportRow } from './imports.queries.ts'

/** Who looks after background work sees every import; others see their own. */
export const seesAllImports = (actor: Actor): boolean => may(actor, 'admin.jobs')

/** Brings courses in. */
export function canImport(actor: Actor): Verdict {
  if (actor.kind === 'anonymous') return refuse('sign_in_required')
  return may(actor, 'imports.courses') ? true : refuse('imports.courses')
}

/** Whoever has a course published at once must be one who may publish it: the import itself may do anything. */
export function canStartImport(actor: Actor, order: { publish: boolean }): Verdict {
  const verdict = canImport(actor)
  if (verdict !== true || !order.publish || may(actor, 'learning.courses.manage')) return verdict
  return may(actor, 'learning.courses.author') ? true : refuse('learning.courses.author')
}

export function canSeeImport(actor: Actor, row: Pick<ImportRow, 'startedBy'>): Verdict {
  const verdict = canImport(actor)
  if (verdict !== true || seesAllImports(actor)) return verdict
  return row.startedBy !== null && row.startedBy === actor.userId ? true : refuse('not_your_import')
}

export function canCancelImport(actor: Actor, row: ImportRow): Verdict {
  const verdict = canSeeImport(actor, row)
  if (verdict !== true) return verdict
  const isOpen = row.state === 'waiting' || row.state === 'running'
  return isOpen && !row.cancelRequested ? true : refuse('import_over')
}

/** Authors publish what they brought in; managers publish everything. */
export function canPublishImport(
  actor: Actor,
  row: ImportRow,
  course: { status: string; createdBy: string | null; instructorId: string | null } | null,
): Verdict {
  const verdict = canSeeImport(actor, row)
  if (verdict !== true) return verdict
  if (course === null || course.status !== 'draft') return refuse('nothing_to_publish')
  if (may(actor, 'learning.courses.manage')) return true
  const isOwn = actor.userId !== null && [course.createdBy, course.instructorId].includes(actor.userId)
  return isOwn && may(actor, 'learning.courses.author') ? true : refuse('not_your_course')
}
