import { IconPlus } from '@tabler/icons-react'
import { useEffect } from 'react'
import { Link, useRevalidator } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { LinkButton } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Page } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { type Column, Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { ImportState } from '../components/import-state.tsx'
import { type ImportItem, isOpen } from '../shapes.ts'
import type { Route } from './+types/imports.ts'
import styles from './imports.module.css'

export async function loader({ request, context }: Route.LoaderArgs) {
  const after = new URL(request.url).searchParams.get('after')
  const page = await context.get(apiContext).GET('/api/v1/imports/courses', {
    params: { query: { limit: 25, ...(after ? { cursor: after } : {}) } },
  })
  return unwrap(page)
}

/** Courses that were brought in from elsewhere. */
export default function Imports({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  const format = useFormat()
  const { items, next } = loaderData
  const { revalidate } = useRevalidator()
  const isMoving = items.some(isOpen)
  useEffect(() => {
    if (!isMoving) return
    const timer = setInterval(() => void revalidate(), 2000)
    return () => clearInterval(timer)
  }, [isMoving, revalidate])
  const start = (
    <LinkButton to="/teach/imports/new" variant="primary" icon={<IconPlus />}>
      {t('imports.start')}
    </LinkButton>
  )
  const columns: Column<ImportItem>[] = [
    {
      key: 'title',
      header: t('imports.package'),
      primary: true,
      cell: (item) => (
        <span className={styles.words}>
          <Link to={`/teach/imports/${item.id}`} className={styles.title}>
            {item.title ?? item.fileName}
          </Link>
          {item.title ? <span className={styles.note}>{item.fileName}</span> : null}
        </span>
      ),
    },
    { key: 'state', header: t('imports.state'), cell: (item) => <ImportState item={item} /> },
    {
      key: 'kept',
      header: t('imports.kept'),
      align: 'end',
      cell: (item) =>
        item.state === 'done' ? format.number(item.counts.imported + item.counts.converted) : '–',
    },
    {
      key: 'dropped',
      header: t('imports.dropped'),
      align: 'end',
      cell: (item) => (item.state === 'done' ? format.number(item.counts.dropped) : '–'),
    },
    { key: 'by', header: t('imports.by'), deskOnly: true, cell: (item) => item.startedBy?.name ?? '–' },
    {
      key: 'at',
      header: t('imports.begun'),
      align: 'end',
      cell: (item) => <Time at={item.createdAt} as="relative" />,
    },
  ]
  return (
    <Page>
      <PageHeader
        title={t('imports.imports')}
        lead={t('imports.imports_lead')}
        actions={items.length > 0 ? start : null}
      />
      {items.length > 0 ? (
        <>
          <Table caption={t('imports.imports')} columns={columns} rows={items} rowKey={(item) => item.id} />
          <Pagination nextCursor={next} />
        </>
      ) : (
        <EmptyState title={t('imports.none')} action={start}>
          <p>{t('imports.none_text')}</p>
        </EmptyState>
      )}
    </Page>
  )
}
