import { IconChevronRight } from '@tabler/icons-react'
import { Form, Link, useNavigation } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Section, Stack } from '~/ui/layout.tsx'
import styles from './people.module.css'
import type { PersonDetail } from './person-detail.ts'
import { PersonName } from './person-name.tsx'

type Candidate = {
  id: string
  name: string
  email: string | null
  avatarUrl: string | null
  jobTitle: string | null
}

/** Who a person reports to, all the way up, and choosing somebody else by a search. */
export function PersonManager({
  person,
  here,
  search,
  candidates,
  problem,
}: {
  person: PersonDetail
  /** Path of the page, without the search. */
  here: string
  search: string
  /** Who fits the search; null when nobody was looked for. */
  candidates: Candidate[] | null
  problem: Problem | null
}) {
  const t = useMessages()
  const open = person.can.editEmployment
  return (
    <Section title={t('persons.manager')}>
      <Card>
        <Stack>
          <FormErrors problem={problem} />
          {person.managers.length === 0 ? (
            <p className={styles.quiet}>{t('persons.manager_none')}</p>
          ) : (
            <Chain person={person} />
          )}
          {open ? (
            <>
              <Form method="get" action={here} role="search" className={styles.finder} preventScrollReset>
                <TextInput
                  label={t('persons.find_manager')}
                  name="manager"
                  type="search"
                  defaultValue={search}
                  placeholder={t('persons.person_help')}
                />
                <Button type="submit">{t('persons.search_manager')}</Button>
              </Form>
              {candidates ? <Candidates candidates={candidates} person={person} here={here} /> : null}
              {person.managers.length > 0 && !candidates ? (
                <Choice person={person} here={here} managerId="">
                  {t('persons.clear_manager')}
                </Choice>
              ) : null}
            </>
          ) : null}
        </Stack>
      </Card>
    </Section>
  )
}

/** From the top down to the person. */
function Chain({ person }: { person: PersonDetail }) {
  const t = useMessages()
  return (
    <ol className={styles.chain} aria-label={t('persons.chain', { name: person.name })}>
      {person.managers.toReversed().map((manager) => (
        <li key={manager.id}>
          <Link to={`/admin/people/${manager.id}/work`}>{manager.name || t('persons.nameless')}</Link>
          {manager.jobTitle ? <span className={styles.quiet}>{manager.jobTitle}</span> : null}
          <IconChevronRight size={16} stroke={1.75} aria-hidden="true" className={styles.step} />
        </li>
      ))}
      <li aria-current="true">{person.name || t('persons.nameless')}</li>
    </ol>
  )
}

function Candidates({
  candidates,
  person,
  here,
}: {
  candidates: Candidate[]
  person: PersonDetail
  here: string
}) {
  const t = useMessages()
  const others = candidates.filter((one) => one.id !== person.managers[0]?.id)
  if (others.length === 0) return <p role="status">{t('persons.manager_nobody_found')}</p>
  return (
    <ul className={styles.candidates} aria-label={t('persons.find_manager')}>
      {others.map((one) => (
        <li key={one.id}>
          <PersonName person={one} note={one.jobTitle} />
          <Choice person={person} here={here} managerId={one.id} about={one.name}>
            {t('persons.choose_manager')}
          </Choice>
        </li>
      ))}
    </ul>
  )
}

function Choice({
  person,
  here,
  managerId,
  about,
  children,
}: {
  person: PersonDetail
  here: string
  /** Empty: nobody. */
  managerId: string
  about?: string
  children: string
}) {
  const { state, formData } = useNavigation()
  return (
    <Form method="post" action={here} preventScrollReset>
      <input type="hidden" name="intent" value="manager" />
      <input type="hidden" name="managerId" value={managerId} />
      <input type="hidden" name="before" value={person.managers[0]?.id ?? ''} />
      <Button
        type="submit"
        size="small"
        aria-label={about ? `${children}: ${about}` : undefined}
        loading={state !== 'idle' && formData?.get('managerId') === managerId}
      >
        {children}
      </Button>
    </Form>
  )
}
