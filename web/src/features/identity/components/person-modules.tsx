import { Form, useNavigation } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { Select } from '~/ui/field.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import { moduleKeys, moduleName } from './module-name.ts'
import styles from './people.module.css'
import type { PersonDetail } from './person-detail.ts'

/** How a module stands for one person: as their roles say, or against them. */
export function accessTo(person: PersonDetail, key: string): 'roles' | 'on' | 'off' {
  const own = person.modules.find((module) => module.key === key)
  return own ? (own.hasAccess ? 'on' : 'off') : 'roles'
}

/** Modules of one person. */
export function PersonModules({ person }: { person: PersonDetail }) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const open = person.can.switchModules
  return (
    <Section title={t('app.modules')} description={t('people.person_modules_text')}>
      <Card>
        <Form method="post">
          <Stack>
            <input type="hidden" name="intent" value="modules" />
            <div className={styles.switches}>
              {moduleKeys.map((key) => {
                const access = accessTo(person, key)
                return (
                  <div key={`${key}${access}`} className={styles.switch}>
                    <span aria-hidden="true">{moduleName(t, key)}</span>
                    <Select
                      label={moduleName(t, key)}
                      hideLabel
                      name={`module:${key}`}
                      defaultValue={access}
                      disabled={!open}
                      options={[
                        { value: 'roles', label: t('people.as_roles_say') },
                        { value: 'on', label: t('people.always_on') },
                        { value: 'off', label: t('people.always_off') },
                      ]}
                    />
                  </div>
                )
              })}
            </div>
            {open ? (
              <Row>
                <Button type="submit" loading={state !== 'idle' && formData?.get('intent') === 'modules'}>
                  {t('people.save_modules')}
                </Button>
              </Row>
            ) : null}
          </Stack>
        </Form>
      </Card>
    </Section>
  )
}
