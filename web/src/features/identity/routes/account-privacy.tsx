import { IconDownload } from '@tabler/icons-react'
import { data, Form, Link, redirect, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import styles from '../components/account-frame.module.css'
import { AccountFrame } from '../components/account-frame.tsx'
import { hasFreshProof } from '../components/fresh-proof.ts'
import { cookiesOf } from '../components/session-cookie.ts'
import type { Route } from './+types/account-privacy.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const [me, phone, isFresh] = await Promise.all([
    api.GET('/api/v1/identity/me'),
    api.GET('/api/v1/identity/me/phone'),
    hasFreshProof(api),
  ])
  return { confirmation: unwrap(me).person.email ?? unwrap(phone).phone ?? '', isFresh }
}

export async function action({ context, request }: Route.ActionArgs) {
  const confirmation = formText(await request.formData(), 'confirmation')
  const result = await context.get(apiContext).DELETE('/api/v1/identity/me', { body: { confirmation } })
  const problem = problemOf(result)
  if (problem) return data({ problem, confirmation }, { status: problem.status })
  return redirect('/account/deleted', { headers: cookiesOf(result.response) })
}

/** What is kept of oneself: taking it along, and having it deleted. */
export default function AccountPrivacy({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { confirmation, isFresh } = loaderData
  const confirmFirst = (
    <LinkButton to="/confirm?next=/account/privacy">{t('account.confirm_first')}</LinkButton>
  )
  return (
    <AccountFrame title={t('account.privacy')} lead={t('account.privacy_lead')}>
      <Section title={t('account.export')} description={t('account.export_text')}>
        <Row>
          {isFresh ? (
            <LinkButton
              to="/account/export"
              reloadDocument
              icon={<IconDownload size={18} stroke={1.75} aria-hidden="true" />}
            >
              {t('account.export_button')}
            </LinkButton>
          ) : (
            confirmFirst
          )}
        </Row>
      </Section>
      <Section title={t('account.delete')} description={t('account.delete_text')}>
        <Card>
          <Stack>
            <ul className={styles.points}>
              <li>{t('account.delete_at_once')}</li>
              <li>{t('account.delete_traces')}</li>
              <li>{t('account.delete_kept')}</li>
              <li>{t('account.delete_for_good')}</li>
            </ul>
            {isFresh ? (
              <DeleteAccount
                confirmation={confirmation}
                typed={actionData?.confirmation ?? ''}
                problem={actionData?.problem ?? null}
              />
            ) : (
              <Row>{confirmFirst}</Row>
            )}
          </Stack>
        </Card>
      </Section>
    </AccountFrame>
  )
}

function DeleteAccount({
  confirmation,
  typed,
  problem,
}: {
  /** What has to be typed. */
  confirmation: string
  typed: string
  problem: Problem | null
}) {
  const t = useMessages()
  const { state } = useNavigation()
  return (
    <Form method="post" reloadDocument>
      <Stack>
        <FormErrors problem={problem} />
        {problem?.code === 'identity.last_owner_of' ? (
          <p>
            {t('account.last_owner_help')} <Link to="/admin/people">{t('account.last_owner_link')}</Link>
          </p>
        ) : null}
        <TextInput
          label={t('account.delete_type', { confirmation })}
          name="confirmation"
          required
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          defaultValue={typed}
        />
        <Row>
          <Button type="submit" variant="danger" loading={state !== 'idle'}>
            {t('account.delete_button')}
          </Button>
        </Row>
      </Stack>
    </Form>
  )
}
