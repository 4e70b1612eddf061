import { IconKey } from '@tabler/icons-react'
import { useMessages } from '~/lib/messages/index.ts'
import styles from './auth.module.css'
import { KeyButton } from './key-button.tsx'
import { useNext } from './next-field.tsx'

/** Signs in without an address: the passkey knows whose it is. */
export function PasskeySignIn() {
  const t = useMessages()
  const next = useNext()
  return (
    <KeyButton
      ask={askForChallenge}
      fields={{ intent: 'passkey', ...(next ? { next } : {}) }}
      icon={<IconKey size={18} stroke={1.75} aria-hidden="true" />}
      size="large"
      className={styles.wide}
      failed={t('door.passkey_failed')}
    >
      {t('door.passkey')}
    </KeyButton>
  )
}

async function askForChallenge() {
  const answer = await fetch('/sign-in/passkey-challenge', { method: 'POST' }).catch(() => null)
  if (!answer?.ok) return null
  const { challengeId, options } = (await answer.json()) as { challengeId: string; options: object }
  return { type: 'request' as const, challengeId, options }
}
