import { type Actor, holds, may, refuse, type Verdict } from '../../platform/actor.ts'

// Authoring and catalogue

/** What the rules need to know of a course. */
export type AuthoredCourse = { createdBy: string | null; instructorId: string | null }

export const mayManageCourses = (actor: Actor): boolean => may(actor, 'learning.courses.manage')

/** Writes courses at all: their own, or every one. */
export function canAuthor(actor: Actor): Verdict {
  if (actor.kind === 'anonymous') return refuse('sign_in_required')
  return mayManageCourses(actor) || may(actor, 'learning.courses.author')
    ? true
    : refuse('learning.courses.author')
}

export function canManageCourses(actor: Actor): Verdict {
  if (actor.kind === 'anonymous') return refuse('sign_in_required')
  return mayManageCourses(actor) ? true : refuse('learning.courses.manage')
}

/** Authors edit the courses they made or teach; managers edit all. */
export function canEditCourse(actor: Actor, course: AuthoredCourse): Verdict {
  const author = canAuthor(actor)
  if (author !== true || mayManageCourses(actor)) return author
  const own =
    actor.userId !== null && (course.createdBy === actor.userId || course.instructorId === actor.userId)
  return own ? true : refuse('not_your_course')
}

/** Only a course nobody ever joined goes into the bin, and in time for good. */
export function canDeleteCourse(actor: Actor, course: AuthoredCourse & { hasLearners: boolean }): Verdict {
  const edit = canEditCourse(actor, course)
  if (edit !== true) return edit
  return course.hasLearners ? refuse('course_has_learners') : true
}

/** A free, published course may be joined by whoever is signed in. */
export function canEnroll(
  actor: Actor,
  course: { status: string; visibility: string; priceMinor: number; isEnrolled: boolean },
): Verdict {
  if (course.status !== 'published' || course.visibility === 'enrolled_only') return refuse('course_closed')
  if (course.priceMinor > 0) return refuse('course_not_free')
  if (actor.kind === 'anonymous') return refuse('sign_in_required')
  return course.isEnrolled ? refuse('already_enrolled') : true
}

// The learner's side

/** Learning is for members: who left the organization, or was kept out of it, does not go on in its courses. */
export function isMember(actor: Actor): Verdict {
  if (actor.kind === 'anonymous') return refuse('sign_in_required')
  return actor.membershipId !== null || actor.kind === 'system' ? true : refuse('not_a_member')
}

/** Teachers see who learns in their courses; some roles in all of them. */
export function canSeeLearners(actor: Actor, course: AuthoredCourse): Verdict {
  if (actor.kind === 'anonymous') return refuse('sign_in_required')
  if (may(actor, 'learning.learners.manage')) return true
  if (!may(actor, 'learning.learners.read')) return refuse('learning.learners.read')
  return mayManageCourses(actor) || isOwn(actor, course) ? true : refuse('not_your_course')
}

/** Enrolling, tagging and keeping out: by right, or by who teaches the course. */
export function canManageLearners(actor: Actor, course: AuthoredCourse): Verdict {
  if (actor.kind === 'anonymous') return refuse('sign_in_required')
  return may(actor, 'learning.learners.manage') ? true : canEditCourse(actor, course)
}

export const canRevokeCertificate = holds('learning.certificates.manage')

const isOwn = (actor: Actor, course: AuthoredCourse) =>
  actor.userId !== null && (course.createdBy === actor.userId || course.instructorId === actor.userId)
