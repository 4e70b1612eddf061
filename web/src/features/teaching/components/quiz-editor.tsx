import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button, IconButton } from '~/ui/button.tsx'
import { Dialog, DialogActions } from '~/ui/dialog.tsx'
import { Checkbox, TextInput } from '~/ui/field.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import { toast } from '~/ui/toast.ts'
import type { PageChange } from '../page-change.ts'
import { newQuestion, type QuestionType, questionTypes } from '../question-draft.ts'
import type { Question, QuestionInput, Quiz, QuizSettings } from '../shapes.ts'
import { QuestionForm } from './question-form.tsx'
import styles from './quiz-editor.module.css'
import { RichText } from './rich-text.tsx'
import type { DraftOfPage } from './use-page-draft.ts'

/** The quiz of a page: how it is held, and its questions. */
export function QuizEditor({ quiz, draft }: { quiz: Quiz | null; draft: DraftOfPage }) {
  const t = useMessages()
  const [isRemoving, setRemoving] = useState(false)
  const complain = (problem: Problem | 'offline' | null) => {
    if (problem) {
      toast({ tone: 'danger', message: problem === 'offline' ? t('teaching.no_connection') : problem.title })
    }
    return problem
  }
  const change = (wish: PageChange) => draft.changeQuiz(wish).then(complain)
  if (!quiz) {
    return (
      <Section title={t('teaching.quiz')} description={t('teaching.no_quiz')} id="quiz">
        <Button
          icon={<IconPlus />}
          onClick={() => void change({ kind: 'set_quiz', settings: usualSettings })}
        >
          {t('teaching.add_quiz')}
        </Button>
      </Section>
    )
  }
  return (
    <Section
      title={t('teaching.quiz')}
      id="quiz"
      actions={
        <Button size="small" variant="quiet" icon={<IconTrash />} onClick={() => setRemoving(true)}>
          {t('teaching.remove_quiz')}
        </Button>
      }
    >
      <Stack>
        <Settings quiz={quiz} onSave={(settings) => draft.changeQuiz({ kind: 'set_quiz', settings })} />
        <Questions quiz={quiz} draft={draft} change={change} />
      </Stack>
      <Dialog
        opened={isRemoving}
        onClose={() => setRemoving(false)}
        title={t('teaching.remove_quiz_title')}
        size="small"
      >
        <p>{t('teaching.remove_quiz_text')}</p>
        <DialogActions>
          <Button onClick={() => setRemoving(false)}>{t('ui.cancel')}</Button>
          <Button
            variant="danger"
            onClick={() => {
              setRemoving(false)
              void change({ kind: 'remove_quiz' })
            }}
          >
            {t('teaching.remove_quiz')}
          </Button>
        </DialogActions>
      </Dialog>
    </Section>
  )
}

const usualSettings: QuizSettings = {
  title: null,
  introHtml: null,
  isRequired: true,
  passPercent: 70,
  maxAttempts: null,
  timeLimitMinutes: null,
  shuffle: false,
}

function Settings({
  quiz,
  onSave,
}: {
  quiz: Quiz
  onSave: (settings: QuizSettings) => Promise<Problem | 'offline' | null>
}) {
  const t = useMessages()
  const [introHtml, setIntro] = useState(quiz.introHtml ?? '')
  const [isSaving, setSaving] = useState(false)
  const number = (form: FormData, name: string) => {
    const typed = String(form.get(name)).trim()
    return typed === '' ? null : Math.trunc(Number(typed))
  }
  const words = [
    quiz.passPercent > 0
      ? t('teaching.passes_at', { percent: quiz.passPercent })
      : t('teaching.answering_is_enough'),
    quiz.maxAttempts === null
      ? t('teaching.attempts_any')
      : t('teaching.attempts_max', { count: quiz.maxAttempts }),
    quiz.timeLimitMinutes === null ? null : t('teaching.minutes_max', { count: quiz.timeLimitMinutes }),
    quiz.isRequired ? null : t('teaching.is_optional'),
  ]
  return (
    <Card>
      <details>
        <summary className={styles.settings}>
          <strong>{t('teaching.quiz_settings')}</strong>
          <span className={styles.note}>{words.filter(Boolean).join(' · ')}</span>
        </summary>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            const form = new FormData(event.currentTarget)
            setSaving(true)
            void onSave({
              title: String(form.get('title')).trim() || null,
              introHtml: introHtml || null,
              isRequired: form.has('isRequired'),
              passPercent: number(form, 'passPercent') ?? 0,
              maxAttempts: number(form, 'maxAttempts'),
              timeLimitMinutes: number(form, 'timeLimitMinutes'),
              shuffle: form.has('shuffle'),
            }).then((problem) => {
              setSaving(false)
              if (!problem) toast({ tone: 'success', message: t('teaching.settings_saved') })
              else
                toast({
                  tone: 'danger',
                  message:
                    problem === 'offline'
                      ? t('teaching.no_connection')
                      : (problem.errors[0]?.message ?? problem.title),
                })
            })
          }}
        >
          <Stack>
            <TextInput
              name="title"
              label={t('teaching.quiz_title')}
              required={false}
              maxLength={300}
              defaultValue={quiz.title ?? ''}
            />
            <div>
              <p className={styles.label}>{t('teaching.quiz_intro')}</p>
              <RichText
                compact
                html={quiz.introHtml ?? ''}
                label={t('teaching.quiz_intro')}
                onChange={setIntro}
              />
            </div>
            <div className={styles.three}>
              <TextInput
                type="number"
                name="passPercent"
                label={t('teaching.pass_percent')}
                help={t('teaching.pass_percent_help')}
                min={0}
                max={100}
                required
                defaultValue={quiz.passPercent}
              />
              <TextInput
                type="number"
                name="maxAttempts"
                label={t('teaching.max_attempts')}
                help={t('teaching.empty_any')}
                min={1}
                max={1000}
                defaultValue={quiz.maxAttempts ?? ''}
              />
              <TextInput
                type="number"
                name="timeLimitMinutes"
                label={t('teaching.time_limit')}
                help={t('teaching.empty_any')}
                min={1}
                max={1440}
                defaultValue={quiz.timeLimitMinutes ?? ''}
              />
            </div>
            <Checkbox
              name="isRequired"
              defaultChecked={quiz.isRequired}
              label={t('teaching.is_required')}
              help={t('teaching.is_required_help')}
            />
            <Checkbox name="shuffle" defaultChecked={quiz.shuffle} label={t('teaching.shuffle')} />
            <Row>
              <Button type="submit" loading={isSaving}>
                {t('teaching.save_settings')}
              </Button>
            </Row>
          </Stack>
        </form>
      </details>
    </Card>
  )
}

function Questions({
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
