// Authoring

export { type CourseFacts, courseById, publishCourse, removeDraftCourse } from './course-doors.ts'
export {
  type CourseDraft,
  type CreatedCourse,
  createCourseFromPackage,
  type DraftBlock,
  type DraftNode,
  type DraftQuestion,
  type DraftQuiz,
} from './course-draft.ts'
export { courseArchived, courseDeleted, coursePublished, courseWithdrawn } from './events.ts'
export { resolveLinks } from './links.ts'

// The learner's side
