import { data, redirect } from 'react-router'
import { type Api, problemOf } from '~/lib/api.ts'
import { formText } from '~/lib/form.ts'
import type { Problem } from '~/lib/problem.ts'
import { ssoConnectionWish } from './sso-fields.tsx'
import { ssoPeopleWish } from './sso-people-fields.tsx'

const intents = ['claim', 'prove', 'drop', 'connection', 'people', 'switch', 'delete'] as const
export type SsoIntent = (typeof intents)[number]

export type SsoDeed = {
  intent: SsoIntent
  problem: Problem | null
  /** The domain it was about. */
  about: string | null
  /** What was said of the connection, to be corrected. */
  wish: Omit<ReturnType<typeof ssoConnectionWish>, 'clientSecret'> | null
}

const kindOf = (form: FormData) => (form.get('kind') === 'oidc' ? 'oidc' : 'saml')

/** Carries out what a form of the page of one sign-on asks for. */
export async function doSsoDeed(api: Api, ssoProviderId: string, form: FormData) {
  const intent = intents.find((one) => one === form.get('intent')) ?? 'connection'
  const isOfDomain = intent === 'prove' || intent === 'drop'
  const problem = problemOf(await send(api, ssoProviderId, intent, form))
  if (intent === 'delete' && !problem) return redirect('/admin/security/sso?done=deleted')
  const { clientSecret: _, ...wish } = ssoConnectionWish(form, kindOf(form))
  const deed: SsoDeed = {
    intent,
    problem,
    about: isOfDomain ? formText(form, 'domain') : null,
    wish: problem && intent === 'connection' ? wish : null,
  }
  return data(deed, { status: problem?.status ?? 200 })
}

async function send(api: Api, ssoProviderId: string, intent: SsoIntent, form: FormData) {
  const path = { ssoProviderId }
  const change = (body: SsoChanges) =>
    api.PATCH('/api/v1/identity/sso-providers/{ssoProviderId}', {
      params: { path },
      headers: { 'if-match': formText(form, 'version') || '*' },
      body,
    })
  const domainId = formText(form, 'domain')
  switch (intent) {
    case 'claim':
      return api.POST('/api/v1/identity/sso-providers/{ssoProviderId}/domains', {
        params: { path },
        body: { domain: domainId },
      })
    case 'prove':
      return api.POST('/api/v1/identity/sso-providers/{ssoProviderId}/domains/{domainId}/proofs', {
        params: { path: { ...path, domainId } },
      })
    case 'drop':
      return api.DELETE('/api/v1/identity/sso-providers/{ssoProviderId}/domains/{domainId}', {
        params: { path: { ...path, domainId } },
      })
    case 'connection':
      return change(ssoConnectionWish(form, kindOf(form)))
    case 'people':
      return change(ssoPeopleWish(form))
    case 'switch':
      return change({ disabled: form.get('disabled') === 'true' })
    case 'delete':
      return api.DELETE('/api/v1/identity/sso-providers/{ssoProviderId}', { params: { path } })
  }
}

type SsoChanges = Partial<ReturnType<typeof ssoConnectionWish>> &
  Partial<ReturnType<typeof ssoPeopleWish>> & { disabled?: boolean }
