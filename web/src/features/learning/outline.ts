import type { Api } from '~/lib/api.ts'
import { unwrap } from '~/lib/api.ts'
import type { OutlineNode, Player } from './shapes.ts'

/**
 * The player of a course with a part of its outline: what one sees standing `around` a node, and beside it an opened
 * `branch`; only that branch; or, without either, the whole.
 */
export async function playerOf(
  api: Api,
  courseId: string,
  part: { around?: string | undefined; branch?: string | undefined } = {},
): Promise<Player> {
  const ask = (query: typeof part) =>
    api.GET('/api/v1/learning/courses/{courseId}/player', { params: { path: { courseId }, query } })
  let answer = await ask(part)
  // An address remembers a branch that may be gone by now; the page is still there.
  if (!answer.response.ok && part.around && part.branch) answer = await ask({ around: part.around })
  const player = unwrap(answer)
  return {
    ...player,
    nodes: player.nodes.map(({ id, parentId, depth, title, isPage, hasQuiz, opensAt, total, done }) => {
      return { id, parentId, depth, title, isPage, hasQuiz, opensAt, total, done }
    }),
  }
}

export const isFinished = ({ done, total }: OutlineNode): boolean => total > 0 && done === total

/** Not open yet: it, or something above it, waits for its day. */
export const isLocked = ({ opensAt }: OutlineNode): boolean => opensAt !== null
