import { data, Form, Link, redirect, useNavigation } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { localPath } from '~/lib/local-path.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { DoorButton, OtherWays } from '../components/auth-parts.tsx'
import { NextField, useNext, withNext } from '../components/next-field.tsx'
import type { Route } from './+types/sign-in-phone.ts'

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const phone = formText(form, 'phone')
  const next = localPath(form.get('next'), '/learn')
  const result = await context.get(apiContext).POST('/api/v1/identity/sign-in-codes', {
    body: { phone, next },
  })
  const problem = problemOf(result)
  if (problem) return data({ problem, phone }, { status: problem.status })
  return redirect(`/sign-in/code?${new URLSearchParams({ phone, next })}`)
}

export default function SignInPhone({ actionData }: Route.ComponentProps) {
  const t = useMessages()
  const next = useNext()
  const { state } = useNavigation()
  return (
    <>
      <PageHeader title={t('door.phone_instead')} />
      <Form method="post">
        <Stack>
          <FormErrors problem={actionData?.problem} />
          <NextField />
          <TextInput
            label={t('door.phone')}
            name="phone"
            type="tel"
            autoComplete="tel"
            required
            help={t('door.phone_help')}
            defaultValue={actionData?.phone}
            error={fieldErrors(actionData?.problem).phone}
          />
          <DoorButton loading={state !== 'idle'}>{t('door.phone_code')}</DoorButton>
        </Stack>
      </Form>
      <OtherWays>
        <p>
          <Link to={withNext('/sign-in', next)}>{t('door.other_way')}</Link>
        </p>
      </OtherWays>
    </>
  )
}
