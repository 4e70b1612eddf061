import { formText, formTextOrNull } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Select, TextInput } from '~/ui/field.tsx'
import { Stack } from '~/ui/layout.tsx'
import type { Role } from './person-detail.ts'
import { roleOptions } from './role-options.ts'
import styles from './security.module.css'
import type { SsoProvider } from './security-answers.ts'

const names = ['email', 'name', 'firstName', 'lastName', 'groups'] as const
const words = {
  email: 'access.attribute_email',
  name: 'access.attribute_name',
  firstName: 'access.attribute_first_name',
  lastName: 'access.attribute_last_name',
  groups: 'access.attribute_groups',
} as const

/** Attribute names, roles by group and the role to begin with, as a form says them. */
export function ssoPeopleWish(form: FormData) {
  const groups = form.getAll('group').map((group) => String(group).trim())
  const roles = form.getAll('groupRole').map(String)
  return {
    defaultRoleId: formTextOrNull(form, 'defaultRole'),
    attributeMapping: {
      ...Object.fromEntries(names.map((name) => [name, formText(form, `attribute.${name}`) || null])),
      roles: groups
        .map((group, place) => ({ group, roleId: roles[place] ?? '' }))
        .filter(({ group, roleId }) => group && roleId),
    },
  }
}

/** Lines for groups that can still be filled in. */
const emptyLines = 2

/** Which attributes hold what, and which roles people get. */
export function SsoPeopleFields({ provider, roles }: { provider: SsoProvider; roles: Role[] }) {
  const t = useMessages()
  const mapping = provider.attributeMapping
  const held = [provider.defaultRoleId, ...mapping.roles.map(({ roleId }) => roleId)]
  const options = roleOptions(t, roles, held)
  const lines = [
    ...mapping.roles,
    ...Array.from({ length: emptyLines }, () => ({ group: '', roleId: '' })),
  ].map((line, place) => ({ ...line, key: `${place} ${line.group}` }))
  return (
    <Stack>
      <div className={styles.halves}>
        {names.map((name) => (
          <TextInput
            key={name}
            label={t(words[name])}
            name={`attribute.${name}`}
            required={false}
            maxLength={300}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={mapping[name] ?? ''}
          />
        ))}
      </div>
      <p className={styles.quiet}>{t('access.attributes_help')}</p>
      <Select
        label={t('access.default_role')}
        name="defaultRole"
        defaultValue={provider.defaultRoleId ?? ''}
        help={t('access.default_role_help')}
        options={[{ value: '', label: t('access.default_role_usual') }, ...options]}
      />
      <fieldset className={styles.guarded}>
        <legend className={styles.legend}>{t('access.role_by_group')}</legend>
        <Stack gap="tight">
          {lines.map(({ key, group, roleId }) => (
            <div key={key} className={styles.pair}>
              <TextInput
                hideLabel
                label={t('access.group')}
                placeholder={t('access.group')}
                name="group"
                maxLength={300}
                autoComplete="off"
                defaultValue={group}
              />
              <Select
                hideLabel
                label={t('access.role')}
                name="groupRole"
                defaultValue={roleId}
                options={[{ value: '', label: t('access.role_none') }, ...options]}
              />
            </div>
          ))}
          <p className={styles.quiet}>{t('access.role_by_group_help')}</p>
        </Stack>
      </fieldset>
    </Stack>
  )
}
