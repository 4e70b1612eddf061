import { useMessages } from '~/lib/messages/index.ts'
import { Checkbox, Textarea, TextInput } from '~/ui/field.tsx'
import { Stack } from '~/ui/layout.tsx'
import { type ProviderType, type ProviderWish, pairLines } from './oauth-provider-form.ts'
import { OpenidClientFields } from './openid-client-fields.tsx'
import styles from './security.module.css'

/** What is said of a provider: where it is, who we are there, and what is seldom needed. */
export function OauthProviderFields({
  type,
  wish,
  hasSecret,
  errors,
}: {
  type: ProviderType
  wish: ProviderWish
  /** A secret is stored, and an empty field keeps it. */
  hasSecret: boolean
  errors: Record<string, string>
}) {
  const t = useMessages()
  const address = (name: 'issuer' | 'authorizationUrl' | 'tokenUrl' | 'userinfoUrl', label: string) => (
    <TextInput
      label={label}
      name={name}
      type="url"
      inputMode="url"
      required
      maxLength={1000}
      placeholder="https://"
      defaultValue={wish[name] ?? ''}
      help={name === 'issuer' ? t('access.issuer_help') : undefined}
      error={errors[name]}
    />
  )
  return (
    <Stack>
      <TextInput
        label={t('access.name')}
        name="name"
        required
        maxLength={120}
        autoComplete="off"
        defaultValue={wish.name}
        help={t('access.provider_name_help')}
        error={errors.name}
      />
      {type === 'oidc' ? (
        address('issuer', t('access.issuer'))
      ) : (
        <>
          {address('authorizationUrl', t('access.endpoint_authorization'))}
          {address('tokenUrl', t('access.endpoint_token'))}
          {address('userinfoUrl', t('access.endpoint_userinfo'))}
        </>
      )}
      <OpenidClientFields clientId={wish.clientId} hasSecret={hasSecret} errors={errors} />
      <TextInput
        label={t('access.provider_scopes')}
        name="scopes"
        required={false}
        autoComplete="off"
        spellCheck={false}
        defaultValue={wish.scopes.join(' ')}
        help={t(type === 'oidc' ? 'access.provider_scopes_help' : 'access.provider_scopes_help_oauth2')}
        error={errors.scopes}
      />
      <details className={styles.more} open={Object.keys(errors).some((name) => seldom.has(name))}>
        <summary>{t('access.advanced')}</summary>
        <SeldomFields type={type} wish={wish} errors={errors} />
      </details>
    </Stack>
  )
}

const seldom = new Set(['discoveryUrl', 'acceptableClientIds', 'authorizationParams', 'attributeMapping'])

function SeldomFields({
  type,
  wish,
  errors,
}: {
  type: ProviderType
  wish: ProviderWish
  errors: Record<string, string>
}) {
  const t = useMessages()
  return (
    <Stack>
      {type === 'oidc' ? (
        <TextInput
          label={t('access.discovery_url')}
          name="discoveryUrl"
          type="url"
          inputMode="url"
          required={false}
          maxLength={1000}
          placeholder="https://"
          defaultValue={wish.discoveryUrl ?? ''}
          help={t('access.discovery_url_help')}
          error={errors.discoveryUrl}
        />
      ) : null}
      <Checkbox
        name="pkceEnabled"
        label={t('access.provider_pkce')}
        help={t('access.provider_pkce_text')}
        defaultChecked={wish.pkceEnabled}
      />
      {type === 'oidc' ? (
        <Checkbox
          name="skipNonceCheck"
          label={t('access.provider_skip_nonce')}
          help={t('access.provider_skip_nonce_text')}
          defaultChecked={wish.skipNonceCheck}
        />
      ) : null}
      <Checkbox name="emailOptional" label={t('access.email_optional')} defaultChecked={wish.emailOptional} />
      <Textarea
        label={t('access.provider_attributes')}
        name="attributeMapping"
        required={false}
        rows={2}
        spellCheck={false}
        defaultValue={pairLines(wish.attributeMapping)}
        help={t('access.pairs_help', { example: 'email=mail' })}
        error={errors.attributeMapping}
      />
      <Textarea
        label={t('access.provider_params')}
        name="authorizationParams"
        required={false}
        rows={2}
        spellCheck={false}
        defaultValue={pairLines(wish.authorizationParams)}
        help={t('access.pairs_help', { example: 'hd=example.com' })}
        error={errors.authorizationParams}
      />
      {type === 'oidc' ? (
        <Textarea
          label={t('access.provider_audiences')}
          name="acceptableClientIds"
          required={false}
          rows={2}
          spellCheck={false}
          defaultValue={wish.acceptableClientIds.join('\n')}
          help={t('access.provider_audiences_help')}
          error={errors.acceptableClientIds}
        />
      ) : null}
    </Stack>
  )
}
