import { Link } from 'react-router'
import { type Api, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { EmptyState } from '~/ui/empty-state.tsx'
import { TextInput } from '~/ui/field.tsx'
import { Section, Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { LoginPlot } from '../components/login-plot.tsx'
import { LoginTable } from '../components/login-table.tsx'
import { PeopleFrame } from '../components/people-frame.tsx'
import { SignInFilters } from '../components/sign-in-filters.tsx'
import { signInQuery, signInWish } from '../components/sign-in-wish.ts'
import type { Route } from './+types/sign-ins.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams
  const api = context.get(apiContext)
  const wish = signInWish(asked)
  const wanted = asked.get('person')?.trim().slice(0, 100) ?? ''
  const person = wanted ? await personMeant(api, wanted) : null
  const cursor = asked.get('after')
  const query = {
    limit: 50,
    ...signInQuery(wish),
    ...(person ? { personId: person.id } : {}),
    ...(cursor ? { cursor } : {}),
  }
  const days = asked.get('days') === '90' ? 90 : 30
  const [plot, tries] = await Promise.all([
    api.GET('/api/v1/identity/login-history/days', { params: { query: { days } } }),
    wanted && !person ? null : api.GET('/api/v1/identity/login-history', { params: { query } }),
  ])
  return {
    days: unwrap(plot).items,
    span: days,
    wish,
    person: person?.called ?? wanted,
    ...(tries ? unwrap(tries) : { items: [], next: null }),
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whom a filter means: an id, or the first person that part of a name or address fits. */
async function personMeant(api: Api, text: string): Promise<{ id: string; called: string } | null> {
  if (uuid.test(text)) {
    const params = { path: { personId: text } }
    const { data } = await api.GET('/api/v1/identity/people/{personId}', { params })
    return { id: text, called: data?.email || data?.name || text }
  }
  const found = await api.GET('/api/v1/identity/people', { params: { query: { search: text, limit: 1 } } })
  const [first] = unwrap(found).items
  return first ? { id: first.id, called: first.email || first.name } : null
}

/** Who tried to sign in at the organization, and how it ended. */
export default function SignIns({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  const { days, span, wish, person, items, next } = loaderData
  const filtered = Boolean(person) || Object.values(wish).some(Boolean)
  const all = `/admin/people/sign-ins?days=${span}`
  return (
    <PeopleFrame title={t('people.sign_ins')} lead={t('people.sign_ins_lead')} action={<span />}>
      <LoginPlot days={days} />
      <Section title={t('identity.login_history')}>
        <Stack>
          <SignInFilters wish={wish} all={all} filtered={filtered}>
            <TextInput
              label={t('identity.who')}
              name="person"
              type="search"
              defaultValue={person}
              placeholder={t('persons.person_help')}
            />
            <input type="hidden" name="days" value={span} />
          </SignInFilters>
          {items.length === 0 ? (
            <EmptyState picture="search" title={t('people.no_sign_ins')} />
          ) : (
            <LoginTable
              caption={t('identity.login_history')}
              tries={items}
              who={(row) =>
                row.userId ? (
                  <Link to={`/admin/people/${row.userId}`}>{row.userName || t('persons.nameless')}</Link>
                ) : (
                  t('people.somebody')
                )
              }
            />
          )}
          <Pagination nextCursor={next} />
        </Stack>
      </Section>
    </PeopleFrame>
  )
}
