import { redirect } from 'react-router'
import { heldContext, sessionContext } from '~/lib/context.ts'
import { localPath } from '~/lib/local-path.ts'
import { nextStep } from '~/lib/next-step.ts'
import type { Route } from './+types/sign-in-finish.ts'

/** Where another site leads back to after a sign-in: on to what was wanted, or to what is still owed. */
export function loader({ context, request }: Route.LoaderArgs) {
  const wanted = localPath(new URL(request.url).searchParams.get('next'), '/learn')
  const next = wanted === '/' ? '/learn' : wanted
  if (context.get(sessionContext)) return redirect(next)
  const held = context.get(heldContext)
  return redirect(held ? nextStep(held.owes, next) : '/sign-in')
}
