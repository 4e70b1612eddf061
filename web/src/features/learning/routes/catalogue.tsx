import { useSubmit } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext, siteContext } from '~/lib/context.ts'
import { locales, useMessages } from '~/lib/messages/index.ts'
import { useSite } from '~/lib/session.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { CourseCards } from '~/ui/course-cards.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Select, TextInput } from '~/ui/field.tsx'
import { Page } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import type { Route } from './+types/catalogue.ts'
import styles from './catalogue.module.css'

const levels = ['beginner', 'intermediate', 'advanced'] as const

export async function loader({ request, context }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const { searchParams } = new URL(request.url)
  const filters = {
    q: searchParams.get('q')?.trim().slice(0, 200) ?? '',
    category: searchParams.get('category') ?? '',
    level: levels.find((level) => level === searchParams.get('level')) ?? ('' as const),
    language: /^[A-Za-z-]{2,35}$/.test(searchParams.get('language') ?? '')
      ? (searchParams.get('language') ?? '')
      : '',
  }
  const after = searchParams.get('after')
  const [courses, categories] = await Promise.all([
    api.GET('/api/v1/learning/courses', {
      params: {
        query: {
          limit: 24,
          ...(filters.q ? { q: filters.q } : {}),
          ...(filters.category ? { category: filters.category } : {}),
          ...(filters.level ? { level: filters.level } : {}),
          ...(filters.language ? { language: filters.language } : {}),
          ...(after ? { cursor: after } : {}),
        },
      },
    }),
    api.GET('/api/v1/learning/categories'),
  ])
  const { items, next } = unwrap(courses)
  const languages = [
    ...new Set([context.get(siteContext).locale, ...locales, ...items.map((item) => item.language)]),
  ]
  if (filters.language && !languages.includes(filters.language)) languages.push(filters.language)
  return { items, next, filters, categories: unwrap(categories).items, languages }
}

/** What the organization offers, with search and filters in the address. */
export default function Catalogue({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  const { organization } = useSite()
  const { items, next, filters } = loaderData
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <Page>
      <PageHeader
        title={t('learning.catalogue')}
        lead={t('learning.catalogue_lead', { organization: organization.name })}
      />
      {items.length > 0 || isFiltered ? <Filters {...loaderData} key={JSON.stringify(filters)} /> : null}
      {items.length > 0 ? (
        <CourseCards courses={items} heading="h2" />
      ) : isFiltered ? (
        <EmptyState
          picture="search"
          title={t('learning.no_courses_found')}
          action={<LinkButton to="/courses">{t('learning.clear_filters')}</LinkButton>}
        >
          <p>{t('learning.no_courses_found_text')}</p>
        </EmptyState>
      ) : (
        <EmptyState title={t('learning.no_courses_yet')}>
          <p>{t('learning.no_courses_yet_text')}</p>
        </EmptyState>
      )}
      <Pagination nextCursor={next} />
    </Page>
  )
}

function Filters({ filters, categories, languages }: Route.ComponentProps['loaderData']) {
  const t = useMessages()
  const { locale } = useSite()
  const submit = useSubmit()
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const any = { value: '', label: t('learning.filter_any') }
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <search>
      <form
        method="get"
        action="/courses"
        className={styles.filters}
        onSubmit={(event) => {
          event.preventDefault()
          void submit(tidy(event.currentTarget), { action: '/courses', preventScrollReset: true })
        }}
        onChange={(event) => {
          if (event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit()
        }}
      >
        <div className={styles.words}>
          <TextInput
            type="search"
            name="q"
            label={t('learning.search_courses')}
            defaultValue={filters.q}
            maxLength={200}
            enterKeyHint="search"
          />
        </div>
        {categories.length > 0 ? (
          <Select
            name="category"
            label={t('learning.category')}
            defaultValue={filters.category}
            options={[any, ...categories.map((category) => ({ value: category.slug, label: category.name }))]}
          />
        ) : null}
        <Select
          name="level"
          label={t('learning.level')}
          defaultValue={filters.level}
          options={[any, ...levels.map((level) => ({ value: level, label: t(`ui.level_${level}`) }))]}
        />
        <Select
          name="language"
          label={t('learning.language')}
          defaultValue={filters.language}
          options={[
            any,
            ...languages.map((language) => ({ value: language, label: names.of(language) ?? language })),
          ]}
        />
        <div className={styles.buttons}>
          <Button type="submit">{t('learning.search')}</Button>
          {isFiltered ? (
            <LinkButton to="/courses" variant="quiet">
              {t('learning.clear_filters')}
            </LinkButton>
          ) : null}
        </div>
      </form>
    </search>
  )
}

/** What was asked for, without what was left open, so that addresses stay short. */
function tidy(form: HTMLFormElement): URLSearchParams {
  const asked = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim()) asked.set(name, value.trim())
  }
  return asked
}
