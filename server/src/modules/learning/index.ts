// Authoring

export { courseById, publishCourse, removeDraftCourse } from './course-doors.ts'
export {
  type CourseDraft,
  createCourseFromPackage,
  type DraftBlock,
  type DraftNode,
  type DraftQuiz,
} from './course-draft.ts'
export { resolveLinks } from './links.ts'

// The learner's side
