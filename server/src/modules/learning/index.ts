// Authoring

export { createCategory } from './categories.ts'
export { courseById, publishCourse, removeDraftCourse } from './course-doors.ts'
export {
  type CourseDraft,
  createCourseFromPackage,
  type DraftBlock,
  type DraftNode,
  type DraftQuiz,
} from './course-draft.ts'
export { changeCourse } from './courses.ts'
export { resolveLinks } from './links.ts'
export { editableCourse } from './studio.ts'

// The learner's side

export { type Sitting, study } from './study.ts'
