import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button, IconButton } from '~/ui/button.tsx'
import { Card } from '~/ui/layout.tsx'
import { toast } from '~/ui/toast.ts'
import type { PageChange } from '../page-change.ts'
import { newQuestion, type QuestionType, questionTypes } from '../question-draft.ts'
import type { Question, QuestionInput, Quiz } from '../shapes.ts'
import { QuestionForm } from './question-form.tsx'
import styles from './quiz-editor.module.css'
import type { DraftOfPage } from './use-page-draft.ts'

/** The questions of a quiz: one is written at a time, the others are lines. */
export function QuizQuestions({
  quiz,
  draft,
  change,
}: {
  quiz: Quiz
  draft: DraftOfPage
  change: (wish: PageChange) => Promise<Problem | 'offline' | null>
}) {
  const t = useMessages()
  const [openId, setOpenId] = useState<string | null>(null)
  const [fresh, setFresh] = useState<QuestionType | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const focusOn = useRef<string | null>(null)
  const { questions } = quiz
  const total = questions.reduce((sum, { points }) => sum + points, 0)
  useEffect(() => {
    const selector = focusOn.current
    const button = selector && list.current?.querySelector<HTMLElement>(selector)
    if (!button) return
    focusOn.current = null
    button.focus()
  })
  const move = (index: number, step: -1 | 1) => {
    const question = questions[index]
    if (!question || !questions[index + step]) return
    const after = step === 1 ? questions[index + 1] : questions[index - 2]
    focusOn.current = `[data-question="${question.id}"] [data-move="${step}"]:not(:disabled)`
    void change({ kind: 'move_question', id: question.id, after: after?.id ?? null })
  }
  const remove = (index: number) => {
    const question = questions[index]
    if (!question) return
    const { id, ...rest } = question
    void change({ kind: 'remove_question', id }).then((problem) => {
      if (problem) return
      toast({
        message: t('teaching.question_removed'),
        undo: () => {
          const before = questions[index - 1]?.id ?? null
          const isThere = before === null || draft.get().quiz?.questions.some((other) => other.id === before)
          const last = draft.get().quiz?.questions.at(-1)?.id ?? null
          void change({ kind: 'add_question', question: rest, after: isThere ? before : last })
        },
      })
    })
  }
  const add = async (question: QuestionInput) => {
    const after = questions.at(-1)?.id ?? null
    const problem = await draft.changeQuiz({ kind: 'add_question', question, after })
    if (!problem) setFresh(null)
    return problem
  }
  return (
    <>
      <p className={styles.note}>
        {t('teaching.question_count', { count: questions.length })}
        {questions.length > 0 ? ` · ${t('teaching.point_count', { count: total })}` : ''}
      </p>
      {questions.length > 0 ? (
        <ol ref={list} className={styles.questions}>
          {questions.map((question, index) => (
            <li key={question.id} data-question={question.id} className={styles.question}>
              {openId === question.id ? (
                <QuestionForm
                  question={withoutId(question)}
                  onCancel={() => setOpenId(null)}
                  onSave={async (next) => {
                    const problem = await draft.changeQuiz({
                      kind: 'write_question',
                      id: question.id,
                      question: next,
                    })
                    if (!problem) setOpenId(null)
                    return problem
                  }}
                />
              ) : (
                <QuestionLine
                  question={question}
                  number={index + 1}
                  total={questions.length}
                  onOpen={() => setOpenId(question.id)}
                  onMove={(step) => move(index, step)}
                  onRemove={() => remove(index)}
                />
              )}
            </li>
          ))}
        </ol>
      ) : null}
      {fresh ? (
        <Card>
          <QuestionForm
            key={fresh}
            question={newQuestion(fresh)}
            onCancel={() => setFresh(null)}
            onSave={add}
          />
        </Card>
      ) : (
        <fieldset className={styles.adding}>
          <legend className={styles.label}>{t('teaching.add_question')}</legend>
          {questionTypes.map((type) => (
            <Button key={type} size="small" icon={<IconPlus />} onClick={() => setFresh(type)}>
              {t(`teaching.question_${type}`)}
            </Button>
          ))}
        </fieldset>
      )}
    </>
  )
}

const withoutId = ({ id: _, ...question }: Question): QuestionInput => question

function QuestionLine({
  question,
  number,
  total,
  onOpen,
  onMove,
  onRemove,
}: {
  question: Question
  number: number
  total: number
  onOpen: () => void
  onMove: (step: -1 | 1) => void
  onRemove: () => void
}) {
  const t = useMessages()
  const prompt = plain(question.promptHtml) || t('teaching.question_number', { number })
  return (
    <div className={styles.line}>
      <div className={styles.words}>
        <button type="button" className={styles.prompt} onClick={onOpen}>
          {number}. {prompt}
        </button>
        <span className={styles.facts}>
          <Badge>{t(`teaching.question_${question.type}`)}</Badge>
          <span className={styles.note}>{t('teaching.point_count', { count: question.points })}</span>
        </span>
      </div>
      <div className={styles.tools}>
        <IconButton size="small" label={t('teaching.edit_question', { number })} onClick={onOpen}>
          <IconPencil />
        </IconButton>
        <IconButton
          size="small"
          data-move="-1"
          label={t('teaching.question_up', { number })}
          disabled={number === 1}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp />
        </IconButton>
        <IconButton
          size="small"
          data-move="1"
          label={t('teaching.question_down', { number })}
          disabled={number === total}
          onClick={() => onMove(1)}
        >
          <IconArrowDown />
        </IconButton>
        <IconButton size="small" label={t('teaching.remove_question', { number })} onClick={onRemove}>
          <IconTrash />
        </IconButton>
      </div>
    </div>
  )
}

/** The words of a short HTML text, for a line. */
function plain(html: string): string {
  const words = html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
  return words.length > 140 ? `${words.slice(0, 139)}…` : words
}
