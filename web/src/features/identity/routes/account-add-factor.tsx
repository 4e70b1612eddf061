import { data, Link, redirect } from 'react-router'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { LinkButton } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { Card, Row, Stack } from '~/ui/layout.tsx'
import { AccountFrame } from '../components/account-frame.tsx'
import { takeEnrolmentStep } from '../components/factor-enrolment.ts'
import { ChooseFactorKind, ProveFactor } from '../components/factor-set-up.tsx'
import { askForFreshProof, unlessFactorNeeded } from '../components/fresh-proof.ts'
import { RecoveryCodes } from '../components/recovery-codes.tsx'
import type { Route } from './+types/account-add-factor.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const { data: factors, response } = await api.GET('/api/v1/identity/factors')
  // A page without script is drawn with the token from before the last step, which changed it.
  if (response.status !== 401) await askForFreshProof(api, request)
  return { kinds: factors?.kinds ?? [] }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { begun, done, ...step } = await takeEnrolmentStep(context.get(apiContext), await request.formData())
  const problem = unlessFactorNeeded(step.problem, request)
  if (done && !done.recoveryCodes)
    return redirect('/account/security?done=add_factor', { headers: done.headers })
  return data(
    { problem, begun, codes: done?.recoveryCodes ?? null },
    { status: problem?.status ?? 200, ...(done ? { headers: done.headers } : {}) },
  )
}

export default function AddFactor({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const crumbs = [{ label: t('identity.security'), to: '/account/security' }]
  if (actionData?.codes)
    return (
      <AccountFrame
        title={t('door.recovery_codes_title')}
        lead={t('account.factor_added_codes')}
        crumbs={crumbs}
      >
        <Stack>
          <RecoveryCodes codes={actionData.codes} />
          <Row>
            <LinkButton to="/account/security?done=add_factor" variant="primary">
              {t('door.recovery_codes_done')}
            </LinkButton>
          </Row>
        </Stack>
      </AccountFrame>
    )
  const begun = actionData?.begun
  return (
    <AccountFrame title={t('account.add_factor')} lead={t('account.add_factor_lead')} crumbs={crumbs} narrow>
      <Stack>
        {begun ? (
          <Card>
            <ProveFactor begun={begun} problem={actionData.problem} />
          </Card>
        ) : loaderData.kinds.length === 0 ? (
          <Callout>
            <p>{t('account.no_factor_kinds')}</p>
          </Callout>
        ) : (
          <ChooseFactorKind kinds={loaderData.kinds} problem={actionData?.problem ?? null} />
        )}
        <p>
          <Link to="/account/security">{t('ui.cancel')}</Link>
        </p>
      </Stack>
    </AccountFrame>
  )
}
