import { data, Form, Link, redirect, redirectDocument, useNavigation } from 'react-router'
import { type Api, problemOf, unwrap } from '~/lib/api.ts'
import { apiContext, heldContext, sessionContext } from '~/lib/context.ts'
import { formSecret, formText } from '~/lib/form.ts'
import { localPath } from '~/lib/local-path.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { nextStep } from '~/lib/next-step.ts'
import type { Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { DoorButton, OtherWays } from '../components/auth-parts.tsx'
import { type Challenge, FactorAnswer } from '../components/factor-answer.tsx'
import { factorLabel } from '../components/factor-label.ts'
import { NextField, useNext } from '../components/next-field.tsx'
import { cookiesOf } from '../components/session-cookie.ts'
import type { Route } from './+types/second-factor.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  const next = localPath(query.get('next'), '/learn')
  const held = context.get(heldContext)
  if (!held) throw redirect(context.get(sessionContext) ? next : '/sign-in')
  if (held.owes !== 'second_factor') throw redirect(nextStep(held.owes, next))
  const api = context.get(apiContext)
  const { items, hasRecoveryCodes } = unwrap(await api.GET('/api/v1/identity/factors/challengeable'))
  const factor = items.find(({ id }) => id === query.get('factor')) ?? items[0] ?? null
  // A key gets its question with the page: browsers want the press of a button right before they ask.
  const challenge = factor?.type === 'webauthn' ? await ask(api, factor.id) : null
  return { items, hasRecoveryCodes, factor, challenge, recovery: query.has('recovery') }
}

const ask = async (api: Api, factorId: string): Promise<Challenge> =>
  unwrap(
    await api.POST('/api/v1/identity/factors/{factorId}/challenges', {
      params: { path: { factorId } },
      body: {},
    }),
  )

type Answer = { problem: Problem | null; challenge: Challenge | null }

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const next = localPath(form.get('next'), '/learn')
  const params = { path: { factorId: formText(form, 'factor') } }
  const answer = (problem: Problem | null, challenge: Challenge | null) =>
    data<Answer>({ problem, challenge }, { status: problem?.status ?? 200 })
  switch (form.get('intent')) {
    case 'challenge': {
      const result = await api.POST('/api/v1/identity/factors/{factorId}/challenges', { params, body: {} })
      return answer(problemOf(result), result.data ?? null)
    }
    case 'recovery': {
      const body = { code: formText(form, 'code'), mode: 'cookie' as const }
      const result = await api.POST('/api/v1/identity/recovery-codes/verifications', { body })
      const problem = problemOf(result)
      if (problem) return answer(problem, null)
      return redirectDocument(nextStep(result.data?.owes ?? null, next), {
        headers: cookiesOf(result.response),
      })
    }
    default: {
      const challengeId = formText(form, 'challengeId') || null
      const credential = formSecret(form, 'credential')
      const result = await api.POST('/api/v1/identity/factors/{factorId}/verifications', {
        params,
        body: {
          ...(challengeId ? { challengeId } : {}),
          ...(credential ? { credential: JSON.parse(credential) } : { code: formText(form, 'code') }),
          mode: 'cookie',
        },
      })
      const problem = problemOf(result)
      if (problem) return answer(problem, challengeId ? { id: challengeId, key: null } : null)
      return redirectDocument(nextStep(result.data?.owes ?? null, next), {
        headers: cookiesOf(result.response),
      })
    }
  }
}

export default function SecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const next = useNext()
  const { items, factor, hasRecoveryCodes, recovery } = loaderData
  const problem = actionData?.problem ?? null
  const others = items.filter(({ id }) => recovery || id !== factor?.id)
  const to = (query: Record<string, string>) =>
    `?${new URLSearchParams({ ...query, ...(next ? { next } : {}) })}`
  return (
    <>
      <PageHeader
        title={t('door.factor_title')}
        lead={t(recovery ? 'door.recovery_lead' : 'door.factor_lead')}
      />
      {recovery || !factor ? (
        <RecoveryForm problem={problem} />
      ) : (
        <FactorAnswer
          key={factor.id}
          factor={factor}
          challenge={
            actionData?.challenge?.key === null
              ? actionData.challenge
              : (actionData?.challenge ?? loaderData.challenge)
          }
          problem={problem}
        />
      )}
      <OtherWays>
        {others.map((other) => (
          <p key={other.id}>
            <Link to={to({ factor: other.id })}>{factorLabel(t, other)}</Link>
          </p>
        ))}
        {hasRecoveryCodes && !recovery ? (
          <p>
            <Link to={to({ recovery: '' })}>{t('door.recovery_use')}</Link>
          </p>
        ) : null}
        <Form method="post" action="/sign-out">
          <Button type="submit" variant="quiet" size="small">
            {t('door.sign_out_instead')}
          </Button>
        </Form>
      </OtherWays>
    </>
  )
}

function RecoveryForm({ problem }: { problem: Problem | null }) {
  const t = useMessages()
  const { state } = useNavigation()
  return (
    <Form method="post" reloadDocument>
      <Stack>
        <FormErrors problem={problem} />
        <NextField />
        <input type="hidden" name="intent" value="recovery" />
        <TextInput
          label={t('door.recovery_code')}
          name="code"
          required
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          help={t('door.recovery_help')}
        />
        <DoorButton loading={state !== 'idle'}>{t('door.verify')}</DoorButton>
      </Stack>
    </Form>
  )
}
