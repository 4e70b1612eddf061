import { Form, useSubmit } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { Select } from '~/ui/field.tsx'
import { Card, Row, Section } from '~/ui/layout.tsx'
import { moduleKeys, moduleName } from './module-name.ts'
import styles from './people.module.css'
import type { PersonDetail } from './person-detail.ts'

/** Modules of one person: as their roles say, or against them. */
export function PersonModules({ person }: { person: PersonDetail }) {
  const t = useMessages()
  const submit = useSubmit()
  const own = new Map(person.modules.map((module) => [module.key, module.hasAccess]))
  return (
    <Section title={t('app.modules')} description={t('people.person_modules_text')}>
      <Card>
        <div className={styles.switches}>
          {moduleKeys.map((key) => {
            const access = own.has(key) ? (own.get(key) ? 'on' : 'off') : 'roles'
            const name = moduleName(t, key)
            return (
              <Form
                key={`${key}${access}`}
                method="post"
                className={styles.switch}
                onChange={(event) => void submit(event.currentTarget, { preventScrollReset: true })}
              >
                <input type="hidden" name="intent" value="module" />
                <input type="hidden" name="module" value={key} />
                <span>{name}</span>
                <Row gap="tight">
                  <Select
                    label={name}
                    hideLabel
                    name="access"
                    defaultValue={access}
                    disabled={!person.can.switchModules}
                    options={[
                      { value: 'roles', label: t('people.as_roles_say') },
                      { value: 'on', label: t('people.always_on') },
                      { value: 'off', label: t('people.always_off') },
                    ]}
                  />
                  {person.can.switchModules ? (
                    <noscript>
                      <Button type="submit" size="small">
                        {t('people.apply')}
                      </Button>
                    </noscript>
                  ) : null}
                </Row>
              </Form>
            )
          })}
        </div>
      </Card>
    </Section>
  )
}
