import { Form, useNavigation } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import { Time } from '~/ui/text.tsx'
import { CopyFacts } from './copy-facts.tsx'
import { Guarded } from './guarded.tsx'
import styles from './security.module.css'
import type { SsoDomain } from './security-answers.ts'

/** The mail domains of a sign-on and how they are proven. Sends `intent` claim, prove or drop. */
export function SsoDomains({
  domains,
  open,
  problem,
  about,
}: {
  domains: SsoDomain[]
  open: boolean
  problem: Problem | null
  /** The domain the problem is about; null when it is about adding one. */
  about: string | null
}) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const isSending = state !== 'idle' && formData?.get('intent') === 'claim'
  const claimed = about === null ? problem : null
  return (
    <Section title={t('access.domains')} description={t('access.domains_text')} id="domains">
      <Card>
        {domains.length === 0 ? <p className={styles.quiet}>{t('access.domains_none')}</p> : null}
        {domains.map((domain) => (
          <Domain
            key={domain.id}
            domain={domain}
            open={open}
            problem={about === domain.id ? problem : null}
          />
        ))}
        <div className={styles.domain}>
          <Form method="post" preventScrollReset>
            <Guarded open={open}>
              <Stack>
                {claimed && !fieldErrors(claimed).domain ? <FormErrors problem={claimed} /> : null}
                <input type="hidden" name="intent" value="claim" />
                <div className={styles.inline}>
                  <TextInput
                    label={t('access.domain')}
                    name="domain"
                    required
                    maxLength={254}
                    autoComplete="off"
                    autoCapitalize="none"
                    spellCheck={false}
                    placeholder="example.com"
                    error={fieldErrors(claimed).domain}
                  />
                  <Button type="submit" loading={isSending}>
                    {t('access.domain_add')}
                  </Button>
                </div>
              </Stack>
            </Guarded>
          </Form>
        </div>
      </Card>
    </Section>
  )
}

function Domain({ domain, open, problem }: { domain: SsoDomain; open: boolean; problem: Problem | null }) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const isSending = state !== 'idle' && formData?.get('domain') === domain.id
  const { record } = domain
  const facts = (
    <CopyFacts
      facts={[
        { label: t('access.dns_name'), value: record.name },
        { label: t('access.dns_type'), value: record.type, short: true },
        { label: t('access.dns_value'), value: record.value },
      ]}
    />
  )
  return (
    <div className={styles.domain}>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="domain" value={domain.id} />
        <Stack>
          <FormErrors problem={problem} />
          <Row spread>
            <Row gap="tight">
              <h3 className={styles.domainName}>{domain.domain}</h3>
              <Badge tone={domain.isProven ? 'success' : 'warning'} dot>
                {t(domain.isProven ? 'access.domain_proven' : 'access.domain_waiting')}
              </Badge>
            </Row>
            <Guarded open={open}>
              <ConfirmButton
                size="small"
                variant="quiet"
                name="intent"
                value="drop"
                title={t('access.domain_remove_title', { domain: domain.domain })}
                message={t('access.domain_remove_text')}
                confirmLabel={t('access.domain_remove')}
              >
                {t('access.domain_remove')}
              </ConfirmButton>
            </Guarded>
          </Row>
          {domain.missingSince ? (
            <Callout tone="warning">
              <p>
                {t.rich('access.domain_missing', { when: <Time key="since" at={domain.missingSince} /> })}
              </p>
            </Callout>
          ) : null}
          {domain.provenBy === 'operator' ? (
            <p className={styles.quiet}>{t('access.domain_proven_by_operator')}</p>
          ) : domain.isProven && !domain.missingSince ? (
            <details className={styles.more}>
              <summary>{t('access.domain_record')}</summary>
              {facts}
            </details>
          ) : (
            <>
              <p>{t('access.domain_how', { domain: domain.domain })}</p>
              {facts}
              <Guarded open={open}>
                <Button type="submit" name="intent" value="prove" loading={isSending}>
                  {t('access.check_again')}
                </Button>
              </Guarded>
            </>
          )}
        </Stack>
      </Form>
    </div>
  )
}
