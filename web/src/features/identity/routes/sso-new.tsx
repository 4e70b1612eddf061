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
import { askForFreshProof } from '../components/fresh-proof.ts'
import { KindChoice } from '../components/kind-choice.tsx'
import { SecurityPage } from '../components/security-page.tsx'
import { OurFacts, SsoConnectionFields, type SsoKind, ssoConnectionWish } from '../components/sso-fields.tsx'
import type { Route } from './+types/sso-new.ts'

const kindOf = (value: string | null): SsoKind | null => (value === 'saml' || value === 'oidc' ? value : null)

export async function loader({ context, request }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const kind = kindOf(new URL(request.url).searchParams.get('kind'))
  if (kind) await askForFreshProof(api, request)
  return { kind, ours: unwrap(await api.GET('/api/v1/identity/sso-service-provider')) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const kind = kindOf(formText(form, 'kind')) ?? 'saml'
  const domain = formText(form, 'domain')
  const { clientSecret, ...wish } = ssoConnectionWish(form, kind)
  const result = await context.get(apiContext).POST('/api/v1/identity/sso-providers', {
    body: {
      kind,
      ...wish,
      ...(clientSecret ? { clientSecret } : {}),
      ...(domain ? { domains: [domain] } : {}),
    },
  })
  const problem = problemOf(result)
  if (problem || !result.data)
    return data({ problem, wish: { ...wish, domain } }, { status: problem?.status ?? 500 })
  return redirect(`/admin/security/sso/${result.data.id}?done=created`)
}

/** Setting single sign-on up: the kind first, then what goes there and what comes back from there. */
export default function NewSso({ loaderData: { kind, ours }, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const above = [{ label: t('access.sso'), to: '/admin/security/sso' }]
  if (!kind)
    return (
      <SecurityPage title={t('access.sso_new')} lead={t('access.sso_lead')} above={above}>
        <KindChoice
          kinds={(['oidc', 'saml'] as const).map((one) => ({
            to: `?kind=${one}`,
            name: t(`access.sso_kind_${one}`),
            text: t(`access.sso_kind_${one}_text`),
          }))}
        />
      </SecurityPage>
    )
  const problem = actionData?.problem
  const errors = fieldErrors(problem)
  const { domain = '', ...wish } = actionData?.wish ?? { name: '' }
  return (
    <SecurityPage
      title={`${t('access.sso_new')}: ${t(`access.sso_kind_${kind}`)}`}
      lead={t('access.sso_new_lead')}
      above={above}
    >
      <Section title={t('access.step_our_side')} description={t('access.step_our_side_text')}>
        <Card>
          <OurFacts kind={kind} ours={ours} />
        </Card>
      </Section>
      <Section title={t('access.step_their_side')}>
        <Form method="post">
          <Stack>
            <FormErrors problem={problem} />
            <input type="hidden" name="kind" value={kind} />
            <Card>
              <Stack>
                <SsoConnectionFields kind={kind} wish={wish} stored={null} errors={errors} />
                <TextInput
                  label={t('access.domain')}
                  name="domain"
                  required={false}
                  maxLength={254}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  placeholder="example.com"
                  defaultValue={domain}
                  help={t('access.domains_text')}
                  error={errors.domain ?? errors['domains.0']}
                />
              </Stack>
            </Card>
            <Row>
              <Button type="submit" variant="primary" loading={state !== 'idle'}>
                {t('access.sso_new')}
              </Button>
              <LinkButton to="/admin/security/sso" variant="quiet">
                {t('ui.cancel')}
              </LinkButton>
            </Row>
          </Stack>
        </Form>
      </Section>
    </SecurityPage>
  )
}
