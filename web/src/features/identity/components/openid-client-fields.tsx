import { useMessages } from '~/lib/messages/index.ts'
import { PasswordInput, TextInput } from '~/ui/field.tsx'

/** Who we are at a provider that speaks OAuth or OpenID Connect. */
export function OpenidClientFields({
  clientId,
  hasSecret,
  errors,
}: {
  clientId: string
  /** A secret is stored, and an empty field keeps it. */
  hasSecret: boolean
  errors: Record<string, string>
}) {
  const t = useMessages()
  return (
    <>
      <TextInput
        label={t('access.client_id')}
        name="clientId"
        required
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        defaultValue={clientId}
        help={t('access.client_id_help')}
        error={errors.clientId}
      />
      <PasswordInput
        label={t('access.client_secret')}
        name="clientSecret"
        required={false}
        maxLength={2000}
        autoComplete="off"
        help={t(hasSecret ? 'access.client_secret_keep' : 'access.client_secret_help')}
        error={errors.clientSecret}
      />
    </>
  )
}
