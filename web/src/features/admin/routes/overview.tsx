import {
  IconAdjustments,
  IconClipboardList,
  IconFingerprint,
  IconHistory,
  IconMail,
  IconMailOpened,
  IconShieldLock,
  IconToggleLeft,
  IconUsers,
} from '@tabler/icons-react'
import { data, Link } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext, sessionContext } from '~/lib/context.ts'
import { type MessageKey, useMessages } from '~/lib/messages/index.ts'
import { may, type Session, useSession, useSite } from '~/lib/session.ts'
import { Grid, Page } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import glance from '../components/glance.module.css'
import { HereNow, Lately } from '../components/glance.tsx'
import styles from '../components/overview.module.css'
import type { Route } from './+types/overview.ts'

type Place = {
  to: string
  icon: typeof IconUsers
  name: MessageKey
  text: MessageKey
  needs: string
  module?: string
  /** Only on a developer's machine. */
  development?: boolean
}

const places: Place[] = [
  {
    to: '/admin/people',
    icon: IconUsers,
    name: 'app.people',
    text: 'admin.people_text',
    needs: 'identity.people.read',
  },
  {
    to: '/admin/roles',
    icon: IconShieldLock,
    name: 'app.roles',
    text: 'admin.roles_text',
    needs: 'identity.roles.manage',
  },
  {
    to: '/admin/security',
    icon: IconFingerprint,
    name: 'access.security',
    text: 'admin.security_text',
    needs: 'identity.security.manage',
  },
  {
    to: '/admin/modules',
    icon: IconToggleLeft,
    name: 'app.modules',
    text: 'admin.modules_text',
    needs: 'identity.settings.manage',
  },
  {
    to: '/admin/settings',
    icon: IconAdjustments,
    name: 'app.settings',
    text: 'admin.settings_text',
    needs: 'identity.settings.manage',
  },
  {
    to: '/admin/audit',
    icon: IconHistory,
    name: 'app.audit',
    text: 'admin.audit_text',
    needs: 'audit.read',
    module: 'audit',
  },
  {
    to: '/admin/jobs',
    icon: IconClipboardList,
    name: 'app.jobs',
    text: 'admin.jobs_text',
    needs: 'admin.jobs',
    module: 'admin',
  },
  {
    to: '/admin/mail',
    icon: IconMail,
    name: 'admin.outgoing_mail',
    text: 'admin.mail_text',
    needs: 'notifications.mail.read',
    module: 'notifications',
  },
  {
    to: '/mail',
    icon: IconMailOpened,
    name: 'app.mail',
    text: 'admin.catcher_text',
    needs: 'notifications.mail.read',
    development: true,
  },
]

function openTo(session: Session | null, environment: string) {
  return places.filter(
    (place) =>
      may(session, place.needs) &&
      (!place.module || session?.modules.includes(place.module)) &&
      (!place.development || environment !== 'production'),
  )
}

export async function loader({ context }: Route.LoaderArgs) {
  const session = context.get(sessionContext)
  const open = openTo(session, 'production').map(({ to }) => to)
  if (open.length === 0) throw data(null, { status: 403 })
  const api = context.get(apiContext)
  const [lately, here] = await Promise.all([
    open.includes('/admin/audit')
      ? api.GET('/api/v1/audit/entries', { params: { query: { limit: 6 } } })
      : null,
    open.includes('/admin/people')
      ? api.GET('/api/v1/identity/people/online', { params: { query: { limit: 6 } } })
      : null,
  ])
  return { lately: lately && unwrap(lately).items, here: here && unwrap(here).items }
}

/** What the person may look after, and where. */
export default function Overview({ loaderData: { lately, here } }: Route.ComponentProps) {
  const t = useMessages()
  const { environment, organization } = useSite()
  return (
    <Page>
      <PageHeader title={t('app.admin')} lead={t('admin.lead', { organization: organization.name })} />
      <Grid cells="medium">
        {openTo(useSession(), environment).map(({ to, icon: Icon, name, text }) => (
          <Link key={to} to={to} className={styles.place}>
            <Icon size={22} stroke={1.75} aria-hidden="true" className={styles.icon} />
            <div>
              <h2 className={styles.name}>{t(name)}</h2>
              <p className={styles.text}>{t(text)}</p>
            </div>
          </Link>
        ))}
      </Grid>
      {lately || here ? (
        <div className={glance.glance}>
          {lately ? <Lately deeds={lately} /> : null}
          {here ? <HereNow people={here} /> : null}
        </div>
      ) : null}
    </Page>
  )
}
