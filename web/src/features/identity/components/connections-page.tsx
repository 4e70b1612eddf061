import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { LinkButton } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { type Column, Table } from '~/ui/table.tsx'
import { SecurityPage } from './security-page.tsx'

/** What an organization connected of one kind, and the way to connect more. */
export function ConnectionsPage<Row extends { id: string }>({
  title,
  lead,
  make,
  none,
  rows,
  columns,
  children,
}: {
  title: string
  lead: string
  make: { label: string; to: string }
  /** Said while there is none. */
  none: { title: string; text: string }
  rows: readonly Row[]
  columns: Column<Row>[]
  children?: ReactNode
}) {
  const button = (
    <LinkButton to={make.to} variant="primary" icon={<IconPlus size={18} stroke={1.75} aria-hidden="true" />}>
      {make.label}
    </LinkButton>
  )
  return (
    <SecurityPage width="wide" title={title} lead={lead} actions={rows.length > 0 ? button : null}>
      {rows.length === 0 ? (
        <EmptyState title={none.title} action={button}>
          <p>{none.text}</p>
        </EmptyState>
      ) : (
        <Table caption={title} rows={rows} rowKey={(row) => row.id} columns={columns} />
      )}
      {children}
    </SecurityPage>
  )
}
