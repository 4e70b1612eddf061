import { formText, formTextOrNull } from '~/lib/form.ts'
import { fromMinor } from './money.ts'
import type { StudioCourse } from './shapes.ts'

export const levels = ['beginner', 'intermediate', 'advanced'] as const
export const visibilities = ['public', 'enrolled_only', 'premium'] as const

/** What the form says, as it says it. */
export function wishIn(form: FormData) {
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

/** The details of a course as its form holds them. */
export type CourseWish = ReturnType<typeof wishIn>

export function wishOf(course: StudioCourse): CourseWish {
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
