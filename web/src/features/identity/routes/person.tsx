import { IconUserBolt } from '@tabler/icons-react'
import { Outlet, useLocation } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { LinkButton } from '~/ui/button.tsx'
import { Page, Row } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Tabs } from '~/ui/tabs.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import type { Route } from './+types/person.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { personId } = params
  const person = await context
    .get(apiContext)
    .GET('/api/v1/identity/people/{personId}', { params: { path: { personId } } })
  return unwrap(person)
}

/** One person as the organization sees them: what all pages about them have in common. */
export default function Person({ loaderData: person }: Route.ComponentProps) {
  const t = useMessages()
  const { pathname } = useLocation()
  const home = `/admin/people/${person.id}`
  const name = person.name || person.email || t('persons.nameless')
  const tabs = [
    { to: home, label: t('persons.overview'), end: true },
    { to: `${home}/work`, label: t('persons.work') },
    { to: `${home}/security`, label: t('persons.security') },
    { to: `${home}/activity`, label: t('persons.activity') },
  ]
  const tab = tabs.slice(1).find(({ to }) => to === pathname)
  return (
    <Page>
      <PageHeader
        title={name}
        documentTitle={tab ? `${tab.label}: ${name}` : name}
        lead={person.headline ?? person.email ?? t('persons.no_address')}
        status={
          <Row gap="tight">
            <StatusBadge status={person.status} />
            {person.hasAccepted ? null : <Badge tone="warning">{t('persons.not_accepted')}</Badge>}
          </Row>
        }
        crumbs={[{ label: t('app.people'), to: '/admin/people' }]}
        actions={
          person.can.impersonate ? (
            <LinkButton to={`${home}/impersonation`} icon={<IconUserBolt size={18} stroke={1.75} />}>
              {t('persons.impersonate')}
            </LinkButton>
          ) : null
        }
      />
      <Tabs label={name} tabs={tabs} />
      <Outlet context={person} />
    </Page>
  )
}
