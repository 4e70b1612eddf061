import { useMessages } from '~/lib/messages/index.ts'
import { Table } from '~/ui/table.tsx'
import styles from './audit.module.css'

type Values = Record<string, unknown> | null

/** What a deed changed, field by field. */
export function ValueDiff({ before, after }: { before: Values; after: Values }) {
  const t = useMessages()
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  if (fields.length === 0) return <p className={styles.quiet}>{t('audit.no_values')}</p>
  return (
    <Table
      caption={t('audit.changes')}
      rows={fields}
      rowKey={(field) => field}
      columns={[
        { key: 'field', header: t('audit.field'), primary: true, cell: (field) => <code>{field}</code> },
        ...(before
          ? [
              {
                key: 'before',
                header: t('audit.before'),
                cell: (field: string) => <Value value={before[field]} look={styles.before} />,
              },
            ]
          : []),
        ...(after
          ? [
              {
                key: 'after',
                header: before ? t('audit.after') : t('audit.value'),
                cell: (field: string) => <Value value={after[field]} look={styles.after} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function Value({ value, look }: { value: unknown; look: string | undefined }) {
  const t = useMessages()
  if (value === undefined || value === null || value === '') return <span>{t('audit.nothing')}</span>
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 1)
  return (
    <span className={styles.value}>
      <span className={look}>{text}</span>
    </span>
  )
}
