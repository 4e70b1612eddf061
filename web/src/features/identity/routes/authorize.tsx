import { data, redirect } from 'react-router'
import { problemOf, signInPath, unwrap } from '~/lib/api.ts'
import { apiContext, heldContext, sessionContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { nextStep } from '~/lib/next-step.ts'
import { LinkButton } from '~/ui/button.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Consent } from '../components/consent.tsx'
import { LeaveFor } from '../components/leave-for.tsx'
import type { Route } from './+types/authorize.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url)
  if (!context.get(sessionContext)) {
    const held = context.get(heldContext)
    throw redirect(held ? nextStep(held.owes, pathname + search) : signInPath(pathname + search))
  }
  const result = await context.get(apiContext).GET('/api/v1/identity/authorizations/{authorizationId}', {
    params: { path: { authorizationId: searchParams.get('authorization_id') ?? '' } },
  })
  // Answered, over, or somebody else's: the app has to ask again. So it is too while this very answer is shown.
  const isGone = [400, 404, 422].includes(result.response.status)
  return { asked: isGone ? null : unwrap(result) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const allow = form.get('answer') === 'allow'
  const authorizationId = new URL(request.url).searchParams.get('authorization_id') ?? ''
  const result = await context
    .get(apiContext)
    .POST('/api/v1/identity/authorizations/{authorizationId}/decision', {
      params: { path: { authorizationId } },
      body: { allow },
    })
  const problem = problemOf(result)
  return data(
    {
      problem,
      allow,
      url: result.data?.url ?? null,
      app: formText(form, 'app'),
      host: formText(form, 'host'),
    },
    { status: problem?.status ?? 200, headers: { 'cache-control': 'no-store' } },
  )
}

/** An app outside asks the person who is signed in to let it in. */
export default function Authorize({ loaderData: { asked }, actionData }: Route.ComponentProps) {
  const t = useMessages()
  if (actionData?.url) {
    const { url, allow, app, host } = actionData
    const words = t(allow ? 'access.leaving_allowed' : 'access.leaving_denied', { app })
    return <LeaveFor url={url} to={host} words={words} />
  }
  if (!asked)
    return (
      <>
        <PageHeader title={t('access.consent_gone')} lead={t('access.consent_gone_text')} />
        <LinkButton to="/">{t('ui.to_home')}</LinkButton>
      </>
    )
  return <Consent asked={asked} problem={actionData?.problem ?? null} />
}
