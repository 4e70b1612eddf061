import { Form, useNavigation } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { Select } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Section, Stack } from '~/ui/layout.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { Guarded } from './guarded.tsx'
import { SecretOnce } from './secret-once.tsx'
import styles from './security.module.css'
import type { Directory } from './security-answers.ts'

const lifetimes = [90, 365, 730]

/** What the directory proves itself with. Sends `intent` token (with `days`) or revoke (with `prefix`). */
export function DirectoryTokens({
  tokens,
  shown,
  open,
  problem,
}: {
  tokens: Directory['tokens']
  /** A token that was just made. */
  shown: string | null
  open: boolean
  problem: Problem | null
}) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const sent = state === 'idle' ? null : formData?.get('intent')
  return (
    <Section title={t('access.directory_tokens')} description={t('access.directory_tokens_text')} id="tokens">
      <Stack>
        <FormErrors problem={problem} />
        {shown ? <SecretOnce label={t('access.directory_token_made')} secret={shown} /> : null}
        {tokens.length === 0 ? (
          <p className={styles.quiet}>{t('access.directory_tokens_none')}</p>
        ) : (
          <Table
            caption={t('access.directory_tokens')}
            rows={tokens}
            rowKey={(row) => row.prefix}
            columns={[
              {
                key: 'token',
                header: t('access.directory_token'),
                primary: true,
                cell: (row) => <code className={styles.mono}>scim_{row.prefix}_…</code>,
              },
              {
                key: 'added',
                header: t('access.added'),
                deskOnly: true,
                cell: (row) => <Time at={row.createdAt} />,
              },
              {
                key: 'used',
                header: t('access.last_used'),
                cell: (row) =>
                  row.lastUsedAt ? <Time at={row.lastUsedAt} as="relative" /> : t('access.never'),
              },
              {
                key: 'ends',
                header: t('access.expires'),
                cell: (row) => (row.expiresAt ? <Time at={row.expiresAt} /> : t('access.never')),
              },
              {
                key: 'do',
                header: t('people.actions'),
                actions: true,
                cell: (row) => (
                  <Form method="post" preventScrollReset>
                    <Guarded open={open}>
                      <input type="hidden" name="prefix" value={row.prefix} />
                      <ConfirmButton
                        size="small"
                        variant="quiet"
                        name="intent"
                        value="revoke"
                        title={t('access.directory_token_revoke_title', { prefix: row.prefix })}
                        message={t('access.directory_token_revoke_text')}
                        confirmLabel={t('access.directory_token_revoke')}
                      >
                        {t('access.directory_token_revoke')}
                      </ConfirmButton>
                    </Guarded>
                  </Form>
                ),
              },
            ]}
          />
        )}
        <Card>
          <Form method="post" preventScrollReset>
            <Guarded open={open}>
              <div className={styles.inline}>
                <Select
                  label={t('access.directory_token_expires')}
                  name="days"
                  defaultValue="365"
                  options={[
                    ...lifetimes.map((days) => ({
                      value: String(days),
                      label: t('access.expires_days', { days }),
                    })),
                    { value: '', label: t('access.expires_never') },
                  ]}
                />
                <Button type="submit" name="intent" value="token" loading={sent === 'token'}>
                  {t('access.directory_token_make')}
                </Button>
              </div>
            </Guarded>
          </Form>
        </Card>
      </Stack>
    </Section>
  )
}
