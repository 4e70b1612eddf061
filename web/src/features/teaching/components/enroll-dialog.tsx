import { useEffect, useRef, useState } from 'react'
import { Form, useFetcher, useNavigate, useNavigation } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Avatar } from '~/ui/avatar.tsx'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Dialog, DialogActions } from '~/ui/dialog.tsx'
import { Checkbox, TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { studioPath } from '../addresses.ts'
import type { loader as peopleLoader } from '../routes/people.ts'
import styles from './enroll-dialog.module.css'

type Found = Awaited<ReturnType<typeof peopleLoader>>['items'][number]

/** Looks for members by name or address and puts those chosen into the course. */
export function EnrollDialog({ courseId, problem }: { courseId: string; problem: Problem | null }) {
  const t = useMessages()
  const navigate = useNavigate()
  const { state } = useNavigation()
  const search = useFetcher<typeof peopleLoader>()
  const [chosen, setChosen] = useState<Found[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const back = `${studioPath(courseId)}/learners`
  useEffect(() => () => clearTimeout(timer.current), [])
  const isChosen = (person: Found) => chosen.some((other) => other.id === person.id)
  const found = search.data?.items ?? []
  const shown = [...chosen, ...found.filter((person) => !isChosen(person))]
  return (
    <Dialog opened onClose={() => void navigate(back)} title={t('teaching.enroll_people')}>
      <Form method="post" action={`${back}?enroll`}>
        <Stack>
          <FormErrors problem={problem} />
          <TextInput
            type="search"
            label={t('teaching.find_people')}
            help={t('teaching.find_people_help')}
            maxLength={200}
            autoComplete="off"
            data-autofocus
            onChange={(event) => {
              const q = event.target.value
              clearTimeout(timer.current)
              timer.current = setTimeout(
                () => void search.load(`${studioPath(courseId)}/people?${new URLSearchParams({ q })}`),
                250,
              )
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.preventDefault()
            }}
          />
          <div className={styles.people} aria-live="polite">
            {shown.map((person) => (
              <div key={person.id} className={styles.person}>
                <Checkbox
                  name="person"
                  value={person.id}
                  checked={isChosen(person)}
                  onChange={(event) =>
                    setChosen(
                      event.target.checked
                        ? [...chosen, person]
                        : chosen.filter((other) => other.id !== person.id),
                    )
                  }
                  label={person.name}
                  help={person.email}
                />
                <Avatar name={person.name} src={person.avatarUrl} size="small" />
              </div>
            ))}
            {shown.length === 0 && search.data?.q ? (
              <p className={styles.none}>{t('teaching.nobody_found')}</p>
            ) : null}
          </div>
        </Stack>
        <DialogActions>
          <LinkButton to={back}>{t('ui.cancel')}</LinkButton>
          <Button
            type="submit"
            variant="primary"
            disabled={chosen.length === 0}
            loading={state === 'submitting'}
          >
            {t('teaching.enroll_count', { count: chosen.length })}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
