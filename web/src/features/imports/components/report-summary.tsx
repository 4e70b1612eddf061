import { Link } from 'react-router'
import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Card, Stack } from '~/ui/layout.tsx'
import { type Column, Table } from '~/ui/table.tsx'
import { type ImportDetail, type Outcome, outcomes } from '../shapes.ts'
import styles from './report-summary.module.css'

/** How much of the source is here: a bar for the eye, numbers for everybody, and the same by kind of item. */
export function ReportSummary({ found }: { found: ImportDetail }) {
  const t = useMessages()
  const format = useFormat()
  const { counts, summary } = found
  const total = counts.imported + counts.converted + counts.dropped
  const kept = counts.imported + counts.converted
  let start = 0
  const parts = outcomes.map((outcome) => {
    const part = { outcome, start, width: total > 0 ? (counts[outcome] / total) * 1000 : 0 }
    start += part.width
    return part
  })
  const number = (outcome: Outcome): Column<ImportDetail['summary'][number]> => ({
    key: outcome,
    header: t(`imports.outcome_${outcome}`),
    align: 'end',
    cell: (row) =>
      row[outcome] > 0 ? (
        <Link
          to={`?${new URLSearchParams({ kind: row.kind, outcome })}#report`}
          aria-label={t('imports.lines_of', {
            count: row[outcome],
            kind: row.kind,
            outcome: t(`imports.outcome_${outcome}`),
          })}
        >
          {format.number(row[outcome])}
        </Link>
      ) : (
        <span className={styles.none}>0</span>
      ),
  })
  return (
    <Card>
      <Stack>
        <p className={styles.sentence}>
          {t('imports.summary', { kept, total, share: total > 0 ? format.percent(kept / total) : '–' })}
        </p>
        <svg className={styles.bar} viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
          {parts.map((part) => (
            <rect
              key={part.outcome}
              x={part.start}
              width={part.width}
              height="12"
              className={styles[part.outcome]}
            />
          ))}
        </svg>
        <ul className={styles.legend}>
          {outcomes.map((outcome) => (
            <li key={outcome} className={styles[outcome]}>
              <Link to={`?outcome=${outcome}#report`}>
                <strong>{format.number(counts[outcome])}</strong> {t(`imports.outcome_${outcome}`)}
              </Link>
              <span className={styles.meaning}>{t(`imports.meaning_${outcome}`)}</span>
            </li>
          ))}
        </ul>
        <details className={styles.kinds}>
          <summary>{t('imports.by_kind')}</summary>
          <Table
            caption={t('imports.by_kind')}
            rows={summary}
            rowKey={(row) => row.kind}
            columns={[
              {
                key: 'kind',
                header: t('imports.kind'),
                primary: true,
                cell: (row) => row.kind.replaceAll('_', ' '),
              },
              ...outcomes.map(number),
            ]}
          />
        </details>
      </Stack>
    </Card>
  )
}
