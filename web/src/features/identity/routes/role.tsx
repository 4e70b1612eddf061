import { data, Form, redirect, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { roleName, roleText } from '~/lib/role-name.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { Switch } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Page, Row, Section, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { moduleKeys, moduleName, moduleText } from '../components/module-name.ts'
import { RoleFields } from '../components/role-fields.tsx'
import { roleWish } from '../components/role-form.ts'
import type { Route } from './+types/role.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const [role, permissions] = await Promise.all([
    api.GET('/api/v1/identity/roles/{roleId}', { params: { path: { roleId: params.roleId } } }),
    api.GET('/api/v1/identity/permissions'),
  ])
  return {
    role: unwrap(role),
    version: role.response.headers.get('etag') ?? '*',
    permissions: unwrap(permissions).items,
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const path = { roleId: params.roleId }
  const where = '/api/v1/identity/roles/{roleId}'
  switch (form.get('intent')) {
    case 'delete': {
      const problem = problemOf(await api.DELETE(where, { params: { path } }))
      if (!problem) return redirect('/admin/roles?done=deleted')
      return data({ done: 'deleted', problem } as const, { status: problem.status })
    }
    case 'modules': {
      const role = unwrap(await api.GET(where, { params: { path } }))
      for (const moduleKey of moduleKeys) {
        const hasAccess = form.has(`module:${moduleKey}`)
        if (hasAccess === !role.modulesOff.includes(moduleKey)) continue
        const problem = problemOf(
          await api.PUT('/api/v1/identity/roles/{roleId}/modules/{moduleKey}', {
            params: { path: { ...path, moduleKey } },
            body: { hasAccess },
          }),
        )
        if (problem) return data({ done: 'modules', problem } as const, { status: problem.status })
      }
      return data({ done: 'modules', problem: null } as const)
    }
    default: {
      const [known, before] = await Promise.all([
        api.GET('/api/v1/identity/permissions'),
        api.GET(where, { params: { path } }),
      ])
      const { name, description, rank, permissions } = roleWish(form, unwrap(known).items)
      const changes = {
        name,
        description,
        permissions: permissions as never[],
        ...(form.has('rank') && rank !== unwrap(before).rank ? { rank } : {}),
      }
      const problem = problemOf(
        await api.PATCH(where, {
          params: { path },
          body: changes,
          headers: { 'if-match': formText(form, 'version') || '*' },
        }),
      )
      return data({ done: 'saved', problem } as const, { status: problem?.status ?? 200 })
    }
  }
}

export default function Role({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const { role, permissions, version } = loaderData
  const problem = actionData?.problem ?? null
  const sent = state === 'idle' ? null : formData?.get('intent')
  const said = { saved: 'role_saved', modules: 'modules_switched', deleted: 'role_deleted' } as const
  useDoneToast({ created: t('people.role_created') })
  useActionToast(actionData, actionData && !problem ? t(`people.${said[actionData.done]}`) : null)
  const isOwner = role.permissions.includes('*')
  return (
    <Page>
      <PageHeader
        title={roleName(t, role)}
        lead={roleText(t, role) ?? undefined}
        status={role.isDefault ? <Badge tone="accent">{t('people.default_role')}</Badge> : null}
        crumbs={[{ label: t('app.roles'), to: '/admin/roles' }]}
      />
      <Stack>
        <FormErrors problem={problem} />
        {role.can.edit ? null : (
          <Callout>
            <p>{isOwner ? t('people.owner_role_fixed') : t('people.role_above')}</p>
          </Callout>
        )}
        <Form method="post" key={version}>
          <Stack>
            <input type="hidden" name="intent" value="save" />
            <input type="hidden" name="version" value={version} />
            <RoleFields
              wish={role}
              permissions={permissions}
              errors={actionData?.done === 'saved' ? fieldErrors(problem) : {}}
              open={role.can.edit}
              rankOpen={role.can.edit && !role.isBuiltIn}
            />
            {role.can.edit ? (
              <Row>
                <Button type="submit" variant="primary" loading={sent === 'save'}>
                  {t('people.save_role')}
                </Button>
              </Row>
            ) : null}
          </Stack>
        </Form>
        {isOwner ? null : (
          <Section title={t('app.modules')} description={t('people.role_modules_text')}>
            <Card>
              <Form method="post">
                <Stack>
                  {moduleKeys.map((key) => (
                    <Switch
                      key={`${key}${role.modulesOff.includes(key)}`}
                      name={`module:${key}`}
                      label={moduleName(t, key)}
                      help={moduleText(t, key)}
                      defaultChecked={!role.modulesOff.includes(key)}
                      disabled={!role.can.edit}
                    />
                  ))}
                  {role.can.edit ? (
                    <Row>
                      <Button type="submit" name="intent" value="modules" loading={sent === 'modules'}>
                        {t('people.save_modules')}
                      </Button>
                    </Row>
                  ) : null}
                </Stack>
              </Form>
            </Card>
          </Section>
        )}
        {role.can.delete ? (
          <Section title={t('people.delete_role')} description={t('people.delete_role_text')}>
            <Form method="post">
              <ConfirmButton
                variant="danger"
                name="intent"
                value="delete"
                title={t('people.delete_role_title', { name: role.name })}
                message={t('people.delete_role_text')}
                confirmLabel={t('people.delete_role')}
              >
                {t('people.delete_role')}
              </ConfirmButton>
            </Form>
          </Section>
        ) : null}
      </Stack>
    </Page>
  )
}
