import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import type { PageAnswer, PageWish } from '../page-change.ts'
import type { Quiz, StoredBlock } from '../shapes.ts'
import type { Route } from './+types/page-changes.ts'

/** Makes one change of a page, on the revision its editor knows. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const api = context.get(apiContext)
  const { nodeId } = params
  const { revision, change } = (await request.json()) as PageWish
  const headers = { 'if-match': `"${revision}"` }
  const page = { params: { path: { nodeId } }, headers }
  const block = (blockId: string) => ({ params: { path: { blockId } }, headers })
  const question = (questionId: string) => ({ params: { path: { questionId } }, headers })

  const send = () => {
    switch (change.kind) {
      case 'add': {
        const { type, content, after } = change
        return api.POST('/api/v1/learning/studio/nodes/{nodeId}/blocks', {
          ...page,
          body: { type, content, after },
        })
      }
      case 'write': {
        const { id, type, content } = change
        return api.PUT('/api/v1/learning/studio/blocks/{blockId}', { ...block(id), body: { type, content } })
      }
      case 'move': {
        const { id, after } = change
        return api.PUT('/api/v1/learning/studio/blocks/{blockId}/place', { ...block(id), body: { after } })
      }
      case 'remove':
        return api.DELETE('/api/v1/learning/studio/blocks/{blockId}', block(change.id))
      case 'title':
        return api.PATCH('/api/v1/learning/studio/nodes/{nodeId}', { ...page, body: { title: change.title } })
      case 'set_quiz':
        return api.PUT('/api/v1/learning/studio/nodes/{nodeId}/quiz', { ...page, body: change.settings })
      case 'remove_quiz':
        return api.DELETE('/api/v1/learning/studio/nodes/{nodeId}/quiz', page)
      case 'add_question':
        return api.POST('/api/v1/learning/studio/nodes/{nodeId}/questions', {
          ...page,
          body: { ...change.question, after: change.after },
        })
      case 'write_question':
        return api.PUT('/api/v1/learning/studio/questions/{questionId}', {
          ...question(change.id),
          body: change.question,
        })
      case 'move_question':
        return api.PUT('/api/v1/learning/studio/questions/{questionId}/place', {
          ...question(change.id),
          body: { after: change.after },
        })
      case 'remove_question':
        return api.DELETE('/api/v1/learning/studio/questions/{questionId}', question(change.id))
    }
  }

  const result = await send()
  const problem = problemOf(result)
  if (problem) {
    // Gone or changed by somebody else: the editor needs to see what is there now.
    const isStale = problem.status === 412 || problem.status === 404
    const now = isStale
      ? await api.GET('/api/v1/learning/studio/nodes/{nodeId}/content', { params: { path: { nodeId } } })
      : null
    return answer({ problem, ...(now?.data ? { current: now.data } : {}) })
  }
  const stored: { contentRevision: number; block?: StoredBlock; quiz?: Quiz } | undefined = result.data
  return answer({
    problem: null,
    ...(stored ? { revision: stored.contentRevision } : {}),
    ...(stored?.block ? { block: stored.block } : {}),
    ...(stored?.quiz ? { quiz: stored.quiz } : {}),
    ...(change.kind === 'remove_quiz' ? { quiz: null } : {}),
  })
}

const answer = (body: PageAnswer) => Response.json(body, { status: body.problem?.status ?? 200 })
