import { IconPlus } from '@tabler/icons-react'
import { data, Form, redirect } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { useSession } from '~/lib/session.ts'
import { Avatar } from '~/ui/avatar.tsx'
import { Badge } from '~/ui/badge.tsx'
import { Button, LinkButton } from '~/ui/button.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { Table } from '~/ui/table.tsx'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { AccountFrame } from '../components/account-frame.tsx'
import type { Route } from './+types/account-organizations.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const me = unwrap(await context.get(apiContext).GET('/api/v1/identity/me'))
  return {
    memberships: me.memberships,
    here: me.organization,
    roles: me.roles.map((role) => role.name),
    can: { join: me.can.join, found: me.can.foundOrganization },
  }
}

/** Joining and leaving are about the organization the person looks at. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const joins = form.get('intent') === 'join'
  const path = '/api/v1/identity/me/membership'
  const problem = problemOf(joins ? await api.PUT(path) : await api.DELETE(path))
  if (problem) return data({ problem }, { status: problem.status })
  return redirect(`/account/organizations?done=${joins ? 'joined' : 'left'}`)
}

export default function AccountOrganizations({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const session = useSession()
  const logoOf = (id: string) => session?.organizations.find((one) => one.id === id)?.logoUrl ?? null
  const { memberships, here, roles, can } = loaderData
  useDoneToast({ joined: t('identity.joined'), left: t('identity.left') })
  return (
    <AccountFrame
      title={t('identity.organizations')}
      lead={t('identity.organizations_lead')}
      actions={
        can.found ? (
          <LinkButton to="/account/organizations/new" icon={<IconPlus size={18} stroke={1.75} />}>
            {t('identity.new_organization')}
          </LinkButton>
        ) : null
      }
    >
      <Stack>
        <FormErrors problem={actionData?.problem} />
        {memberships.length === 0 ? (
          <EmptyState title={t('identity.no_organizations')}>
            <p>{t('identity.no_organizations_text')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('identity.my_organizations')}
            rows={memberships}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                header: t('identity.organization_name'),
                primary: true,
                cell: (row) => (
                  <Row gap="tight">
                    <Avatar name={row.name} src={logoOf(row.id)} size="small" square />
                    {row.name}
                    {row.id === here?.id ? <Badge tone="accent">{t('identity.here_now')}</Badge> : null}
                  </Row>
                ),
              },
              {
                key: 'role',
                header: t('identity.role'),
                cell: (row) => (row.id === here?.id ? roles.join(', ') : '–'),
              },
              {
                key: 'do',
                header: t('identity.actions'),
                actions: true,
                cell: (row) =>
                  row.id === here?.id ? (
                    <Form method="post">
                      <ConfirmButton
                        size="small"
                        name="intent"
                        value="leave"
                        title={t('identity.leave_title', { organization: row.name })}
                        message={t('identity.leave_text')}
                        confirmLabel={t('identity.leave')}
                      >
                        {t('identity.leave')}
                      </ConfirmButton>
                    </Form>
                  ) : (
                    <Form method="post" action="/switch-organization" reloadDocument>
                      <input type="hidden" name="organization" value={row.slug} />
                      <input type="hidden" name="next" value="/learn" />
                      <Button type="submit" size="small">
                        {t('identity.switch_here')}
                      </Button>
                    </Form>
                  ),
              },
            ]}
          />
        )}
        {can.join && here ? (
          <Form method="post">
            <Row>
              <Button type="submit" variant="primary" name="intent" value="join">
                {t('identity.join', { organization: here.name })}
              </Button>
            </Row>
          </Form>
        ) : null}
      </Stack>
    </AccountFrame>
  )
}
