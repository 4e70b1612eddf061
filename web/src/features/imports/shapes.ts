import type { paths } from '~/lib/api.gen.ts'

/** What a GET of the API answers. */
type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

export type ImportItem = Answer<'/api/v1/imports/courses'>['items'][number]
export type ImportDetail = Answer<'/api/v1/imports/courses/{importId}'>
export type ReportLine = Answer<'/api/v1/imports/courses/{importId}/report'>['items'][number]

/** What became of an item of the source. */
export const outcomes = ['imported', 'converted', 'dropped'] as const
export type Outcome = (typeof outcomes)[number]

/** Not over yet. */
export const isOpen = ({ state }: Pick<ImportItem, 'state'>) => state === 'waiting' || state === 'running'
