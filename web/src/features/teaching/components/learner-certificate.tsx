import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { may, useSession } from '~/lib/session.ts'
import { Badge } from '~/ui/badge.tsx'
import { LinkButton } from '~/ui/button.tsx'
import { Row, Section, Stack } from '~/ui/layout.tsx'
import type { LearnerDetail } from '../shapes.ts'
import { ReasonButton } from './reason-button.tsx'

/** The certificate of a learner, and taking it back. */
export function LearnerCertificate({
  learner,
  problem,
}: {
  learner: LearnerDetail
  problem: Problem | null
}) {
  const t = useMessages()
  const session = useSession()
  const { certificate, person } = learner
  if (!certificate) return null
  return (
    <Section title={t('teaching.certificate')}>
      <Stack>
        <Row>
          <LinkButton to={`/certificates/${encodeURIComponent(certificate.number)}`}>
            {certificate.number}
          </LinkButton>
          <Badge tone={certificate.status === 'valid' ? 'success' : 'warning'}>
            {t(`teaching.certificate_${certificate.status}`)}
          </Badge>
        </Row>
        {certificate.status !== 'revoked' && may(session, 'learning.certificates.manage') ? (
          <ReasonButton
            intent="revoke"
            hidden={{ number: certificate.number }}
            title={t('teaching.revoke_title', { name: person.name })}
            text={t('teaching.revoke_text')}
            reasonLabel={t('teaching.revoke_reason')}
            label={t('teaching.revoke')}
            problem={problem}
          />
        ) : null}
      </Stack>
    </Section>
  )
}
