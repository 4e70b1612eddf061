import { IconApps } from '@tabler/icons-react'
import { data, Form, redirect } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { Time } from '~/ui/text.tsx'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { AccountFrame } from '../components/account-frame.tsx'
import { Item, ItemList } from '../components/item-list.tsx'
import { scopesInWords } from '../components/scope-words.ts'
import type { Route } from './+types/account-apps.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return unwrap(await context.get(apiContext).GET('/api/v1/identity/me/apps'))
}

export async function action({ context, request }: Route.ActionArgs) {
  const clientId = formText(await request.formData(), 'app')
  const result = await context.get(apiContext).DELETE('/api/v1/identity/me/apps/{clientId}', {
    params: { path: { clientId } },
  })
  const problem = problemOf(result)
  if (problem) return data({ problem }, { status: problem.status })
  return redirect('/account/apps?done=revoked')
}

/** Apps of others one let in. */
export default function AccountApps({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  useDoneToast({ revoked: t('account.app_revoked') })
  const { items } = loaderData
  return (
    <AccountFrame title={t('account.apps')} lead={t('account.apps_lead')}>
      <Stack>
        <FormErrors problem={actionData?.problem} />
        {items.length === 0 ? (
          <EmptyState title={t('account.no_apps')}>
            <p>{t('account.no_apps_text')}</p>
          </EmptyState>
        ) : (
          <ItemList label={t('account.apps')}>
            {items.map((app) => {
              const name = app.name ?? t('account.app_without_name')
              return (
                <Item
                  key={app.clientId}
                  icon={IconApps}
                  name={name}
                  facts={
                    <>
                      {t.rich('account.app_since', {
                        organization: app.organization.name,
                        when: <Time key="when" at={app.grantedAt} />,
                      })}
                      <ul>
                        {scopesInWords(t, app.scopes).map((words) => (
                          <li key={words}>{words}</li>
                        ))}
                      </ul>
                    </>
                  }
                  actions={
                    <Form method="post" preventScrollReset>
                      <input type="hidden" name="app" value={app.clientId} />
                      <ConfirmButton
                        size="small"
                        aria-label={t('account.revoke_it', { name })}
                        title={t('account.revoke_app_title', { name })}
                        message={t('account.revoke_app_text', { name })}
                        confirmLabel={t('account.revoke_app')}
                      >
                        {t('account.revoke')}
                      </ConfirmButton>
                    </Form>
                  }
                />
              )
            })}
          </ItemList>
        )}
      </Stack>
    </AccountFrame>
  )
}
