import { useMessages } from '~/lib/messages/index.ts'
import { Checkbox, Select, Textarea, TextInput } from '~/ui/field.tsx'
import { Card, Section, Stack } from '~/ui/layout.tsx'
import { moduleName } from './module-name.ts'
import { permissionName, permissionText } from './permission-name.ts'
import styles from './role-fields.module.css'

export type RoleWish = { name: string; description: string | null; rank: number; permissions: string[] }
export type Permission = { key: string; module: string; held: boolean }

const ranks = [5, 10, 20, 30, 40, 50, 60, 70, 80, 90]

/** Name, standing and permissions of a role, the permissions by module. */
export function RoleFields({
  wish,
  permissions,
  errors,
  open,
  rankOpen,
}: {
  wish: RoleWish
  permissions: Permission[]
  errors: Record<string, string>
  /** Whether the reader may change it. */
  open: boolean
  rankOpen: boolean
}) {
  const t = useMessages()
  const groups = Map.groupBy(permissions, (permission) => permission.module)
  const has = new Set(wish.permissions)
  const hasAll = has.has('*')
  return (
    <>
      <Card>
        <Stack>
          <TextInput
            label={t('people.role_name')}
            name="name"
            required
            maxLength={80}
            readOnly={!open}
            defaultValue={wish.name}
            error={errors.name}
          />
          <Textarea
            label={t('people.role_description')}
            name="description"
            rows={2}
            required={false}
            maxLength={500}
            readOnly={!open}
            defaultValue={wish.description ?? ''}
            error={errors.description}
          />
          {rankOpen ? (
            <Select
              label={t('people.rank')}
              name="rank"
              defaultValue={String(wish.rank)}
              help={t('people.rank_help')}
              options={[...new Set([...ranks, wish.rank])]
                .sort((a, b) => a - b)
                .map((rank) => ({ value: String(rank), label: rankName(t, rank) }))}
              error={errors.rank}
            />
          ) : null}
        </Stack>
      </Card>
      <Section title={t('people.permissions')} description={t('people.permissions_text')}>
        {hasAll ? (
          <p>{t('people.has_all')}</p>
        ) : (
          <div className={styles.groups}>
            {[...groups].map(([module, list]) => (
              <Card key={module}>
                <fieldset className={styles.group}>
                  <legend className={styles.legend}>{moduleName(t, module)}</legend>
                  {list.map(({ key, held }) => (
                    <div key={key}>
                      {/* A box that cannot be changed is not sent, so what stays says so itself. */}
                      {has.has(key) && (!open || !held) ? (
                        <input type="hidden" name="permission" value={key} />
                      ) : null}
                      <Checkbox
                        name="permission"
                        value={key}
                        label={permissionName(t, key)}
                        help={permissionText(t, key)}
                        defaultChecked={has.has(key)}
                        disabled={!open || !held}
                      />
                    </div>
                  ))}
                </fieldset>
              </Card>
            ))}
          </div>
        )}
      </Section>
    </>
  )
}

function rankName(t: ReturnType<typeof useMessages>, rank: number): string {
  switch (rank) {
    case 10:
      return t('people.rank_learner', { rank })
    case 40:
      return t('people.rank_teacher', { rank })
    case 80:
      return t('people.rank_admin', { rank })
    default:
      return String(rank)
  }
}
