import { Form, useNavigation } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import styles from './auth.module.css'
import { DoorButton } from './auth-parts.tsx'
import { CatcherHint } from './catcher-hint.tsx'
import { CodeInput } from './code-input.tsx'
import { KeyButton } from './key-button.tsx'
import { NextField, useNext } from './next-field.tsx'

/** A second factor that can be asked. */
export type UsableFactor = {
  id: string
  type: 'totp' | 'phone' | 'webauthn' | 'email'
  name: string | null
  phoneEnding: string | null
}

/** A factor that was asked: a code is on its way, or the key knows its question. */
export type Challenge = {
  id: string
  key: { type: 'create' | 'request'; options: object } | null
}

/**
 * What it takes to answer one second factor. The form sends `intent` (`verify`, or `challenge` to have a code
 * sent), `factor`, `challengeId`, and `code` or `credential`.
 */
export function FactorAnswer({
  factor,
  challenge,
  problem,
}: {
  factor: UsableFactor
  challenge: Challenge | null
  problem: Problem | null
}) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const next = useNext()
  const sent = state === 'idle' ? null : formData?.get('intent')
  const hidden = (
    <>
      <NextField />
      <input type="hidden" name="factor" value={factor.id} />
      {challenge ? <input type="hidden" name="challengeId" value={challenge.id} /> : null}
    </>
  )
  if (factor.type === 'webauthn')
    return (
      <Stack>
        <FormErrors problem={problem} />
        <p>{t('door.key_lead')}</p>
        {challenge?.key ? (
          <KeyButton
            ask={async () => challenge.key && { ...challenge.key, challengeId: challenge.id }}
            fields={{ intent: 'verify', factor: factor.id, ...(next ? { next } : {}) }}
            variant="primary"
            size="large"
            className={styles.wide}
            failed={t('door.key_failed')}
          >
            {t('door.key_button')}
          </KeyButton>
        ) : null}
      </Stack>
    )
  if (factor.type !== 'totp' && !challenge)
    return (
      <Form method="post">
        <Stack>
          <FormErrors problem={problem} />
          {hidden}
          <p>{t('door.phone_code_to', { ending: factor.phoneEnding ?? '' })}</p>
          <input type="hidden" name="intent" value="challenge" />
          <DoorButton loading={sent === 'challenge'}>{t('door.phone_code')}</DoorButton>
        </Stack>
      </Form>
    )
  return (
    <Stack>
      <FormErrors problem={problem} />
      {factor.type === 'totp' ? null : (
        <>
          <p>{t('door.phone_sent', { ending: factor.phoneEnding ?? '' })}</p>
          <CatcherHint texts />
        </>
      )}
      <Form method="post" reloadDocument>
        <Stack>
          {hidden}
          <input type="hidden" name="intent" value="verify" />
          <CodeInput label={factor.type === 'totp' ? t('door.app_code') : t('door.code')} digits={6} />
          <DoorButton loading={sent === 'verify'}>{t('door.verify')}</DoorButton>
        </Stack>
      </Form>
      {factor.type === 'totp' ? null : (
        <Form method="post">
          <NextField />
          <input type="hidden" name="factor" value={factor.id} />
          <Button
            type="submit"
            variant="quiet"
            name="intent"
            value="challenge"
            loading={sent === 'challenge'}
          >
            {t('door.resend')}
          </Button>
        </Form>
      )}
    </Stack>
  )
}
