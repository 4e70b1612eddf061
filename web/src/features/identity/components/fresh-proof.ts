import { redirect } from 'react-router'
import type { Api } from '~/lib/api.ts'
import { pageOf } from '~/lib/page-of.ts'
import type { Problem } from '~/lib/problem.ts'

/** What is typed on a page has to be sent while the proof is still fresh. */
const timeToType = 5 * 60_000

/** The page that asks for a proof, and leads back to the one of the request. */
const confirmPath = (request: Request) => `/confirm?next=${encodeURIComponent(pageOf(new URL(request.url)))}`

/** Whether dangerous acts are open right now, with time left to type. */
export async function hasFreshProof(api: Api): Promise<boolean> {
  const { data } = await api.GET('/api/v1/identity/proofs')
  return data?.recentUntil ? Date.parse(data.recentUntil) - Date.now() > timeToType : false
}

/** Before a page whose whole purpose is dangerous is shown: sends to the page that asks for a proof, and back. */
export async function askForFreshProof(api: Api, request: Request): Promise<void> {
  if (!(await hasFreshProof(api))) throw redirect(confirmPath(request))
}

/** Passes a problem on, unless a second factor mends it: then leads there, and back. */
export function unlessFactorNeeded(problem: Problem | null, request: Request): Problem | null {
  if (problem?.code === 'identity.second_factor_needed') throw redirect(confirmPath(request))
  return problem
}
