import { Link } from 'react-router'
import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Section, Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Table } from '~/ui/table.tsx'
import styles from './people.module.css'

type Report = {
  id: string
  name: string
  jobTitle: string | null
  department: string | null
  reports: number
}

/** Who reports to a person directly. */
export function PersonReports({ reports }: { reports: { items: Report[]; next: string | null } }) {
  const t = useMessages()
  const format = useFormat()
  return (
    <Section title={t('persons.reports')}>
      {reports.items.length === 0 ? (
        <p className={styles.quiet}>{t('persons.no_reports')}</p>
      ) : (
        <Stack>
          <Table
            caption={t('persons.reports')}
            rows={reports.items}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                header: t('people.name'),
                primary: true,
                cell: (row) => (
                  <Link to={`/admin/people/${row.id}/work`}>{row.name || t('persons.nameless')}</Link>
                ),
              },
              { key: 'title', header: t('people.job_title'), cell: (row) => row.jobTitle ?? '–' },
              { key: 'department', header: t('persons.department'), cell: (row) => row.department ?? '–' },
              {
                key: 'reports',
                header: t('persons.reports_count'),
                align: 'end',
                cell: (row) => format.number(row.reports),
              },
            ]}
          />
          <Pagination nextCursor={reports.next} />
        </Stack>
      )}
    </Section>
  )
}
