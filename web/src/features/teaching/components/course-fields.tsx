import { useState } from 'react'
import { locales, useMessages } from '~/lib/messages/index.ts'
import { may, useSession, useSite } from '~/lib/session.ts'
import { Checkbox, ChoiceGroup, Radio, Select, Textarea, TextInput } from '~/ui/field.tsx'
import { Card, Stack } from '~/ui/layout.tsx'
import { type CourseWish, levels, visibilities } from '../course-wish.ts'
import { minorDigits } from '../money.ts'
import type { StudioCourse } from '../shapes.ts'
import styles from './course-fields.module.css'
import { RichTextField } from './rich-text-field.tsx'

/** What is known of a course, to fill in. */
export function CourseFields({
  course,
  wish,
  errors,
  categories,
  instructors,
}: {
  course: StudioCourse
  wish: CourseWish
  /** What is wrong, by field. */
  errors: Record<string, string>
  categories: { id: string; name: string }[]
  instructors: { id: string; name: string }[]
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
