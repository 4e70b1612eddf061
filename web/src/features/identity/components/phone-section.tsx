import { IconDeviceMobile, IconPlus } from '@tabler/icons-react'
import { Form, Link } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button, LinkButton } from '~/ui/button.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import { CatcherHint } from './catcher-hint.tsx'
import { CodeInput } from './code-input.tsx'
import { Item, ItemList } from './item-list.tsx'

/** The number one signs in with: none yet, the one there is, or a new one on its way. */
export function PhoneSection({
  phone: { phone, isProven },
  changing,
  codeSentTo,
  typed,
  problem,
}: {
  phone: { phone: string | null; isProven: boolean }
  changing: boolean
  /** The new number, once a code went to it. */
  codeSentTo: string | null
  typed: string
  problem: Problem | null
}) {
  const t = useMessages()
  return (
    <Section title={t('account.phone_number')} description={t('account.phone_text')}>
      <Stack>
        <FormErrors problem={problem} />
        {phone ? (
          <ItemList label={t('account.phone_number')}>
            <Item
              icon={IconDeviceMobile}
              name={
                <>
                  {phone}
                  {isProven ? (
                    <Badge tone="success">{t('account.proven')}</Badge>
                  ) : (
                    <Badge tone="warning">{t('account.waiting')}</Badge>
                  )}
                </>
              }
              actions={
                <>
                  {changing ? null : (
                    <LinkButton to="?phone" size="small" preventScrollReset>
                      {t('account.change_phone')}
                    </LinkButton>
                  )}
                  <Form method="post" preventScrollReset>
                    <ConfirmButton
                      size="small"
                      name="intent"
                      value="remove_phone"
                      title={t('account.remove_title', { name: phone })}
                      message={t('account.remove_phone_text')}
                      confirmLabel={t('account.remove_phone')}
                    >
                      {t('account.remove')}
                    </ConfirmButton>
                  </Form>
                </>
              }
            />
          </ItemList>
        ) : null}
        {changing ? (
          <Card>
            {codeSentTo ? (
              <EnterCode phone={codeSentTo} />
            ) : (
              <EnterNumber typed={typed} error={fieldErrors(problem).phone} />
            )}
          </Card>
        ) : null}
        {phone || changing ? null : (
          <ItemList label={t('account.phone_number')}>
            <Item
              icon={IconDeviceMobile}
              name={t('account.no_phone')}
              actions={
                <LinkButton
                  to="?phone"
                  preventScrollReset
                  icon={<IconPlus size={18} stroke={1.75} aria-hidden="true" />}
                >
                  {t('account.add_phone')}
                </LinkButton>
              }
            />
          </ItemList>
        )}
      </Stack>
    </Section>
  )
}

function EnterNumber({ typed, error }: { typed: string; error: string | undefined }) {
  const t = useMessages()
  return (
    <Form method="post" preventScrollReset>
      <Stack>
        <TextInput
          label={t('door.phone')}
          name="phone"
          type="tel"
          autoComplete="tel"
          required
          autoFocus
          maxLength={40}
          defaultValue={typed}
          help={t('door.phone_help')}
          error={error}
        />
        <Row>
          <Button type="submit" variant="primary" name="intent" value="send_code">
            {t('door.phone_code')}
          </Button>
          <Link to="?" preventScrollReset>
            {t('ui.cancel')}
          </Link>
        </Row>
      </Stack>
    </Form>
  )
}

function EnterCode({ phone }: { phone: string }) {
  const t = useMessages()
  return (
    <Form method="post" preventScrollReset>
      <Stack>
        <p>{t('door.code_lead_phone', { to: phone })}</p>
        <CatcherHint texts />
        <input type="hidden" name="phone" value={phone} />
        <CodeInput label={t('door.code')} />
        <Row>
          <Button type="submit" variant="primary" name="intent" value="prove_phone">
            {t('account.prove_phone')}
          </Button>
          <Link to="?" preventScrollReset>
            {t('ui.cancel')}
          </Link>
        </Row>
      </Stack>
    </Form>
  )
}
