import type { paths } from '~/lib/api.gen.ts'

/** What a GET of the API answers. */
type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

export type Player = Answer<'/api/v1/learning/courses/{courseId}/player'>
export type OutlineNode = Player['nodes'][number]
export type LessonPage = Answer<'/api/v1/learning/pages/{nodeId}'>
export type Block = LessonPage['blocks'][number]
export type Quiz = NonNullable<LessonPage['quiz']>
export type Question = Quiz['questions'][number]
export type Attempt = Answer<'/api/v1/learning/attempts/{attemptId}'>
export type AttemptQuestion = Attempt['questions'][number]
/** Answers by question: an option key or a text, or several option keys. */
export type Answers = Record<string, string | string[] | null>
export type MyCourse = Answer<'/api/v1/learning/enrollments'>['items'][number]
export type CoursePage = Answer<'/api/v1/learning/courses/{slug}'>
export type Certificate = Answer<'/api/v1/learning/certificates/{number}'>
export type MyCertificate = Answer<'/api/v1/learning/certificates'>['items'][number]
