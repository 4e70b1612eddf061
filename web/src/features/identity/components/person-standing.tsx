import { Form, useNavigation } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { Select, Textarea } from '~/ui/field.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import { Time } from '~/ui/text.tsx'
import styles from './people.module.css'
import type { PersonDetail } from './person-detail.ts'
import acts from './security.module.css'

/** Keeping a person out, pausing a membership, signing out, removing. */
export function PersonStanding({ person, banProblem }: { person: PersonDetail; banProblem: Problem | null }) {
  const t = useMessages()
  const { state, formData } = useNavigation()
  const { ban, can, name } = person
  if (!ban && ![can.ban, can.deactivate, can.reactivate, can.remove].some(Boolean)) return null
  const errors = fieldErrors(banProblem)
  const sends = (intent: string) => state !== 'idle' && formData?.get('intent') === intent
  return (
    <Section title={t('people.standing')} description={t('people.standing_text')}>
      <Stack>
        {ban ? (
          <Callout
            tone="warning"
            title={ban.until ? t('people.banned_for_a_time') : t('people.banned_for_good')}
          >
            <p>{ban.reason}</p>
            <p className={styles.quiet}>
              {ban.until
                ? t.rich('people.banned_until', { when: <Time key="when" at={ban.until} as="dateTime" /> })
                : null}{' '}
              {ban.bannedBy ? t('people.banned_by', { name: ban.bannedBy.name }) : null}
            </p>
          </Callout>
        ) : null}
        {can.liftBan || can.reactivate ? (
          <Row>
            {can.liftBan ? (
              <Form method="post">
                <Button type="submit" name="intent" value="lift" loading={sends('lift')}>
                  {t('people.lift_ban')}
                </Button>
              </Form>
            ) : null}
            {can.reactivate ? (
              <Form method="post">
                <Button type="submit" name="intent" value="reactivate" loading={sends('reactivate')}>
                  {t('people.reactivate')}
                </Button>
              </Form>
            ) : null}
          </Row>
        ) : null}
        {can.deactivate || can.remove ? (
          <Card>
            <Stack>
              {can.deactivate ? (
                <Form method="post" className={acts.act}>
                  <p>{t('people.deactivate_text')}</p>
                  <ConfirmButton
                    name="intent"
                    value="deactivate"
                    title={t('people.deactivate_title', { name })}
                    message={t('people.deactivate_text')}
                    confirmLabel={t('people.deactivate')}
                  >
                    {t('people.deactivate')}
                  </ConfirmButton>
                </Form>
              ) : null}
              {can.remove ? (
                <Form method="post" className={acts.act}>
                  <p>{t('people.remove_text')}</p>
                  <ConfirmButton
                    variant="danger"
                    name="intent"
                    value="remove"
                    title={t('people.remove_title', { name })}
                    message={t('people.remove_text')}
                    confirmLabel={t('people.remove')}
                  >
                    {t('people.remove')}
                  </ConfirmButton>
                </Form>
              ) : null}
            </Stack>
          </Card>
        ) : null}
        {can.ban && !ban ? (
          <Card>
            <Form method="post">
              <Stack>
                <input type="hidden" name="intent" value="ban" />
                <Textarea
                  label={t('people.ban_reason')}
                  name="reason"
                  required
                  rows={2}
                  maxLength={1000}
                  help={t('people.ban_reason_help')}
                  error={errors.reason}
                />
                <Select
                  label={t('people.ban_time')}
                  name="days"
                  defaultValue="7"
                  options={[
                    ...[1, 7, 30, 90].map((days) => ({
                      value: String(days),
                      label: t('people.ban_days', { days }),
                    })),
                    { value: '0', label: t('people.ban_for_good') },
                  ]}
                  error={errors.until}
                />
                <Row>
                  <Button type="submit" variant="danger" loading={sends('ban')}>
                    {t('people.ban')}
                  </Button>
                </Row>
              </Stack>
            </Form>
          </Card>
        ) : null}
      </Stack>
    </Section>
  )
}
