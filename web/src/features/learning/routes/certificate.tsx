import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { data, Form, redirect } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { Textarea } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Page, Section } from '~/ui/layout.tsx'
import { PageHeader, PageTitle } from '~/ui/page-header.tsx'
import { Time } from '~/ui/text.tsx'
import { certificatePath } from '../addresses.ts'
import { CertificateSheet } from '../components/certificate-sheet.tsx'
import { NumberForm } from '../components/number-form.tsx'
import type { Certificate } from '../shapes.ts'
import type { Route } from './+types/certificate.ts'
import styles from './certificate.module.css'

export async function loader({ params, context }: Route.LoaderArgs) {
  const answer = await context.get(apiContext).GET('/api/v1/learning/certificates/{number}', {
    params: { path: { number: params.number.slice(0, 60) } },
  })
  // Nobody's number, or nothing like a number: the page says so itself.
  if ([400, 404, 422].includes(answer.response.status))
    return data({ certificate: null, number: params.number.slice(0, 60) }, { status: 404 })
  return data({ certificate: unwrap(answer), number: params.number })
}

/** Takes a certificate back. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const reason = formText(await request.formData(), 'reason')
  const problem = problemOf(
    await context.get(apiContext).PUT('/api/v1/learning/certificates/{number}/revocation', {
      params: { path: { number: params.number } },
      body: { reason },
    }),
  )
  return problem ? data({ problem }, { status: problem.status }) : redirect(certificatePath(params.number))
}

/** The public proof of a certificate: whether it holds, whose it is and what for. */
export default function CertificatePage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { certificate, number } = loaderData
  if (!certificate) {
    return (
      <Page width="form">
        <PageHeader title={t('learning.check_certificate')} lead={t('learning.check_lead')} />
        <NumberForm number={number} error={t('learning.certificate_unknown')} />
      </Page>
    )
  }
  return (
    <Page width="form" className={styles.page}>
      <PageTitle>{t('learning.certificate_of', { name: certificate.recipientName })}</PageTitle>
      <Verdict certificate={certificate} />
      <CertificateSheet certificate={certificate} />
      <div className={styles.actions}>
        {certificate.status === 'revoked' ? null : (
          <LinkButton
            to={`/api/v1/learning/certificates/${certificate.number}/pdf`}
            reloadDocument
            variant={certificate.isMine ? 'primary' : 'secondary'}
            icon={<IconDownload aria-hidden="true" />}
          >
            {t('learning.pdf')}
          </LinkButton>
        )}
        <Button onClick={() => window.print()} icon={<IconPrinter aria-hidden="true" />}>
          {t('learning.print')}
        </Button>
        <LinkButton to="/certificates" variant="quiet">
          {t('learning.check_another')}
        </LinkButton>
      </div>
      {certificate.can.revoke ? (
        <Section
          title={t('learning.revoke_certificate')}
          description={t('learning.revoke_text')}
          className={styles.revoke}
        >
          <Form method="post" className={styles.form}>
            <FormErrors problem={actionData?.problem} />
            <Textarea
              name="reason"
              label={t('learning.revoke_reason')}
              help={t('learning.revoke_reason_help')}
              error={fieldErrors(actionData?.problem).reason}
              required
              maxLength={1000}
              rows={2}
            />
            <div>
              <ConfirmButton
                title={t('learning.revoke_question')}
                message={t('learning.revoke_warning', { name: certificate.recipientName })}
                confirmLabel={t('learning.revoke_certificate')}
              >
                {t('learning.revoke_certificate')}
              </ConfirmButton>
            </div>
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}

/** Whether it holds, before anything else. */
function Verdict({ certificate }: { certificate: Certificate }) {
  const t = useMessages()
  switch (certificate.status) {
    case 'valid':
      return (
        <Callout tone="success" title={t('learning.verdict_valid')}>
          <p>
            {t.rich('learning.verdict_valid_text', {
              organization: certificate.organizationName,
              date: <Time key="date" at={certificate.issuedAt} as="longDate" />,
            })}
          </p>
        </Callout>
      )
    case 'revoked':
      return (
        <Callout tone="danger" title={t('learning.verdict_revoked')}>
          <p>
            {t.rich('learning.verdict_revoked_text', {
              organization: certificate.organizationName,
              date: <Time key="date" at={certificate.revokedAt ?? certificate.issuedAt} as="longDate" />,
            })}
          </p>
          {certificate.revocationReason ? (
            <p>{t('learning.verdict_reason', { reason: certificate.revocationReason })}</p>
          ) : null}
        </Callout>
      )
    case 'expired':
      return (
        <Callout tone="warning" title={t('learning.verdict_expired')}>
          <p>
            {t.rich('learning.verdict_expired_text', {
              date: <Time key="date" at={certificate.expiresAt ?? certificate.issuedAt} as="longDate" />,
            })}
          </p>
        </Callout>
      )
  }
}
