import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { LinkButton } from '~/ui/button.tsx'
import { Section } from '~/ui/layout.tsx'
import { type Column, Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import type { LearnerDetail } from '../shapes.ts'

/** Every try of a learner at the quizzes of a course. */
export function LearnerAttempts({ learner }: { learner: LearnerDetail }) {
  const t = useMessages()
  const format = useFormat()
  if (learner.attempts.length === 0) return null
  const columns: Column<LearnerDetail['attempts'][number]>[] = [
    {
      key: 'quiz',
      header: t('teaching.quiz'),
      primary: true,
      cell: (attempt) => t('teaching.attempt_of', { title: attempt.nodeTitle, number: attempt.number }),
    },
    {
      key: 'score',
      header: t('teaching.score'),
      align: 'end',
      cell: ({ score }) => (score === null ? '–' : format.percent(score / 100)),
    },
    {
      key: 'right',
      header: t('teaching.right_answers'),
      align: 'end',
      cell: ({ correctAnswers, totalQuestions }) =>
        correctAnswers === null
          ? '–'
          : t('teaching.done_of', { done: correctAnswers, total: totalQuestions }),
    },
    {
      key: 'passed',
      header: t('teaching.result'),
      cell: ({ state, passed }) =>
        state === 'open' ? (
          <Badge dot>{t('teaching.attempt_open')}</Badge>
        ) : (
          <Badge tone={passed ? 'success' : 'warning'}>
            {t(passed ? 'teaching.attempt_passed' : 'teaching.attempt_failed')}
          </Badge>
        ),
    },
    {
      key: 'at',
      header: t('teaching.handed_in'),
      align: 'end',
      cell: ({ submittedAt }) => (submittedAt ? <Time at={submittedAt} as="dateTime" /> : '–'),
    },
    {
      key: 'look',
      header: t('teaching.answers'),
      actions: true,
      cell: ({ id, state, nodeTitle }) =>
        state === 'submitted' ? (
          <LinkButton size="small" variant="quiet" to={`?attempt=${id}#answers`} preventScrollReset>
            {t('teaching.see_answers')}
            <span className="visually-hidden">: {nodeTitle}</span>
          </LinkButton>
        ) : null,
    },
  ]
  return (
    <Section title={t('teaching.attempts')}>
      <Table
        caption={t('teaching.attempts')}
        columns={columns}
        rows={learner.attempts}
        rowKey={({ id }) => id}
      />
    </Section>
  )
}
