import type { Problem } from '~/lib/problem.ts'
import type { BlockType, PageContent, QuestionInput, Quiz, QuizSettings, StoredBlock } from './shapes.ts'

export type Content = Record<string, unknown>

/** One change of a page, as its editor sends it. `after: null` is first. */
export type PageChange =
  | { kind: 'add'; type: BlockType; content: Content; after: string | null }
  | { kind: 'write'; id: string; type: BlockType; content: Content }
  | { kind: 'move'; id: string; after: string | null }
  | { kind: 'remove'; id: string }
  | { kind: 'title'; title: string }
  | { kind: 'set_quiz'; settings: QuizSettings }
  | { kind: 'remove_quiz' }
  | { kind: 'add_question'; question: QuestionInput; after: string | null }
  | { kind: 'write_question'; id: string; question: QuestionInput }
  | { kind: 'move_question'; id: string; after: string | null }
  | { kind: 'remove_question'; id: string }

/** A change with the revision of the page it was made on. */
export type PageWish = { revision: number; change: PageChange }

/** What comes back: why not, or what was stored. When somebody else was faster, the page as it is now. */
export type PageAnswer = {
  problem: Problem | null
  revision?: number
  block?: StoredBlock
  quiz?: Quiz | null
  current?: PageContent
}
