import { IconDownload } from '@tabler/icons-react'
import { Form, Link } from 'react-router'
import { actionName, entityName } from '~/lib/action-name.ts'
import { unwrap } from '~/lib/api.ts'
import { apiContext, sessionContext, siteContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { may } from '~/lib/session.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button, LinkButton } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { TextInput } from '~/ui/field.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { ActionSelect } from '../components/action-select.tsx'
import styles from '../components/audit.module.css'
import { AuditFrame } from '../components/audit-frame.tsx'
import { endOfDay, startOfDay } from '../components/day.ts'
import type { Route } from './+types/entries.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function loader({ context, request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams
  const text = (name: string) => search.get(name)?.trim().slice(0, 100) ?? ''
  const api = context.get(apiContext)
  const { timeZone } = context.get(siteContext)
  const asked = {
    action: text('action'),
    actor: text('actor'),
    entity: text('entity'),
    from: text('from'),
    until: text('until'),
  }
  let actorId = uuid.test(asked.actor) ? asked.actor : null
  // A name or an address: the first person it fits.
  if (asked.actor && !actorId && may(context.get(sessionContext), 'identity.people.read')) {
    const found = await api.GET('/api/v1/identity/people', {
      params: { query: { search: asked.actor, limit: 1 } },
    })
    actorId = unwrap(found).items[0]?.id ?? null
  }
  const nobody = Boolean(asked.actor) && !actorId
  const from = startOfDay(asked.from, timeZone)
  const until = endOfDay(asked.until, timeZone)
  const filter = {
    ...(asked.action ? { action: asked.action } : {}),
    ...(actorId ? { actorId } : {}),
    ...(asked.entity ? { entityId: asked.entity } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  }
  const cursor = search.get('after')
  const page = nobody
    ? { items: [], next: null }
    : unwrap(
        await api.GET('/api/v1/audit/entries', {
          params: { query: { limit: 50, ...filter, ...(cursor ? { cursor } : {}) } },
        }),
      )
  return { ...page, asked, exportQuery: new URLSearchParams(filter).toString() }
}

/** Who did what, when, to what: the log of the organization, newest first. */
export default function Entries({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  const { items, next, asked, exportQuery } = loaderData
  const filtered = Object.values(asked).some(Boolean)
  return (
    <AuditFrame
      title={t('app.audit')}
      lead={t('audit.lead')}
      actions={
        // A file of any length: it comes straight from the API, line by line.
        <LinkButton
          to={`/api/v1/audit/entries.csv${exportQuery ? `?${exportQuery}` : ''}`}
          reloadDocument
          download
          icon={<IconDownload size={18} stroke={1.75} />}
        >
          {t('audit.export')}
        </LinkButton>
      }
    >
      <Stack>
        <Form method="get" role="search" className={styles.filters}>
          <ActionSelect action={asked.action} />
          <TextInput
            label={t('audit.who')}
            name="actor"
            type="search"
            defaultValue={asked.actor}
            placeholder={t('audit.who_help')}
          />
          <TextInput
            label={t('audit.entity_id')}
            name="entity"
            type="search"
            defaultValue={asked.entity}
            placeholder={t('audit.entity_id_help')}
          />
          <TextInput label={t('audit.from')} name="from" type="date" defaultValue={asked.from} />
          <TextInput label={t('audit.until')} name="until" type="date" defaultValue={asked.until} />
          <div className={styles.buttons}>
            <Button type="submit">{t('audit.filter')}</Button>
            {filtered ? (
              <LinkButton to="/admin/audit" variant="quiet">
                {t('audit.clear')}
              </LinkButton>
            ) : null}
          </div>
        </Form>
        {items.length === 0 ? (
          <EmptyState picture="search" title={t('audit.none')}>
            <p>{filtered ? t('audit.none_filtered') : t('audit.none_text')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('audit.entries')}
            rows={items}
            rowKey={(row) => String(row.seq)}
            columns={[
              {
                key: 'action',
                header: t('audit.what'),
                primary: true,
                cell: (row) => (
                  <Row gap="tight">
                    <Link to={`/admin/audit/${row.seq}`}>{actionName(t, row.action)}</Link>
                    {row.impersonatedUser ? (
                      <Badge tone="warning">{t('audit.in_anothers_name')}</Badge>
                    ) : null}
                    {row.redactionLevel > 0 ? <Badge>{t('audit.redacted')}</Badge> : null}
                  </Row>
                ),
              },
              {
                key: 'who',
                header: t('audit.who'),
                cell: (row) =>
                  row.actorId ? (
                    <>
                      <Link to={`/admin/audit?actor=${row.actorId}`}>
                        {row.actorName ?? row.actorEmail ?? t('audit.hidden')}
                      </Link>
                      {row.impersonatedName ? (
                        <span className={styles.quiet}>
                          {' '}
                          {t('audit.in_name_of')} {row.impersonatedName}
                        </span>
                      ) : null}
                    </>
                  ) : (
                    t(row.actorType === 'system' ? 'audit.system' : 'audit.stranger')
                  ),
              },
              {
                key: 'entity',
                header: t('audit.entity'),
                cell: (row) => entityName(t, row.entityType),
              },
              { key: 'ip', header: t('audit.ip'), deskOnly: true, cell: (row) => row.ip ?? '–' },
              {
                key: 'when',
                header: t('audit.when'),
                cell: (row) => (
                  <span className={styles.when}>
                    <Time at={row.ts} as="dateTime" />
                  </span>
                ),
              },
              {
                key: 'seq',
                header: t('audit.seq'),
                align: 'end',
                cell: (row) => <span className={styles.seq}>{row.seq}</span>,
              },
            ]}
          />
        )}
        <Pagination nextCursor={next} />
      </Stack>
    </AuditFrame>
  )
}
