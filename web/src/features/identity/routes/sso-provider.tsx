import { IconTestPipe } from '@tabler/icons-react'
import { Form, useNavigation } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext, siteContext } from '~/lib/context.ts'
import { type Translate, useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, unknownProblem } from '~/lib/problem.ts'
import { problemWords } from '~/lib/problem-words.server.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { hasFreshProof } from '../components/fresh-proof.ts'
import { Guarded, LockedBar } from '../components/guarded.tsx'
import { OffOrGone } from '../components/off-or-gone.tsx'
import { SecurityPage } from '../components/security-page.tsx'
import { certificatesAt, SsoCertificates } from '../components/sso-certificates.tsx'
import { SsoDomains } from '../components/sso-domains.tsx'
import { OurFacts, SsoConnectionFields } from '../components/sso-fields.tsx'
import { SsoPeopleFields } from '../components/sso-people-fields.tsx'
import { doSsoDeed, type SsoDeed } from '../components/sso-provider-deeds.ts'
import { SsoTestOutcome } from '../components/sso-test-outcome.tsx'
import type { Route } from './+types/sso-provider.ts'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const [found, ours, roles, open] = await Promise.all([
    api.GET('/api/v1/identity/sso-providers/{ssoProviderId}', { params: { path: params } }),
    api.GET('/api/v1/identity/sso-service-provider'),
    api.GET('/api/v1/identity/roles'),
    hasFreshProof(api),
  ])
  const provider = unwrap(found)
  const code = new URL(request.url).searchParams.get('problem')
  return {
    provider,
    version: found.response.headers.get('etag') ?? '*',
    certificates: certificatesAt(provider.saml?.certificates ?? []),
    ours: unwrap(ours),
    roles: roles.data?.items ?? [],
    open,
    testProblem: code ? problemWords(context.get(siteContext))({ ...unknownProblem(403), code }) : null,
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  return doSsoDeed(context.get(apiContext), params.ssoProviderId, await request.formData())
}

function doneWords(t: Translate, { intent }: SsoDeed, isOff: boolean): string {
  switch (intent) {
    case 'claim':
      return t('access.domain_added')
    case 'prove':
      return t('access.domain_proven_toast')
    case 'drop':
      return t('access.domain_removed')
    case 'connection':
      return t('access.connection_saved')
    case 'people':
      return t('access.sso_people_saved')
    case 'switch':
      return t(isOff ? 'access.sso_switched_off' : 'access.sso_switched_on')
    case 'delete':
      return t('access.sso_deleted')
  }
}

/** One single sign-on: its domains, both sides of the connection, and who people become by it. */
export default function SsoProviderPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const sent = state === 'idle' ? null : formData?.get('intent')
  const { provider, version, certificates, ours, roles, open, testProblem } = loaderData
  const { kind, lastTest } = provider
  const name = provider.name || t(`access.sso_kind_${kind}`)
  const problemAt = (intent: SsoDeed['intent']) => (actionData?.intent === intent ? actionData.problem : null)
  useDoneToast({ created: t('access.sso_created') })
  useActionToast(
    actionData,
    actionData && !actionData.problem ? doneWords(t, actionData, provider.disabled) : null,
  )
  const isOfDomains = actionData && ['claim', 'prove', 'drop'].includes(actionData.intent)
  const provesNothing = !provider.domains.some((domain) => domain.isProven)
  return (
    <SecurityPage
      title={name}
      lead={t(`access.sso_kind_${kind}`)}
      above={[{ label: t('access.sso'), to: '/admin/security/sso' }]}
      status={
        <Badge tone={provider.disabled ? 'neutral' : 'success'}>
          {t(provider.disabled ? 'access.disabled' : 'access.enabled')}
        </Badge>
      }
      actions={
        <LinkButton
          to={`/admin/security/sso/${provider.id}/try`}
          reloadDocument
          title={t('access.sso_test_lead')}
          icon={<IconTestPipe size={18} stroke={1.75} aria-hidden="true" />}
        >
          {t('access.sso_test')}
        </LinkButton>
      }
    >
      <LockedBar open={open} />
      <Stack>
        {testProblem && !lastTest ? (
          <Callout tone="danger" title={t('access.sso_test_problem')}>
            <p>{testProblem.title}</p>
          </Callout>
        ) : null}
        {provesNothing ? (
          <Callout title={t('access.sso_domain_first')}>
            <p>{t('access.sso_domain_first_text')}</p>
          </Callout>
        ) : null}
      </Stack>
      {lastTest ? <SsoTestOutcome test={lastTest} /> : null}
      <SsoDomains
        domains={provider.domains}
        open={open}
        problem={isOfDomains ? actionData.problem : null}
        about={isOfDomains ? actionData.about : null}
      />
      <Section title={t('access.step_our_side')} description={t('access.step_our_side_text')}>
        <Card>
          <OurFacts kind={kind} ours={ours} />
        </Card>
      </Section>
      <Section title={t('access.connection')}>
        <Card>
          <Form method="post" key={`connection ${version}`} preventScrollReset>
            <Guarded open={open}>
              <Stack>
                <FormErrors problem={problemAt('connection')} />
                <input type="hidden" name="version" value={version} />
                <input type="hidden" name="kind" value={kind} />
                {certificates.length > 0 ? <SsoCertificates certificates={certificates} /> : null}
                <SsoConnectionFields
                  kind={kind}
                  stored={provider}
                  wish={{
                    name: provider.name,
                    metadataUrl: provider.saml?.metadataUrl ?? '',
                    issuer: provider.oidc?.issuer ?? '',
                    clientId: provider.oidc?.clientId ?? '',
                    ...actionData?.wish,
                  }}
                  errors={fieldErrors(problemAt('connection'))}
                />
                <Row>
                  <Button type="submit" name="intent" value="connection" loading={sent === 'connection'}>
                    {t('access.sso_save_connection')}
                  </Button>
                </Row>
              </Stack>
            </Guarded>
          </Form>
        </Card>
      </Section>
      <Section title={t('access.attributes')} description={t('access.attributes_text')}>
        <Card>
          <Form method="post" key={`people ${version}`} preventScrollReset>
            <Guarded open={open}>
              <Stack>
                <FormErrors problem={problemAt('people')} />
                <input type="hidden" name="version" value={version} />
                <SsoPeopleFields provider={provider} roles={roles} />
                <Row>
                  <Button type="submit" name="intent" value="people" loading={sent === 'people'}>
                    {t('access.sso_save_people')}
                  </Button>
                </Row>
              </Stack>
            </Guarded>
          </Form>
        </Card>
      </Section>
      <OffOrGone
        open={open}
        isOff={provider.disabled}
        problem={problemAt('switch') ?? problemAt('delete')}
        off={{
          button: t('access.sso_off'),
          title: t('access.sso_off_title', { name }),
          text: t('access.sso_off_text'),
        }}
        on={t('access.sso_on')}
        gone={{
          button: t('access.sso_delete'),
          title: t('access.sso_delete_title', { name }),
          text: t('access.sso_delete_text'),
        }}
      />
    </SecurityPage>
  )
}
