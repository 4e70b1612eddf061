import { useMessages } from '~/lib/messages/index.ts'
import { Checkbox, ChoiceGroup, Radio, Textarea, TextInput } from '~/ui/field.tsx'
import { Card, Section, Stack } from '~/ui/layout.tsx'
import { type ClientWish, personScopes } from './oauth-client-form.ts'
import { ScopeMatrix, type ScopeWish } from './scope-matrix.tsx'
import { scopeModules, scopesInWords } from './scope-words.ts'
import styles from './security.module.css'

/** Which parts of Stoa an app may ask for, as the matrix shows them. */
const partsOf = (scopes: readonly string[]): ScopeWish =>
  Object.fromEntries(
    scopeModules.map((module) => [
      module,
      scopes.includes(`${module}:write`) ? 'write' : scopes.includes(`${module}:read`) ? 'read' : 'none',
    ]),
  )

/** What is said of an app: what it is, where it lives, what it may ask for, and what people see. */
export function OauthClientFields({ wish, errors }: { wish: ClientWish; errors: Record<string, string> }) {
  const t = useMessages()
  return (
    <>
      <Card>
        <Stack>
          <TextInput
            label={t('access.name')}
            name="name"
            required
            maxLength={200}
            autoComplete="off"
            defaultValue={wish.name}
            help={t('access.app_name_help')}
            error={errors.name}
          />
          <Textarea
            label={t('access.app_redirects')}
            name="redirectUris"
            required
            rows={2}
            spellCheck={false}
            placeholder="https://app.example.com/callback"
            defaultValue={wish.redirectUris.join('\n')}
            help={t('access.app_redirects_help')}
            error={errors.redirectUris}
          />
          <ChoiceGroup legend={t('access.app_kind')}>
            <Radio
              name="kind"
              value="confidential"
              label={t('access.app_confidential')}
              help={t('access.app_confidential_text')}
              defaultChecked={!wish.isPublic}
            />
            <Radio
              name="kind"
              value="public"
              label={t('access.app_public')}
              help={t('access.app_public_text')}
              defaultChecked={wish.isPublic}
            />
          </ChoiceGroup>
        </Stack>
      </Card>
      <Section title={t('access.app_scopes')} description={t('access.app_scopes_help')}>
        <Stack>
          <Card>
            <ChoiceGroup legend={t('access.scopes_about_person')} error={errors.scopes}>
              {personScopes.map((scope) => (
                <Checkbox
                  key={scope}
                  name="scope"
                  value={scope}
                  label={scopesInWords(t, [scope])[0] ?? scope}
                  help={<code className={styles.mono}>{scope}</code>}
                  defaultChecked={wish.scopes.includes(scope)}
                />
              ))}
            </ChoiceGroup>
          </Card>
          <Card padded={false}>
            <ScopeMatrix wish={partsOf(wish.scopes)} error={undefined} />
          </Card>
        </Stack>
      </Section>
      <Section title={t('access.app_about')} description={t('access.app_about_text')}>
        <Card>
          <AboutFields wish={wish} errors={errors} />
        </Card>
      </Section>
    </>
  )
}

function AboutFields({ wish, errors }: { wish: ClientWish; errors: Record<string, string> }) {
  const t = useMessages()
  const address = (name: 'uri' | 'logoUri' | 'policyUri' | 'tosUri', label: string, help?: string) => (
    <TextInput
      label={label}
      name={name}
      type="url"
      inputMode="url"
      required={false}
      maxLength={2000}
      placeholder="https://"
      defaultValue={wish[name] ?? ''}
      help={help}
      error={errors[name]}
    />
  )
  return (
    <Stack>
      {address('uri', t('access.app_uri'))}
      {address('logoUri', t('access.app_logo'), t('access.app_logo_help'))}
      {address('policyUri', t('access.app_policy'))}
      {address('tosUri', t('access.app_tos'))}
      <Textarea
        label={t('access.app_contacts')}
        name="contacts"
        required={false}
        rows={2}
        spellCheck={false}
        defaultValue={wish.contacts.join('\n')}
        help={t('access.app_contacts_help')}
        error={errors.contacts}
      />
      <Textarea
        label={t('access.app_post_logout')}
        name="postLogoutRedirectUris"
        required={false}
        rows={2}
        spellCheck={false}
        defaultValue={wish.postLogoutRedirectUris.join('\n')}
        help={t('access.app_post_logout_help')}
        error={errors.postLogoutRedirectUris}
      />
    </Stack>
  )
}
