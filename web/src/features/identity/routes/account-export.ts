import { redirect } from 'react-router'
import { signInPath, unwrap } from '~/lib/api.ts'
import { apiContext, sessionContext } from '~/lib/context.ts'
import type { Route } from './+types/account-export.ts'

const back = '/account/privacy'

/** Everything that is kept of the person, as a file. */
export async function loader({ context }: Route.LoaderArgs) {
  if (!context.get(sessionContext)) throw redirect(signInPath(back))
  const result = await context.get(apiContext).GET('/api/v1/identity/me/export', { parseAs: 'stream' })
  // Leads to the page and not here: a file that arrives leaves the page that asked for the proof standing.
  if (isTooOld(result.error)) throw redirect(`/confirm?next=${encodeURIComponent(back)}`)
  const file = unwrap(result)
  return new Response(file, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-data.json"',
      'Cache-Control': 'no-store',
    },
  })
}

const isTooOld = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'identity.proof_too_old'
