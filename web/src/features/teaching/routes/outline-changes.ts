import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import type { OutlineAnswer, OutlineChange } from '../outline-change.ts'
import type { Route } from './+types/outline-changes.ts'

/** Makes one change of an outline and answers with what is known of it afterwards. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const api = context.get(apiContext)
  const { courseId } = params
  const change = (await request.json()) as OutlineChange
  const at = (nodeId: string) => ({ params: { path: { nodeId } } })
  switch (change.kind) {
    case 'add': {
      const { title, parentId, after } = change
      const path = '/api/v1/learning/studio/courses/{courseId}/nodes'
      const made = await api.POST(path, { params: { path: { courseId } }, body: { title, parentId, after } })
      const problem = problemOf(made)
      if (problem || !made.data) return answer({ problem })
      // What stood on the page above may have moved to a page of its own, so the whole outline is told.
      const outline = await api.GET('/api/v1/learning/studio/courses/{courseId}/outline', {
        params: { path: { courseId } },
      })
      return answer({
        problem: null,
        id: made.data.id,
        ...(outline.data ? { nodes: outline.data.nodes } : {}),
      })
    }
    case 'change': {
      const changed = await api.PATCH('/api/v1/learning/studio/nodes/{nodeId}', {
        ...at(change.id),
        body: change.fields,
      })
      return answer({ problem: problemOf(changed), ...(changed.data ? { node: changed.data } : {}) })
    }
    case 'move': {
      const { id, parentId, after } = change
      const moved = await api.PUT('/api/v1/learning/studio/nodes/{nodeId}/place', {
        ...at(id),
        body: { parentId, after },
      })
      return answer({ problem: problemOf(moved), ...(moved.data ? { nodes: moved.data.nodes } : {}) })
    }
    case 'copy': {
      const made = await api.POST('/api/v1/learning/studio/nodes/{nodeId}/copies', at(change.id))
      const { data } = made
      return answer({
        problem: problemOf(made),
        ...(data ? { id: data.id, nodes: data.outline.nodes } : {}),
      })
    }
    case 'remove': {
      const gone = await api.DELETE('/api/v1/learning/studio/nodes/{nodeId}', at(change.id))
      return answer({ problem: problemOf(gone), ...(gone.data ? { nodes: gone.data.nodes } : {}) })
    }
    case 'restore': {
      const back = await api.PUT('/api/v1/learning/studio/nodes/{nodeId}/restoration', at(change.id))
      return answer({ problem: problemOf(back), ...(back.data ? { nodes: back.data.nodes } : {}) })
    }
  }
}

const answer = (body: OutlineAnswer) => Response.json(body, { status: body.problem?.status ?? 200 })
