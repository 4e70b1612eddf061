import { useMessages } from '~/lib/messages/index.ts'
import { Mark } from '~/ui/mark.tsx'
import { Time } from '~/ui/text.tsx'
import type { Certificate } from '../shapes.ts'
import styles from './certificate-sheet.module.css'

/** A certificate as a sheet under its roof. */
export function CertificateSheet({ certificate }: { certificate: Certificate }) {
  const t = useMessages()
  return (
    <article className={certificate.status === 'valid' ? styles.sheet : `${styles.sheet} ${styles.void}`}>
      <header className={styles.head}>
        <Mark size={32} />
        <p>{certificate.organizationName}</p>
      </header>
      <p className={styles.kind}>{t('learning.certificate_heading')}</p>
      <h1 className={styles.name}>{certificate.recipientName}</h1>
      <p className={styles.did}>{t('learning.has_completed')}</p>
      <p className={styles.course}>{certificate.courseTitle}</p>
      <dl className={styles.facts}>
        <div>
          <dt>{t('learning.issued')}</dt>
          <dd>
            <Time at={certificate.issuedAt} as="longDate" />
          </dd>
        </div>
        {certificate.expiresAt ? (
          <div>
            <dt>{t('learning.valid_until')}</dt>
            <dd>
              <Time at={certificate.expiresAt} as="longDate" />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t('learning.number')}</dt>
          <dd className={styles.number}>{certificate.number}</dd>
        </div>
      </dl>
    </article>
  )
}
