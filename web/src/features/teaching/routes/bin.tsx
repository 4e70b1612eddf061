import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Page } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { binAct } from '../bin-acts.ts'
import { BinTable } from '../components/bin-table.tsx'
import type { Route } from './+types/bin.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const after = new URL(request.url).searchParams.get('after')
  const page = await context.get(apiContext).GET('/api/v1/learning/studio/bin', {
    params: { query: { limit: 50, ...(after ? { cursor: after } : {}) } },
  })
  return unwrap(page)
}

export async function action({ request, context }: Route.ActionArgs) {
  return binAct(context.get(apiContext), await request.formData())
}

/** What a teacher removed from any of their courses, and the courses they removed. */
export default function Bin({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  return (
    <Page>
      <PageHeader
        title={t('studio.bin')}
        lead={t('studio.bin_lead')}
        crumbs={[{ to: '/teach', label: t('app.studio') }]}
      />
      <BinTable {...loaderData} answer={actionData} />
    </Page>
  )
}
