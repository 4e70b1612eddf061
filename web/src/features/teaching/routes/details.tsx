import { useState } from 'react'
import { data, Form, redirect, useNavigation, useOutletContext } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText, formTextOrNull } from '~/lib/form.ts'
import { locales, useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { may, useSession, useSite } from '~/lib/session.ts'
import { Button } from '~/ui/button.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { Checkbox, ChoiceGroup, Radio, Select, Textarea, TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { studioPath } from '../addresses.ts'
import { CourseCover } from '../components/course-cover.tsx'
import { RichTextField } from '../components/rich-text-field.tsx'
import { fromMinor, minorDigits, toMinor } from '../money.ts'
import type { StudioCourse } from '../shapes.ts'
import type { Route } from './+types/details.ts'
import styles from './details.module.css'

const levels = ['beginner', 'intermediate', 'advanced'] as const
const visibilities = ['public', 'enrolled_only', 'premium'] as const

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
      if (!problem) return redirect('/teach?done=deleted')
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

/** What the form says, as it says it. */
function wishIn(form: FormData) {
  return {
    title: formText(form, 'title'),
    slug: formText(form, 'slug'),
    summary: formTextOrNull(form, 'summary'),
    descriptionHtml: formTextOrNull(form, 'descriptionHtml'),
    categoryId: formTextOrNull(form, 'categoryId'),
    instructorId: formTextOrNull(form, 'instructorId'),
    level: levels.find((level) => level === form.get('level')) ?? null,
    language: formText(form, 'language'),
    durationMinutes: formText(form, 'durationMinutes'),
    price: formText(form, 'price'),
    currency: formText(form, 'currency').toUpperCase(),
    visibility: visibilities.find((one) => one === form.get('visibility')) ?? 'public',
    isFeatured: form.has('isFeatured'),
    certificateEnabled: form.has('certificateEnabled'),
  }
}

type Wish = ReturnType<typeof wishIn>

function wishOf(course: StudioCourse): Wish {
  const { title, slug, summary, descriptionHtml, level, language, currency, visibility } = course
  return {
    title,
    slug,
    summary,
    descriptionHtml,
    level,
    language,
    currency,
    visibility,
    categoryId: course.category?.id ?? null,
    instructorId: course.instructor?.id ?? null,
    durationMinutes: String(course.durationMinutes ?? ''),
    price: fromMinor(course.priceMinor, currency),
    isFeatured: course.isFeatured,
    certificateEnabled: course.certificateEnabled,
  }
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
          <Fields
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

function Fields({
  course,
  wish,
  errors,
  categories,
  instructors,
}: Route.ComponentProps['loaderData'] & {
  course: StudioCourse
  wish: Wish
  errors: Record<string, string>
}) {
  const t = useMessages()
  const session = useSession()
  const { locale } = useSite()
  const [currency, setCurrency] = useState(wish.currency)
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const languages = [...new Set([wish.language, ...locales, ...commonLanguages])]
  const teachers = [
    ...(course.instructor && !instructors.some(({ id }) => id === course.instructor?.id)
      ? [course.instructor]
      : []),
    ...instructors,
  ]
  return (
    <>
      <Card>
        <Stack>
          <TextInput
            name="title"
            label={t('teaching.course_title')}
            required
            maxLength={300}
            defaultValue={wish.title}
            error={errors.title}
          />
          <TextInput
            name="slug"
            label={t('teaching.slug')}
            help={t('teaching.slug_help', { address: `/courses/${wish.slug}` })}
            required
            maxLength={100}
            defaultValue={wish.slug}
            error={errors.slug}
            spellCheck={false}
            autoCapitalize="none"
          />
          <Textarea
            name="summary"
            label={t('teaching.summary')}
            help={t('teaching.summary_help')}
            required={false}
            maxLength={1000}
            rows={2}
            defaultValue={wish.summary ?? ''}
            error={errors.summary}
          />
          <RichTextField
            name="descriptionHtml"
            label={t('teaching.description')}
            html={wish.descriptionHtml ?? ''}
          />
        </Stack>
      </Card>
      <Card>
        <div className={styles.pairs}>
          <Select
            name="categoryId"
            label={t('teaching.category')}
            defaultValue={wish.categoryId ?? ''}
            error={errors.categoryId}
            options={[
              { value: '', label: t('teaching.no_category') },
              ...categories.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          {may(session, 'learning.courses.manage') ? (
            <TextInput
              name="newCategory"
              label={t('teaching.new_category')}
              required={false}
              maxLength={100}
              error={errors.name}
            />
          ) : null}
          <Select
            name="instructorId"
            label={t('teaching.taught_by')}
            defaultValue={wish.instructorId ?? ''}
            error={errors.instructorId}
            options={[
              { value: '', label: t('teaching.nobody') },
              ...teachers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Select
            name="level"
            label={t('teaching.level')}
            defaultValue={wish.level ?? ''}
            options={[
              { value: '', label: t('teaching.no_level') },
              ...levels.map((level) => ({ value: level, label: t(`ui.level_${level}`) })),
            ]}
          />
          <Select
            name="language"
            label={t('teaching.language')}
            defaultValue={wish.language}
            error={errors.language}
            options={languages.map((value) => ({ value, label: names.of(value) ?? value }))}
          />
          <TextInput
            type="number"
            name="durationMinutes"
            label={t('teaching.duration')}
            required={false}
            min={0}
            max={100000}
            step={1}
            defaultValue={wish.durationMinutes}
            error={errors.durationMinutes}
          />
        </div>
      </Card>
      <Card>
        <Stack>
          <ChoiceGroup legend={t('teaching.visibility')}>
            {visibilities.map((value) => (
              <Radio
                key={value}
                name="visibility"
                value={value}
                defaultChecked={wish.visibility === value}
                label={t(`teaching.visibility_${value}`)}
                help={t(`teaching.visibility_${value}_help`)}
              />
            ))}
          </ChoiceGroup>
          <div className={styles.pairs}>
            <TextInput
              name="price"
              label={t('teaching.price')}
              help={t('teaching.price_help')}
              inputMode="decimal"
              defaultValue={wish.price}
              pattern={`\\d+([.,]\\d{0,${minorDigits(currency)}})?`}
              error={errors.priceMinor}
            />
            <TextInput
              name="currency"
              label={t('teaching.currency')}
              required
              maxLength={3}
              pattern="[A-Za-z]{3}"
              defaultValue={wish.currency}
              onChange={(event) => setCurrency(event.target.value.toUpperCase())}
              error={errors.currency}
            />
          </div>
          <Checkbox
            name="isFeatured"
            defaultChecked={wish.isFeatured}
            label={t('teaching.featured')}
            help={t('teaching.featured_help')}
          />
          <Checkbox
            name="certificateEnabled"
            defaultChecked={wish.certificateEnabled}
            label={t('teaching.certificate_on')}
            help={t('teaching.certificate_on_help')}
          />
        </Stack>
      </Card>
    </>
  )
}

const commonLanguages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'el',
  'tr',
  'ar',
  'fa',
  'he',
  'hi',
  'zh',
  'ja',
  'ko',
  'ru',
  'uk',
]

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
