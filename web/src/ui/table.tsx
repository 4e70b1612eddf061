import type { ReactNode } from 'react'
import styles from './table.module.css'

/** One column: what its cells show of a row. */
export type Column<Row> = {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Numbers and dates at the end. */
  align?: 'end'
  /** Names the row: becomes its heading, and the title of the card on a phone. */
  primary?: boolean
  /** Too much for a phone. */
  deskOnly?: boolean
  /** Buttons: the header is read but not shown. */
  actions?: boolean
}

/** Rows and columns; on a phone each row is a card. `caption` names it for readers, shown with `showCaption`. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  showCaption = false,
}: {
  caption: string
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  showCaption?: boolean
}) {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={showCaption ? styles.caption : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classOf(column)}>
                {column.actions ? <span className="visually-hidden">{column.header}</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.primary ? (
                  <th key={column.key} scope="row" className={classOf(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={classOf(column)}>
                    {column.actions ? null : (
                      <span className={styles.label} aria-hidden="true">
                        {column.header}
                      </span>
                    )}
                    <div className={styles.value}>{column.cell(row)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function classOf<Row>(column: Column<Row>) {
  return [
    column.align && styles.end,
    column.primary && styles.primary,
    column.deskOnly && styles.desk,
    column.actions && styles.actions,
  ]
    .filter(Boolean)
    .join(' ')
}
