import { IconTestPipe } from '@tabler/icons-react'
import { data, Form, redirect, useNavigation } from 'react-router'
import { type Api, problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText, formTextOrNull } from '~/lib/form.ts'
import { type Translate, useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import { Time } from '~/ui/text.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { CopyFacts } from '../components/copy-facts.tsx'
import { DirectoryFields } from '../components/directory-fields.tsx'
import { DirectoryGroups, saveGroupRoles } from '../components/directory-groups.tsx'
import { DirectoryTest, type DirectoryTestResult } from '../components/directory-test.tsx'
import { DirectoryTokens } from '../components/directory-tokens.tsx'
import { hasFreshProof } from '../components/fresh-proof.ts'
import { Guarded, LockedBar } from '../components/guarded.tsx'
import { OffOrGone } from '../components/off-or-gone.tsx'
import { SecurityPage } from '../components/security-page.tsx'
import type { Route } from './+types/directories-one.ts'

const path = '/api/v1/identity/directories/{directoryId}'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const cursor = new URL(request.url).searchParams.get('after')
  const [directory, groups, roles, open] = await Promise.all([
    api.GET(path, { params: { path: params } }),
    api.GET(`${path}/groups`, {
      params: { path: params, query: { limit: 50, ...(cursor ? { cursor } : {}) } },
    }),
    api.GET('/api/v1/identity/roles'),
    hasFreshProof(api),
  ])
  return {
    directory: unwrap(directory),
    groups: unwrap(groups),
    roles: roles.data?.items ?? [],
    open,
  }
}

const intents = ['token', 'revoke', 'groups', 'test', 'switch', 'delete', 'save'] as const
type Intent = (typeof intents)[number]
type Answer = {
  intent: Intent
  problem: Problem | null
  token: string | null
  test: DirectoryTestResult | null
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = intents.find((one) => one === form.get('intent')) ?? 'save'
  const { problem, ...more } = await carryOut(context.get(apiContext), params.directoryId, intent, form)
  if (intent === 'delete' && !problem) return redirect('/admin/security/directories?done=deleted')
  return data<Answer>(
    { intent, problem, token: null, test: null, ...more },
    { status: problem?.status ?? 200, headers: { 'cache-control': 'no-store' } },
  )
}

async function carryOut(
  api: Api,
  directoryId: string,
  intent: Intent,
  form: FormData,
): Promise<{ problem: Problem | null } & Partial<Pick<Answer, 'token' | 'test'>>> {
  const params = { path: { directoryId } }
  switch (intent) {
    case 'token': {
      const days = formText(form, 'days')
      const body = { expiresInDays: days ? Number(days) : null }
      const result = await api.POST(`${path}/tokens`, { params, body })
      return { problem: problemOf(result), token: result.data?.token ?? null }
    }
    case 'revoke': {
      const prefix = formText(form, 'prefix')
      const of = { path: { directoryId, prefix } }
      return { problem: problemOf(await api.DELETE(`${path}/tokens/{prefix}`, { params: of })) }
    }
    case 'groups':
      return { problem: await saveGroupRoles(api, directoryId, form) }
    case 'test': {
      const result = await api.POST(`${path}/tests`, { params })
      return { problem: problemOf(result), test: result.data ?? null }
    }
    case 'switch': {
      const status = form.get('disabled') === 'true' ? ('paused' as const) : ('active' as const)
      return { problem: problemOf(await api.PATCH(path, { params, body: { status } })) }
    }
    case 'delete':
      return { problem: problemOf(await api.DELETE(path, { params })) }
    case 'save': {
      const body = { name: formText(form, 'name'), defaultRoleId: formTextOrNull(form, 'defaultRole') }
      return { problem: problemOf(await api.PATCH(path, { params, body })) }
    }
  }
}

function doneWords(t: Translate, intent: Intent, isPaused: boolean): string | null {
  switch (intent) {
    case 'revoke':
      return t('access.directory_token_revoked')
    case 'groups':
      return t('access.directory_groups_saved')
    case 'switch':
      return t(isPaused ? 'access.directory_paused' : 'access.directory_resumed')
    case 'save':
      return t('access.directory_changed')
    case 'token':
    case 'test':
    case 'delete':
      return null
  }
}

/** One directory: where it calls, what with, and which roles its groups stand for. */
export default function DirectoryPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const sent = state === 'idle' ? null : formData?.get('intent')
  const { directory, groups, roles, open } = loaderData
  const { name } = directory
  const isPaused = directory.status === 'paused'
  const problemAt = (...wanted: Intent[]) =>
    actionData && wanted.includes(actionData.intent) ? actionData.problem : null
  useDoneToast({ created: t('access.directory_created') })
  useActionToast(
    actionData,
    actionData && !actionData.problem ? doneWords(t, actionData.intent, isPaused) : null,
  )
  return (
    <SecurityPage
      title={name}
      above={[{ label: t('access.directories'), to: '/admin/security/directories' }]}
      status={
        <Badge tone={isPaused ? 'neutral' : 'success'}>
          {t(isPaused ? 'access.directory_is_paused' : 'access.enabled')}
        </Badge>
      }
      actions={
        <Form method="post" preventScrollReset>
          <Button
            type="submit"
            name="intent"
            value="test"
            loading={sent === 'test'}
            icon={<IconTestPipe size={18} stroke={1.75} aria-hidden="true" />}
          >
            {t('access.directory_test')}
          </Button>
        </Form>
      }
    >
      <LockedBar open={open} />
      <Stack>
        {directory.lastError ? (
          <Callout tone="danger" title={t('access.directory_last_error')}>
            <p lang="en">{directory.lastError}</p>
          </Callout>
        ) : null}
        <FormErrors problem={problemAt('test')} />
        {actionData?.test ? <DirectoryTest result={actionData.test} /> : null}
        <Card>
          <Stack>
            <CopyFacts
              facts={[
                {
                  label: t('access.directory_url'),
                  value: directory.url,
                  help: t('access.directory_url_text'),
                },
              ]}
            />
            <p>
              {t('access.directory_last_sync')}
              {': '}
              {directory.lastSyncAt ? <Time at={directory.lastSyncAt} as="relative" /> : t('access.never')}
            </p>
          </Stack>
        </Card>
      </Stack>
      <DirectoryTokens
        tokens={directory.tokens}
        shown={actionData?.token ?? null}
        open={open}
        problem={problemAt('token', 'revoke')}
      />
      <DirectoryGroups
        groups={groups.items}
        next={groups.next}
        roles={roles}
        open={open}
        problem={problemAt('groups')}
      />
      <Section title={t('access.directory_about')}>
        <Card>
          <Form method="post" preventScrollReset key={`${name} ${directory.defaultRole?.id}`}>
            <Guarded open={open}>
              <Stack>
                <FormErrors problem={problemAt('save')} />
                <DirectoryFields
                  wish={{ name, defaultRoleId: directory.defaultRole?.id ?? null }}
                  roles={roles}
                  errors={fieldErrors(problemAt('save'))}
                />
                <Row>
                  <Button type="submit" name="intent" value="save" loading={sent === 'save'}>
                    {t('access.directory_save')}
                  </Button>
                </Row>
              </Stack>
            </Guarded>
          </Form>
        </Card>
      </Section>
      <OffOrGone
        open={open}
        isOff={isPaused}
        problem={problemAt('switch', 'delete')}
        off={{
          button: t('access.directory_pause'),
          title: t('access.directory_pause_title', { name }),
          text: t('access.directory_pause_text'),
        }}
        on={t('access.directory_resume')}
        gone={{
          button: t('access.directory_delete'),
          title: t('access.directory_delete_title', { name }),
          text: t('access.directory_delete_text'),
        }}
      />
    </SecurityPage>
  )
}
