import { IconDeviceMobileMessage, IconFingerprint, IconKey, IconShieldLock } from '@tabler/icons-react'
import { Form } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { Section } from '~/ui/layout.tsx'
import { Item, ItemList } from './item-list.tsx'
import styles from './people.module.css'
import type { PersonDetail } from './person-detail.ts'

const icons = {
  totp: IconShieldLock,
  phone: IconDeviceMobileMessage,
  webauthn: IconKey,
  passkey: IconFingerprint,
}
type Kind = keyof typeof icons
const isKind = (text: string): text is Kind => text in icons

/** By which kinds of factors a person proves who they are, and taking them away from somebody who lost them. */
export function PersonFactors({ person, open }: { person: PersonDetail; open: boolean }) {
  const t = useMessages()
  const { name, factors, can } = person
  return (
    <Section
      title={t('persons.factors')}
      description={t('persons.factors_text')}
      actions={
        can.resetFactors ? (
          <Form method="post" preventScrollReset>
            <ConfirmButton
              variant="danger"
              name="intent"
              value="reset_factors"
              disabled={!open}
              title={t('persons.reset_factors_title', { name })}
              message={t('persons.reset_factors_text', { name })}
              confirmLabel={t('persons.reset_factors')}
            >
              {t('persons.reset_factors')}
            </ConfirmButton>
          </Form>
        ) : null
      }
    >
      {factors.length === 0 ? (
        <p className={styles.quiet}>{t('persons.no_factors')}</p>
      ) : (
        <ItemList label={t('persons.factors')}>
          {factors.filter(isKind).map((kind) => (
            <Item key={kind} icon={icons[kind]} name={t(`persons.factor_${kind}`)} />
          ))}
        </ItemList>
      )}
    </Section>
  )
}
