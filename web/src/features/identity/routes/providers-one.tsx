import { IconTestPipe } from '@tabler/icons-react'
import { data, Form, redirect, useNavigation } from 'react-router'
import { type Api, problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { CopyFacts } from '../components/copy-facts.tsx'
import { hasFreshProof } from '../components/fresh-proof.ts'
import { Guarded, LockedBar } from '../components/guarded.tsx'
import { OauthProviderFields } from '../components/oauth-provider-fields.tsx'
import { type ProviderWish, providerWish, secretWish } from '../components/oauth-provider-form.ts'
import { OffOrGone } from '../components/off-or-gone.tsx'
import { type ProviderCheck, ProviderChecks } from '../components/provider-checks.tsx'
import { SecurityPage } from '../components/security-page.tsx'
import type { Route } from './+types/providers-one.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const [found, open] = await Promise.all([
    api.GET('/api/v1/identity/oauth-providers/{providerId}', { params: { path: params } }),
    hasFreshProof(api),
  ])
  return { provider: unwrap(found), version: found.response.headers.get('etag') ?? '*', open }
}

type Answer = {
  intent: 'test' | 'save' | 'switch' | 'delete'
  problem: Problem | null
  test: { works: boolean; checks: ProviderCheck[] } | null
  wish: ProviderWish | null
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const answer = (intent: Answer['intent'], problem: Problem | null, more: Partial<Answer> = {}) =>
    data<Answer>({ intent, problem, test: null, wish: null, ...more }, { status: problem?.status ?? 200 })
  switch (form.get('intent')) {
    case 'test': {
      const result = await api.POST('/api/v1/identity/oauth-providers/{providerId}/tests', {
        params: { path: params },
      })
      return answer('test', problemOf(result), { test: result.data ?? null })
    }
    case 'delete': {
      const problem = problemOf(
        await api.DELETE('/api/v1/identity/oauth-providers/{providerId}', { params: { path: params } }),
      )
      return problem ? answer('delete', problem) : redirect('/admin/security/providers?done=deleted')
    }
    case 'switch':
      return answer(
        'switch',
        await change(api, params.providerId, '*', { enabled: form.get('disabled') === 'false' }),
      )
    default: {
      const wish = providerWish(form, form.get('type') === 'oauth2' ? 'oauth2' : 'oidc')
      const version = formText(form, 'version') || '*'
      const problem = await change(api, params.providerId, version, { ...wish, ...secretWish(form) })
      return answer('save', problem, { wish: problem ? wish : null })
    }
  }
}

const change = async (
  api: Api,
  providerId: string,
  version: string,
  body: Partial<ProviderWish> & { clientSecret?: string; enabled?: boolean },
) =>
  problemOf(
    await api.PATCH('/api/v1/identity/oauth-providers/{providerId}', {
      params: { path: { providerId } },
      headers: { 'if-match': version },
      body,
    }),
  )

/** One provider of the organization's own. */
export default function ProviderPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const sent = state === 'idle' ? null : formData?.get('intent')
  const { provider, version, open } = loaderData
  const { name } = provider
  const problemAt = (intent: Answer['intent']) => (actionData?.intent === intent ? actionData.problem : null)
  useDoneToast({ added: t('access.provider_added') })
  const done = {
    test: null,
    save: t('access.provider_changed'),
    switch: t(provider.enabled ? 'access.provider_enabled' : 'access.provider_disabled'),
    delete: null,
  }
  useActionToast(actionData, actionData && !actionData.problem ? done[actionData.intent] : null)
  return (
    <SecurityPage
      title={name}
      lead={t(`access.provider_${provider.providerType}`)}
      above={[{ label: t('access.providers'), to: '/admin/security/providers' }]}
      status={
        <Badge tone={provider.enabled ? 'success' : 'neutral'}>
          {t(provider.enabled ? 'access.enabled' : 'access.disabled')}
        </Badge>
      }
      actions={
        <Form method="post">
          <Button
            type="submit"
            name="intent"
            value="test"
            loading={sent === 'test'}
            icon={<IconTestPipe size={18} stroke={1.75} aria-hidden="true" />}
          >
            {t('access.provider_test')}
          </Button>
        </Form>
      }
    >
      <LockedBar open={open} />
      <FormErrors problem={problemAt('test')} />
      {actionData?.test ? <ProviderChecks {...actionData.test} /> : null}
      <Section title={t('access.step_our_side')}>
        <Card>
          <CopyFacts
            facts={[
              {
                label: t('access.callback_url'),
                value: provider.callbackUrl,
                help: t('access.callback_url_text'),
              },
            ]}
          />
        </Card>
      </Section>
      <Section title={t('access.connection')}>
        <Card>
          <Form method="post" key={version} preventScrollReset>
            <Guarded open={open}>
              <Stack>
                <FormErrors problem={problemAt('save')} />
                <input type="hidden" name="version" value={version} />
                <input type="hidden" name="type" value={provider.providerType} />
                <OauthProviderFields
                  type={provider.providerType}
                  wish={actionData?.wish ?? provider}
                  hasSecret={provider.hasClientSecret}
                  errors={fieldErrors(problemAt('save'))}
                />
                <Row>
                  <Button type="submit" name="intent" value="save" loading={sent === 'save'}>
                    {t('access.provider_save')}
                  </Button>
                </Row>
              </Stack>
            </Guarded>
          </Form>
        </Card>
      </Section>
      <OffOrGone
        open={open}
        isOff={!provider.enabled}
        problem={problemAt('switch') ?? problemAt('delete')}
        off={{
          button: t('access.sso_off'),
          title: t('access.sso_off_title', { name }),
          text: t('access.provider_off_text'),
        }}
        on={t('access.sso_on')}
        gone={{
          button: t('access.provider_delete'),
          title: t('access.provider_delete_title', { name }),
          text: t('access.provider_delete_text'),
        }}
      />
    </SecurityPage>
  )
}
