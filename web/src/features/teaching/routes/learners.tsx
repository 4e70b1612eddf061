import { IconUserPlus } from '@tabler/icons-react'
import { data, Form, Link, useOutletContext, useSubmit } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Avatar } from '~/ui/avatar.tsx'
import { Badge } from '~/ui/badge.tsx'
import { Button, LinkButton } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Select, TextInput } from '~/ui/field.tsx'
import { Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { ProgressBar } from '~/ui/progress.tsx'
import { type Column, Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { learnerPath, studioPath } from '../addresses.ts'
import { EnrollDialog } from '../components/enroll-dialog.tsx'
import { LearnerStatus, learnerTags, Tags } from '../components/learner-bits.tsx'
import type { Learner, StudioCourse } from '../shapes.ts'
import type { Route } from './+types/learners.ts'
import styles from './learners.module.css'

const statuses = ['active', 'completed', 'cancelled'] as const

export async function loader({ params: path, request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const q = searchParams.get('q')?.trim().slice(0, 200) ?? ''
  const status = statuses.find((one) => one === searchParams.get('status')) ?? ''
  const tag = learnerTags.find((one) => one === searchParams.get('tag')) ?? ''
  const after = searchParams.get('after')
  const page = await context.get(apiContext).GET('/api/v1/learning/studio/courses/{courseId}/learners', {
    params: {
      path,
      query: {
        limit: 25,
        ...(q ? { q } : {}),
        ...(status ? { status } : {}),
        ...(tag ? { tag } : {}),
        ...(after ? { cursor: after } : {}),
      },
    },
  })
  return { ...unwrap(page), filters: { q, status, tag }, isEnrolling: searchParams.has('enroll') }
}

/** Puts people into the course. */
export async function action({ params: path, request, context }: Route.ActionArgs) {
  const userIds = (await request.formData()).getAll('person').map(String)
  const answer = await context.get(apiContext).POST('/api/v1/learning/studio/courses/{courseId}/learners', {
    params: { path },
    body: { userIds },
  })
  const problem = problemOf(answer)
  return data({ problem, added: answer.data?.added ?? 0 }, { status: problem?.status ?? 200 })
}

/** Who learns in a course, and how far they are. */
export default function Learners({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const course = useOutletContext<StudioCourse>()
  const { items, next, filters, can, isEnrolling } = loaderData
  const isFiltered = Object.values(filters).some(Boolean)
  const here = `${studioPath(course.id)}/learners`
  useActionToast(
    actionData,
    actionData && !actionData.problem ? t('teaching.enrolled', { count: actionData.added }) : null,
  )
  const enroll = can.manage ? (
    <LinkButton to={`${here}?enroll`} icon={<IconUserPlus />} preventScrollReset>
      {t('teaching.enroll_people')}
    </LinkButton>
  ) : null
  return (
    <Stack>
      {items.length > 0 || isFiltered ? (
        <div className={styles.head}>
          <Filters key={JSON.stringify(filters)} filters={filters} />
          {enroll}
        </div>
      ) : null}
      {items.length > 0 ? (
        <LearnerTable courseId={course.id} items={items} />
      ) : isFiltered ? (
        <EmptyState
          picture="search"
          title={t('teaching.no_learners_found')}
          action={<LinkButton to={here}>{t('teaching.clear_filters')}</LinkButton>}
        />
      ) : (
        <EmptyState title={t('teaching.no_learners')} action={enroll}>
          <p>
            {t(course.status === 'published' ? 'teaching.no_learners_text' : 'teaching.no_learners_draft')}
          </p>
        </EmptyState>
      )}
      <Pagination nextCursor={next} />
      {isEnrolling && can.manage && (!actionData || actionData.problem) ? (
        <EnrollDialog courseId={course.id} problem={actionData?.problem ?? null} />
      ) : null}
    </Stack>
  )
}

function Filters({ filters }: { filters: Route.ComponentProps['loaderData']['filters'] }) {
  const t = useMessages()
  const submit = useSubmit()
  return (
    <search className={styles.search}>
      <Form
        method="get"
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
          label={t('teaching.search_learners')}
          defaultValue={filters.q}
          maxLength={200}
          enterKeyHint="search"
        />
        <Select
          name="status"
          label={t('teaching.status')}
          defaultValue={filters.status}
          options={[
            { value: '', label: t('teaching.status_any') },
            ...statuses.map((value) => ({ value, label: t(`teaching.enrollment_${value}`) })),
          ]}
        />
        <Select
          name="tag"
          label={t('teaching.tag')}
          defaultValue={filters.tag}
          options={[
            { value: '', label: t('teaching.status_any') },
            ...learnerTags.map((value) => ({ value, label: t(`teaching.tag_${value}`) })),
          ]}
        />
        <Button type="submit">{t('teaching.search')}</Button>
      </Form>
    </search>
  )
}

function LearnerTable({ courseId, items }: { courseId: string; items: Learner[] }) {
  const t = useMessages()
  const columns: Column<Learner>[] = [
    {
      key: 'person',
      header: t('teaching.learner'),
      primary: true,
      cell: ({ enrollmentId, person, tags }) => (
        <span className={styles.person}>
          <Avatar name={person.name} src={person.avatarUrl} size="small" />
          <span className={styles.words}>
            <Link to={learnerPath(courseId, enrollmentId)} className={styles.name}>
              {person.name}
            </Link>
            <span className={styles.note}>{person.email}</span>
            {tags.length > 0 ? <Tags tags={tags} /> : null}
          </span>
        </span>
      ),
    },
    {
      key: 'progress',
      header: t('teaching.progress'),
      cell: ({ person, done, total }) => (
        <div className={styles.progress}>
          <ProgressBar
            done={done}
            total={total}
            label={t('teaching.progress_of', { name: person.name })}
            showShare
          />
        </div>
      ),
    },
    { key: 'status', header: t('teaching.status'), cell: (learner) => <LearnerStatus learner={learner} /> },
    {
      key: 'certificate',
      header: t('teaching.certificate'),
      deskOnly: true,
      cell: ({ certificate }) =>
        certificate ? (
          <Badge tone={certificate.status === 'valid' ? 'success' : 'warning'}>
            {t(`teaching.certificate_${certificate.status}`)}
          </Badge>
        ) : (
          '–'
        ),
    },
    {
      key: 'activity',
      header: t('teaching.last_activity'),
      align: 'end',
      cell: ({ lastActivityAt }) => (lastActivityAt ? <Time at={lastActivityAt} as="relative" /> : '–'),
    },
  ]
  return (
    <Table
      caption={t('teaching.learners')}
      columns={columns}
      rows={items}
      rowKey={(learner) => learner.enrollmentId}
    />
  )
}
