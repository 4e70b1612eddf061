import { Form, useNavigation } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { roleName, roleText } from '~/lib/role-name.ts'
import { Button } from '~/ui/button.tsx'
import { Checkbox } from '~/ui/field.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import type { PersonDetail, Role } from './person-detail.ts'

/** The roles of a person; those one may not give are shown as they are. */
export function PersonRoles({ person, roles }: { person: PersonDetail; roles: Role[] }) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const held = new Set(person.roles.map((role) => role.id))
  return (
    <Section title={t('people.roles')} description={t('people.roles_text')}>
      <Card>
        <Form method="post">
          <Stack>
            <input type="hidden" name="intent" value="roles" />
            {roles.map((role) => (
              <RoleChoice
                key={`${role.id}${held.has(role.id)}`}
                role={role}
                held={held.has(role.id)}
                open={person.can.changeRoles && role.can.give}
                label={roleName(t, role)}
              />
            ))}
            {person.can.changeRoles ? (
              <Row>
                <Button type="submit" loading={state !== 'idle' && formData?.get('intent') === 'roles'}>
                  {t('people.save_roles')}
                </Button>
              </Row>
            ) : null}
          </Stack>
        </Form>
      </Card>
    </Section>
  )
}

function RoleChoice({
  role,
  held,
  open,
  label,
}: {
  role: Role
  held: boolean
  open: boolean
  label: string
}) {
  const t = useMessages()
  return (
    <>
      {/* A box that cannot be changed is not sent, so a role that stays says so itself. */}
      {held && !open ? <input type="hidden" name="role" value={role.id} /> : null}
      <Checkbox
        name="role"
        value={role.id}
        label={label}
        help={roleText(t, role)}
        defaultChecked={held}
        disabled={!open}
      />
    </>
  )
}
