import { IconFingerprint, IconPlus } from '@tabler/icons-react'
import { Form } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { Badge } from '~/ui/badge.tsx'
import { LinkButton } from '~/ui/button.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Section, Stack } from '~/ui/layout.tsx'
import { Item, ItemList, RenameForm, RenameLink } from './item-list.tsx'
import { UsedWhen } from './used-when.tsx'

export type Passkey = {
  id: string
  name: string | null
  isSynced: boolean
  lastUsedAt: string | null
  createdAt: string
}

/** Passkeys: signing in without a password. */
export function PasskeySection({
  passkeys,
  most,
  renaming,
  problem,
}: {
  passkeys: Passkey[]
  /** How many one may have; 0 when none can be added. */
  most: number
  /** The one whose name is being changed. */
  renaming: string | null
  problem: Problem | null
}) {
  const t = useMessages()
  if (passkeys.length === 0 && most === 0) return null
  const add =
    passkeys.length < most ? (
      <LinkButton
        to="/account/security/add-passkey"
        icon={<IconPlus size={18} stroke={1.75} aria-hidden="true" />}
      >
        {t('account.add_passkey')}
      </LinkButton>
    ) : null
  return (
    <Section
      title={t('account.passkeys')}
      description={t('account.passkeys_text')}
      actions={passkeys.length > 0 ? add : null}
    >
      <Stack>
        <FormErrors problem={problem} />
        {passkeys.length === 0 ? (
          <ItemList label={t('account.passkeys')}>
            <Item
              icon={IconFingerprint}
              name={t('account.no_passkeys')}
              facts={t('account.no_passkeys_text')}
              actions={add}
            />
          </ItemList>
        ) : (
          <ItemList label={t('account.passkeys')}>
            {passkeys.map((passkey) => {
              const name = passkey.name ?? t('account.passkey')
              return (
                <Item
                  key={passkey.id}
                  icon={IconFingerprint}
                  name={
                    <>
                      {name}
                      {passkey.isSynced ? <Badge>{t('account.synced')}</Badge> : null}
                    </>
                  }
                  facts={<UsedWhen {...passkey} />}
                  actions={
                    renaming === passkey.id ? null : (
                      <>
                        <RenameLink id={passkey.id} name={name} />
                        <Form method="post" preventScrollReset>
                          <input type="hidden" name="id" value={passkey.id} />
                          <ConfirmButton
                            size="small"
                            name="intent"
                            value="remove_passkey"
                            aria-label={t('account.remove_it', { name })}
                            title={t('account.remove_title', { name })}
                            message={t('account.remove_passkey_text')}
                            confirmLabel={t('account.remove_passkey')}
                          >
                            {t('account.remove')}
                          </ConfirmButton>
                        </Form>
                      </>
                    )
                  }
                  below={
                    renaming === passkey.id ? (
                      <RenameForm
                        id={passkey.id}
                        name={passkey.name ?? ''}
                        intent="rename_passkey"
                        error={fieldErrors(problem).name}
                      />
                    ) : null
                  }
                />
              )
            })}
          </ItemList>
        )}
      </Stack>
    </Section>
  )
}
