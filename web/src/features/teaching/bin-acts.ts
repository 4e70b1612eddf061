import { data } from 'react-router'
import { type Api, problemOf } from '~/lib/api.ts'
import { formText } from '~/lib/form.ts'

/** Takes one thing out of a bin or deletes it for good, as a form of the bin asks; the answer says what was done. */
export async function binAct(api: Api, form: FormData) {
  const id = formText(form, 'id')
  const kind = formText(form, 'kind')
  const title = formText(form, 'title')
  const done = formText(form, 'intent') === 'delete' ? ('deleted_for_good' as const) : ('restored' as const)
  const send = () => {
    if (done === 'deleted_for_good')
      return api.DELETE('/api/v1/learning/studio/bin/{itemId}', { params: { path: { itemId: id } } })
    switch (kind) {
      case 'course': {
        const params = { path: { courseId: id } }
        return api.PUT('/api/v1/learning/studio/courses/{courseId}/restoration', { params })
      }
      case 'resource': {
        const params = { path: { resourceId: id } }
        return api.PUT('/api/v1/learning/studio/resources/{resourceId}/restoration', { params })
      }
      default:
        return api.PUT('/api/v1/learning/studio/nodes/{nodeId}/restoration', {
          params: { path: { nodeId: id } },
        })
    }
  }
  const problem = problemOf(await send())
  return data({ done, title, problem }, { status: problem?.status ?? 200 })
}
