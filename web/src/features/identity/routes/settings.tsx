import { data, Form, redirect, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText, formTextOrNull } from '~/lib/form.ts'
import { locales, toLocale, useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { ChoiceGroup, Radio, Select, Textarea, TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Page, Row, Section, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { AccentField } from '../components/accent-field.tsx'
import { OrganizationPictures } from '../components/organization-pictures.tsx'
import styles from '../components/settings.module.css'
import { termsOf } from '../components/terms.ts'
import { TermsField } from '../components/terms-field.tsx'
import type { Route } from './+types/settings.ts'

const languageNames = { en: 'English', de: 'Deutsch' }

export async function loader({ context }: Route.LoaderArgs) {
  const result = await context.get(apiContext).GET('/api/v1/identity/settings')
  return { settings: unwrap(result), version: result.response.headers.get('etag') ?? '*' }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = formText(form, 'intent')
  if (intent === 'no_logo' || intent === 'no_cover') {
    const api = context.get(apiContext)
    const problem = problemOf(
      intent === 'no_logo'
        ? await api.DELETE('/api/v1/files/organization/logo')
        : await api.DELETE('/api/v1/files/organization/cover'),
    )
    return data({ problem, wish: null }, { status: problem?.status ?? 200 })
  }
  const wish = {
    name: formText(form, 'name'),
    description: formTextOrNull(form, 'description'),
    website: formTextOrNull(form, 'website'),
    accentColor: formTextOrNull(form, 'accentColor')?.toLowerCase() ?? null,
    defaultLanguage: toLocale(formText(form, 'defaultLanguage')),
    signUp: formText(form, 'signUp') === 'open' ? ('open' as const) : ('invitation' as const),
    customTerminology: termsOf(form),
  }
  const problem = problemOf(
    await context.get(apiContext).PATCH('/api/v1/identity/settings', {
      body: wish,
      headers: { 'if-match': formText(form, 'version') || '*' },
    }),
  )
  if (problem) return data({ problem, wish }, { status: problem.status })
  return redirect('/admin/settings?done=saved')
}

export default function Settings({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const { settings, version } = loaderData
  useDoneToast({ saved: t('people.settings_saved') })
  const problem = actionData?.problem
  const errors = fieldErrors(problem)
  const shown = actionData?.wish ?? settings
  return (
    <Page width="form">
      <PageHeader title={t('app.settings')} lead={t('people.settings_lead')} />
      <OrganizationPictures settings={settings} />
      {/* The page is loaded anew: the accent belongs to the document. */}
      <Form method="post" reloadDocument>
        <FormErrors problem={problem} />
        <input type="hidden" name="version" value={version} />
        <Section title={t('people.face')} description={t('people.face_text')}>
          <Card>
            <Stack>
              <TextInput
                label={t('identity.organization_name')}
                name="name"
                required
                maxLength={200}
                defaultValue={shown.name}
                error={errors.name}
              />
              <TextInput
                label={t('identity.short_name')}
                readOnly
                value={settings.slug}
                help={
                  settings.domains.length > 0
                    ? t('people.domains', { domains: settings.domains.join(', ') })
                    : t('people.short_name_fixed')
                }
              />
              <Textarea
                label={t('identity.description')}
                name="description"
                rows={3}
                required={false}
                maxLength={2000}
                defaultValue={shown.description ?? ''}
                help={t('people.description_help')}
                error={errors.description}
              />
              <TextInput
                label={t('identity.website')}
                name="website"
                type="url"
                required={false}
                maxLength={500}
                placeholder="https://"
                defaultValue={shown.website ?? ''}
                error={errors.website}
              />
              <AccentField accent={shown.accentColor} error={errors.accentColor} />
            </Stack>
          </Card>
        </Section>
        <Section title={t('people.door')} description={t('people.door_text')}>
          <Card>
            <Stack>
              <ChoiceGroup legend={t('people.sign_up')}>
                <Radio
                  name="signUp"
                  value="open"
                  label={t('people.sign_up_open')}
                  help={t('people.sign_up_open_text')}
                  defaultChecked={shown.signUp === 'open'}
                />
                <Radio
                  name="signUp"
                  value="invitation"
                  label={t('people.sign_up_invitation')}
                  help={t('people.sign_up_invitation_text')}
                  defaultChecked={shown.signUp === 'invitation'}
                />
              </ChoiceGroup>
              <Select
                label={t('app.language')}
                name="defaultLanguage"
                defaultValue={shown.defaultLanguage}
                options={locales.map((value) => ({ value, label: languageNames[value] }))}
                help={t('people.language_help')}
                error={errors.defaultLanguage}
              />
            </Stack>
          </Card>
        </Section>
        <Section title={t('people.terms')} description={t('people.terms_text')}>
          <Card>
            <TermsField terms={shown.customTerminology} errors={errors} />
          </Card>
        </Section>
        <div className={styles.end}>
          <Row>
            <Button type="submit" variant="primary" loading={state !== 'idle'}>
              {t('people.save_settings')}
            </Button>
          </Row>
        </div>
      </Form>
    </Page>
  )
}
