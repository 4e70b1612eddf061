import { Form } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { LinkButton } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Row, Section, Stack } from '~/ui/layout.tsx'
import { Item, ItemList } from './item-list.tsx'
import { providerIcon } from './provider-links.tsx'
import { UsedWhen } from './used-when.tsx'

export type ConnectedAccount = {
  id: string
  provider: string
  providerName: string
  email: string | null
  name: string | null
  lastSignInAt: string | null
  createdAt: string
  can: { unlink: boolean }
}

/** Accounts elsewhere one signs in with. */
export function ConnectedSection({
  accounts,
  providers,
  connected,
  problem,
}: {
  accounts: ConnectedAccount[]
  /** Providers an account can be connected at. */
  providers: { key: string; name: string }[]
  /** The provider one has just come back from. */
  connected: string | null
  problem: Problem | null
}) {
  const t = useMessages()
  const open = providers.filter(({ key }) => !accounts.some(({ provider }) => provider === key))
  const fresh = accounts.find(({ provider }) => provider === connected)
  if (accounts.length === 0 && open.length === 0) return null
  return (
    <Section title={t('account.connected')} description={t('account.connected_text')}>
      <Stack>
        <FormErrors problem={problem} />
        {fresh ? (
          <Callout tone="success">
            <p>{t('account.connected_now', { name: fresh.providerName })}</p>
          </Callout>
        ) : null}
        {accounts.length > 0 ? (
          <ItemList label={t('account.connected')}>
            {accounts.map((account) => (
              <Item
                key={account.id}
                icon={providerIcon(account.provider)}
                name={account.providerName}
                facts={
                  <>
                    {account.email ?? account.name}
                    {account.email || account.name ? ' · ' : null}
                    <UsedWhen createdAt={account.createdAt} lastUsedAt={account.lastSignInAt} />
                  </>
                }
                actions={
                  account.can.unlink ? (
                    <Form method="post" preventScrollReset>
                      <input type="hidden" name="id" value={account.id} />
                      <ConfirmButton
                        size="small"
                        name="intent"
                        value="disconnect"
                        aria-label={t('account.disconnect_it', { name: account.providerName })}
                        title={t('account.disconnect_title', { name: account.providerName })}
                        message={t('account.disconnect_text', { name: account.providerName })}
                        confirmLabel={t('account.disconnect')}
                      >
                        {t('account.disconnect')}
                      </ConfirmButton>
                    </Form>
                  ) : null
                }
                below={account.can.unlink ? null : t('account.only_way_in')}
              />
            ))}
          </ItemList>
        ) : null}
        {open.length > 0 ? (
          <Row>
            {open.map(({ key, name }) => {
              const Icon = providerIcon(key)
              return (
                <LinkButton
                  key={key}
                  to={`/account/connect/${encodeURIComponent(key)}`}
                  reloadDocument
                  icon={<Icon size={18} stroke={1.75} aria-hidden="true" />}
                >
                  {t('account.connect', { name })}
                </LinkButton>
              )
            })}
          </Row>
        ) : null}
      </Stack>
    </Section>
  )
}
