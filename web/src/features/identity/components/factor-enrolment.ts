import { type Api, problemOf, unwrap } from '~/lib/api.ts'
import { formSecret, formText } from '~/lib/form.ts'
import type { Problem } from '~/lib/problem.ts'
import type { Begun, FactorKind } from './factor-set-up.tsx'
import { cookiesOf } from './session-cookie.ts'

/** Where setting up a factor stands after a form was sent. */
export type Enrolment = {
  problem: Problem | null
  begun: Begun | null
  /** It counts from now on; the codes are told this once, with the first factor. */
  done: { recoveryCodes: string[] | null; headers: Headers } | null
}

/** Carries out one step of setting up a second factor: begin it, or prove it. */
export async function takeEnrolmentStep(api: Api, form: FormData): Promise<Enrolment> {
  const type = formText(form, 'type') as FactorKind
  if (form.get('intent') === 'begin') {
    const phone = formText(form, 'phone')
    const result = await api.POST('/api/v1/identity/factors', {
      body: { type: type as never, ...(phone ? { phone } : {}) },
    })
    const problem = problemOf(result)
    if (problem || !result.data) return { problem, begun: null, done: null }
    const { factor, totp } = result.data
    const challenge = factor.type === 'totp' ? null : await ask(api, factor.id)
    return { problem: null, begun: { factorId: factor.id, type: factor.type, totp, challenge }, done: null }
  }
  const factorId = formText(form, 'factor')
  const challengeId = formText(form, 'challengeId')
  const credential = formSecret(form, 'credential')
  const result = await api.POST('/api/v1/identity/factors/{factorId}/verifications', {
    params: { path: { factorId } },
    body: {
      ...(challengeId ? { challengeId } : {}),
      ...(credential ? { credential: JSON.parse(credential) } : { code: formText(form, 'code') }),
      mode: 'cookie',
    },
  })
  const problem = problemOf(result)
  if (problem || !result.data) {
    const totp = formSecret(form, 'totp')
    const shown = totp ? (JSON.parse(totp) as Begun['totp']) : null
    const challenge = challengeId ? { id: challengeId, key: null } : null
    // A key is asked anew: its question was used up.
    const begun = {
      factorId,
      type,
      totp: shown,
      challenge: credential ? await ask(api, factorId) : challenge,
    }
    return { problem, begun: { ...begun, type: credential ? 'webauthn' : type }, done: null }
  }
  return {
    problem: null,
    begun: null,
    done: { recoveryCodes: result.data.recoveryCodes, headers: cookiesOf(result.response) },
  }
}

const ask = async (api: Api, factorId: string) =>
  unwrap(
    await api.POST('/api/v1/identity/factors/{factorId}/challenges', {
      params: { path: { factorId } },
      body: {},
    }),
  )
