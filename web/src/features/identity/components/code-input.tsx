import { useMessages } from '~/lib/messages/index.ts'
import { TextInput } from '~/ui/field.tsx'
import styles from './auth.module.css'

/** Digits from a mail, a text message or an app; phones offer what just arrived. */
export function CodeInput({
  label,
  digits,
  error,
}: {
  label: string
  /** How many there are, when that is known. */
  digits?: number
  error?: string | undefined
}) {
  const t = useMessages()
  return (
    <TextInput
      label={label}
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={20}
      required
      autoFocus
      className={styles.code ?? ''}
      help={digits ? t('door.code_help', { digits }) : undefined}
      error={error}
    />
  )
}
