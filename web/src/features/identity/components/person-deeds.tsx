import { Link } from 'react-router'
import { actionName } from '~/lib/action-name.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Section } from '~/ui/layout.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import styles from './people.module.css'

type Deed = { seq: number; action: string; ts: string; ip: string | null }

/** The latest entries of the audit log that a person made. */
export function PersonDeeds({ personId, deeds }: { personId: string; deeds: Deed[] }) {
  const t = useMessages()
  return (
    <Section
      title={t('people.deeds')}
      description={t('people.deeds_text')}
      actions={<Link to={`/admin/audit?actor=${personId}`}>{t('people.all_deeds')}</Link>}
    >
      {deeds.length === 0 ? (
        <p className={styles.quiet}>{t('people.no_deeds')}</p>
      ) : (
        <Table
          caption={t('people.deeds')}
          rows={deeds}
          rowKey={(row) => String(row.seq)}
          columns={[
            {
              key: 'action',
              header: t('people.deed'),
              primary: true,
              cell: (row) => <Link to={`/admin/audit/${row.seq}`}>{actionName(t, row.action)}</Link>,
            },
            { key: 'ip', header: t('identity.ip'), cell: (row) => row.ip ?? '–' },
            {
              key: 'when',
              header: t('identity.when'),
              align: 'end',
              cell: (row) => <Time at={row.ts} as="dateTime" />,
            },
          ]}
        />
      )}
    </Section>
  )
}
