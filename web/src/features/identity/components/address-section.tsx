import { IconMail, IconPlus } from '@tabler/icons-react'
import { Form, Link, useNavigation } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button, LinkButton } from '~/ui/button.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import { Time } from '~/ui/text.tsx'
import { CatcherHint } from './catcher-hint.tsx'
import { CodeInput } from './code-input.tsx'
import { Item, ItemList } from './item-list.tsx'

export type EmailAddress = {
  id: string
  email: string
  isPrimary: boolean
  isVerified: boolean
  addedAt: string
}

/** One's addresses: which mails go to, which are proven, and a further one. */
export function AddressSection({
  addresses,
  adding,
  proving,
  typed,
  problem,
}: {
  addresses: EmailAddress[]
  adding: boolean
  /** The address whose code is being entered. */
  proving: string | null
  /** What was typed when it was refused. */
  typed: string
  problem: Problem | null
}) {
  const t = useMessages()
  const { state } = useNavigation()
  return (
    <Section
      title={t('account.email_addresses')}
      description={t('account.email_addresses_text')}
      actions={
        adding ? null : (
          <LinkButton
            to="?add"
            preventScrollReset
            icon={<IconPlus size={18} stroke={1.75} aria-hidden="true" />}
          >
            {t('account.add_address')}
          </LinkButton>
        )
      }
    >
      <Stack>
        <FormErrors problem={problem} />
        {adding ? (
          <Card>
            <Form method="post">
              <Stack>
                <TextInput
                  label={t('account.new_address')}
                  name="email"
                  type="email"
                  autoComplete="email"
                  required
                  autoFocus
                  maxLength={254}
                  defaultValue={typed}
                  help={t('account.new_address_help')}
                  error={fieldErrors(problem).email}
                />
                <Row>
                  <Button
                    type="submit"
                    variant="primary"
                    name="intent"
                    value="add"
                    loading={state === 'submitting'}
                  >
                    {t('account.add_address')}
                  </Button>
                  <Link to="?" preventScrollReset>
                    {t('ui.cancel')}
                  </Link>
                </Row>
              </Stack>
            </Form>
          </Card>
        ) : null}
        <ItemList label={t('account.email_addresses')}>
          {addresses.map((address) => (
            <AddressItem key={address.id} address={address} isProving={proving === address.id} />
          ))}
        </ItemList>
      </Stack>
    </Section>
  )
}

function AddressItem({ address, isProving }: { address: EmailAddress; isProving: boolean }) {
  const t = useMessages()
  const { id, email, isPrimary, isVerified } = address
  return (
    <Item
      icon={IconMail}
      name={
        <>
          {email}
          {isPrimary ? <Badge tone="accent">{t('account.primary')}</Badge> : null}
          {isVerified ? (
            <Badge tone="success">{t('account.proven')}</Badge>
          ) : (
            <Badge tone="warning">{t('account.waiting')}</Badge>
          )}
        </>
      }
      facts={t.rich('account.added_when', { when: <Time key="when" at={address.addedAt} /> })}
      actions={
        isPrimary ? null : (
          <>
            {isVerified || isProving ? null : (
              <LinkButton to={`?prove=${id}`} size="small" preventScrollReset>
                {t('account.enter_code')}
              </LinkButton>
            )}
            <Form method="post" preventScrollReset>
              <Row gap="tight">
                <input type="hidden" name="id" value={id} />
                {isVerified ? (
                  <Button
                    type="submit"
                    size="small"
                    name="intent"
                    value="make_primary"
                    aria-label={t('account.make_primary_it', { email })}
                  >
                    {t('account.make_primary')}
                  </Button>
                ) : null}
                <ConfirmButton
                  size="small"
                  name="intent"
                  value="remove"
                  aria-label={t('account.remove_it', { name: email })}
                  title={t('account.remove_title', { name: email })}
                  message={t(isVerified ? 'account.remove_address_text' : 'account.remove_waiting_text')}
                  confirmLabel={t('account.remove_address')}
                >
                  {t('account.remove')}
                </ConfirmButton>
              </Row>
            </Form>
          </>
        )
      }
      below={isProving && !isVerified ? <ProveAddress email={email} /> : null}
    />
  )
}

function ProveAddress({ email }: { email: string }) {
  const t = useMessages()
  return (
    <Stack>
      <p>{t('account.code_mailed', { email })}</p>
      <CatcherHint />
      <Form method="post" preventScrollReset>
        <Stack>
          <input type="hidden" name="email" value={email} />
          <CodeInput label={t('door.code')} />
          <Row>
            <Button type="submit" variant="primary" name="intent" value="prove">
              {t('account.prove_address')}
            </Button>
          </Row>
        </Stack>
      </Form>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="email" value={email} />
        <Button type="submit" variant="quiet" name="intent" value="send_again">
          {t('identity.send_again')}
        </Button>
      </Form>
    </Stack>
  )
}
