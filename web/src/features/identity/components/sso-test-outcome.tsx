import { type Translate, useMessages } from '~/lib/messages/index.ts'
import { Callout } from '~/ui/callout.tsx'
import { Card, Section, Stack } from '~/ui/layout.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import styles from './security.module.css'
import type { SsoTest } from './security-answers.ts'

/** Claims of an id token that say nothing about the person (OpenID Connect Core 2). */
const aboutTheAnswer = new Set(['aud', 'azp', 'exp', 'iat', 'nbf', 'nonce', 'at_hash', 'c_hash', 'auth_time'])

/** What came of the last test: what would have happened, and everything that arrived. */
export function SsoTestOutcome({ test }: { test: SsoTest }) {
  const t = useMessages()
  const worked = test.outcome !== 'refused'
  const attributes = test.attributes.filter(({ name }) => !aboutTheAnswer.has(name))
  const facts = [
    { label: t('access.attribute_email'), value: test.email },
    { label: t('access.attribute_name'), value: test.name },
    { label: t('access.attribute_groups'), value: test.groups.join(', ') || null },
  ].filter(({ value }) => value !== null)
  return (
    <Section id="test" title={t('access.last_test')} description={<Time at={test.at} as="dateTime" />}>
      <Stack>
        <Callout
          tone={worked ? 'success' : 'danger'}
          title={t(worked ? 'access.test_worked' : 'access.test_failed')}
        >
          <p>{outcomeWords(t, test)}</p>
        </Callout>
        {facts.length > 0 ? (
          <Card>
            <dl className={styles.facts}>
              {facts.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </Card>
        ) : null}
        {attributes.length > 0 ? (
          <details className={styles.more}>
            <summary>{t('access.test_attributes')}</summary>
            <Table
              caption={t('access.test_attributes')}
              rows={attributes}
              rowKey={(row) => row.name}
              columns={[
                {
                  key: 'name',
                  header: t('access.attribute'),
                  primary: true,
                  cell: (row) => <code className={styles.mono}>{row.name}</code>,
                },
                {
                  key: 'values',
                  header: t('access.test_values'),
                  cell: (row) => <span className={styles.mono}>{row.values.join(', ')}</span>,
                },
              ]}
            />
          </details>
        ) : null}
      </Stack>
    </Section>
  )
}

const reasons = [
  'algorithm',
  'audience',
  'destination',
  'encrypted',
  'expired',
  'not_yet_valid',
  'recipient',
  'signature',
  'status',
  'unsigned',
] as const

/** The outcome in words; a refusal says what to do at the other side. */
function outcomeWords(t: Translate, { outcome, code, reason }: SsoTest): string {
  if (outcome !== 'refused') return t(`access.test_${outcome}`)
  const known = reasons.find((one) => one === reason)
  switch (code) {
    case 'identity.sso_without_email':
      return t('access.test_refused_email')
    case 'identity.sso_foreign_email':
      return t('access.test_refused_domain')
    case 'identity.sso_disabled':
      return t('access.test_refused_disabled')
    case 'identity.provider_denied':
      return t('access.test_refused_other', { reason: reason ?? code })
    case 'identity.provider_failed':
    case 'outgoing_failed':
    case 'outgoing_refused':
      return t('access.test_refused_provider', { reason: reason ?? code })
    case 'identity.sso_response_refused':
      if (known) return t(`access.test_refused_${known}`)
      if (reason === 'issuer' || reason === 'in_response_to') return t('access.test_refused_request')
      break
  }
  return `${t('access.test_refused')} ${reason ?? code ?? ''}`.trim()
}
