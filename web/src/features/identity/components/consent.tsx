import { IconCheck } from '@tabler/icons-react'
import { Form, useNavigation } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Avatar } from '~/ui/avatar.tsx'
import { Button } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import styles from './consent.module.css'
import { scopesInWords } from './scope-words.ts'
import type { Authorization } from './security-answers.ts'

/** An app asks a person to let it in: who it is, who they are, what it will be able to do, where it leads. */
export function Consent({ asked, problem }: { asked: Authorization; problem: Problem | null }) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const sent = state === 'idle' ? null : formData?.get('answer')
  const { app, person, organization, scopes } = asked
  const name = app.name ?? t('access.app_unnamed')
  const wanted = scopes.map(({ scope }) => scope)
  const before = new Set(
    scopesInWords(
      t,
      scopes.filter(({ allowedBefore }) => allowedBefore).map(({ scope }) => scope),
    ),
  )
  return (
    <>
      {/* Pictures come from whoever the app says; only what cannot be read on the way is fetched. */}
      <div className={styles.app}>
        <Avatar
          name={name}
          src={app.logoUri?.startsWith('https:') ? app.logoUri : null}
          size="large"
          square
        />
      </div>
      <PageHeader
        title={name}
        lead={t('access.consent_lead', { app: name, organization: organization.name })}
      />
      <Stack>
        <FormErrors problem={problem} />
        <div className={styles.who}>
          <div>
            {t('access.consent_who', { name: person.name })}
            {person.email ? <span className={styles.mail}>{person.email}</span> : null}
          </div>
          <Form method="post" action="/sign-out">
            <Button type="submit" variant="quiet" size="small">
              {t('access.consent_not_you')}
            </Button>
          </Form>
        </div>
        {app.isUnknown ? (
          <Callout tone="warning" title={t('access.consent_unknown', { organization: organization.name })}>
            <p>{t('access.consent_unknown_text', { host: app.sendsTo })}</p>
          </Callout>
        ) : null}
        <div>
          <h2 className={styles.before}>{t('access.consent_will')}</h2>
          <ul className={styles.scopes}>
            {scopesInWords(t, wanted).map((words) => (
              <li key={words} className={styles.scope}>
                <IconCheck size={20} stroke={1.75} aria-hidden="true" className={styles.tick} />
                <span>
                  {words}{' '}
                  {before.has(words) ? (
                    <span className={styles.before}>({t('access.consent_allowed_before')})</span>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
        </div>
        <p className={styles.quiet}>
          {t('access.consent_leads', { host: app.sendsTo })} {t('access.consent_revoke')}
        </p>
        <Form method="post">
          <input type="hidden" name="app" value={name} />
          <input type="hidden" name="host" value={app.sendsTo} />
          <Row>
            <Button
              type="submit"
              variant="primary"
              size="large"
              name="answer"
              value="allow"
              loading={sent === 'allow'}
            >
              {t('access.consent_allow')}
            </Button>
            <Button type="submit" size="large" name="answer" value="refuse" loading={sent === 'refuse'}>
              {t('access.consent_cancel')}
            </Button>
          </Row>
        </Form>
        {app.policyUri || app.tosUri ? (
          <Row>
            {app.policyUri ? (
              <a href={app.policyUri} rel="noreferrer">
                {t('access.consent_policy')}
              </a>
            ) : null}
            {app.tosUri ? (
              <a href={app.tosUri} rel="noreferrer">
                {t('access.consent_tos')}
              </a>
            ) : null}
          </Row>
        ) : null}
      </Stack>
    </>
  )
}
