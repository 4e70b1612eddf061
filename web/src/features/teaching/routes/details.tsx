import { data, Form, redirect, useNavigation, useOutletContext } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Row, Section, Stack } from '~/ui/layout.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { studioPath } from '../addresses.ts'
import { CourseCover } from '../components/course-cover.tsx'
import { CourseFields } from '../components/course-fields.tsx'
import { wishIn, wishOf } from '../course-wish.ts'
import { toMinor } from '../money.ts'
import type { StudioCourse } from '../shapes.ts'
import type { Route } from './+types/details.ts'
import styles from './details.module.css'

export async function loader({ context }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const [categories, instructors] = await Promise.all([
    api.GET('/api/v1/learning/categories'),
    api.GET('/api/v1/learning/studio/instructors'),
  ])
  return { categories: unwrap(categories).items, instructors: unwrap(instructors).items }
}

export async function action({ params: path, request, context }: Route.ActionArgs) {
  const api = context.get(apiContext)
  const form = await request.formData()
  const params = { path }
  const headers = { 'if-match': `"${formText(form, 'revision')}"` }
  const course = '/api/v1/learning/studio/courses/{courseId}'
  const cover = '/api/v1/learning/studio/courses/{courseId}/cover'
  const done = formText(form, 'intent')
  switch (done) {
    case 'cover': {
      const body = { objectId: formText(form, 'objectId'), alt: formText(form, 'alt') }
      const problem = problemOf(await api.PUT(cover, { params, body }))
      return data({ done, problem, wish: null }, { status: problem?.status ?? 200 })
    }
    case 'no_cover': {
      const problem = problemOf(await api.DELETE(cover, { params }))
      return data({ done, problem, wish: null }, { status: problem?.status ?? 200 })
    }
    case 'delete': {
      const problem = problemOf(await api.DELETE(course, { params }))
      if (!problem) return redirect(`/teach?done=deleted&of=${path.courseId}`)
      return data({ done, problem, wish: null }, { status: problem.status })
    }
  }
  const wish = wishIn(form)
  let { categoryId } = wish
  const newCategory = formText(form, 'newCategory')
  if (newCategory) {
    const made = await api.POST('/api/v1/learning/categories', { body: { name: newCategory } })
    const problem = problemOf(made)
    if (problem) return data({ done: 'save', problem, wish }, { status: problem.status })
    categoryId = made.data?.id ?? null
  }
  const { durationMinutes, price, ...rest } = wish
  const body = {
    ...rest,
    categoryId,
    durationMinutes: durationMinutes === '' ? null : Number(durationMinutes),
    priceMinor: toMinor(price, wish.currency) ?? -1,
  }
  const problem = problemOf(await api.PATCH(course, { params, headers, body }))
  return data({ done: 'save', problem, wish: problem ? wish : null }, { status: problem?.status ?? 200 })
}

/** What is known of a course besides its content. */
export default function CourseDetails({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const course = useOutletContext<StudioCourse>()
  const { state, formData } = useNavigation()
  const problem = actionData?.problem ?? null
  const isSaving = state === 'submitting' && formData?.get('intent') === 'save'
  useActionToast(
    actionData,
    actionData && !problem ? t(`teaching.details_${doneKey(actionData.done)}`) : null,
  )
  return (
    <div className={styles.page}>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="revision" value={course.revision} />
        <Stack gap="wide">
          {actionData?.done === 'save' ? <FormErrors problem={problem} /> : null}
          <CourseFields
            // Begins anew after each saving, with what was stored.
            key={actionData?.wish ? 'wish' : course.revision}
            course={course}
            wish={actionData?.wish ?? wishOf(course)}
            errors={actionData?.done === 'save' ? fieldErrors(problem) : {}}
            {...loaderData}
          />
          <div className={styles.save}>
            <Button type="submit" variant="primary" name="intent" value="save" loading={isSaving}>
              {t('teaching.save_details')}
            </Button>
          </div>
        </Stack>
      </Form>
      <CourseCover course={course} problem={actionData?.done === 'cover' ? problem : null} />
      <Danger course={course} problem={actionData?.done === 'delete' ? problem : null} />
    </div>
  )
}

const doneKey = (done: string) =>
  done === 'cover' ? ('cover' as const) : done === 'no_cover' ? ('no_cover' as const) : ('saved' as const)

function Danger({
  course,
  problem,
}: {
  course: StudioCourse
  problem: Parameters<typeof FormErrors>[0]['problem']
}) {
  const t = useMessages()
  return (
    <Section title={t('teaching.end')} description={t('teaching.end_text')}>
      <Stack>
        <FormErrors problem={problem} />
        <Row>
          {course.status === 'archived' ? null : (
            <Form method="post" action={studioPath(course.id)}>
              <ConfirmButton
                name="intent"
                value="archive"
                dangerous={false}
                title={t('teaching.archive_title')}
                message={t('teaching.archive_text', { count: course.learnerCount })}
                confirmLabel={t('teaching.archive')}
              >
                {t('teaching.archive')}
              </ConfirmButton>
            </Form>
          )}
          {course.can.delete ? (
            <Form method="post">
              <ConfirmButton
                name="intent"
                value="delete"
                title={t('teaching.delete_title', { title: course.title })}
                message={t('teaching.delete_text')}
                confirmLabel={t('teaching.delete')}
              >
                {t('teaching.delete')}
              </ConfirmButton>
            </Form>
          ) : (
            <p className={styles.note}>{t('teaching.cannot_delete')}</p>
          )}
        </Row>
      </Stack>
    </Section>
  )
}
