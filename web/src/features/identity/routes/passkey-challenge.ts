import { data } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import type { Route } from './+types/passkey-challenge.ts'

/** What a passkey is asked on the way in; the browser's script fetches it when the button is pressed. */
export async function action({ context }: Route.ActionArgs) {
  const result = await context.get(apiContext).POST('/api/v1/identity/passkey-challenges')
  const problem = problemOf(result)
  return data(problem ? null : (result.data ?? null), { status: problem?.status ?? 201 })
}
