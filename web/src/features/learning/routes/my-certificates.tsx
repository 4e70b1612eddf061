import { Link } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { LinkButton } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Page } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { type Column, Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { certificatePath } from '../addresses.ts'
import type { MyCertificate } from '../shapes.ts'
import type { Route } from './+types/my-certificates.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const after = new URL(request.url).searchParams.get('after')
  return unwrap(
    await context.get(apiContext).GET('/api/v1/learning/certificates', {
      params: { query: { limit: 50, ...(after ? { cursor: after } : {}) } },
    }),
  )
}

/** Everything a learner has earned. */
export default function MyCertificates({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  const columns: Column<MyCertificate>[] = [
    {
      key: 'course',
      header: t('learning.course'),
      primary: true,
      cell: (row) => <Link to={certificatePath(row.number)}>{row.courseTitle}</Link>,
    },
    {
      key: 'status',
      header: t('learning.status'),
      cell: (row) => (
        <Badge
          tone={row.status === 'valid' ? 'success' : row.status === 'revoked' ? 'danger' : 'warning'}
          dot
        >
          {t(`learning.certificate_${row.status}`)}
        </Badge>
      ),
    },
    { key: 'issued', header: t('learning.issued'), cell: (row) => <Time at={row.issuedAt} /> },
    { key: 'number', header: t('learning.number'), cell: (row) => <code>{row.number}</code>, deskOnly: true },
    {
      key: 'pdf',
      header: t('learning.pdf'),
      actions: true,
      align: 'end',
      cell: (row) =>
        row.status === 'revoked' ? null : (
          <LinkButton to={`/api/v1/learning/certificates/${row.number}/pdf`} reloadDocument size="small">
            {t('learning.pdf')}
          </LinkButton>
        ),
    },
  ]
  return (
    <Page>
      <PageHeader title={t('learning.my_certificates')} lead={t('learning.my_certificates_lead')} />
      {loaderData.items.length > 0 ? (
        <Table
          caption={t('learning.my_certificates')}
          columns={columns}
          rows={loaderData.items}
          rowKey={(row) => row.id}
        />
      ) : (
        <EmptyState
          title={t('learning.no_certificates')}
          action={
            <LinkButton to="/learn" variant="primary">
              {t('learning.to_my_learning')}
            </LinkButton>
          }
        >
          <p>{t('learning.no_certificates_text')}</p>
        </EmptyState>
      )}
      <Pagination nextCursor={loaderData.next} />
    </Page>
  )
}
