import type { Quiz } from '../shapes.ts'
import type { DraftOfPage } from './use-page-draft.ts'

export function QuizEditor(_props: { quiz: Quiz | null; draft: DraftOfPage }) {
  return null
}
