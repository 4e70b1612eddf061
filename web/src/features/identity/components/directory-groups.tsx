import { Form, useNavigation } from 'react-router'
import { type Api, problemOf } from '~/lib/api.ts'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { Select } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Row, Section, Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Table } from '~/ui/table.tsx'
import { Guarded } from './guarded.tsx'
import type { Role } from './person-detail.ts'
import { roleOptions } from './role-options.ts'
import styles from './security.module.css'

export type DirectoryGroup = {
  id: string
  displayName: string
  role: { id: string; name: string } | null
  people: number
}

/** Gives the groups whose role was changed in the form their new one. Returns the first refusal. */
export async function saveGroupRoles(api: Api, directoryId: string, form: FormData): Promise<Problem | null> {
  for (const [name, roleId] of form) {
    const groupId = /^role\.(.+)$/.exec(name)?.[1]
    if (!groupId || roleId === form.get(`was.${groupId}`)) continue
    const problem = problemOf(
      await api.PUT('/api/v1/identity/directories/{directoryId}/groups/{groupId}', {
        params: { path: { directoryId, groupId } },
        body: { roleId: String(roleId) || null },
      }),
    )
    if (problem) return problem
  }
  return null
}

/** Groups the directory sent and the roles they stand for. Sends `intent=groups`. */
export function DirectoryGroups({
  groups,
  next,
  roles,
  open,
  problem,
}: {
  groups: DirectoryGroup[]
  next: string | null
  roles: Role[]
  open: boolean
  problem: Problem | null
}) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const isSending = state !== 'idle' && formData?.get('intent') === 'groups'
  const options = roleOptions(
    t,
    roles,
    groups.map((group) => group.role?.id ?? null),
  )
  return (
    <Section title={t('access.directory_groups')} description={t('access.directory_groups_text')} id="groups">
      {groups.length === 0 ? (
        <p className={styles.quiet}>{t('access.directory_groups_none')}</p>
      ) : (
        <Form method="post" preventScrollReset>
          <Guarded open={open}>
            <Stack>
              <FormErrors problem={problem} />
              <Table
                caption={t('access.directory_groups')}
                rows={groups}
                rowKey={(row) => `${row.id} ${row.role?.id}`}
                columns={[
                  {
                    key: 'group',
                    header: t('access.group'),
                    primary: true,
                    cell: (row) => row.displayName,
                  },
                  {
                    key: 'people',
                    header: t('app.people'),
                    align: 'end',
                    cell: (row) => row.people,
                  },
                  {
                    key: 'role',
                    header: t('access.role'),
                    cell: (row) => (
                      <>
                        <input type="hidden" name={`was.${row.id}`} value={row.role?.id ?? ''} />
                        <Select
                          hideLabel
                          label={`${t('access.role')}: ${row.displayName}`}
                          name={`role.${row.id}`}
                          defaultValue={row.role?.id ?? ''}
                          options={[{ value: '', label: t('access.role_none') }, ...options]}
                        />
                      </>
                    ),
                  },
                ]}
              />
              <Row>
                <Button type="submit" name="intent" value="groups" loading={isSending}>
                  {t('access.roles_save')}
                </Button>
              </Row>
            </Stack>
          </Guarded>
        </Form>
      )}
      <Pagination nextCursor={next} />
    </Section>
  )
}
