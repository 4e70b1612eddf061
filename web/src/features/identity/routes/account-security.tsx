import { data, Form, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formSecret, formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button } from '~/ui/button.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { PasswordInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { AccountFrame } from '../components/account-frame.tsx'
import { DeviceName } from '../components/device-name.tsx'
import { LoginTable } from '../components/login-table.tsx'
import type { Route } from './+types/account-security.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const cursor = new URL(request.url).searchParams.get('after')
  const [me, sessions, tries] = await Promise.all([
    api.GET('/api/v1/identity/me'),
    api.GET('/api/v1/identity/sessions', { params: { query: { limit: 100 } } }),
    api.GET('/api/v1/identity/me/login-history', {
      params: { query: { limit: 10, ...(cursor ? { cursor } : {}) } },
    }),
  ])
  const { person, can } = unwrap(me)
  return {
    email: person.email ?? '',
    mayChangePassword: can.changePassword && person.hasPassword,
    sessions: unwrap(sessions).items,
    tries: unwrap(tries),
  }
}

type Answer = { done: 'password' | 'session' | 'others'; problem: Problem | null }

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const answer = (done: Answer['done'], problem: Problem | null) =>
    data<Answer>({ done, problem }, { status: problem?.status ?? 200 })
  switch (form.get('intent')) {
    case 'change_password': {
      const body = {
        currentPassword: formSecret(form, 'currentPassword'),
        newPassword: formSecret(form, 'newPassword'),
      }
      return answer('password', problemOf(await api.PUT('/api/v1/identity/me/password', { body })))
    }
    case 'end_others':
      return answer('others', problemOf(await api.DELETE('/api/v1/identity/sessions')))
    default: {
      const params = { path: { sessionId: formText(form, 'session') } }
      return answer(
        'session',
        problemOf(await api.DELETE('/api/v1/identity/sessions/{sessionId}', { params })),
      )
    }
  }
}

export default function AccountSecurity({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const sent = state === 'idle' ? null : formData?.get('intent')
  const { sessions, tries } = loaderData
  const problem = actionData?.problem ?? null
  const said = { password: 'password_changed', session: 'session_ended', others: 'others_ended' } as const
  useActionToast(actionData, actionData && !problem ? t(`identity.${said[actionData.done]}`) : null)
  const passwordProblem = actionData?.done === 'password' ? problem : null
  const errors = fieldErrors(passwordProblem)
  return (
    <AccountFrame title={t('identity.security')} lead={t('identity.security_lead')}>
      {loaderData.mayChangePassword ? (
        <Section title={t('identity.change_password')} description={t('identity.change_password_text')}>
          <Card>
            {/* A new form after each change, so that no password stays in it. */}
            <Form method="post" key={passwordProblem ? 'again' : String(actionData?.done)}>
              <Stack>
                <FormErrors problem={passwordProblem} />
                <input type="hidden" name="intent" value="change_password" />
                <input
                  type="text"
                  name="username"
                  autoComplete="username"
                  value={loaderData.email}
                  readOnly
                  hidden
                />
                <PasswordInput
                  label={t('identity.current_password')}
                  name="currentPassword"
                  autoComplete="current-password"
                  required
                  error={errors.currentPassword}
                />
                <PasswordInput
                  label={t('identity.new_password')}
                  name="newPassword"
                  autoComplete="new-password"
                  required
                  minLength={10}
                  help={t('identity.password_help')}
                  error={errors.newPassword}
                />
                <Row>
                  <Button type="submit" variant="primary" loading={sent === 'change_password'}>
                    {t('identity.change_password')}
                  </Button>
                </Row>
              </Stack>
            </Form>
          </Card>
        </Section>
      ) : null}
      <Section
        title={t('identity.sessions')}
        description={t('identity.sessions_text')}
        actions={
          sessions.length > 1 ? (
            <Form method="post">
              <ConfirmButton
                name="intent"
                value="end_others"
                title={t('identity.end_others_title')}
                message={t('identity.end_others_text')}
                confirmLabel={t('identity.end_others')}
              >
                {t('identity.end_others')}
              </ConfirmButton>
            </Form>
          ) : null
        }
      >
        {problem && !passwordProblem ? <FormErrors problem={problem} /> : null}
        <Table
          caption={t('identity.sessions')}
          rows={sessions}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'device',
              header: t('identity.device'),
              primary: true,
              cell: (row) => (
                <Row gap="tight">
                  <DeviceName device={row.device} />
                  {row.isCurrent ? <Badge tone="success">{t('identity.this_device')}</Badge> : null}
                  {row.isImpersonation ? (
                    <Badge tone="warning">{t('identity.by_administrator')}</Badge>
                  ) : null}
                </Row>
              ),
            },
            { key: 'ip', header: t('identity.ip'), cell: (row) => row.ip ?? '–' },
            {
              key: 'used',
              header: t('identity.last_used'),
              cell: (row) => <Time at={row.lastUsedAt} as="relative" />,
            },
            {
              key: 'end',
              header: t('identity.end_session'),
              actions: true,
              cell: (row) =>
                row.isCurrent ? null : (
                  <Form method="post">
                    <input type="hidden" name="session" value={row.id} />
                    <Button type="submit" size="small" name="intent" value="end">
                      {t('identity.end_session')}
                    </Button>
                  </Form>
                ),
            },
          ]}
        />
      </Section>
      <Section title={t('identity.login_history')} description={t('identity.login_history_text')}>
        <Stack>
          <LoginTable caption={t('identity.login_history')} tries={tries.items} />
          <Pagination nextCursor={tries.next} />
        </Stack>
      </Section>
    </AccountFrame>
  )
}
