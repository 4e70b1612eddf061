import { IconCircleCheck, IconCircleDashed, IconCircleHalf2, IconCircleX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { LinkButton } from '~/ui/button.tsx'
import { Prose } from '~/ui/prose.tsx'
import type { Attempt, AttemptQuestion } from '../shapes.ts'
import { needsMarkup, plainText } from './plain-text.ts'
import { QuestionHead } from './question-fields.tsx'
import styles from './quiz.module.css'

/** How an attempt went: the score, and each question with what was given and what to know about it. */
export function QuizResult({ attempt }: { attempt: Attempt }) {
  const t = useMessages()
  const format = useFormat()
  const { pathname } = useLocation()
  const head = useRef<HTMLDivElement>(null)
  useEffect(() => head.current?.focus({ preventScroll: true }), [])
  const canTryAgain = attempt.attemptsLeft !== 0
  return (
    <>
      <div
        ref={head}
        tabIndex={-1}
        role="status"
        className={`${styles.score} ${attempt.passed ? styles.scorePassed : styles.scoreMissed}`}
      >
        <p className={styles.share}>{format.percent((attempt.score ?? 0) / 100)}</p>
        <div>
          <p className={styles.verdict}>
            {attempt.passPercent === 0
              ? t('learning.answered')
              : attempt.passed
                ? t('learning.passed')
                : t('learning.not_passed')}
          </p>
          <p className={styles.scoreNote}>
            {t('learning.right_of_total', {
              right: attempt.correctAnswers ?? 0,
              total: attempt.totalQuestions,
            })}
            {attempt.passed
              ? ''
              : ` ${t('learning.needed', { share: format.percent(attempt.passPercent / 100) })}`}
          </p>
        </div>
        {canTryAgain ? (
          <LinkButton
            to={`${pathname}?again=1#quiz`}
            variant={attempt.passed ? 'quiet' : 'primary'}
            className={styles.again}
          >
            {t('learning.try_again')}
          </LinkButton>
        ) : null}
      </div>
      {attempt.passed || attempt.attemptsLeft === null ? null : (
        <p className={styles.note}>{t('learning.attempts_left', { count: attempt.attemptsLeft })}</p>
      )}
      <ol className={styles.answers}>
        {attempt.questions.map((question, index) => (
          <li key={question.id}>
            <MarkedQuestion question={question} number={index + 1} total={attempt.questions.length} />
          </li>
        ))}
      </ol>
    </>
  )
}

function MarkedQuestion({
  question,
  number,
  total,
}: {
  question: AttemptQuestion
  number: number
  total: number
}) {
  const t = useMessages()
  return (
    <div className={styles.question}>
      <div className={styles.markLine}>
        <QuestionHead question={question} number={number} total={total} />
        <MarkOf question={question} />
      </div>
      <div className={styles.prompt}>
        <Prose html={question.promptHtml} />
      </div>
      <GivenAnswer question={question} />
      {question.feedbackHtml.map((html, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they keep their order
        <div key={index} className={styles.feedback}>
          <Prose html={html} />
        </div>
      ))}
      {question.explanationHtml ? (
        <div className={styles.feedback}>
          <p className={styles.feedbackTitle}>{t('learning.explanation')}</p>
          <Prose html={question.explanationHtml} />
        </div>
      ) : null}
    </div>
  )
}

function MarkOf({ question }: { question: AttemptQuestion }) {
  const t = useMessages()
  const isEmpty = question.answer === null || question.answer === '' || question.answer.length === 0
  const [look, Icon, words] = question.isCorrect
    ? ([styles.right, IconCircleCheck, t('learning.right')] as const)
    : isEmpty
      ? ([styles.wrong, IconCircleDashed, t('learning.not_answered')] as const)
      : (question.pointsEarned ?? 0) > 0
        ? ([styles.partly, IconCircleHalf2, t('learning.partly_right')] as const)
        : ([styles.wrong, IconCircleX, t('learning.not_right')] as const)
  return (
    <p className={`${styles.mark} ${look}`}>
      <Icon size={20} stroke={1.75} aria-hidden="true" />
      {words}
    </p>
  )
}

/** What was given, and what would have been right once that is told. */
function GivenAnswer({ question }: { question: AttemptQuestion }) {
  const t = useMessages()
  const given = Array.isArray(question.answer)
    ? question.answer
    : question.answer === null
      ? []
      : [question.answer]
  const isShownOpen =
    question.type === 'dropdown' && question.options.some((option) => needsMarkup(option.html))
  switch (isShownOpen ? 'single' : question.type) {
    case 'single':
    case 'multiple':
      return (
        <ul className={styles.options}>
          {question.options.map((option) => {
            const isChosen = given.includes(option.key)
            const isRight = question.key?.options.includes(option.key) ?? false
            return (
              <li
                key={option.key}
                className={`${styles.option} ${styles.shown} ${isChosen ? styles.chosen : ''}`}
              >
                {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the server sanitizes before it stores */}
                <span dangerouslySetInnerHTML={{ __html: option.html }} />
                <span className={styles.tags}>
                  {isChosen ? <Badge>{t('learning.your_answer')}</Badge> : null}
                  {isRight ? <Badge tone="success">{t('learning.right_answer')}</Badge> : null}
                </span>
              </li>
            )
          })}
        </ul>
      )
    case 'dropdown':
    case 'numeric':
    case 'short_text': {
      const words = (key: string) =>
        question.type === 'dropdown'
          ? plainText(question.options.find((option) => option.key === key)?.html ?? key)
          : key
      const right = [...(question.key?.options ?? []), ...(question.key?.texts ?? [])].map(words)
      return (
        <dl className={styles.written}>
          <dt>{t('learning.your_answer')}</dt>
          <dd>{given.length > 0 && given[0] !== '' ? given.map(words).join(', ') : '–'}</dd>
          {right.length > 0 && !question.isCorrect ? (
            <>
              <dt>{t('learning.right_answer')}</dt>
              <dd>{right.join(` ${t('learning.or')} `)}</dd>
            </>
          ) : null}
        </dl>
      )
    }
  }
}
