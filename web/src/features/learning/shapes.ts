import type { paths } from '~/lib/api.gen.ts'

/** What a GET of the API answers. */
type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

type PlayerAnswer = Answer<'/api/v1/learning/courses/{courseId}/player'>
/** A part of the outline as the tree draws it; the rest can be told from this. */
export type OutlineNode = Pick<
  PlayerAnswer['nodes'][number],
  'id' | 'parentId' | 'depth' | 'title' | 'isPage' | 'hasQuiz' | 'opensAt' | 'total' | 'done'
>
/** A course to learn in, with the parts of its outline that are shown. */
export type Player = Omit<PlayerAnswer, 'nodes'> & { nodes: OutlineNode[] }
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
/** A part of a course for those who think about taking it, with what is inside where that is told. */
export type ContentsPart = Pick<
  CoursePage['nodes'][number],
  'title' | 'description' | 'minutes' | 'pageTotal' | 'hasQuiz'
> & { parts: ContentsPart[] }
export type Certificate = Answer<'/api/v1/learning/certificates/{number}'>
export type MyCertificate = Answer<'/api/v1/learning/certificates'>['items'][number]
