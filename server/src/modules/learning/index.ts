// Authoring
export {
  type CourseDraft,
  type CreatedCourse,
  createCourseFromPackage,
  type DraftBlock,
  type DraftNode,
  type DraftQuestion,
  type DraftQuiz,
} from './course-draft.ts'
export { resolveLinks } from './links.ts'

// The learner's side
