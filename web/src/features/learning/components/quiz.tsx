import { IconCircleCheck } from '@tabler/icons-react'
import { useRef } from 'react'
import { Form, useLocation, useNavigation } from 'react-router'
import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Prose } from '~/ui/prose.tsx'
import type { Attempt, Quiz } from '../shapes.ts'
import { QuestionFields } from './question-fields.tsx'
import styles from './quiz.module.css'
import { QuizResult } from './quiz-result.tsx'
import { useQuizSaving } from './quiz-saving.ts'
import { QuizTimer } from './quiz-timer.tsx'

/** The quiz of a page: before, while and after answering. */
export function QuizOnPage({
  quiz,
  result,
  again,
  secondsLeft,
  isPreview,
  canStart,
  problem,
}: {
  quiz: Quiz
  /** A finished attempt to look at. */
  result: Attempt | null
  /** The learner wants another go. */
  again: boolean
  /** Until the open attempt is over; null when there is no hurry. */
  secondsLeft: number | null
  isPreview: boolean
  canStart: boolean
  problem: Problem | null
}) {
  const t = useMessages()
  const title = quiz.title || t('learning.quiz')
  const submitted = quiz.attempts.filter((attempt) => attempt.state === 'submitted')
  const last = submitted.at(-1)
  const isAnswering = quiz.openAttempt !== null || isPreview || again || submitted.length === 0
  const isTimed = quiz.timeLimitMinutes !== null
  return (
    <section id="quiz" className={styles.quiz} aria-labelledby="quiz-title">
      <header className={styles.head}>
        <h2 id="quiz-title" className={styles.title}>
          {title}
        </h2>
        <QuizFacts quiz={quiz} />
      </header>
      <FormErrors problem={problem} />
      {result ? (
        <QuizResult attempt={result} />
      ) : (
        <>
          {quiz.introHtml ? (
            <div className={styles.intro}>
              <Prose html={quiz.introHtml} />
            </div>
          ) : null}
          {quiz.questionCount === 0 ? (
            <p className={styles.note}>{t('learning.quiz_empty')}</p>
          ) : last && !isAnswering ? (
            <Standing quiz={quiz} lastId={last.id} canStart={canStart} />
          ) : isTimed && !quiz.openAttempt && !isPreview ? (
            <StartTimed quiz={quiz} canStart={canStart} />
          ) : (
            <QuizForm quiz={quiz} secondsLeft={secondsLeft} isPreview={isPreview} />
          )}
        </>
      )}
    </section>
  )
}

function QuizFacts({ quiz }: { quiz: Quiz }) {
  const t = useMessages()
  const format = useFormat()
  const facts = [
    t('learning.question_count', { count: quiz.questionCount }),
    quiz.passPercent > 0 ? t('learning.pass_mark', { share: format.percent(quiz.passPercent / 100) }) : null,
    quiz.timeLimitMinutes === null
      ? null
      : t('learning.time_limit', { time: format.duration(quiz.timeLimitMinutes) }),
    quiz.attemptsLeft === null ? null : t('learning.attempts_left', { count: quiz.attemptsLeft }),
    quiz.isRequired ? null : t('learning.quiz_optional'),
  ]
  return <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
}

/** Where the learner stands after earlier attempts. */
function Standing({ quiz, lastId, canStart }: { quiz: Quiz; lastId: string; canStart: boolean }) {
  const t = useMessages()
  const format = useFormat()
  const { pathname } = useLocation()
  const best = format.percent((quiz.bestScore ?? 0) / 100)
  const words =
    quiz.passPercent === 0
      ? 'learning.best_so_far'
      : quiz.isPassed
        ? 'learning.passed_with'
        : 'learning.not_passed_with'
  return (
    <div className={styles.standing}>
      <p className={quiz.isPassed ? styles.passed : styles.notPassed}>
        {quiz.isPassed ? <IconCircleCheck size={22} stroke={1.75} aria-hidden="true" /> : null}
        {t(words, { share: best })}
      </p>
      <div className={styles.buttons}>
        <LinkButton to={`${pathname}?attempt=${lastId}#quiz`} preventScrollReset>
          {t('learning.see_answers')}
        </LinkButton>
        {canStart ? (
          <LinkButton to={`${pathname}?again=1#quiz`} variant={quiz.isPassed ? 'quiet' : 'primary'}>
            {t('learning.try_again')}
          </LinkButton>
        ) : null}
      </div>
    </div>
  )
}

/** A quiz against the clock waits for the learner to be ready. */
function StartTimed({ quiz, canStart }: { quiz: Quiz; canStart: boolean }) {
  const t = useMessages()
  const format = useFormat()
  const navigation = useNavigation()
  if (!canStart) return <p className={styles.note}>{t('learning.no_attempts_left')}</p>
  return (
    <Form method="post" preventScrollReset className={styles.start}>
      <input type="hidden" name="quiz" value={quiz.id} />
      <p>{t('learning.timed_note', { time: format.duration(quiz.timeLimitMinutes ?? 0) })}</p>
      <Button
        type="submit"
        name="intent"
        value="start"
        variant="primary"
        loading={navigation.formData?.get('intent') === 'start'}
      >
        {t('learning.start_quiz')}
      </Button>
    </Form>
  )
}

/** The questions to answer. Answers are kept on the way; without script they arrive when handed in. */
function QuizForm({
  quiz,
  secondsLeft,
  isPreview,
}: {
  quiz: Quiz
  secondsLeft: number | null
  isPreview: boolean
}) {
  const t = useMessages()
  const navigation = useNavigation()
  const form = useRef<HTMLFormElement>(null)
  const { saving, onChange, stop } = useQuizSaving(form, quiz.id)
  const isSending = navigation.formData?.get('intent') === 'submit'
  const given = quiz.openAttempt?.answers ?? {}
  return (
    <Form
      ref={form}
      method="post"
      className={styles.form}
      preventScrollReset
      onChange={isPreview ? undefined : onChange}
      onSubmit={stop}
    >
      <input type="hidden" name="quiz" value={quiz.id} />
      <input type="hidden" name="attempt" defaultValue={quiz.openAttempt?.id ?? ''} />
      {/* Also sent when the time is up and nobody pressed the button. */}
      <input type="hidden" name="intent" value="submit" />
      {secondsLeft !== null && quiz.openAttempt ? (
        <QuizTimer
          key={quiz.openAttempt.id}
          seconds={secondsLeft}
          onOver={() => form.current?.requestSubmit()}
        />
      ) : null}
      {quiz.questions.map((question, index) => (
        <QuestionFields
          key={question.id}
          question={question}
          number={index + 1}
          total={quiz.questions.length}
          given={given[question.id] ?? null}
        />
      ))}
      <div className={styles.send}>
        {isPreview ? (
          <p className={styles.note}>{t('learning.quiz_preview')}</p>
        ) : (
          <Button type="submit" variant="primary" size="large" loading={isSending}>
            {t('learning.check_answers', { count: quiz.questions.length })}
          </Button>
        )}
        <p role="status" className={styles.saving}>
          {saving === 'saved' ? t('learning.answers_saved') : null}
          {saving === 'failed' ? t('learning.answers_not_saved') : null}
        </p>
      </div>
    </Form>
  )
}
