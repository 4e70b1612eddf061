import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { LinkButton } from '~/ui/button.tsx'
import { Section, Stack } from '~/ui/layout.tsx'
import { Prose } from '~/ui/prose.tsx'
import type { LearnerAttempt } from '../shapes.ts'
import styles from './attempt-answers.module.css'

/** What a learner answered in one attempt, question by question. */
export function AttemptAnswers({ attempt, back }: { attempt: LearnerAttempt; back: string }) {
  const t = useMessages()
  const format = useFormat()
  return (
    <Section
      id="answers"
      title={t('teaching.answers_of', { number: attempt.number })}
      description={attempt.score === null ? undefined : format.percent(attempt.score / 100)}
      actions={
        <LinkButton to={back} preventScrollReset size="small">
          {t('ui.close')}
        </LinkButton>
      }
    >
      <ol className={styles.questions}>
        {attempt.questions.map((question) => (
          <li key={question.id}>
            <Stack gap="tight">
              <div className={styles.prompt}>
                <Prose html={question.promptHtml} />
              </div>
              <p className={styles.given}>
                <strong>{t('teaching.given')}</strong>
                <Given question={question} />
                {question.isCorrect === null ? null : (
                  <Badge tone={question.isCorrect ? 'success' : 'warning'}>
                    {t(question.isCorrect ? 'teaching.is_right' : 'teaching.is_wrong')}
                  </Badge>
                )}
              </p>
            </Stack>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Given({ question }: { question: LearnerAttempt['questions'][number] }) {
  const t = useMessages()
  const { answer, options } = question
  const given = (Array.isArray(answer) ? answer : [answer]).filter((one) => one !== null && one !== '')
  if (given.length === 0) return <span className={styles.none}>{t('teaching.nothing_given')}</span>
  const words = given.map((one) => {
    const option = options.find((other) => other.key === one)
    return option
      ? option.html
          .replace(/<[^>]*>/g, ' ')
          .replaceAll('&amp;', '&')
          .trim()
      : String(one)
  })
  return <span>{words.join(' · ')}</span>
}
