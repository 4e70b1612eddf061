import { IconArchive, IconArrowBackUp, IconCalendar, IconCopy, IconDots, IconEye } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { type FetcherWithComponents, Link } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { useSite } from '~/lib/session.ts'
import { Button, IconButton, LinkButton } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { Dialog, DialogActions } from '~/ui/dialog.tsx'
import { TextInput } from '~/ui/field.tsx'
import { Stack } from '~/ui/layout.tsx'
import { Menu, type MenuItem } from '~/ui/menu.tsx'
import { rowId, studioPath } from '../addresses.ts'
import type { Gap } from '../publishing.ts'
import type { StudioCourse } from '../shapes.ts'
import { toWallClock } from '../wall-clock.ts'

type Intent = 'schedule' | 'withdraw' | 'archive'

/** Looking at a course as learners will, and deciding who sees it. */
export function PublishButtons({
  course,
  fetcher,
}: {
  course: StudioCourse
  fetcher: FetcherWithComponents<unknown>
}) {
  const t = useMessages()
  const [asking, setAsking] = useState<Intent | null>(null)
  const action = studioPath(course.id)
  const isBusy = fetcher.state !== 'idle'
  const send = (intent: string, more: Record<string, string> = {}) => {
    setAsking(null)
    void fetcher.submit({ intent, ...more }, { method: 'post', action })
  }
  const { status } = course
  const schedule: MenuItem = {
    label: t(status === 'scheduled' ? 'teaching.reschedule' : 'teaching.schedule'),
    icon: <IconCalendar size={18} />,
    onSelect: () => setAsking('schedule'),
  }
  const withdraw: MenuItem = {
    label: t(status === 'scheduled' ? 'teaching.unschedule' : 'teaching.withdraw'),
    icon: <IconArrowBackUp size={18} />,
    onSelect: () => (status === 'scheduled' ? send('withdraw') : setAsking('withdraw')),
  }
  const archive: MenuItem = {
    label: t('teaching.archive'),
    icon: <IconArchive size={18} />,
    onSelect: () => setAsking('archive'),
  }
  const copy: MenuItem = {
    label: t('studio.copy_course'),
    icon: <IconCopy size={18} />,
    onSelect: () => send('copy'),
  }
  const groups: Record<StudioCourse['status'], MenuItem[][]> = {
    draft: [[schedule], [copy], [archive]],
    scheduled: [[schedule, withdraw], [copy], [archive]],
    published: [[withdraw], [copy], [archive]],
    archived: [[copy]],
  }
  return (
    <>
      <LinkButton to={`/learn/courses/${course.id}`} icon={<IconEye />}>
        {t('teaching.view_as_learner')}
      </LinkButton>
      {status === 'published' ? null : (
        <fetcher.Form method="post" action={action}>
          <Button
            type="submit"
            variant="primary"
            name="intent"
            value={status === 'archived' ? 'reopen' : 'publish'}
            loading={isBusy}
          >
            {t(
              status === 'archived'
                ? 'teaching.reopen'
                : status === 'scheduled'
                  ? 'teaching.publish_now'
                  : 'teaching.publish',
            )}
          </Button>
        </fetcher.Form>
      )}
      <Menu
        trigger={
          <IconButton label={t('teaching.more_for_course')} variant="secondary">
            <IconDots />
          </IconButton>
        }
        groups={groups[status]}
      />
      {asking === 'schedule' ? (
        <ScheduleDialog
          course={course}
          onClose={() => setAsking(null)}
          onSend={(at) => send('schedule', { at })}
        />
      ) : null}
      {asking === 'withdraw' || asking === 'archive' ? (
        <Dialog opened onClose={() => setAsking(null)} title={t(`teaching.${asking}_title`)} size="small">
          <p>{t(`teaching.${asking}_text`, { count: course.learnerCount })}</p>
          <DialogActions>
            <Button onClick={() => setAsking(null)}>{t('ui.cancel')}</Button>
            <Button variant="primary" onClick={() => send(asking)}>
              {t(`teaching.${asking}`)}
            </Button>
          </DialogActions>
        </Dialog>
      ) : null}
    </>
  )
}

function ScheduleDialog({
  course,
  onClose,
  onSend,
}: {
  course: StudioCourse
  onClose: () => void
  onSend: (at: string) => void
}) {
  const t = useMessages()
  const { timeZone } = useSite()
  return (
    <Dialog opened onClose={onClose} title={t('teaching.schedule_title')} size="small">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSend(String(new FormData(event.currentTarget).get('at')))
        }}
      >
        <Stack>
          <p>{t('teaching.schedule_text')}</p>
          <TextInput
            type="datetime-local"
            name="at"
            label={t('teaching.publish_at')}
            help={t('teaching.in_time_zone', { timeZone })}
            required
            min={toWallClock(new Date(), timeZone)}
            defaultValue={course.scheduledAt ? toWallClock(course.scheduledAt, timeZone) : ''}
          />
        </Stack>
        <DialogActions>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" variant="primary">
            {t('teaching.schedule_it')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Why a course stays as it is; each reason leads to the place where it is put right. */
export function Refusal({ courseId, problem, gaps }: { courseId: string; problem: Problem; gaps: Gap[] }) {
  const t = useMessages()
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is to be read
  useEffect(() => box.current?.focus(), [problem])
  return (
    <Stack ref={box} tabIndex={-1} role="alert">
      <Callout tone="warning" title={gaps.length > 0 ? t('teaching.not_ready') : problem.title}>
        {gaps.length > 0 ? (
          <ul>
            {gaps.map((gap) => (
              <li key={gap.kind === 'no_module' ? gap.kind : gap.nodeId}>
                {gap.kind === 'no_module'
                  ? t.rich('teaching.gap_no_module', {
                      link: (words) => <Link to={`${studioPath(courseId)}#add-module`}>{words}</Link>,
                    })
                  : t.rich('teaching.gap_empty_module', {
                      title: gap.title,
                      link: (words) => (
                        <Link to={`${studioPath(courseId)}#${rowId(gap.nodeId)}`}>{words}</Link>
                      ),
                    })}
              </li>
            ))}
          </ul>
        ) : null}
      </Callout>
      <span />
    </Stack>
  )
}
