import { useMessages } from '~/lib/messages/index.ts'
import { TextInput } from '~/ui/field.tsx'
import { NewPasswordInput } from './new-password-input.tsx'

/** Who somebody new is and how they will sign in: `name`, `email` and `password`. */
export function AccountFields({
  wish,
  fixedEmail,
  errors,
}: {
  /** What was typed before. */
  wish: { name?: string; email?: string } | undefined
  /** The address when it is settled already. */
  fixedEmail?: string
  errors: Record<string, string>
}) {
  const t = useMessages()
  return (
    <>
      <TextInput
        label={t('identity.your_name')}
        name="name"
        autoComplete="name"
        required
        maxLength={120}
        defaultValue={wish?.name}
        error={errors.name}
      />
      {fixedEmail === undefined ? (
        <TextInput
          label={t('identity.email')}
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={wish?.email}
          error={errors.email}
        />
      ) : (
        <input type="hidden" name="username" autoComplete="username" value={fixedEmail} readOnly />
      )}
      <NewPasswordInput label={t('identity.password')} error={errors.password} />
    </>
  )
}
