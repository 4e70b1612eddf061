import type { ReactNode } from 'react'
import { useState } from 'react'
import { useSubmit } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { Stack } from '~/ui/layout.tsx'
import styles from './auth.module.css'
import { answerWithKey, type Question } from './webauthn.ts'

/** Asks a key or passkey and sends what it answers to the action of the page, as the field `credential`. */
export function KeyButton({
  ask,
  fields,
  icon,
  variant = 'secondary',
  size = 'medium',
  className,
  failed,
  children,
}: {
  /** Fetches the question, or has it already. */
  ask: () => Promise<(Question & { challengeId: string }) | null>
  /** Fields sent along, such as the intent. */
  fields: Record<string, string>
  icon?: ReactNode
  variant?: 'primary' | 'secondary'
  size?: 'medium' | 'large'
  className?: string | undefined
  /** What is said when the person stopped or nothing fitted. */
  failed: string
  children: ReactNode
}) {
  const t = useMessages()
  const submit = useSubmit()
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle')
  const press = async () => {
    setState('asking')
    const question = await ask()
    const credential = question && (await answerWithKey(question))
    if (!question || !credential) return setState('failed')
    setState('idle')
    await submit({ ...fields, challengeId: question.challengeId, credential }, { method: 'post' })
  }
  return (
    <Stack gap="tight" className={styles.needsScript}>
      <Button
        variant={variant}
        size={size}
        icon={icon}
        className={className ?? ''}
        loading={state === 'asking'}
        onClick={() => void press()}
      >
        {children}
      </Button>
      <div aria-live="polite">
        {state === 'failed' ? (
          <Callout tone="warning">
            <p>{failed || t('door.key_failed')}</p>
          </Callout>
        ) : null}
      </div>
    </Stack>
  )
}
