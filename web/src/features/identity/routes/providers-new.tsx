import { data, Form, redirect, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import { CopyFacts } from '../components/copy-facts.tsx'
import { askForFreshProof } from '../components/fresh-proof.ts'
import { KindChoice } from '../components/kind-choice.tsx'
import { OauthProviderFields } from '../components/oauth-provider-fields.tsx'
import {
  emptyProvider,
  type ProviderType,
  providerWish,
  secretWish,
} from '../components/oauth-provider-form.ts'
import { SecurityPage } from '../components/security-page.tsx'
import type { Route } from './+types/providers-new.ts'

const typeOf = (value: string | null): ProviderType | null =>
  value === 'oidc' || value === 'oauth2' ? value : null

export async function loader({ context, request }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const type = typeOf(new URL(request.url).searchParams.get('type'))
  if (type) await askForFreshProof(api, request)
  return { type, ours: unwrap(await api.GET('/api/v1/identity/sso-service-provider')) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const providerType = typeOf(formText(form, 'type')) ?? 'oidc'
  const identifier = formText(form, 'identifier')
  const wish = providerWish(form, providerType)
  const result = await context.get(apiContext).POST('/api/v1/identity/oauth-providers', {
    body: { identifier, providerType, ...wish, ...secretWish(form) },
  })
  const problem = problemOf(result)
  if (problem || !result.data)
    return data({ problem, wish: { ...wish, identifier } }, { status: problem?.status ?? 500 })
  return redirect(`/admin/security/providers/${result.data.id}?done=added`)
}

/** Adding a provider: how it speaks first, then the address for it and what it gives. */
export default function NewProvider({ loaderData: { type, ours }, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const above = [{ label: t('access.providers'), to: '/admin/security/providers' }]
  if (!type)
    return (
      <SecurityPage title={t('access.provider_add')} lead={t('access.id_or_oauth')} above={above}>
        <KindChoice
          kinds={(['oidc', 'oauth2'] as const).map((one) => ({
            to: `?type=${one}`,
            name: t(`access.provider_${one}`),
            text: t(`access.provider_${one}_text`),
          }))}
        />
      </SecurityPage>
    )
  const problem = actionData?.problem
  const errors = fieldErrors(problem)
  return (
    <SecurityPage
      title={`${t('access.provider_add')}: ${t(`access.provider_${type}`)}`}
      lead={t('access.provider_new_lead')}
      above={above}
    >
      <Section title={t('access.step_our_side')}>
        <Card>
          <CopyFacts
            facts={[
              {
                label: t('access.callback_url'),
                value: ours.oidc.redirectUrl,
                help: t('access.callback_url_text'),
              },
            ]}
          />
        </Card>
      </Section>
      <Section title={t('access.step_their_side')}>
        <Form method="post">
          <Stack>
            <FormErrors problem={problem} />
            <input type="hidden" name="type" value={type} />
            <Card>
              <Stack>
                <TextInput
                  label={t('access.provider_identifier')}
                  name="identifier"
                  required
                  maxLength={63}
                  pattern="[a-z0-9][a-z0-9:_.\-]*"
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  defaultValue={actionData?.wish.identifier ?? ''}
                  help={t('access.provider_identifier_help')}
                  error={errors.identifier}
                />
                <OauthProviderFields
                  type={type}
                  wish={actionData?.wish ?? emptyProvider}
                  hasSecret={false}
                  errors={errors}
                />
              </Stack>
            </Card>
            <Row>
              <Button type="submit" variant="primary" loading={state !== 'idle'}>
                {t('access.provider_add')}
              </Button>
              <LinkButton to="/admin/security/providers" variant="quiet">
                {t('ui.cancel')}
              </LinkButton>
            </Row>
          </Stack>
        </Form>
      </Section>
    </SecurityPage>
  )
}
