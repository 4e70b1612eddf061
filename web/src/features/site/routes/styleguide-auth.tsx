import { Form, Link } from 'react-router'
import { Button } from '~/ui/button.tsx'
import { Checkbox, PasswordInput, TextInput } from '~/ui/field.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { onlyInDevelopment } from '../development.ts'

export const loader = onlyInDevelopment

/** The auth frame with a form in it. */
export default function StyleguideAuth() {
  return (
    <>
      <PageHeader title="Welcome back" lead="Sign in to go on where you left off." />
      <Form method="get">
        <Stack>
          <TextInput label="Email" name="email" type="email" autoComplete="username" />
          <PasswordInput label="Password" name="password" autoComplete="current-password" />
          <Checkbox label="Stay signed in on this device" name="stay" />
          <Button type="submit" variant="primary" size="large">
            Sign in
          </Button>
          <p>
            <Link to="/styleguide">Forgot your password?</Link>
          </p>
        </Stack>
      </Form>
    </>
  )
}
