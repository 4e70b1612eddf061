import { IconShieldCheck } from '@tabler/icons-react'
import { data, Form, Link, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { type MessageKey, useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { AuditFrame } from '../components/audit-frame.tsx'
import type { Route } from './+types/verification.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return unwrap(await context.get(apiContext).GET('/api/v1/audit/verifications'))
}

export async function action({ context }: Route.ActionArgs) {
  const result = await context.get(apiContext).POST('/api/v1/audit/verifications')
  const problem = problemOf(result)
  return data({ problem, verification: result.data ?? null }, { status: problem?.status ?? 200 })
}

/** Reads the whole log anew and says whether anything was changed behind its back. */
export default function Verification({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const found = actionData?.verification
  return (
    <AuditFrame
      title={t('audit.verification')}
      lead={t('audit.verification_lead')}
      actions={
        <Form method="post">
          <Button
            type="submit"
            variant="primary"
            loading={state !== 'idle'}
            icon={<IconShieldCheck size={18} stroke={1.75} />}
          >
            {t('audit.verify_now')}
          </Button>
        </Form>
      }
    >
      <Stack>
        <FormErrors problem={actionData?.problem} />
        <div role="status">
          {found ? (
            found.firstFailure ? (
              <Callout tone="danger" title={t('audit.broken')}>
                <p>
                  {t.rich('audit.first_failure', {
                    seq: (
                      <Link key="seq" to={`/admin/audit/${found.firstFailure.seq}`}>
                        {String(found.firstFailure.seq)}
                      </Link>
                    ),
                  })}{' '}
                  {failure(t, found.firstFailure.kind)}
                </p>
              </Callout>
            ) : (
              <Callout tone="success" title={t('audit.intact')}>
                <p>{t('audit.intact_text', { count: found.verifiedEntries })}</p>
              </Callout>
            )
          ) : null}
        </div>
        {loaderData.items.length === 0 ? (
          <EmptyState title={t('audit.never_verified')}>
            <p>{t('audit.never_verified_text')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('audit.past_verifications')}
            showCaption
            rows={loaderData.items}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'when',
                header: t('audit.when'),
                primary: true,
                cell: (row) => <Time at={row.verifiedAt} as="dateTime" />,
              },
              {
                key: 'status',
                header: t('audit.outcome'),
                cell: (row) => (
                  <Badge tone={row.status === 'intact' ? 'success' : 'danger'}>
                    {row.status === 'intact' ? t('audit.intact') : t('audit.broken')}
                  </Badge>
                ),
              },
              {
                key: 'failure',
                header: t('audit.first_bad'),
                cell: (row) =>
                  row.firstFailureSeq === null ? (
                    '–'
                  ) : (
                    <>
                      <Link to={`/admin/audit/${row.firstFailureSeq}`}>{row.firstFailureSeq}</Link>{' '}
                      {failure(t, row.kind)}
                    </>
                  ),
              },
              {
                key: 'read',
                header: t('audit.read_entries'),
                align: 'end',
                cell: (row) => `${row.verifiedEntries} / ${row.totalEntries}`,
              },
            ]}
          />
        )}
      </Stack>
    </AuditFrame>
  )
}

function failure(t: ReturnType<typeof useMessages>, kind: string | null): string {
  if (!kind) return ''
  const key = `audit.failure_${kind}` as MessageKey
  const text = t(key)
  return text === key ? kind : text
}
