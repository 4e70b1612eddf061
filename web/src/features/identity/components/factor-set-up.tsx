import { IconDeviceMobileMessage, IconKey, IconShieldCheck } from '@tabler/icons-react'
import { Form, useNavigation } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import styles from './auth.module.css'
import { DoorButton } from './auth-parts.tsx'
import { CatcherHint } from './catcher-hint.tsx'
import { CodeInput } from './code-input.tsx'
import type { Challenge } from './factor-answer.tsx'
import { KeyButton } from './key-button.tsx'
import { NextField, useNext } from './next-field.tsx'

export type FactorKind = 'totp' | 'phone' | 'webauthn' | 'email'

/** A factor that was begun and waits for its first proof. */
export type Begun = {
  factorId: string
  type: FactorKind
  totp: { secret: string; uri: string; qrCode: string } | null
  challenge: Challenge | null
}

const icons = {
  totp: IconShieldCheck,
  webauthn: IconKey,
  phone: IconDeviceMobileMessage,
  email: IconDeviceMobileMessage,
}

/** The kinds to choose from, the strongest first. Sends `intent=begin` and `type`, for a phone its number. */
export function ChooseFactorKind({ kinds, problem }: { kinds: FactorKind[]; problem: Problem | null }) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const sent = state === 'idle' ? null : formData?.get('type')
  const words = {
    totp: [t('door.set_up_totp'), t('door.set_up_totp_text')],
    webauthn: [t('door.set_up_key'), t('door.set_up_key_text')],
    phone: [t('door.set_up_phone'), t('door.set_up_phone_text')],
    email: ['', ''],
  } as const
  const order: FactorKind[] = ['totp', 'webauthn', 'phone']
  return (
    <Stack>
      <FormErrors problem={problem} />
      {order
        .filter((kind) => kinds.includes(kind))
        .map((kind) => {
          const Icon = icons[kind]
          return (
            <Form method="post" key={kind} className={styles.choice}>
              <Stack gap="tight">
                <p className={styles.choiceName}>
                  <Icon size={20} stroke={1.75} aria-hidden="true" />
                  <strong>{words[kind][0]}</strong>
                </p>
                <p>{words[kind][1]}</p>
                <NextField />
                <input type="hidden" name="intent" value="begin" />
                <input type="hidden" name="type" value={kind} />
                {kind === 'phone' ? (
                  <TextInput
                    label={t('door.phone')}
                    name="phone"
                    type="tel"
                    autoComplete="tel"
                    required
                    help={t('door.phone_help')}
                    error={fieldErrors(problem).phone}
                  />
                ) : null}
                <DoorButton loading={sent === kind}>{t('door.set_up')}</DoorButton>
              </Stack>
            </Form>
          )
        })}
    </Stack>
  )
}

/** The first proof of a new factor. Sends `intent=verify` with `factor`, `challengeId`, and `code` or `credential`. */
export function ProveFactor({ begun, problem }: { begun: Begun; problem: Problem | null }) {
  const t = useMessages()
  const next = useNext()
  const { state } = useNavigation()
  const { challenge, totp, type, factorId } = begun
  if (type === 'webauthn')
    return (
      <Stack>
        <FormErrors problem={problem} />
        <p>{t('door.key_lead')}</p>
        <KeyButton
          ask={async () => (challenge?.key ? { ...challenge.key, challengeId: challenge.id } : null)}
          fields={{ intent: 'verify', factor: factorId, ...(next ? { next } : {}) }}
          variant="primary"
          size="large"
          className={styles.wide}
          failed={t('door.key_failed')}
        >
          {t('door.key_button')}
        </KeyButton>
      </Stack>
    )
  return (
    <Form method="post">
      <Stack>
        <FormErrors problem={problem} />
        {totp ? (
          <>
            <p>{t('door.scan_lead')}</p>
            <img
              className={styles.qr}
              alt=""
              src={`data:image/svg+xml;utf8,${encodeURIComponent(totp.qrCode)}`}
            />
            <p>
              {t('door.scan_help')} <code className={styles.secret}>{totp.secret}</code>
            </p>
          </>
        ) : (
          <CatcherHint texts />
        )}
        <NextField />
        <input type="hidden" name="intent" value="verify" />
        <input type="hidden" name="factor" value={factorId} />
        <input type="hidden" name="type" value={type} />
        {/* What was shown stays on the page when the code was wrong. */}
        <input type="hidden" name="totp" value={totp ? JSON.stringify(totp) : ''} />
        {challenge ? <input type="hidden" name="challengeId" value={challenge.id} /> : null}
        <CodeInput label={totp ? t('door.app_code') : t('door.code')} digits={6} />
        <DoorButton loading={state !== 'idle'}>{t('door.verify')}</DoorButton>
      </Stack>
    </Form>
  )
}
