import { data, Form, redirect, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext, sessionContext, siteContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { createFormat, dateFormats } from '~/lib/format.ts'
import { locales, toLocale, useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { useSite } from '~/lib/session.ts'
import { isThemeChoice, themeChoices, themeCookie } from '~/lib/theme.ts'
import { Button } from '~/ui/button.tsx'
import { Checkbox, ChoiceGroup, Radio, Select } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Stack } from '~/ui/layout.tsx'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { AccountFrame } from '../components/account-frame.tsx'
import type { Route } from './+types/account-preferences.ts'

const languageNames = { en: 'English', de: 'Deutsch' }

export async function loader({ context }: Route.LoaderArgs) {
  const preferences = unwrap(await context.get(apiContext).GET('/api/v1/identity/me/preferences'))
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', preferences.timeZone])
  return {
    preferences: {
      ...preferences,
      language: context.get(siteContext).locale,
      theme: context.get(sessionContext)?.theme ?? preferences.theme,
    },
    zones: [...zones].sort(),
    now: new Date().toISOString(),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const before = unwrap(await api.GET('/api/v1/identity/me/preferences'))
  const theme = form.get('theme')
  const dateFormat = dateFormats.find((known) => known === form.get('dateFormat'))
  const wish = {
    ...before,
    theme: isThemeChoice(theme) ? theme : before.theme,
    language: toLocale(formText(form, 'language')),
    timeZone: formText(form, 'timeZone'),
    dateFormat: dateFormat ?? before.dateFormat,
    emailNotifications: form.has('emailNotifications'),
  }
  const problem = problemOf(await api.PUT('/api/v1/identity/me/preferences', { body: wish }))
  if (problem) return data({ problem, wish }, { status: problem.status })
  // This browser remembers the theme for when nobody is signed in.
  const remember = `${themeCookie}=${wish.theme}; Path=/; Max-Age=31536000; SameSite=Lax`
  return redirect('/account/preferences?done=saved', { headers: { 'Set-Cookie': remember } })
}

export default function AccountPreferences({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { locale } = useSite()
  const { state } = useNavigation()
  useDoneToast({ saved: t('identity.preferences_saved') })
  const problem = actionData?.problem
  const errors = fieldErrors(problem)
  const shown = actionData?.wish ?? loaderData.preferences
  const { timeZone } = loaderData.preferences
  return (
    <AccountFrame title={t('identity.preferences')} lead={t('identity.preferences_lead')}>
      <Card>
        {/* The page is loaded anew, in the language and the colours that were chosen. */}
        <Form method="post" reloadDocument>
          <Stack gap="wide">
            <FormErrors problem={problem} />
            <ChoiceGroup legend={t('app.theme')}>
              <Row gap="wide">
                {themeChoices.map((choice) => (
                  <Radio
                    key={choice}
                    name="theme"
                    value={choice}
                    label={t(`app.theme_${choice}`)}
                    defaultChecked={shown.theme === choice}
                  />
                ))}
              </Row>
            </ChoiceGroup>
            <Stack>
              <Select
                label={t('app.language')}
                name="language"
                defaultValue={shown.language}
                options={locales.map((value) => ({ value, label: languageNames[value] }))}
                error={errors.language}
              />
              <Select
                label={t('identity.time_zone')}
                name="timeZone"
                defaultValue={shown.timeZone}
                options={loaderData.zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
                error={errors.timeZone}
              />
              <Select
                label={t('identity.date_format')}
                name="dateFormat"
                defaultValue={shown.dateFormat}
                options={dateFormats.map((dateFormat) => ({
                  value: dateFormat,
                  label: createFormat({ locale, timeZone, dateFormat }).date(loaderData.now),
                }))}
                error={errors.dateFormat}
              />
            </Stack>
            <ChoiceGroup legend={t('identity.mail')}>
              <Checkbox
                name="emailNotifications"
                label={t('identity.mail_notices')}
                help={t('identity.mail_notices_help')}
                defaultChecked={shown.emailNotifications}
              />
            </ChoiceGroup>
            <Row>
              <Button type="submit" variant="primary" loading={state !== 'idle'}>
                {t('identity.save_preferences')}
              </Button>
            </Row>
          </Stack>
        </Form>
      </Card>
    </AccountFrame>
  )
}
