import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Page } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Tabs } from '~/ui/tabs.tsx'
import { Time } from '~/ui/text.tsx'
import styles from '../components/caught-mail.module.css'
import { onlyWhereMailIsCaught } from '../components/development.ts'
import { LinkedText } from '../components/linked-text.tsx'
import type { Route } from './+types/caught-mail.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  onlyWhereMailIsCaught(context)
  const path = { id: params.mailId }
  const mail = unwrap(
    await context.get(apiContext).GET('/api/v1/notifications/caught-mails/{id}', { params: { path } }),
  )
  const asText = url.pathname.endsWith('/text') || mail.bodyHtml === null
  const { bodyHtml, ...rest } = mail
  return { mail: rest, hasHtml: bodyHtml !== null, asText }
}

/** One caught mail: as a mail program shows it, and its plain text. */
export default function CaughtMail({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  const { mail, hasHtml, asText } = loaderData
  const here = `/mail/${mail.id}`
  return (
    <Page width="form">
      <PageHeader
        title={mail.subject || t('notifications.no_subject')}
        crumbs={[{ label: t('notifications.catcher_title'), to: '/mail' }]}
      />
      <dl className={styles.facts}>
        <dt>{t('notifications.sender')}</dt>
        <dd>{mail.sender}</dd>
        <dt>{t('notifications.recipient')}</dt>
        <dd>{mail.recipient}</dd>
        <dt>{t('notifications.caught')}</dt>
        <dd>
          <Time at={mail.caughtAt} as="dateTime" />
        </dd>
      </dl>
      <Tabs
        label={t('notifications.views')}
        tabs={[
          ...(hasHtml ? [{ to: here, label: t('notifications.as_mail'), end: true }] : []),
          { to: `${here}/text`, label: t('notifications.as_text') },
        ]}
      />
      {asText ? (
        <LinkedText text={mail.bodyText ?? ''} />
      ) : (
        // No scripts, no forms, an origin of its own; a click on a link moves the whole page.
        <iframe
          title={mail.subject || t('notifications.no_subject')}
          src={`${here}/html`}
          sandbox="allow-top-navigation-by-user-activation"
          className={styles.mail}
        />
      )}
    </Page>
  )
}
