import { redirect } from 'react-router'
import { localPath } from '~/lib/local-path.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { LeaveFor } from '../components/leave-for.tsx'
import type { Route } from './+types/authorize-continue.ts'

/** Only ways on that the server for apps knows: whatever comes of them is its doing. */
export function loader({ request }: Route.LoaderArgs) {
  const to = localPath(new URL(request.url).searchParams.get('to'), '')
  if (!to.startsWith('/oauth/')) throw redirect('/')
  return { to }
}

/** Somebody signed in on the way to an app and goes on. */
export default function ContinueToApp({ loaderData: { to } }: Route.ComponentProps) {
  const t = useMessages()
  return <LeaveFor url={to} to={t('access.the_app')} words={t('access.leaving_signed_in')} />
}
