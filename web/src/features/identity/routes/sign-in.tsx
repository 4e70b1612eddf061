import { data, Form, Link, redirect, redirectDocument, useNavigation } from 'react-router'
import { type Api, problemOf, unwrap } from '~/lib/api.ts'
import { apiContext, heldContext, sessionContext, siteContext } from '~/lib/context.ts'
import { formSecret, formText } from '~/lib/form.ts'
import { localPath } from '~/lib/local-path.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { nextStep } from '~/lib/next-step.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { problemInAddress } from '~/lib/problem-in-address.server.ts'
import { useSite } from '~/lib/session.ts'
import { Button } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { PasswordInput, TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import styles from '../components/auth.module.css'
import { Address, Aside, DoorButton, OtherWays } from '../components/auth-parts.tsx'
import { NextField, useNext, withNext } from '../components/next-field.tsx'
import { PasskeySignIn } from '../components/passkey-sign-in.tsx'
import { Or, ProviderLinks, SsoLink, type SsoWay } from '../components/provider-links.tsx'
import { cookiesOf } from '../components/session-cookie.ts'
import type { Route } from './+types/sign-in.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  const next = localPath(query.get('next'), '/learn')
  const organization = query.get('organization')
  // An app that asks to be let in names the organization whose people it is for.
  if (organization && organization !== context.get(siteContext).organization.slug)
    await moveTo(context.get(apiContext), organization, query)
  if (context.get(sessionContext))
    throw redirectDocument(query.has('again') ? `/confirm?next=${encodeURIComponent(next)}` : next)
  const held = context.get(heldContext)
  if (held) throw redirect(nextStep(held.owes, next))
  const providers = await context.get(apiContext).GET('/api/v1/identity/providers')
  return {
    providers: unwrap(providers).items,
    email: query.get('email')?.slice(0, 254) ?? '',
    passwordChanged: query.get('done') === 'password_reset',
    problem: problemInAddress(query, context.get(siteContext)),
  }
}

/** Shows the door of another organization from now on, when there is one of that name. */
async function moveTo(api: Api, slug: string, query: URLSearchParams) {
  if (!/^[a-z0-9-]{1,50}$/.test(slug)) return
  const { data: frame } = await api.GET('/api/v1/identity/frame', { headers: { 'stoa-organization': slug } })
  if (frame?.organization?.slug !== slug) return
  query.delete('organization')
  const cookie = `stoa_organization=${slug}; Path=/; Max-Age=2592000; SameSite=Lax; HttpOnly`
  throw redirect(`/sign-in?${query}`, { headers: { 'set-cookie': cookie } })
}

type Step = { email: string; sso: SsoWay | null }
type Answer = { problem: Problem | null; step: Step | null; email: string }

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const email = formText(form, 'email')
  const next = localPath(form.get('next'), '/learn')
  const answer = (problem: Problem | null, step: Step | null) =>
    data<Answer>({ problem, step, email }, { status: problem?.status ?? 200 })
  switch (form.get('intent')) {
    case 'passkey': {
      const body = {
        challengeId: formText(form, 'challengeId'),
        credential: JSON.parse(formSecret(form, 'credential')),
        mode: 'cookie' as const,
      }
      const result = await api.POST('/api/v1/identity/passkey-sessions', { body })
      const problem = problemOf(result)
      if (problem) return answer(problem, null)
      return redirectDocument(nextStep(result.data?.owes ?? null, next), {
        headers: cookiesOf(result.response),
      })
    }
    case 'code': {
      const problem = problemOf(await api.POST('/api/v1/identity/sign-in-codes', { body: { email, next } }))
      if (problem) return answer(problem, { email, sso: null })
      const query = new URLSearchParams({ email, next })
      return redirect(`/sign-in/code?${query}`)
    }
    case 'password': {
      const result = await api.POST('/api/v1/identity/sessions', {
        body: { email, password: formSecret(form, 'password'), mode: 'cookie' },
      })
      const problem = problemOf(result)
      if (problem) return answer(problem, { email, sso: null })
      return redirectDocument(nextStep(result.data?.owes ?? null, next), {
        headers: cookiesOf(result.response),
      })
    }
    default: {
      const result = await api.POST('/api/v1/identity/sign-in-options', { body: { email } })
      const problem = problemOf(result)
      return answer(problem, problem ? null : { email, sso: result.data?.sso ?? null })
    }
  }
}

/** One field first; what fits that address comes after it. */
export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const next = useNext()
  const { signUpOpen } = useSite()
  const step = actionData?.step ?? null
  const problem = actionData ? actionData.problem : loaderData.problem
  return (
    <>
      <PageHeader title={t('identity.sign_in_title')} lead={t('identity.sign_in_lead')} />
      <Stack>
        {loaderData.passwordChanged && !actionData ? (
          <Callout tone="success">
            <p>{t('identity.password_reset_done')}</p>
          </Callout>
        ) : null}
        <FormErrors problem={problem} />
        {step ? (
          <Ways step={step} problem={problem} />
        ) : (
          <AddressFirst email={actionData?.email ?? ''} problem={problem} providers={loaderData.providers} />
        )}
      </Stack>
      {signUpOpen && !step ? (
        <OtherWays>
          <p>
            {t('identity.no_account_yet')} <Link to={withNext('/sign-up', next)}>{t('app.sign_up')}</Link>
          </p>
        </OtherWays>
      ) : null}
    </>
  )
}

function AddressFirst({
  email,
  problem,
  providers,
}: {
  email: string
  problem: Problem | null
  providers: { key: string; name: string }[]
}) {
  const t = useMessages()
  const next = useNext()
  const { state } = useNavigation()
  return (
    <>
      <Form method="post">
        <Stack>
          <NextField />
          <TextInput
            label={t('identity.email')}
            name="email"
            type="email"
            autoComplete="username webauthn"
            required
            defaultValue={email}
            error={fieldErrors(problem).email}
          />
          <DoorButton loading={state !== 'idle'}>{t('door.continue')}</DoorButton>
        </Stack>
      </Form>
      <Or />
      <PasskeySignIn />
      <ProviderLinks providers={providers} />
      <OtherWays>
        <p>
          <Link to={withNext('/sign-in/phone', next)}>{t('door.phone_instead')}</Link>
        </p>
      </OtherWays>
    </>
  )
}

function Ways({ step, problem }: { step: Step; problem: Problem | null }) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const sent = state === 'idle' ? null : formData?.get('intent')
  const next = useNext()
  const mustUseSso = step.sso?.isRequired ?? false
  return (
    <>
      <p>
        {t.rich('door.as_whom', { email: <Address key="email">{step.email}</Address> })}{' '}
        <Link to={withNext('/sign-in', next)} reloadDocument>
          {t('door.different_address')}
        </Link>
      </p>
      {step.sso ? <SsoLink way={step.sso} email={step.email} /> : null}
      {step.sso && !mustUseSso ? <Or /> : null}
      {mustUseSso ? null : (
        <>
          <Form method="post" reloadDocument>
            <Stack>
              <NextField />
              <input type="hidden" name="intent" value="password" />
              {/* Password managers look for the address beside the password. */}
              <input
                type="email"
                name="email"
                autoComplete="username"
                value={step.email}
                readOnly
                className="visually-hidden"
                tabIndex={-1}
                aria-hidden="true"
              />
              <PasswordInput
                label={t('identity.password')}
                name="password"
                autoComplete="current-password"
                required
                autoFocus
                error={fieldErrors(problem).password}
              />
              <Aside>
                <Link to="/reset-password">{t('identity.forgot_password')}</Link>
              </Aside>
              <DoorButton loading={sent === 'password'}>{t('app.sign_in')}</DoorButton>
            </Stack>
          </Form>
          <Form method="post">
            <NextField />
            <input type="hidden" name="email" value={step.email} />
            <Button
              type="submit"
              name="intent"
              value="code"
              size="large"
              className={styles.wide ?? ''}
              loading={sent === 'code'}
            >
              {t('door.email_code')}
            </Button>
          </Form>
        </>
      )}
    </>
  )
}
