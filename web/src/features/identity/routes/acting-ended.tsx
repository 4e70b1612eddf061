import { Form, redirect } from 'react-router'
import { sessionContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { PageHeader } from '~/ui/page-header.tsx'
import { DoorButton } from '../components/auth-parts.tsx'
import type { Route } from './+types/acting-ended.ts'

export function loader({ context }: Route.LoaderArgs) {
  if (context.get(sessionContext)) throw redirect('/')
  return null
}

/** A session in somebody's name has ended by itself; one's own still waits. */
export default function ActingEnded() {
  const t = useMessages()
  return (
    <>
      <PageHeader title={t('persons.acting_ended_title')} lead={t('persons.acting_ended_lead')} />
      <Form method="post" action="/stop-impersonating" reloadDocument>
        <DoorButton>{t('door.continue')}</DoorButton>
      </Form>
    </>
  )
}
