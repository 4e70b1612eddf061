import type { paths } from '~/lib/api.gen.ts'

/** What a GET of the API answers. */
type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** What a POST or PUT of the API takes. */
type Input<Path extends keyof paths, Method extends 'post' | 'put'> = paths[Path] extends {
  [M in Method]: { requestBody?: { content: { 'application/json': infer Body } } }
}
  ? Body
  : never

export type StudioCourse = Answer<'/api/v1/learning/studio/courses/{courseId}'>
export type CourseItem = Answer<'/api/v1/learning/studio/courses'>['items'][number]
export type OutlineNode = Answer<'/api/v1/learning/studio/courses/{courseId}/outline'>['nodes'][number]
export type PageContent = Answer<'/api/v1/learning/studio/nodes/{nodeId}/content'>
export type StoredBlock = PageContent['blocks'][number]
export type BlockType = StoredBlock['type']
export type Files = PageContent['files']
export type Quiz = NonNullable<PageContent['quiz']>
export type Question = Quiz['questions'][number]
export type QuestionInput = Omit<Question, 'id'>
export type QuizSettings = Input<'/api/v1/learning/studio/nodes/{nodeId}/quiz', 'put'>
export type Learner = Answer<'/api/v1/learning/studio/courses/{courseId}/learners'>['items'][number]
export type LearnerDetail = Answer<'/api/v1/learning/learners/{enrollmentId}'>
export type LearnerAttempt = Answer<'/api/v1/learning/learners/{enrollmentId}/attempts/{attemptId}'>
export type BinItem = Answer<'/api/v1/learning/studio/bin'>['items'][number]
export type Resource = Answer<'/api/v1/learning/studio/courses/{courseId}/resources'>['items'][number]
