import { data, Form } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { type MessageKey, type Translate, useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Page, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { ProgressBar } from '~/ui/progress.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { useRefresh } from '~/ui/use-refresh.ts'
import styles from '../components/jobs.module.css'
import type { Route } from './+types/jobs.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const cursor = new URL(request.url).searchParams.get('after')
  const query = { limit: 25, ...(cursor ? { cursor } : {}) }
  return unwrap(await context.get(apiContext).GET('/api/v1/admin/runs', { params: { query } }))
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const params = { path: { runId: formText(form, 'run') } }
  const problem = problemOf(
    await context.get(apiContext).PUT('/api/v1/admin/runs/{runId}/cancellation', { params }),
  )
  return data({ problem }, { status: problem?.status ?? 200 })
}

const tones = {
  waiting: 'neutral',
  running: 'accent',
  done: 'success',
  failed: 'danger',
  cancelled: 'warning',
} as const
type State = keyof typeof tones

/** Work that goes on behind the pages. While something runs, the list follows it. */
export default function Jobs({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { items, next } = loaderData
  const isOpen = (state: string) => state === 'waiting' || state === 'running'
  useRefresh(
    items.some((run) => isOpen(run.state)),
    2000,
  )
  useActionToast(actionData, actionData?.problem ? null : t('admin.cancel_asked'))
  return (
    <Page>
      <PageHeader title={t('app.jobs')} lead={t('admin.jobs_lead')} />
      <Stack>
        <FormErrors problem={actionData?.problem} />
        {items.length === 0 ? (
          <EmptyState title={t('admin.no_jobs')}>
            <p>{t('admin.no_jobs_text')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('app.jobs')}
            rows={items}
            rowKey={(run) => run.id}
            columns={[
              {
                key: 'kind',
                header: t('admin.job'),
                primary: true,
                cell: (run) => nameOf(t, 'kind', run.kind),
              },
              {
                key: 'state',
                header: t('admin.state'),
                cell: (run) => (
                  <Badge tone={tones[run.state as State] ?? 'neutral'} dot={isOpen(run.state)}>
                    {run.cancelRequested && isOpen(run.state)
                      ? t('admin.state_stopping')
                      : nameOf(t, 'state', run.state)}
                  </Badge>
                ),
              },
              {
                key: 'progress',
                header: t('admin.progress'),
                cell: (run) =>
                  isOpen(run.state) ? (
                    <div className={styles.progress}>
                      <ProgressBar
                        done={run.percent}
                        total={100}
                        label={nameOf(t, 'kind', run.kind)}
                        showShare
                      />
                      {run.stage ? <p className={styles.stage}>{nameOf(t, 'stage', run.stage)}</p> : null}
                    </div>
                  ) : (
                    (run.problem?.message ?? '–')
                  ),
              },
              {
                key: 'by',
                header: t('admin.started_by'),
                cell: (run) => run.startedBy?.name ?? t('admin.system'),
              },
              {
                key: 'when',
                header: t('admin.started'),
                align: 'end',
                cell: (run) => <Time at={run.createdAt} as="dateTime" />,
              },
              {
                key: 'do',
                header: t('admin.actions'),
                actions: true,
                cell: (run) =>
                  run.can.cancel ? (
                    <Form method="post">
                      <input type="hidden" name="run" value={run.id} />
                      <ConfirmButton
                        size="small"
                        title={t('admin.cancel_title')}
                        message={t('admin.cancel_text')}
                        confirmLabel={t('admin.cancel_job')}
                      >
                        {t('admin.cancel_job')}
                      </ConfirmButton>
                    </Form>
                  ) : null,
              },
            ]}
          />
        )}
        <Pagination nextCursor={next} />
      </Stack>
    </Page>
  )
}

/** Kinds, states and stages have words here; what is newer shows its own name. */
function nameOf(t: Translate, what: 'kind' | 'state' | 'stage', name: string): string {
  const key = `admin.${what}_${name.replaceAll('.', '_')}` as MessageKey
  const words = t(key)
  return words === key ? name.replaceAll('_', ' ') : words
}
