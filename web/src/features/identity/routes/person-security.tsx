import { data } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext, sessionContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { type MessageKey, useMessages } from '~/lib/messages/index.ts'
import { may } from '~/lib/session.ts'
import { FormErrors } from '~/ui/form-errors.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { hasFreshProof } from '../components/fresh-proof.ts'
import { LockedBar } from '../components/guarded.tsx'
import { PersonDevices } from '../components/person-devices.tsx'
import { PersonFactors } from '../components/person-factors.tsx'
import { PersonTokens } from '../components/person-tokens.tsx'
import { usePerson } from '../components/use-person.ts'
import type { Route } from './+types/person-security.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const { personId } = params
  const path = { personId }
  const person = unwrap(await api.GET('/api/v1/identity/people/{personId}', { params: { path } }))
  const seesTokens = may(context.get(sessionContext), 'identity.security.manage')
  const [devices, tokens, fresh] = await Promise.all([
    person.can.endSessions
      ? api.GET('/api/v1/identity/people/{personId}/sessions', { params: { path, query: { limit: 100 } } })
      : null,
    seesTokens
      ? api.GET('/api/v1/identity/api-tokens', { params: { query: { limit: 100, personId } } })
      : null,
    hasFreshProof(api),
  ])
  return {
    devices: devices && unwrap(devices),
    tokens: tokens && unwrap(tokens).items,
    open: fresh,
    dangerous: person.can.resetFactors || (tokens ? unwrap(tokens).items.length > 0 : false),
  }
}

const said = {
  end_session: 'persons.session_ended',
  end_sessions: 'people.sessions_ended',
  reset_factors: 'persons.factors_reset',
  revoke_token: 'persons.token_revoked',
} satisfies Record<string, MessageKey>
type Intent = keyof typeof said

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const path = { personId: params.personId }
  const id = formText(form, 'id')
  const answer = (done: Intent, result: Parameters<typeof problemOf>[0]) => {
    const problem = problemOf(result)
    return data({ done, problem }, { status: problem?.status ?? 200 })
  }
  const where = '/api/v1/identity/people/{personId}'
  switch (form.get('intent')) {
    case 'end_session': {
      const at = { params: { path: { ...path, sessionId: id } } }
      return answer('end_session', await api.DELETE(`${where}/sessions/{sessionId}`, at))
    }
    case 'end_sessions':
      return answer('end_sessions', await api.DELETE(`${where}/sessions`, { params: { path } }))
    case 'reset_factors':
      return answer('reset_factors', await api.DELETE(`${where}/factors`, { params: { path } }))
    case 'revoke_token': {
      const at = { params: { path: { tokenId: id } } }
      return answer('revoke_token', await api.DELETE('/api/v1/identity/api-tokens/{tokenId}', at))
    }
    default:
      throw data(null, { status: 400 })
  }
}

/** How somebody comes in: where they are signed in, with what, and which programs act for them. */
export default function PersonSecurity({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const person = usePerson()
  const { devices, tokens, open, dangerous } = loaderData
  const problem = actionData?.problem ?? null
  useActionToast(actionData, actionData && !problem ? t(said[actionData.done]) : null)
  return (
    <>
      <FormErrors problem={problem} />
      {devices ? <PersonDevices person={person} devices={devices} /> : null}
      {dangerous ? <LockedBar open={open} /> : null}
      <PersonFactors person={person} open={open} />
      {tokens ? <PersonTokens tokens={tokens} open={open} /> : null}
    </>
  )
}
