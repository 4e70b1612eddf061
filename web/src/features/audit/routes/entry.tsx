import { data, Form, Link, useNavigation } from 'react-router'
import { actionName, entityName } from '~/lib/action-name.ts'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { may, useSession } from '~/lib/session.ts'
import { Badge } from '~/ui/badge.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { Select, TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Page, Row, Section, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Time } from '~/ui/text.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import styles from '../components/audit.module.css'
import { ValueDiff } from '../components/value-diff.tsx'
import type { Route } from './+types/entry.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const seq = /^\d{1,15}$/.test(params.seq) ? Number(params.seq) : 0
  if (seq < 1) throw data(null, { status: 404 })
  const entry = await context
    .get(apiContext)
    .GET('/api/v1/audit/entries/{seq}', { params: { path: { seq } } })
  return unwrap(entry)
}

/** Hides personal data of the entry for good. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const problem = problemOf(
    await context.get(apiContext).PUT('/api/v1/audit/entries/{seq}/redaction', {
      params: { path: { seq: Number(params.seq) } },
      body: { level: Number(formText(form, 'level')), reason: formText(form, 'reason') },
    }),
  )
  return data({ problem }, { status: problem?.status ?? 200 })
}

export default function Entry({ loaderData: entry, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const session = useSession()
  const problem = actionData?.problem
  useActionToast(actionData, problem ? null : t('audit.redacted_now'))
  const metadata = entry.metadata && Object.keys(entry.metadata).length > 0 ? entry.metadata : null
  const hidden = (level: number) => entry.redactionLevel >= level
  return (
    <Page>
      <PageHeader
        title={actionName(t, entry.action)}
        status={
          entry.redactionLevel > 0 ? (
            <Badge>{t('audit.redacted_level', { level: entry.redactionLevel })}</Badge>
          ) : null
        }
        crumbs={[{ label: t('app.audit'), to: '/admin/audit' }]}
      />
      <Card>
        <dl className={styles.facts}>
          <dt>{t('audit.who')}</dt>
          <dd>
            {entry.actorId ? (
              <Link to={`/admin/audit?actor=${entry.actorId}`}>
                {entry.actorName ?? entry.actorEmail ?? t('audit.hidden')}
              </Link>
            ) : (
              t(entry.actorType === 'system' ? 'audit.system' : 'audit.stranger')
            )}
            {entry.impersonatedUser ? (
              <>
                {' '}
                {t('audit.in_name_of')}{' '}
                <Link to={`/admin/people/${entry.impersonatedUser}`}>
                  {entry.impersonatedName ?? t('audit.hidden')}
                </Link>
              </>
            ) : null}
          </dd>
          <dt>{t('audit.when')}</dt>
          <dd>
            <Time at={entry.ts} as="dateTime" />
          </dd>
          <dt>{t('audit.action')}</dt>
          <dd>
            <code>{entry.action}</code>
          </dd>
          <dt>{t('audit.entity')}</dt>
          <dd>
            {entityName(t, entry.entityType)}{' '}
            <Link to={`/admin/audit?entity=${encodeURIComponent(entry.entityId)}`}>
              <code>{entry.entityId}</code>
            </Link>
          </dd>
          {entry.targetId ? (
            <>
              <dt>{t('audit.target')}</dt>
              <dd>
                <code>{entry.targetId}</code>
              </dd>
            </>
          ) : null}
          <dt>{t('audit.ip')}</dt>
          <dd>{entry.ip ?? (hidden(1) ? t('audit.hidden') : '–')}</dd>
          <dt>{t('audit.device')}</dt>
          <dd>{entry.userAgent ?? (hidden(1) ? t('audit.hidden') : '–')}</dd>
          <dt>{t('audit.request')}</dt>
          <dd>
            <code>{entry.requestId}</code>
          </dd>
          <dt>{t('audit.seq')}</dt>
          <dd>{entry.seq}</dd>
        </dl>
      </Card>
      <Section title={t('audit.changes')}>
        {hidden(3) ? (
          <p className={styles.quiet}>{t('audit.values_hidden')}</p>
        ) : (
          <ValueDiff before={entry.prevValues} after={entry.newValues} />
        )}
      </Section>
      {metadata ? (
        <Section title={t('audit.more')}>
          <ValueDiff before={null} after={metadata} />
        </Section>
      ) : null}
      {may(session, 'audit.redact') && entry.redactionLevel < 3 ? (
        <Redaction level={entry.redactionLevel} problem={problem ?? null} />
      ) : null}
    </Page>
  )
}

function Redaction({ level, problem }: { level: number; problem: Parameters<typeof fieldErrors>[0] }) {
  const t = useMessages()
  const { state } = useNavigation()
  const errors = fieldErrors(problem)
  const levels = ([1, 2, 3] as const).filter((one) => one > level)
  return (
    <Section title={t('audit.redact')} description={t('audit.redact_text')}>
      <Card>
        <Form method="post">
          <Stack>
            <FormErrors problem={problem} />
            <Select
              label={t('audit.redact_what')}
              name="level"
              options={levels.map((one) => ({ value: String(one), label: t(`audit.level_${one}`) }))}
              error={errors.level}
            />
            <TextInput
              label={t('audit.redact_reason')}
              name="reason"
              required
              minLength={3}
              maxLength={500}
              help={t('audit.redact_reason_help')}
              error={errors.reason}
            />
            <Row>
              <ConfirmButton
                variant="danger"
                title={t('audit.redact_title')}
                message={t('audit.redact_confirm')}
                confirmLabel={t('audit.redact_do')}
                loading={state !== 'idle'}
              >
                {t('audit.redact_do')}
              </ConfirmButton>
            </Row>
          </Stack>
        </Form>
      </Card>
    </Section>
  )
}
