import { data, Form, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import type { RouteHandle } from '~/lib/handle.ts'
import { type Translate, useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Page, Section } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { hasFreshProof } from '../components/fresh-proof.ts'
import { Guarded, LockedBar } from '../components/guarded.tsx'
import { SecurityPlaces } from '../components/security-places.tsx'
import { PolicyFields, policyWish } from '../components/security-policy-fields.tsx'
import styles from '../components/settings.module.css'
import type { Route } from './+types/security.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const [policy, sso, open] = await Promise.all([
    api.GET('/api/v1/identity/security-policy'),
    api.GET('/api/v1/identity/sso-providers'),
    hasFreshProof(api),
  ])
  const ways = sso.data?.items ?? []
  return {
    rules: unwrap(policy),
    version: policy.response.headers.get('etag') ?? '*',
    ssoIsReady: ways.some((way) => !way.disabled && way.domains.some((domain) => domain.isProven)),
    open,
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const wish = policyWish(form)
  const result = await context.get(apiContext).PUT('/api/v1/identity/security-policy', {
    body: wish,
    headers: { 'if-match': formText(form, 'version') || '*' },
  })
  const problem = problemOf(result)
  return data(
    { problem, wish: problem ? wish : null, ended: result.data?.ended ?? null },
    { status: problem?.status ?? 200 },
  )
}

type Ended = { sessionsShortened: number; sessionsEnded: number; tokensShortened: number }

/** What the new rules meant for those who were in. */
function saved(t: Translate, { sessionsEnded, sessionsShortened, tokensShortened }: Ended): string {
  return [
    t('access.policy_saved'),
    sessionsEnded ? t('access.policy_ended', { count: sessionsEnded }) : '',
    sessionsShortened ? t('access.policy_shortened', { count: sessionsShortened }) : '',
    tokensShortened ? t('access.policy_tokens_shortened', { count: tokensShortened }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** What the organization asks of everybody who comes in, and the ways in there are. */
export default function Security({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const { rules, version, ssoIsReady, open } = loaderData
  const problem = actionData?.problem
  useActionToast(actionData, actionData?.ended ? saved(t, actionData.ended) : null)
  return (
    <Page width="form">
      <PageHeader title={t('access.security')} lead={t('access.security_lead')} />
      <LockedBar open={open} />
      <Form method="post" key={version}>
        <FormErrors problem={problem} />
        <input type="hidden" name="version" value={version} />
        <Guarded open={open}>
          <PolicyFields
            rules={actionData?.wish ?? rules}
            errors={fieldErrors(problem)}
            ssoIsReady={ssoIsReady}
          />
          <div className={styles.end}>
            <Button type="submit" variant="primary" loading={state !== 'idle'} disabled={!open}>
              {t('access.policy_save')}
            </Button>
          </div>
        </Guarded>
      </Form>
      <Section title={t('access.ways_in')} description={t('access.ways_in_text')}>
        <SecurityPlaces />
      </Section>
    </Page>
  )
}

export const handle = {
  actions: [
    { to: '/admin/security/sso/new', label: 'access.sso_new' },
    { to: '/admin/security/providers/new', label: 'access.provider_add' },
    { to: '/admin/security/directories/new', label: 'access.directory_new' },
    { to: '/admin/security/apps/new', label: 'access.app_new' },
  ],
} satisfies RouteHandle
