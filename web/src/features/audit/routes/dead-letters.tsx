import { data, Form, useNavigation } from 'react-router'
import { actionName } from '~/lib/action-name.ts'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { AuditFrame } from '../components/audit-frame.tsx'
import type { Route } from './+types/dead-letters.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const cursor = new URL(request.url).searchParams.get('after')
  const query = { limit: 25, ...(cursor ? { cursor } : {}) }
  return unwrap(await context.get(apiContext).GET('/api/v1/audit/dead-letters', { params: { query } }))
}

export async function action({ context }: Route.ActionArgs) {
  const result = await context.get(apiContext).POST('/api/v1/audit/dead-letters/retries')
  const problem = problemOf(result)
  return data({ problem, written: result.data?.written ?? 0 }, { status: problem?.status ?? 200 })
}

/** Entries that could not be written when their deed was done; each is tried again every minute. */
export default function DeadLetters({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const { items, next } = loaderData
  const problem = actionData?.problem
  const open = items.some((letter) => letter.resolvedAt === null)
  useActionToast(actionData, problem ? null : t('audit.retried', { count: actionData?.written ?? 0 }))
  return (
    <AuditFrame
      title={t('audit.dead_letters')}
      lead={t('audit.dead_letters_lead')}
      actions={
        open ? (
          <Form method="post">
            <Button type="submit" loading={state !== 'idle'}>
              {t('audit.retry_now')}
            </Button>
          </Form>
        ) : null
      }
    >
      <Stack>
        <FormErrors problem={problem} />
        {items.length === 0 ? (
          <EmptyState picture="done" title={t('audit.no_dead_letters')}>
            <p>{t('audit.no_dead_letters_text')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('audit.dead_letters')}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'action',
                header: t('audit.what'),
                primary: true,
                cell: (row) => actionName(t, row.action),
              },
              {
                key: 'state',
                header: t('audit.outcome'),
                cell: (row) =>
                  row.resolvedAt ? (
                    <Badge tone="success">{t('audit.written')}</Badge>
                  ) : (
                    <Badge tone="danger">{t('audit.not_written')}</Badge>
                  ),
              },
              { key: 'error', header: t('audit.error'), cell: (row) => row.error },
              { key: 'tries', header: t('audit.tries'), align: 'end', cell: (row) => row.retryCount },
              {
                key: 'when',
                header: t('audit.when'),
                align: 'end',
                cell: (row) => <Time at={row.failedAt} as="dateTime" />,
              },
            ]}
          />
        )}
        <Pagination nextCursor={next} />
      </Stack>
    </AuditFrame>
  )
}
