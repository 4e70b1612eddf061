import { IconCheck, IconMinus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { roleName } from '~/lib/role-name.ts'
import { moduleName } from './module-name.ts'
import styles from './permission-matrix.module.css'
import { permissionName, permissionText } from './permission-name.ts'
import type { Role } from './person-detail.ts'
import type { Permission } from './role-fields.tsx'
import { boxName, isOpen } from './role-matrix.ts'

/** Roles beside permissions, by module: boxes where one may change something, marks elsewhere. A card each on a phone. */
export function PermissionMatrix({ roles, permissions }: { roles: Role[]; permissions: Permission[] }) {
  const t = useMessages()
  const groups = Map.groupBy(permissions, (permission) => permission.module)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section className={styles.frame} aria-label={t('persons.matrix')} tabIndex={0}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('people.permissions')}</th>
            {roles.map((role) => (
              <th key={role.id} scope="col">
                <Link to={`/admin/roles/${role.id}`}>{roleName(t, role)}</Link>
              </th>
            ))}
          </tr>
        </thead>
        {[...groups].map(([module, list]) => (
          <tbody key={module}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={roles.length + 1}>
                {moduleName(t, module)}
              </th>
            </tr>
            {list.map((permission) => (
              <tr key={permission.key}>
                <th scope="row">
                  {permissionName(t, permission.key)}
                  <Hint permission={permission} />
                </th>
                {roles.map((role) => (
                  <td key={role.id}>
                    <span className={styles.role} aria-hidden="true">
                      {roleName(t, role)}
                    </span>
                    <Box role={role} permission={permission} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function Hint({ permission }: { permission: Permission }) {
  const t = useMessages()
  const text = permission.held ? permissionText(t, permission.key) : t('persons.matrix_yours')
  return text ? <span className={styles.hint}>{text}</span> : null
}

function Box({ role, permission }: { role: Role; permission: Permission }) {
  const t = useMessages()
  const { key } = permission
  const has = role.permissions.includes(key) || role.permissions.includes('*')
  if (!isOpen(role, permission)) {
    const Icon = has ? IconCheck : IconMinus
    return (
      <span className={has ? styles.yes : styles.no}>
        <Icon size={18} stroke={1.75} aria-hidden="true" />
        <span className="visually-hidden">{has ? t('persons.yes') : t('persons.no')}</span>
      </span>
    )
  }
  return (
    <input
      // A new box when the role has changed, so that it shows what holds now.
      key={String(has)}
      type="checkbox"
      className={styles.box}
      name={boxName(role.id)}
      value={key}
      defaultChecked={has}
      aria-label={t('persons.cell', { permission: permissionName(t, key), role: roleName(t, role) })}
    />
  )
}
