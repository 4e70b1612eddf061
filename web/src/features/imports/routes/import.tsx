import { IconDownload, IconEye, IconPencil } from '@tabler/icons-react'
import { useEffect } from 'react'
import { data, Form, Link, useNavigation, useRevalidator, useSubmit } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Select } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Page, Row, Section, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { ProgressBar } from '~/ui/progress.tsx'
import { type Column, Table } from '~/ui/table.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { ImportState, OutcomeBadge } from '../components/import-state.tsx'
import { ReportSummary } from '../components/report-summary.tsx'
import { type ImportDetail, isOpen, outcomes, type ReportLine } from '../shapes.ts'
import type { Route } from './+types/import.ts'
import styles from './import.module.css'

export async function loader({ params: path, request, context }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const found = unwrap(await api.GET('/api/v1/imports/courses/{importId}', { params: { path } }))
  const { searchParams } = new URL(request.url)
  const outcome = outcomes.find((one) => one === searchParams.get('outcome')) ?? ''
  const kind = found.summary.find((row) => row.kind === searchParams.get('kind'))?.kind ?? ''
  if (found.state !== 'done') return { found, lines: [], next: null, outcome, kind }
  const after = searchParams.get('after')
  const report = await api.GET('/api/v1/imports/courses/{importId}/report', {
    params: {
      path,
      query: {
        limit: 50,
        ...(outcome ? { outcome } : {}),
        ...(kind ? { kind } : {}),
        ...(after ? { cursor: after } : {}),
      },
    },
  })
  const { items, next } = unwrap(report)
  return { found, lines: items, next, outcome, kind }
}

export async function action({ params: path, request, context }: Route.ActionArgs) {
  const api = context.get(apiContext)
  const form = await request.formData()
  if (form.get('intent') === 'cancel') {
    const answer = await api.PUT('/api/v1/imports/courses/{importId}/cancellation', { params: { path } })
    const problem = problemOf(answer)
    return data({ done: 'cancel' as const, problem }, { status: problem?.status ?? 200 })
  }
  const courseId = String(form.get('course'))
  const answer = await api.PUT('/api/v1/learning/studio/courses/{courseId}/publication', {
    params: { path: { courseId } },
    body: {},
  })
  const problem = problemOf(answer)
  return data({ done: 'publish' as const, problem }, { status: problem?.status ?? 200 })
}

/** An import on its way, and what came of it: the fidelity report. */
export default function Import({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { found } = loaderData
  const { revalidate } = useRevalidator()
  const isRunning = isOpen(found)
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => void revalidate(), 1000)
    return () => clearInterval(timer)
  }, [isRunning, revalidate])
  useActionToast(
    actionData,
    actionData && !actionData.problem && actionData.done === 'publish' ? t('imports.published') : null,
  )
  return (
    <Page>
      <PageHeader
        title={found.course?.title ?? found.title ?? found.fileName}
        documentTitle={t('imports.of', { title: found.title ?? found.fileName })}
        crumbs={[
          { to: '/teach', label: t('app.studio') },
          { to: '/teach/imports', label: t('imports.imports') },
        ]}
        status={<ImportState item={found} />}
        lead={sourceWords(found, t)}
        actions={<CourseActions found={found} />}
      />
      <Stack gap="wide">
        <FormErrors problem={actionData?.problem} />
        {isRunning ? <Running found={found} /> : null}
        {found.state === 'failed' ? <Failed found={found} /> : null}
        {found.state === 'cancelled' ? (
          <EmptyState picture="done" title={t('imports.cancelled')} action={<Again />}>
            <p>{t('imports.cancelled_text')}</p>
          </EmptyState>
        ) : null}
        {found.state === 'done' ? <Report {...loaderData} /> : null}
      </Stack>
    </Page>
  )
}

/** Where it came from; nothing while its title is the name of the file. */
function sourceWords(found: ImportDetail, t: ReturnType<typeof useMessages>): string | undefined {
  const { packageKind, packageVersion: version, fileName } = found
  if (packageKind === 'olx') return t('imports.from_olx', { fileName })
  if (packageKind === 'common-cartridge') {
    return t('imports.from_common_cartridge', { fileName, version: version ?? '' })
  }
  return found.title ? fileName : undefined
}

function Again() {
  const t = useMessages()
  return <LinkButton to="/teach/imports/new">{t('imports.try_other')}</LinkButton>
}

function CourseActions({ found }: { found: ImportDetail }) {
  const t = useMessages()
  const { state } = useNavigation()
  const { course, can } = found
  if (!course) return null
  return (
    <>
      <LinkButton to={`/teach/courses/${course.id}`} icon={<IconPencil />}>
        {t('imports.open_in_studio')}
      </LinkButton>
      {course.status === 'published' ? (
        <LinkButton to={`/courses/${course.slug}`} variant="primary" icon={<IconEye />}>
          {t('imports.view_course')}
        </LinkButton>
      ) : null}
      {can.publish ? (
        <Form method="post">
          <input type="hidden" name="course" value={course.id} />
          <Button
            type="submit"
            variant="primary"
            name="intent"
            value="publish"
            loading={state === 'submitting'}
          >
            {t('imports.publish')}
          </Button>
        </Form>
      ) : null}
    </>
  )
}

const stages = ['reading', 'files', 'writing', 'report'] as const

function Running({ found }: { found: ImportDetail }) {
  const t = useMessages()
  const at = (stages as readonly string[]).indexOf(found.stage ?? '')
  return (
    <Card>
      <Stack>
        <ProgressBar done={found.percent} total={100} label={t('imports.progress')} showShare />
        <ol className={styles.stages}>
          {stages.map((stage, index) => (
            <li
              key={stage}
              data-state={index < at ? 'done' : index === at ? 'now' : 'later'}
              aria-current={index === at ? 'step' : undefined}
            >
              {t(`imports.stage_${stage}`)}
              {stage === 'files' && index === at && found.filesTotal > 0
                ? ` (${t('imports.files_of', { done: found.filesDone, total: found.filesTotal })})`
                : ''}
            </li>
          ))}
        </ol>
        <p className={styles.note}>{t('imports.leave')}</p>
        {found.can.cancel ? (
          <Form method="post">
            <ConfirmButton
              name="intent"
              value="cancel"
              title={t('imports.cancel_title')}
              message={t('imports.cancel_text')}
              confirmLabel={t('imports.cancel')}
            >
              {t('imports.cancel')}
            </ConfirmButton>
          </Form>
        ) : null}
      </Stack>
      <p className="visually-hidden" role="status">
        {t(at >= 0 ? `imports.stage_${stages[at] ?? 'reading'}` : 'imports.state_waiting')}
      </p>
    </Card>
  )
}

function Failed({ found }: { found: ImportDetail }) {
  const t = useMessages()
  return (
    <EmptyState picture="broken" title={t('imports.failed')} action={<Again />}>
      <p className={styles.why}>{found.problem?.message}</p>
      <p>{t('imports.failed_text')}</p>
    </EmptyState>
  )
}

function Report({ found, lines, next, outcome, kind }: Route.ComponentProps['loaderData']) {
  const t = useMessages()
  const submit = useSubmit()
  const query = new URLSearchParams({ ...(outcome ? { outcome } : {}), ...(kind ? { kind } : {}) })
  const columns: Column<ReportLine>[] = [
    {
      key: 'item',
      header: t('imports.item'),
      primary: true,
      cell: (line) => (
        <span className={styles.item}>
          {line.title || line.sourceId}
          <span className={styles.kind}>{line.sourceKind.replaceAll('_', ' ')}</span>
        </span>
      ),
    },
    {
      key: 'outcome',
      header: t('imports.outcome'),
      cell: (line) => <OutcomeBadge outcome={line.outcome} />,
    },
    { key: 'message', header: t('imports.what_became'), cell: (line) => line.message },
    {
      key: 'page',
      header: t('imports.where_now'),
      cell: (line) =>
        line.nodeId && found.course ? (
          <Link to={`/teach/courses/${found.course.id}/pages/${line.nodeId}`} className={styles.where}>
            {t('imports.open_page')}
            <span className="visually-hidden"> {line.title}</span>
          </Link>
        ) : (
          '–'
        ),
    },
  ]
  return (
    <>
      {found.problem ? (
        <Callout tone="warning" title={t('imports.not_published')}>
          <p>{found.problem.message}</p>
        </Callout>
      ) : null}
      <ReportSummary found={found} />
      <Section
        title={t('imports.report')}
        description={t('imports.report_text')}
        actions={
          <a
            className={styles.download}
            href={`/api/v1/imports/courses/${found.id}/report.csv${query.size > 0 ? `?${query}` : ''}`}
            download
          >
            <IconDownload size={18} stroke={1.75} aria-hidden="true" />
            {t('imports.download_csv')}
          </a>
        }
        id="report"
      >
        <Stack>
          <Form
            method="get"
            className={styles.filters}
            preventScrollReset
            onChange={(event) => void submit(event.currentTarget, { preventScrollReset: true })}
          >
            <Select
              key={`outcome ${outcome}`}
              name="outcome"
              label={t('imports.outcome')}
              defaultValue={outcome}
              options={[
                { value: '', label: t('imports.any') },
                ...outcomes.map((one) => ({ value: one, label: t(`imports.outcome_${one}`) })),
              ]}
            />
            <Select
              key={`kind ${kind}`}
              name="kind"
              label={t('imports.kind')}
              defaultValue={kind}
              options={[
                { value: '', label: t('imports.any') },
                ...found.summary.map((row) => ({ value: row.kind, label: row.kind.replaceAll('_', ' ') })),
              ]}
            />
            <Row>
              <Button type="submit">{t('imports.filter')}</Button>
            </Row>
          </Form>
          {lines.length > 0 ? (
            <Table
              caption={t('imports.report')}
              columns={columns}
              rows={lines}
              rowKey={(line) => String(line.number)}
            />
          ) : (
            <EmptyState picture="search" title={t('imports.no_lines')} heading="h3" />
          )}
          <Pagination nextCursor={next} />
        </Stack>
      </Section>
    </>
  )
}
