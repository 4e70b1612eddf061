import { Form, useNavigation } from 'react-router'
import { type MessageKey, useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Grid, Row, Section, Stack } from '~/ui/layout.tsx'
import type { PersonDetail } from './person-detail.ts'

const fields = [
  { name: 'jobTitle', label: 'people.job_title', type: 'text', longest: 200 },
  { name: 'department', label: 'persons.department', type: 'text', longest: 200 },
  { name: 'officeLocation', label: 'persons.office', type: 'text', longest: 200 },
  { name: 'phone', label: 'persons.phone', type: 'tel', longest: 40 },
  { name: 'mobilePhone', label: 'persons.mobile', type: 'tel', longest: 40 },
] as const satisfies { name: string; label: MessageKey; type: string; longest: number }[]

/** Where and as what a person works. */
export function PersonEmployment({ person, problem }: { person: PersonDetail; problem: Problem | null }) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const errors = fieldErrors(problem)
  const open = person.can.editEmployment
  return (
    <Section title={t('persons.employment')} description={t('persons.employment_text')}>
      <Card>
        <Form method="post" preventScrollReset>
          <Stack>
            <FormErrors problem={problem} />
            <Grid>
              {fields.map(({ name, label, type, longest }) => (
                <TextInput
                  key={name}
                  label={t(label)}
                  name={name}
                  type={type}
                  autoComplete="off"
                  maxLength={longest}
                  readOnly={!open}
                  defaultValue={person[name] ?? ''}
                  error={errors[name]}
                />
              ))}
            </Grid>
            {open ? (
              <Row>
                <Button
                  type="submit"
                  variant="primary"
                  name="intent"
                  value="employment"
                  loading={state !== 'idle' && formData?.get('intent') === 'employment'}
                >
                  {t('persons.save_employment')}
                </Button>
              </Row>
            ) : null}
          </Stack>
        </Form>
      </Card>
    </Section>
  )
}
