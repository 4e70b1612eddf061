import { useMessages } from '~/lib/messages/index.ts'
import { useSite } from '~/lib/session.ts'
import { PasswordInput } from '~/ui/field.tsx'

/** Where a new password is chosen; says how long it has to be here. */
export function NewPasswordInput({
  label,
  name = 'password',
  error,
}: {
  label: string
  name?: string
  error: string | undefined
}) {
  const t = useMessages()
  const { passwordMinLength } = useSite()
  return (
    <PasswordInput
      label={label}
      name={name}
      autoComplete="new-password"
      required
      minLength={passwordMinLength}
      help={t('identity.password_help', { count: passwordMinLength })}
      error={error}
    />
  )
}
