import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { Callout } from '~/ui/callout.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { Time } from '~/ui/text.tsx'
import styles from './security.module.css'

export type Certificate = { fingerprint: string; validUntil: string; standing: 'good' | 'soon' | 'over' }

const day = 24 * 3600_000

/** Certificates with what is to be said of their end; a month ahead there is still time to change them. */
export const certificatesAt = (
  certificates: { fingerprint: string; validUntil: string }[],
  now = Date.now(),
): Certificate[] =>
  certificates.map((certificate) => {
    const left = Date.parse(certificate.validUntil) - now
    return { ...certificate, standing: left < 0 ? 'over' : left < 30 * day ? 'soon' : 'good' }
  })

const looks = {
  good: { tone: 'success', words: 'access.certificate_ends' },
  soon: { tone: 'warning', words: 'access.certificate_ends_soon' },
  over: { tone: 'danger', words: 'access.certificate_ended' },
} as const

/** The certificates an identity provider signs with, and until when. */
export function SsoCertificates({ certificates }: { certificates: Certificate[] }) {
  const t = useMessages()
  const lasts = certificates.some(({ standing }) => standing === 'good')
  return (
    <Stack gap="tight">
      {certificates.map(({ fingerprint, validUntil, standing }) => (
        <div key={fingerprint}>
          <Row gap="tight">
            <span className={styles.legend}>{t('access.certificate')}</span>
            <Badge tone={looks[standing].tone}>
              {t.rich(looks[standing].words, { when: <Time key="until" at={validUntil} /> })}
            </Badge>
          </Row>
          <p className={styles.mono}>{fingerprint}</p>
        </div>
      ))}
      {lasts ? null : (
        <Callout tone="warning">
          <p>{t('access.certificate_soon_text')}</p>
        </Callout>
      )}
    </Stack>
  )
}
