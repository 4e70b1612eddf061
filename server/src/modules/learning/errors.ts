import { defineError } from '../../platform/errors.ts'

// Authoring and catalogue

export const SlugTaken = defineError(
  'learning.slug_taken',
  409,
  'The address "{slug}" is used by another one. Choose a different address.',
)
export const CourseNotReady = defineError(
  'learning.course_not_ready',
  409,
  'The course cannot be published yet: {problem}. Add what is missing and publish again.',
)
export const CourseArchived = defineError(
  'learning.course_archived',
  409,
  'The course is archived. Take it out of the archive first.',
)
export const CourseHasLearners = defineError(
  'learning.course_has_learners',
  409,
  'Somebody has joined this course, so it cannot go into the bin. Archive it instead.',
)
export const TooDeep = defineError(
  'learning.too_deep',
  409,
  'An outline has four levels: module, lesson, topic, subtopic. Choose a place further up.',
)
export const InsideItself = defineError(
  'learning.inside_itself',
  409,
  'A part cannot be moved into itself. Choose another place.',
)
export const NotASibling = defineError(
  'learning.not_a_sibling',
  409,
  'The part it should follow is not there any more. Load the outline again.',
)
export const InBin = defineError(
  'learning.part_in_bin',
  409,
  'This part is in the bin. Take it out of the bin first.',
)
export const NotAPage = defineError(
  'learning.not_a_page',
  409,
  'Only a page has content: a lesson, topic or subtopic with nothing below it. Open one of its pages.',
)
export const NoQuiz = defineError('learning.no_quiz', 409, 'This page has no quiz yet. Add one first.')
export const FileUnfit = defineError(
  'learning.file_unfit',
  422,
  'The file cannot be used here: it is gone, or of another type than needed ({wanted}). Upload it again.',
)
export const LimitReached = defineError(
  'learning.limit_reached',
  409,
  'There is no room for more here: at most {limit}.',
)

// The learner's side

export const NotEnrolled = defineError('learning.not_enrolled', 403, 'Join the course first.')
export const EnrollmentExpired = defineError(
  'learning.enrollment_expired',
  403,
  'Your time in this course is over. Ask the teacher to renew it.',
)
export const BannedFromCourse = defineError(
  'learning.banned',
  403,
  'You have been kept out of this course: {reason} Ask the teacher if you think this is a mistake.',
)
export const PageLocked = defineError(
  'learning.page_locked',
  403,
  'This page has not opened yet. It opens on {releaseAt}.',
)
export const QuizFirst = defineError('learning.quiz_first', 409, 'Pass the quiz on this page first.')
export const NoAttemptsLeft = defineError(
  'learning.no_attempts_left',
  409,
  'You have used all {max} attempts at this quiz.',
)
export const AttemptOver = defineError(
  'learning.attempt_over',
  409,
  'This attempt is over. Look at its result.',
)
export const AlreadyRevoked = defineError(
  'learning.already_revoked',
  409,
  'This certificate has been revoked already.',
)
export const NotMembers = defineError(
  'learning.not_members',
  422,
  'Some of these people are not members of the organization. Invite them first.',
)
export const CertificateRevoked = defineError(
  'learning.certificate_revoked',
  410,
  'This certificate has been revoked; there is no document of it any more.',
)
