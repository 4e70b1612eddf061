import { IconFileImport, IconPlus, IconTrash } from '@tabler/icons-react'
import { data, Form, Link, redirect, useFetcher, useNavigation, useSubmit } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useFormat } from '~/lib/format.ts'
import type { RouteHandle } from '~/lib/handle.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { may, useSession } from '~/lib/session.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Cover } from '~/ui/cover.tsx'
import { Dialog, DialogActions } from '~/ui/dialog.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Select, TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Page, Row, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { type Column, Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { binPath, studioPath } from '../addresses.ts'
import { CourseStatus } from '../components/course-status.tsx'
import type { CourseItem } from '../shapes.ts'
import type { Route } from './+types/my-courses.ts'
import styles from './my-courses.module.css'

const statuses = ['draft', 'scheduled', 'published', 'archived'] as const

export const handle: RouteHandle = {
  actions: [
    { to: '/teach?new', label: 'teaching.new_course' },
    { to: '/teach/imports/new', label: 'teaching.import_course' },
    { to: binPath(), label: 'studio.bin' },
  ],
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const q = searchParams.get('q')?.trim().slice(0, 200) ?? ''
  const status = statuses.find((one) => one === searchParams.get('status')) ?? ''
  const after = searchParams.get('after')
  const page = await context.get(apiContext).GET('/api/v1/learning/studio/courses', {
    params: {
      query: {
        limit: 25,
        ...(q ? { q } : {}),
        ...(status ? { status } : {}),
        ...(after ? { cursor: after } : {}),
      },
    },
  })
  return { ...unwrap(page), q, status, isNew: searchParams.has('new') }
}

export async function action({ request, context }: Route.ActionArgs) {
  const title = formText(await request.formData(), 'title')
  const made = await context.get(apiContext).POST('/api/v1/learning/studio/courses', { body: { title } })
  const problem = problemOf(made)
  if (problem || !made.data) return data({ problem, title }, { status: problem?.status ?? 500 })
  return redirect(studioPath(made.data.id))
}

/** What a teacher works on. */
export default function MyCourses({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const session = useSession()
  const { items, next, q, status, isNew } = loaderData
  const isFiltered = Boolean(q || status)
  const mayImport = may(session, 'imports.courses') && (session?.modules.includes('imports') ?? false)
  const { submit } = useFetcher({ key: 'bin' })
  useDoneToast({
    deleted: {
      message: t('studio.course_in_bin'),
      undo: (id) =>
        void submit({ intent: 'restore', kind: 'course', id }, { method: 'post', action: binPath() }),
    },
  })
  const binLink = (
    <LinkButton to={binPath()} variant="quiet" icon={<IconTrash />}>
      {t('studio.bin')}
    </LinkButton>
  )
  const importLink = mayImport ? (
    <LinkButton to="/teach/imports/new" icon={<IconFileImport />}>
      {t('teaching.import_course')}
    </LinkButton>
  ) : null
  const newLink = (
    <LinkButton to="/teach?new" variant="primary" icon={<IconPlus />} preventScrollReset>
      {t('teaching.new_course')}
    </LinkButton>
  )
  const isEmpty = items.length === 0 && !isFiltered
  return (
    <Page>
      <PageHeader
        title={t('app.studio')}
        lead={t('teaching.my_courses_lead')}
        actions={
          isEmpty ? (
            binLink
          ) : (
            <>
              {binLink}
              {importLink}
              {newLink}
            </>
          )
        }
      />
      {isNew ? <NewCourse answer={actionData} /> : null}
      {isEmpty ? (
        <EmptyState
          title={t('teaching.no_courses')}
          action={
            <Row>
              {newLink}
              {importLink}
            </Row>
          }
        >
          <p>{t('teaching.no_courses_text')}</p>
        </EmptyState>
      ) : (
        <Stack>
          <Filters key={`${q} ${status}`} q={q} status={status} />
          {items.length > 0 ? (
            <CourseTable items={items} />
          ) : (
            <EmptyState
              picture="search"
              title={t('teaching.no_courses_found')}
              action={<LinkButton to="/teach">{t('teaching.clear_filters')}</LinkButton>}
            >
              <p>{t('teaching.no_courses_found_text')}</p>
            </EmptyState>
          )}
          <Pagination nextCursor={next} />
        </Stack>
      )}
    </Page>
  )
}

function Filters({ q, status }: { q: string; status: string }) {
  const t = useMessages()
  const submit = useSubmit()
  return (
    <search>
      <Form
        method="get"
        action="/teach"
        className={styles.filters}
        onChange={(event) => {
          if (event.target instanceof HTMLSelectElement) {
            void submit(event.currentTarget, { preventScrollReset: true })
          }
        }}
      >
        <TextInput
          type="search"
          name="q"
          label={t('teaching.search_courses')}
          defaultValue={q}
          maxLength={200}
          enterKeyHint="search"
        />
        <Select
          name="status"
          label={t('teaching.status')}
          defaultValue={status}
          options={[
            { value: '', label: t('teaching.status_any') },
            ...statuses.map((value) => ({ value, label: t(`teaching.status_${value}`) })),
          ]}
        />
        <Button type="submit">{t('teaching.search')}</Button>
      </Form>
    </search>
  )
}

function CourseTable({ items }: { items: CourseItem[] }) {
  const t = useMessages()
  const format = useFormat()
  const columns: Column<CourseItem>[] = [
    {
      key: 'title',
      header: t('teaching.course'),
      primary: true,
      cell: (course) => (
        <span className={styles.course}>
          <span className={styles.cover}>
            <Cover src={course.cover?.url ?? null} seed={course.slug} />
          </span>
          <span className={styles.words}>
            <Link to={studioPath(course.id)} className={styles.title}>
              {course.title}
            </Link>
            <span className={styles.note}>
              {t('ui.page_count', { count: course.pageTotal })}
              {course.categoryName ? ` · ${course.categoryName}` : ''}
            </span>
          </span>
        </span>
      ),
    },
    { key: 'status', header: t('teaching.status'), cell: (course) => <CourseStatus course={course} /> },
    {
      key: 'learners',
      header: t('teaching.learners'),
      align: 'end',
      cell: (course) =>
        course.learnerCount > 0 ? (
          <Link to={`${studioPath(course.id)}/learners`}>{format.number(course.learnerCount)}</Link>
        ) : (
          format.number(0)
        ),
    },
    {
      key: 'finished',
      header: t('teaching.finished'),
      align: 'end',
      cell: (course) =>
        course.learnerCount > 0 ? format.percent(course.completedCount / course.learnerCount) : '–',
    },
    {
      key: 'changed',
      header: t('teaching.last_change'),
      align: 'end',
      cell: (course) => <Time at={course.updatedAt} as="relative" />,
    },
  ]
  return <Table caption={t('app.studio')} columns={columns} rows={items} rowKey={(course) => course.id} />
}

/** A title is all a course needs to begin. */
function NewCourse({ answer }: { answer: Route.ComponentProps['actionData'] }) {
  const t = useMessages()
  const submit = useSubmit()
  const { state } = useNavigation()
  return (
    <Dialog opened onClose={() => void submit(null, { action: '/teach' })} title={t('teaching.new_course')}>
      <Form method="post" action="/teach?new">
        <Stack>
          <FormErrors problem={answer?.problem} />
          <TextInput
            name="title"
            label={t('teaching.course_title')}
            help={t('teaching.course_title_help')}
            required
            maxLength={300}
            defaultValue={answer?.title ?? ''}
            error={fieldErrors(answer?.problem).title}
            data-autofocus
            autoComplete="off"
          />
        </Stack>
        <DialogActions>
          <LinkButton to="/teach">{t('ui.cancel')}</LinkButton>
          <Button type="submit" variant="primary" loading={state === 'submitting'}>
            {t('teaching.create_course')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
