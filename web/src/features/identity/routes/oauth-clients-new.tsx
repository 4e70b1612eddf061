import { data, Form, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Stack } from '~/ui/layout.tsx'
import { ClientFacts } from '../components/client-facts.tsx'
import { askForFreshProof } from '../components/fresh-proof.ts'
import { OauthClientFields } from '../components/oauth-client-fields.tsx'
import { clientWish, emptyClient } from '../components/oauth-client-form.ts'
import { SecurityPage } from '../components/security-page.tsx'
import styles from '../components/settings.module.css'
import type { Route } from './+types/oauth-clients-new.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  await askForFreshProof(api, request)
  return { issuer: unwrap(await api.GET('/api/v1/identity/oauth-server')).issuer }
}

export async function action({ context, request }: Route.ActionArgs) {
  const wish = clientWish(await request.formData())
  const result = await context.get(apiContext).POST('/api/v1/identity/oauth-clients', { body: wish })
  const problem = problemOf(result)
  return data(
    { problem, wish, made: result.data ?? null },
    { status: problem?.status ?? 200, headers: { 'cache-control': 'no-store' } },
  )
}

/** Registering an app; its id and secret are shown right after. */
export default function NewOauthClient({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const above = [{ label: t('access.apps'), to: '/admin/security/apps' }]
  const made = actionData?.made
  if (made)
    return (
      <SecurityPage title={made.name ?? t('access.app_unnamed')} lead={t('access.app_made')} above={above}>
        <Stack>
          <Card>
            <ClientFacts clientId={made.clientId} issuer={loaderData.issuer} secret={made.secret} />
          </Card>
          <Row>
            <LinkButton to={`/admin/security/apps/${made.clientId}`} variant="primary">
              {t('access.app_made_done')}
            </LinkButton>
          </Row>
        </Stack>
      </SecurityPage>
    )
  const problem = actionData?.problem
  return (
    <SecurityPage title={t('access.app_new')} lead={t('access.app_new_lead')} above={above}>
      <Form method="post">
        <Stack>
          <FormErrors problem={problem} />
          <OauthClientFields wish={actionData?.wish ?? emptyClient} errors={fieldErrors(problem)} />
        </Stack>
        <Row className={styles.end}>
          <Button type="submit" variant="primary" loading={state !== 'idle'}>
            {t('access.app_new')}
          </Button>
          <LinkButton to="/admin/security/apps" variant="quiet">
            {t('ui.cancel')}
          </LinkButton>
        </Row>
      </Form>
    </SecurityPage>
  )
}
