import { useFetcher } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { Cover } from '~/ui/cover.tsx'
import { TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { studioPath } from '../addresses.ts'
import type { StudioCourse } from '../shapes.ts'
import styles from './course-cover.module.css'
import { FileDrop } from './file-drop.tsx'

/** The picture of a course, as cards and its page will show it. */
export function CourseCover({ course, problem }: { course: StudioCourse; problem: Problem | null }) {
  const t = useMessages()
  const fetcher = useFetcher<{ done: string; problem: Problem | null }>()
  const action = `${studioPath(course.id)}/details`
  const { cover } = course
  const answer = fetcher.data
  useActionToast(
    answer,
    answer && !answer.problem
      ? t(answer.done === 'no_cover' ? 'teaching.details_no_cover' : 'teaching.details_cover')
      : null,
  )
  return (
    <Section title={t('teaching.cover')} description={t('teaching.cover_text')}>
      <Card>
        <Stack>
          <FormErrors problem={answer?.problem ?? problem} />
          <div className={styles.previews}>
            <figure>
              <div className={styles.card}>
                <Cover src={cover?.url ?? null} seed={course.slug} />
              </div>
              <figcaption>{t('teaching.cover_on_cards')}</figcaption>
            </figure>
            <figure>
              <div className={styles.wide}>
                <Cover src={cover?.url ?? null} seed={course.slug} />
              </div>
              <figcaption>{t('teaching.cover_on_page')}</figcaption>
            </figure>
          </div>
          <FileDrop
            label={t(cover ? 'teaching.replace_image' : 'teaching.choose_image')}
            accept="image/*"
            bucket="public"
            onDone={({ id }) =>
              void fetcher.submit(
                { intent: 'cover', objectId: id, alt: cover?.alt ?? '' },
                { method: 'post', action },
              )
            }
          />
          {cover ? (
            <fetcher.Form method="post" action={action} key={cover.objectId}>
              <input type="hidden" name="objectId" value={cover.objectId} />
              <Stack>
                <TextInput
                  name="alt"
                  label={t('teaching.alt')}
                  help={t('teaching.alt_help')}
                  maxLength={500}
                  defaultValue={cover.alt}
                />
                <Row>
                  <Button type="submit" name="intent" value="cover" loading={fetcher.state !== 'idle'}>
                    {t('teaching.save_alt')}
                  </Button>
                  <Button type="submit" variant="quiet" name="intent" value="no_cover">
                    {t('teaching.remove_cover')}
                  </Button>
                </Row>
              </Stack>
            </fetcher.Form>
          ) : null}
        </Stack>
      </Card>
    </Section>
  )
}
