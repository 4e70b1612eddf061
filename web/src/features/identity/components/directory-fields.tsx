import { useMessages } from '~/lib/messages/index.ts'
import { Select, TextInput } from '~/ui/field.tsx'
import { Stack } from '~/ui/layout.tsx'
import type { Role } from './person-detail.ts'
import { roleOptions } from './role-options.ts'

/** How a directory is called, and what its people begin with. */
export function DirectoryFields({
  wish,
  roles,
  errors,
}: {
  wish: { name: string; defaultRoleId: string | null }
  roles: Role[]
  errors: Record<string, string>
}) {
  const t = useMessages()
  return (
    <Stack>
      <TextInput
        label={t('access.name')}
        name="name"
        required
        maxLength={100}
        autoComplete="off"
        defaultValue={wish.name}
        help={t('access.directory_name_help')}
        error={errors.name}
      />
      <Select
        label={t('access.default_role')}
        name="defaultRole"
        defaultValue={wish.defaultRoleId ?? ''}
        help={t('access.default_role_help')}
        options={[
          { value: '', label: t('access.default_role_usual') },
          ...roleOptions(t, roles, [wish.defaultRoleId]),
        ]}
        error={errors.defaultRoleId}
      />
    </Stack>
  )
}
