import { Form } from 'react-router'
import { useFormat } from '~/lib/format.ts'
import { type Translate, useMessages } from '~/lib/messages/index.ts'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { Section } from '~/ui/layout.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { moduleName } from './module-name.ts'
import styles from './people.module.css'

type Token = {
  id: string
  name: string
  prefix: string
  scopes: string[]
  expiresAt: string | null
  lastUsedAt: string | null
}

/** Programs that act for a person here, and ending them. */
export function PersonTokens({ tokens, open }: { tokens: Token[]; open: boolean }) {
  const t = useMessages()
  const format = useFormat()
  return (
    <Section title={t('persons.tokens')} description={t('persons.tokens_text')}>
      {tokens.length === 0 ? (
        <p className={styles.quiet}>{t('persons.no_tokens')}</p>
      ) : (
        <Table
          caption={t('persons.tokens')}
          rows={tokens}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              header: t('persons.token'),
              primary: true,
              cell: (row) => (
                <>
                  {row.name} <code className={styles.quiet}>stoa_{row.prefix}…</code>
                </>
              ),
            },
            {
              key: 'scopes',
              header: t('persons.token_scopes'),
              cell: (row) => format.list(partsOf(t, row.scopes)),
            },
            {
              key: 'used',
              header: t('persons.token_used'),
              cell: (row) =>
                row.lastUsedAt ? <Time at={row.lastUsedAt} as="relative" /> : t('people.never_seen'),
            },
            {
              key: 'until',
              header: t('persons.expires'),
              cell: (row) => (row.expiresAt ? <Time at={row.expiresAt} /> : t('persons.until_revoked')),
            },
            {
              key: 'end',
              header: t('persons.revoke_token'),
              actions: true,
              cell: (row) => (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="id" value={row.id} />
                  <ConfirmButton
                    size="small"
                    name="intent"
                    value="revoke_token"
                    disabled={!open}
                    title={t('persons.revoke_token_title', { name: row.name })}
                    message={t('persons.revoke_token_text')}
                    confirmLabel={t('persons.revoke_token')}
                  >
                    {t('persons.revoke_token')}
                  </ConfirmButton>
                </Form>
              ),
            },
          ]}
        />
      )}
    </Section>
  )
}

/** Parts of Stoa a token reaches: changing includes reading. */
function partsOf(t: Translate, scopes: string[]): string[] {
  return scopes
    .map((scope) => scope.split(':') as [string, string])
    .filter(([module, access]) => access === 'write' || !scopes.includes(`${module}:write`))
    .map(([module, access]) => {
      const part = moduleName(t, module)
      return access === 'write' ? part : t('persons.scope_read', { module: part })
    })
}
