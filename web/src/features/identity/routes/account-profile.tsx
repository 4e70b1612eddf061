import { data, Form, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText, formTextOrNull } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { Avatar } from '~/ui/avatar.tsx'
import { Button } from '~/ui/button.tsx'
import { Textarea, TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Stack } from '~/ui/layout.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { AccountFrame } from '../components/account-frame.tsx'
import { PictureField } from '../components/picture-field.tsx'
import type { Route } from './+types/account-profile.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { person } = unwrap(await context.get(apiContext).GET('/api/v1/identity/me'))
  return { person }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  if (formText(form, 'intent') === 'no_avatar') {
    const problem = problemOf(await context.get(apiContext).DELETE('/api/v1/files/me/avatar'))
    return data({ problem, wish: null }, { status: problem?.status ?? 200 })
  }
  const wish = {
    name: formText(form, 'name'),
    headline: formTextOrNull(form, 'headline'),
    bio: formTextOrNull(form, 'bio'),
    website: formTextOrNull(form, 'website'),
  }
  const problem = problemOf(await context.get(apiContext).PATCH('/api/v1/identity/me', { body: wish }))
  return data({ problem, wish }, { status: problem?.status ?? 200 })
}

export default function AccountProfile({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const { person } = loaderData
  const problem = actionData?.problem
  const errors = fieldErrors(problem)
  const shown = (problem && actionData?.wish) || loaderData.person
  useActionToast(actionData, actionData?.wish && !problem ? t('identity.profile_saved') : null)
  return (
    <AccountFrame title={t('identity.profile')} lead={t('identity.profile_lead')}>
      <Stack>
        <Card>
          <PictureField
            which="avatar"
            label={t('pictures.avatar')}
            help={t('pictures.avatar_help')}
            address="/api/v1/files/me/avatar"
            hasPicture={person.avatarUrl !== null}
          >
            <Avatar name={person.name} src={person.avatarUrl} size="huge" />
          </PictureField>
        </Card>
        <Card>
          <Form method="post">
            <Stack>
              <FormErrors problem={problem} />
              <TextInput
                label={t('identity.name')}
                name="name"
                autoComplete="name"
                required
                maxLength={120}
                defaultValue={shown.name}
                error={errors.name}
              />
              <TextInput
                label={t('identity.email')}
                type="email"
                readOnly
                value={loaderData.person.email ?? ''}
                help={t('identity.email_fixed')}
              />
              <TextInput
                label={t('identity.headline')}
                name="headline"
                required={false}
                maxLength={200}
                defaultValue={shown.headline ?? ''}
                help={t('identity.headline_help')}
                error={errors.headline}
              />
              <Textarea
                label={t('identity.bio')}
                name="bio"
                required={false}
                maxLength={4000}
                defaultValue={shown.bio ?? ''}
                error={errors.bio}
              />
              <TextInput
                label={t('identity.website')}
                name="website"
                type="url"
                autoComplete="url"
                required={false}
                maxLength={500}
                placeholder="https://"
                defaultValue={shown.website ?? ''}
                error={errors.website}
              />
              <Row>
                <Button type="submit" variant="primary" loading={state !== 'idle'}>
                  {t('identity.save_profile')}
                </Button>
              </Row>
            </Stack>
          </Form>
        </Card>
      </Stack>
    </AccountFrame>
  )
}
