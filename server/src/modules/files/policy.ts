import { type Actor, may, refuse, type Verdict } from '../../platform/actor.ts'
import type { ObjectRow } from './objects.queries.ts'

/** People who write courses bring files; people who manage files bring and see all of them. */
export const canUpload = (actor: Actor): Verdict =>
  actor.kind === 'anonymous'
    ? refuse('sign_in_required')
    : may(actor, 'files.manage') || may(actor, 'learning.courses.author') || refuse('files.manage')

/** Who sees every file of the organization; others see their own. */
export const seesAll = (actor: Actor): boolean => may(actor, 'files.read') || may(actor, 'files.manage')

/** Who may see a file, and so show it to others. */
export const mayUseFile = (actor: Actor, file: { ownerId: string | null }): boolean =>
  seesAll(actor) || (file.ownerId !== null && file.ownerId === actor.userId)

export const canBrowse = (actor: Actor): Verdict => seesAll(actor) || canUpload(actor)

export const canChange = (actor: Actor, object: ObjectRow): Verdict =>
  may(actor, 'files.manage') ||
  (canUpload(actor) === true && object.ownerId === actor.userId) ||
  (actor.kind === 'anonymous' ? refuse('sign_in_required') : refuse('files.manage'))
