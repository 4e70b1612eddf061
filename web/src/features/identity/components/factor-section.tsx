import {
  IconDeviceMobileMessage,
  IconKey,
  IconLifebuoy,
  IconPlus,
  IconShieldCheck,
} from '@tabler/icons-react'
import { Form } from 'react-router'
import { type Translate, useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { Badge } from '~/ui/badge.tsx'
import { LinkButton } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Section, Stack } from '~/ui/layout.tsx'
import { Item, ItemList, RenameForm, RenameLink } from './item-list.tsx'
import { UsedWhen } from './used-when.tsx'

export type Factor = {
  id: string
  type: 'totp' | 'phone' | 'webauthn'
  isVerified: boolean
  name: string | null
  phone: string | null
  lastUsedAt: string | null
  createdAt: string
}

export type Factors = {
  items: Factor[]
  recoveryCodesLeft: number
  kinds: string[]
  most: number
  isRequired: boolean
}

const icons = { totp: IconShieldCheck, webauthn: IconKey, phone: IconDeviceMobileMessage }

/** So few that it is time for new ones. */
const few = 3

function kindOf(t: Translate, type: Factor['type']): string {
  switch (type) {
    case 'totp':
      return t('door.set_up_totp')
    case 'webauthn':
      return t('door.set_up_key')
    case 'phone':
      return t('door.set_up_phone')
  }
}

/** Second factors, and the codes for the day one is lost. */
export function FactorSection({
  factors,
  renaming,
  problem,
}: {
  factors: Factors
  /** The one whose name is being changed. */
  renaming: string | null
  problem: Problem | null
}) {
  const t = useMessages()
  const { items, kinds, most, isRequired, recoveryCodesLeft } = factors
  // What was begun and never proven counts for nothing and makes way for the next try.
  const proven = items.filter((factor) => factor.isVerified)
  const mayAdd = kinds.length > 0 && proven.length < most
  if (proven.length === 0 && !mayAdd) return null
  const add = mayAdd ? (
    <LinkButton
      to="/account/security/add-factor"
      icon={<IconPlus size={18} stroke={1.75} aria-hidden="true" />}
    >
      {t('account.add_factor')}
    </LinkButton>
  ) : null
  return (
    <Section
      title={t('account.factors')}
      description={t(isRequired ? 'account.factors_text_required' : 'account.factors_text')}
      actions={proven.length > 0 ? add : null}
    >
      <Stack>
        <FormErrors problem={problem} />
        {proven.length === 0 ? (
          <ItemList label={t('account.factors')}>
            <Item
              icon={IconShieldCheck}
              name={t('account.no_factors')}
              facts={t('account.no_factors_text')}
              actions={add}
            />
          </ItemList>
        ) : (
          <ItemList label={t('account.factors')}>
            {proven.map((factor) => (
              <FactorItem
                key={factor.id}
                factor={factor}
                isLast={proven.length === 1}
                isRenamed={renaming === factor.id}
                problem={problem}
              />
            ))}
            <Item
              icon={IconLifebuoy}
              name={t('account.recovery_codes')}
              facts={t('account.recovery_codes_left', { count: recoveryCodesLeft })}
              actions={
                <LinkButton to="/account/security/recovery-codes" size="small">
                  {t('account.new_recovery_codes')}
                </LinkButton>
              }
              below={
                recoveryCodesLeft < few ? (
                  <Callout tone="warning">
                    <p>{t('account.few_recovery_codes')}</p>
                  </Callout>
                ) : null
              }
            />
          </ItemList>
        )}
      </Stack>
    </Section>
  )
}

function FactorItem({
  factor,
  isLast,
  isRenamed,
  problem,
}: {
  factor: Factor
  isLast: boolean
  isRenamed: boolean
  problem: Problem | null
}) {
  const t = useMessages()
  const kind = kindOf(t, factor.type)
  const name = factor.name ?? kind
  return (
    <Item
      icon={icons[factor.type]}
      name={
        <>
          {name}
          {factor.name ? <Badge>{kind}</Badge> : null}
        </>
      }
      facts={
        <>
          {factor.phone ? `${factor.phone} · ` : null}
          <UsedWhen {...factor} />
        </>
      }
      actions={
        isRenamed ? null : (
          <>
            <RenameLink id={factor.id} name={name} />
            <Form method="post" preventScrollReset>
              <input type="hidden" name="id" value={factor.id} />
              <ConfirmButton
                size="small"
                name="intent"
                value="remove_factor"
                aria-label={t('account.remove_it', { name })}
                title={t('account.remove_title', { name })}
                message={t(isLast ? 'account.remove_last_factor_text' : 'account.remove_factor_text')}
                confirmLabel={t('account.remove_factor')}
              >
                {t('account.remove')}
              </ConfirmButton>
            </Form>
          </>
        )
      }
      below={
        isRenamed ? (
          <RenameForm
            id={factor.id}
            name={factor.name ?? ''}
            intent="rename_factor"
            error={fieldErrors(problem).name}
          />
        ) : null
      }
    />
  )
}
