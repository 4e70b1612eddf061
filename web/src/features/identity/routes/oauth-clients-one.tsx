import { data, Form, redirect, useNavigation } from 'react-router'
import { type Api, problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button } from '~/ui/button.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Stack } from '~/ui/layout.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { ClientFacts } from '../components/client-facts.tsx'
import { hasFreshProof } from '../components/fresh-proof.ts'
import { Guarded, LockedBar } from '../components/guarded.tsx'
import { OauthClientFields } from '../components/oauth-client-fields.tsx'
import { type ClientWish, clientWish } from '../components/oauth-client-form.ts'
import { OffOrGone } from '../components/off-or-gone.tsx'
import { SecurityPage } from '../components/security-page.tsx'
import type { Route } from './+types/oauth-clients-one.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const [client, facts, open] = await Promise.all([
    api.GET('/api/v1/identity/oauth-clients/{clientId}', { params: { path: params } }),
    api.GET('/api/v1/identity/oauth-server'),
    hasFreshProof(api),
  ])
  return { client: unwrap(client), issuer: facts.data?.issuer ?? null, open }
}

type Answer = {
  intent: 'renew' | 'delete' | 'save'
  problem: Problem | null
  secret: string | null
  wish: ClientWish | null
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const answer = await carryOut(context.get(apiContext), params.clientId, await request.formData())
  if (answer.intent === 'delete' && !answer.problem) return redirect('/admin/security/apps?done=deleted')
  return data(answer, {
    status: answer.problem?.status ?? 200,
    headers: { 'cache-control': 'no-store' },
  })
}

async function carryOut(api: Api, clientId: string, form: FormData): Promise<Answer> {
  const params = { path: { clientId } }
  const nothing = { secret: null, wish: null }
  switch (form.get('intent')) {
    case 'renew': {
      const result = await api.POST('/api/v1/identity/oauth-clients/{clientId}/secret', { params })
      return { ...nothing, intent: 'renew', problem: problemOf(result), secret: result.data?.secret ?? null }
    }
    case 'delete': {
      const result = await api.DELETE('/api/v1/identity/oauth-clients/{clientId}', { params })
      return { ...nothing, intent: 'delete', problem: problemOf(result) }
    }
    default: {
      const wish = clientWish(form)
      const result = await api.PATCH('/api/v1/identity/oauth-clients/{clientId}', { params, body: wish })
      const problem = problemOf(result)
      // An app that becomes confidential gets its secret by the change.
      return { intent: 'save', problem, secret: result.data?.secret ?? null, wish: problem ? wish : null }
    }
  }
}

/** One app of the organization. */
export default function OauthClientPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const sent = state === 'idle' ? null : formData?.get('intent')
  const { client, issuer, open } = loaderData
  const name = client.name ?? t('access.app_unnamed')
  const problemAt = (intent: Answer['intent']) => (actionData?.intent === intent ? actionData.problem : null)
  useActionToast(
    actionData,
    actionData?.intent === 'save' && !actionData.problem ? t('access.app_changed') : null,
  )
  return (
    <SecurityPage
      title={name}
      above={[{ label: t('access.apps'), to: '/admin/security/apps' }]}
      status={
        client.registration === 'dynamic' ? <Badge tone="warning">{t('access.app_by_itself')}</Badge> : null
      }
    >
      <LockedBar open={open} />
      <Stack>
        <FormErrors problem={problemAt('renew')} />
        <Card>
          <Stack>
            <ClientFacts clientId={client.clientId} issuer={issuer} secret={actionData?.secret ?? null} />
            {client.isPublic ? null : (
              <Form method="post" preventScrollReset>
                <Guarded open={open}>
                  <ConfirmButton
                    name="intent"
                    value="renew"
                    title={t('access.app_renew_title', { name })}
                    message={t('access.app_renew_text')}
                    confirmLabel={t('access.app_renew')}
                  >
                    {t('access.app_renew')}
                  </ConfirmButton>
                </Guarded>
              </Form>
            )}
          </Stack>
        </Card>
        <Form method="post" key={client.updatedAt} preventScrollReset>
          <Guarded open={open}>
            <Stack>
              <FormErrors problem={problemAt('save')} />
              <OauthClientFields
                wish={actionData?.wish ?? { ...client, name: client.name ?? '' }}
                errors={fieldErrors(problemAt('save'))}
              />
              <Row>
                <Button
                  type="submit"
                  variant="primary"
                  name="intent"
                  value="save"
                  loading={sent === 'save'}
                  disabled={!open}
                >
                  {t('access.app_save')}
                </Button>
              </Row>
            </Stack>
          </Guarded>
        </Form>
      </Stack>
      <OffOrGone
        open={open}
        isOff={false}
        problem={problemAt('delete')}
        off={null}
        gone={{
          button: t('access.app_delete'),
          title: t('access.app_delete_title', { name }),
          text: t('access.app_delete_text'),
        }}
      />
    </SecurityPage>
  )
}
