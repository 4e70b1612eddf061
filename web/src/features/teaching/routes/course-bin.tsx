import { data, Form } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { Section } from '~/ui/layout.tsx'
import { binAct } from '../bin-acts.ts'
import { BinTable } from '../components/bin-table.tsx'
import type { Route } from './+types/course-bin.ts'
import styles from './course-tab.module.css'

const bin = '/api/v1/learning/studio/courses/{courseId}/bin'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const after = new URL(request.url).searchParams.get('after')
  const page = await context.get(apiContext).GET(bin, {
    params: { path: params, query: { limit: 50, ...(after ? { cursor: after } : {}) } },
  })
  return unwrap(page)
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const api = context.get(apiContext)
  const form = await request.formData()
  if (formText(form, 'intent') !== 'empty') return binAct(api, form)
  const problem = problemOf(await api.DELETE(bin, { params: { path: params } }))
  return data({ done: 'emptied' as const, title: '', problem }, { status: problem?.status ?? 200 })
}

/** What was removed from one course. */
export default function CourseBin({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  return (
    <div className={styles.tab}>
      <Section
        title={t('studio.bin')}
        description={t('studio.bin_course_lead')}
        actions={
          loaderData.items.length > 0 ? (
            <Form method="post">
              <ConfirmButton
                name="intent"
                value="empty"
                title={t('studio.empty_bin_title')}
                message={t('studio.empty_bin_text')}
                confirmLabel={t('studio.empty_bin')}
              >
                {t('studio.empty_bin')}
              </ConfirmButton>
            </Form>
          ) : null
        }
      >
        <BinTable {...loaderData} inCourse answer={actionData} />
      </Section>
    </div>
  )
}
