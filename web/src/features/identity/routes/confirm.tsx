import { data, Form, Link, redirectDocument, useNavigation } from 'react-router'
import { type Api, problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formSecret, formText } from '~/lib/form.ts'
import { localPath } from '~/lib/local-path.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { nextStep } from '~/lib/next-step.ts'
import type { Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { PasswordInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import styles from '../components/auth.module.css'
import { Address, DoorButton, OtherWays } from '../components/auth-parts.tsx'
import { CatcherHint } from '../components/catcher-hint.tsx'
import { CodeInput } from '../components/code-input.tsx'
import { type Challenge, FactorAnswer } from '../components/factor-answer.tsx'
import { NextField } from '../components/next-field.tsx'
import { PasskeySignIn } from '../components/passkey-sign-in.tsx'
import { Or } from '../components/provider-links.tsx'
import { cookiesOf } from '../components/session-cookie.ts'
import type { Route } from './+types/confirm.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const ways = unwrap(await api.GET('/api/v1/identity/proofs'))
  const factor = ways.factors[0] ?? null
  return { ...ways, factor, challenge: factor?.type === 'webauthn' ? await ask(api, factor.id) : null }
}

const ask = async (api: Api, factorId: string): Promise<Challenge> =>
  unwrap(
    await api.POST('/api/v1/identity/factors/{factorId}/challenges', {
      params: { path: { factorId } },
      body: {},
    }),
  )

type Answer = { problem: Problem | null; challenge: Challenge | null; mailedTo: string | null }

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const intent = form.get('intent')
  const answer = (problem: Problem | null, more: Partial<Answer> = {}) =>
    data<Answer>({ problem, challenge: null, mailedTo: null, ...more }, { status: problem?.status ?? 200 })
  if (intent === 'challenge') {
    const params = { path: { factorId: formText(form, 'factor') } }
    const result = await api.POST('/api/v1/identity/factors/{factorId}/challenges', { params, body: {} })
    return answer(problemOf(result), { challenge: result.data ?? null })
  }
  if (intent === 'mail') {
    const result = await api.POST('/api/v1/identity/proofs/mailed-codes')
    return answer(problemOf(result), { mailedTo: result.data?.email ?? null })
  }
  const result = await api.POST('/api/v1/identity/proofs', { body: proofOf(form) })
  const problem = problemOf(result)
  if (problem) return answer(problem, { mailedTo: formText(form, 'mailedTo') || null })
  return redirectDocument(nextStep(null, localPath(form.get('next'), '/account/security')), {
    headers: cookiesOf(result.response),
  })
}

function proofOf(form: FormData) {
  const mode = 'cookie' as const
  const challengeId = formText(form, 'challengeId')
  switch (form.get('intent')) {
    case 'password':
      return { by: 'password' as const, password: formSecret(form, 'password'), mode }
    case 'passkey':
      return {
        by: 'passkey' as const,
        challengeId,
        credential: JSON.parse(formSecret(form, 'credential')),
        mode,
      }
    case 'mailed_code':
      return { by: 'mailed_code' as const, code: formText(form, 'code'), mode }
    default: {
      const credential = formSecret(form, 'credential')
      return {
        by: 'factor' as const,
        factorId: formText(form, 'factor'),
        ...(challengeId ? { challengeId } : {}),
        ...(credential ? { credential: JSON.parse(credential) } : { code: formText(form, 'code') }),
        mode,
      }
    }
  }
}

/** Before something dangerous: a fresh proof, by any way the person has. */
export default function Confirm({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const sent = state === 'idle' ? null : formData?.get('intent')
  const { factor, password, passkeys, mailedCode } = loaderData
  const problem = actionData?.problem ?? null
  const mailedTo = actionData?.mailedTo ?? null
  return (
    <>
      <PageHeader title={t('door.confirm_title')} lead={t('door.confirm_lead')} />
      <Stack>
        {factor ? (
          <FactorAnswer
            factor={factor}
            challenge={actionData?.challenge ?? loaderData.challenge}
            problem={problem}
          />
        ) : (
          <FormErrors problem={problem} />
        )}
        {!factor && password && !mailedTo ? (
          <Form method="post" reloadDocument>
            <Stack>
              <NextField />
              <input type="hidden" name="intent" value="password" />
              <PasswordInput
                label={t('identity.password')}
                name="password"
                autoComplete="current-password"
                required
                autoFocus
              />
              <DoorButton loading={sent === 'password'}>{t('door.confirm')}</DoorButton>
            </Stack>
          </Form>
        ) : null}
        {mailedTo ? (
          <Form method="post" reloadDocument>
            <Stack>
              <p>{t.rich('door.code_lead_phone', { to: <Address key="to">{mailedTo}</Address> })}</p>
              <CatcherHint />
              <NextField />
              <input type="hidden" name="intent" value="mailed_code" />
              <input type="hidden" name="mailedTo" value={mailedTo} />
              <CodeInput label={t('door.code')} />
              <DoorButton loading={sent === 'mailed_code'}>{t('door.confirm')}</DoorButton>
            </Stack>
          </Form>
        ) : null}
        {passkeys || (mailedCode && !mailedTo) ? <Or /> : null}
        {passkeys ? <PasskeySignIn /> : null}
        {mailedCode && !mailedTo ? (
          <Form method="post">
            <NextField />
            <Button
              type="submit"
              name="intent"
              value="mail"
              size="large"
              className={styles.wide ?? ''}
              loading={sent === 'mail'}
            >
              {t('door.email_code')}
            </Button>
          </Form>
        ) : null}
        <OtherWays>
          <p>
            <Link to="/account/security">{t('ui.cancel')}</Link>
          </p>
        </OtherWays>
      </Stack>
    </>
  )
}
