import { data, Form, redirectDocument } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext, heldContext } from '~/lib/context.ts'
import { localPath } from '~/lib/local-path.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { nextStep } from '~/lib/next-step.ts'
import { useSite } from '~/lib/session.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { OtherWays } from '../components/auth-parts.tsx'
import { takeEnrolmentStep } from '../components/factor-enrolment.ts'
import { ChooseFactorKind, ProveFactor } from '../components/factor-set-up.tsx'
import { useNext } from '../components/next-field.tsx'
import { RecoveryCodes } from '../components/recovery-codes.tsx'
import type { Route } from './+types/second-factor-set-up.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const held = context.get(heldContext)
  const next = localPath(new URL(request.url).searchParams.get('next'), '/learn')
  // After the last step nothing is owed any more, and the codes are still to be seen.
  if (held?.owes !== 'second_factor_enrolment') return { kinds: [], next }
  return { kinds: unwrap(await context.get(apiContext).GET('/api/v1/identity/factors')).kinds, next }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const { problem, begun, done } = await takeEnrolmentStep(context.get(apiContext), form)
  if (done && !done.recoveryCodes)
    return redirectDocument(nextStep(null, localPath(form.get('next'), '/learn')), { headers: done.headers })
  return data(
    { problem, begun, codes: done?.recoveryCodes ?? null },
    { status: problem?.status ?? 200, ...(done ? { headers: done.headers } : {}) },
  )
}

/** An organization asks for a second step, and this person has none yet. */
export default function SetUpSecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { organization } = useSite()
  const next = useNext() ?? '/learn'
  if (actionData?.codes)
    return (
      <>
        <PageHeader title={t('door.recovery_codes_title')} lead={t('door.recovery_codes_lead')} />
        <Stack>
          <RecoveryCodes codes={actionData.codes} />
          <LinkButton to={next} reloadDocument variant="primary" size="large">
            {t('door.recovery_codes_done')}
          </LinkButton>
        </Stack>
      </>
    )
  return (
    <>
      <PageHeader
        title={t('door.set_up_title')}
        lead={t('door.set_up_lead', { organization: organization.name })}
      />
      {actionData?.begun ? (
        <ProveFactor begun={actionData.begun} problem={actionData.problem} />
      ) : (
        <ChooseFactorKind kinds={loaderData.kinds} problem={actionData?.problem ?? null} />
      )}
      <OtherWays>
        <Form method="post" action="/sign-out">
          <Button type="submit" variant="quiet" size="small">
            {t('door.sign_out_instead')}
          </Button>
        </Form>
      </OtherWays>
    </>
  )
}
