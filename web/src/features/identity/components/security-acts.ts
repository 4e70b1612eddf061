import { type Api, problemOf } from '~/lib/api.ts'
import { formSecret, formText } from '~/lib/form.ts'
import type { Problem } from '~/lib/problem.ts'

/** What can be done on the security page; its name is what the form sends as `intent`. */
export type SecurityAct =
  | 'change_password'
  | 'mail_password_link'
  | 'rename_passkey'
  | 'remove_passkey'
  | 'rename_factor'
  | 'remove_factor'
  | 'end_session'
  | 'end_others'
  | 'disconnect'

/** Carries one of them out. */
export async function actOnSecurity(
  api: Api,
  form: FormData,
): Promise<{ act: SecurityAct; problem: Problem | null }> {
  const act = formText(form, 'intent') as SecurityAct
  return { act, problem: problemOf(await send(api, act, form)) }
}

function send(api: Api, act: SecurityAct, form: FormData) {
  const id = formText(form, 'id')
  const body = { name: formText(form, 'name') }
  switch (act) {
    case 'change_password':
      return api.PUT('/api/v1/identity/me/password', {
        body: {
          currentPassword: formSecret(form, 'currentPassword'),
          newPassword: formSecret(form, 'newPassword'),
        },
      })
    case 'mail_password_link':
      return api.POST('/api/v1/identity/password-reset-requests', {
        body: { email: formText(form, 'email') },
      })
    case 'rename_passkey':
      return api.PATCH('/api/v1/identity/passkeys/{passkeyId}', {
        params: { path: { passkeyId: id } },
        body,
      })
    case 'remove_passkey':
      return api.DELETE('/api/v1/identity/passkeys/{passkeyId}', { params: { path: { passkeyId: id } } })
    case 'rename_factor':
      return api.PATCH('/api/v1/identity/factors/{factorId}', { params: { path: { factorId: id } }, body })
    case 'remove_factor':
      return api.DELETE('/api/v1/identity/factors/{factorId}', { params: { path: { factorId: id } } })
    case 'end_others':
      return api.DELETE('/api/v1/identity/sessions')
    case 'disconnect':
      return api.DELETE('/api/v1/identity/me/identities/{identityId}', {
        params: { path: { identityId: id } },
      })
    default:
      return api.DELETE('/api/v1/identity/sessions/{sessionId}', { params: { path: { sessionId: id } } })
  }
}
