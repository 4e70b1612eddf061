import { data, Form, redirect, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext, sessionContext, siteContext } from '~/lib/context.ts'
import { formSecret, formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { LinkButton } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Time } from '~/ui/text.tsx'
import { AccountFields } from '../components/account-fields.tsx'
import { Address, DoorButton, OtherWays } from '../components/auth-parts.tsx'
import { withNext } from '../components/next-field.tsx'
import { OrProviders } from '../components/provider-links.tsx'
import { cookiesOf } from '../components/session-cookie.ts'
import type { Route } from './+types/invitation.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const api = context.get(apiContext)
  const person = context.get(sessionContext)?.person ?? null
  const [found, providers] = await Promise.all([
    token ? api.GET('/api/v1/identity/invitation', { params: { query: { token } } }) : null,
    api.GET('/api/v1/identity/providers'),
  ])
  return { token, invitation: found?.data ?? null, person, providers: unwrap(providers).items }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const name = formText(form, 'name')
  const password = formSecret(form, 'password')
  const accepted = await api.POST('/api/v1/identity/invitation-acceptances', {
    body: {
      token: formText(form, 'token'),
      ...(name ? { name } : {}),
      ...(password ? { password } : {}),
      mode: 'cookie',
    },
  })
  const problem = problemOf(accepted)
  if (problem || !accepted.data) return data({ problem, name }, { status: problem?.status ?? 500 })
  const { slug } = accepted.data.organization
  // Somebody who was signed in stays so, but looks at the new organization now.
  if (context.get(sessionContext) && slug !== context.get(siteContext).organization.slug) {
    await api.PUT('/api/v1/identity/sessions/current/organization', { body: { slug } })
  }
  return redirect('/learn', { headers: cookiesOf(accepted.response) })
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const { invitation, token, person } = loaderData
  const problem = actionData?.problem
  const errors = fieldErrors(problem)
  if (!invitation) {
    return (
      <>
        <PageHeader title={t('identity.link_gone_title')} lead={t('identity.link_gone_invitation')} />
        <LinkButton to="/" variant="primary">
          {t('ui.to_home')}
        </LinkButton>
      </>
    )
  }
  const here = `/invitation?token=${encodeURIComponent(token)}`
  const isMine = person?.email?.toLowerCase() === invitation.email.toLowerCase()
  const organization = invitation.organization.name
  return (
    <>
      <PageHeader
        title={t('identity.invitation_title', { organization })}
        lead={
          invitation.inviterName
            ? t('identity.invitation_lead', { inviter: invitation.inviterName, role: invitation.roleName })
            : t('identity.invitation_lead_nobody', { role: invitation.roleName })
        }
      />
      <Stack>
        <FormErrors problem={problem} />
        <p>
          {t.rich('identity.invitation_for', { email: <Address key="email">{invitation.email}</Address> })}
        </p>
        {person && !isMine ? (
          <>
            <p>{t('identity.invitation_wrong_person', { email: person.email ?? person.name })}</p>
            <Form method="post" action="/sign-out" reloadDocument>
              <DoorButton>{t('app.sign_out')}</DoorButton>
            </Form>
          </>
        ) : invitation.hasAccount && !person ? (
          <LinkButton to={withNext('/sign-in', here)} variant="primary" size="large">
            {t('identity.sign_in_to_accept')}
          </LinkButton>
        ) : (
          <Form method="post" reloadDocument>
            <Stack>
              <input type="hidden" name="token" value={token} />
              {person ? null : (
                <AccountFields
                  wish={{ name: actionData?.name ?? '' }}
                  fixedEmail={invitation.email}
                  errors={errors}
                />
              )}
              <DoorButton loading={state !== 'idle'}>{t('identity.accept_invitation')}</DoorButton>
            </Stack>
          </Form>
        )}
        {person ? null : <OrProviders providers={loaderData.providers} invitation={token} />}
      </Stack>
      <OtherWays>
        <p>
          {t.rich('identity.invitation_until', {
            when: <Time key="when" at={invitation.expiresAt} as="dateTime" />,
          })}
        </p>
      </OtherWays>
    </>
  )
}
