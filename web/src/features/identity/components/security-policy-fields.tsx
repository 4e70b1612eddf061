import { Link } from 'react-router'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Checkbox, TextInput } from '~/ui/field.tsx'
import { Card, Section, Stack } from '~/ui/layout.tsx'
import styles from './security.module.css'
import type { Policy } from './security-answers.ts'

/** The rules a form asks for; a limit that was left empty is none. */
export function policyWish(form: FormData): Policy {
  const number = (name: string) => (formText(form, name) ? Number(formText(form, name)) : null)
  return {
    requireSecondFactor: form.has('requireSecondFactor'),
    requireSso: form.has('requireSso'),
    oneSessionPerPerson: form.has('oneSessionPerPerson'),
    sessionMaxHours: number('sessionMaxHours'),
    sessionIdleHours: number('sessionIdleHours'),
    allowApiTokens: form.has('allowApiTokens'),
    allowAnonymous: form.has('allowAnonymous'),
    apiTokenMaxDays: number('apiTokenMaxDays'),
  }
}

/** What is asked of everybody, and what a change means for those who are in. */
export function PolicyFields({
  rules,
  errors,
  ssoIsReady,
}: {
  rules: Policy
  errors: Record<string, string>
  /** Whether there is a single sign-on with a proven domain. */
  ssoIsReady: boolean
}) {
  const t = useMessages()
  return (
    <>
      <Section title={t('access.policy')}>
        <Card>
          <Stack>
            <Checkbox
              name="requireSecondFactor"
              label={t('access.require_second_factor')}
              help={t('access.require_second_factor_text')}
              defaultChecked={rules.requireSecondFactor}
            />
            <Checkbox
              name="requireSso"
              label={t('access.require_sso')}
              help={
                <>
                  {t('access.require_sso_text')}{' '}
                  {ssoIsReady ? null : <Link to="/admin/security/sso">{t('access.require_sso_first')}</Link>}
                </>
              }
              defaultChecked={rules.requireSso}
            />
            <Checkbox
              name="allowAnonymous"
              label={t('access.allow_anonymous')}
              help={t('access.allow_anonymous_text')}
              defaultChecked={rules.allowAnonymous}
            />
          </Stack>
        </Card>
      </Section>
      <Section title={t('access.limits')} description={t('access.limits_text')}>
        <Card>
          <Stack>
            <div className={styles.halves}>
              <HoursInput name="sessionMaxHours" rules={rules} errors={errors} />
              <HoursInput name="sessionIdleHours" rules={rules} errors={errors} />
            </div>
            <Checkbox
              name="oneSessionPerPerson"
              label={t('access.one_session')}
              help={t('access.one_session_text')}
              defaultChecked={rules.oneSessionPerPerson}
            />
          </Stack>
        </Card>
      </Section>
      <Section title={t('access.tokens')}>
        <Card>
          <Stack>
            <Checkbox
              name="allowApiTokens"
              label={t('access.allow_api_tokens')}
              help={t('access.allow_api_tokens_text')}
              defaultChecked={rules.allowApiTokens}
            />
            <TextInput
              label={t('access.api_token_max_days')}
              name="apiTokenMaxDays"
              type="number"
              min={1}
              max={3650}
              required={false}
              defaultValue={rules.apiTokenMaxDays ?? ''}
              help={t('access.api_token_max_days_text')}
              error={errors.apiTokenMaxDays}
            />
          </Stack>
        </Card>
      </Section>
    </>
  )
}

function HoursInput({
  name,
  rules,
  errors,
}: {
  name: 'sessionMaxHours' | 'sessionIdleHours'
  rules: Policy
  errors: Record<string, string>
}) {
  const t = useMessages()
  return (
    <TextInput
      label={t(name === 'sessionMaxHours' ? 'access.session_max_hours' : 'access.session_idle_hours')}
      name={name}
      type="number"
      min={1}
      max={8760}
      required={false}
      defaultValue={rules[name] ?? ''}
      help={t('access.sessions_empty')}
      error={errors[name]}
    />
  )
}
