import { data, Form, Link, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { AccountFrame } from '../components/account-frame.tsx'
import { askForFreshProof, unlessFactorNeeded } from '../components/fresh-proof.ts'
import { RecoveryCodes } from '../components/recovery-codes.tsx'
import type { Route } from './+types/account-recovery-codes.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  await askForFreshProof(api, request)
  return { left: unwrap(await api.GET('/api/v1/identity/factors')).recoveryCodesLeft }
}

export async function action({ context, request }: Route.ActionArgs) {
  const result = await context.get(apiContext).POST('/api/v1/identity/recovery-codes')
  const problem = unlessFactorNeeded(problemOf(result), request)
  return data({ problem, codes: result.data?.codes ?? null }, { status: problem?.status ?? 200 })
}

/** New recovery codes in place of the ones from before. */
export default function NewRecoveryCodes({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const crumbs = [{ label: t('identity.security'), to: '/account/security' }]
  if (actionData?.codes)
    return (
      <AccountFrame
        title={t('door.recovery_codes_title')}
        lead={t('door.recovery_codes_lead')}
        crumbs={crumbs}
      >
        <Stack>
          <RecoveryCodes codes={actionData.codes} />
          <Row>
            <LinkButton to="/account/security" variant="primary">
              {t('door.recovery_codes_done')}
            </LinkButton>
          </Row>
        </Stack>
      </AccountFrame>
    )
  return (
    <AccountFrame
      title={t('account.new_recovery_codes')}
      lead={t('account.new_recovery_codes_lead', { count: loaderData.left })}
      crumbs={crumbs}
    >
      <Form method="post">
        <Stack>
          <FormErrors problem={actionData?.problem} />
          <Row>
            <Button type="submit" variant="primary" loading={state !== 'idle'}>
              {t('account.make_recovery_codes')}
            </Button>
            <Link to="/account/security">{t('ui.cancel')}</Link>
          </Row>
        </Stack>
      </Form>
    </AccountFrame>
  )
}
