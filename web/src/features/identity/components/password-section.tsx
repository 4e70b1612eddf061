import { Form, useNavigation, useSearchParams } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { PasswordInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import { NewPasswordInput } from './new-password-input.tsx'

/** Changing the password, or coming to have one. */
export function PasswordSection({
  email,
  hasPassword,
  problem,
}: {
  email: string
  hasPassword: boolean
  problem: Problem | null
}) {
  const t = useMessages()
  if (hasPassword)
    return (
      <Section title={t('identity.change_password')} description={t('identity.change_password_text')}>
        <Card>
          <ChangePassword email={email} problem={problem} />
        </Card>
      </Section>
    )
  return (
    <Section title={t('account.set_password')} description={t('account.set_password_text')}>
      <Form method="post" preventScrollReset>
        <Stack>
          <FormErrors problem={problem} />
          <input type="hidden" name="email" value={email} />
          <Row>
            <Button type="submit" name="intent" value="mail_password_link">
              {t('account.mail_password_link')}
            </Button>
          </Row>
        </Stack>
      </Form>
    </Section>
  )
}

function ChangePassword({ email, problem }: { email: string; problem: Problem | null }) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const [query] = useSearchParams()
  const errors = fieldErrors(problem)
  return (
    // A new form after each change, so that no password stays in it.
    <Form method="post" key={query.get('done')} preventScrollReset>
      <Stack>
        <FormErrors problem={problem} />
        <input type="hidden" name="intent" value="change_password" />
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label={t('identity.current_password')}
          name="currentPassword"
          autoComplete="current-password"
          required
          error={errors.currentPassword}
        />
        <NewPasswordInput label={t('identity.new_password')} name="newPassword" error={errors.newPassword} />
        <Row>
          <Button
            type="submit"
            variant="primary"
            loading={state !== 'idle' && formData?.get('intent') === 'change_password'}
          >
            {t('identity.change_password')}
          </Button>
        </Row>
      </Stack>
    </Form>
  )
}
