import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { data, Link, redirect } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formSecret, formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Stack } from '~/ui/layout.tsx'
import { AccountFrame } from '../components/account-frame.tsx'
import { askForFreshProof } from '../components/fresh-proof.ts'
import { KeyButton } from '../components/key-button.tsx'
import type { Route } from './+types/account-add-passkey.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  await askForFreshProof(api, request)
  // The question comes with the page: browsers want the press of a button right before they ask.
  const result = await api.POST('/api/v1/identity/passkeys/challenges')
  return { question: result.data ?? null, problem: problemOf(result) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const name = formText(form, 'name')
  const result = await context.get(apiContext).POST('/api/v1/identity/passkeys', {
    body: {
      challengeId: formText(form, 'challengeId'),
      credential: JSON.parse(formSecret(form, 'credential')),
      ...(name ? { name } : {}),
    },
  })
  const problem = problemOf(result)
  if (problem) return data({ problem }, { status: problem.status })
  return redirect('/account/security?done=add_passkey')
}

export default function AddPasskey({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const [name, setName] = useState('')
  const { question } = loaderData
  const problem = actionData?.problem ?? loaderData.problem
  return (
    <AccountFrame
      title={t('account.add_passkey')}
      lead={t('account.add_passkey_lead')}
      crumbs={[{ label: t('identity.security'), to: '/account/security' }]}
      narrow
    >
      <Card>
        <Stack>
          <FormErrors problem={problem} />
          <noscript>
            <p>{t('account.needs_script')}</p>
          </noscript>
          {question ? (
            <>
              <TextInput
                label={t('account.passkey_name')}
                help={t('account.passkey_name_help')}
                required={false}
                maxLength={60}
                autoComplete="off"
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                error={fieldErrors(problem).name}
              />
              <KeyButton
                ask={async () => ({
                  type: 'create',
                  challengeId: question.challengeId,
                  options: question.options,
                })}
                fields={{ name }}
                variant="primary"
                icon={<IconFingerprint size={18} stroke={1.75} aria-hidden="true" />}
                failed={t('account.passkey_failed')}
              >
                {t('account.make_passkey')}
              </KeyButton>
            </>
          ) : null}
          <p>
            <Link to="/account/security">{t('ui.cancel')}</Link>
          </p>
        </Stack>
      </Card>
    </AccountFrame>
  )
}
