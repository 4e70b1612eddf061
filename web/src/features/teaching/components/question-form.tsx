import { useState } from 'react'
import { type MessageKey, useMessages } from '~/lib/messages/index.ts'
import type { FieldProblem, Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { Select, TextInput } from '~/ui/field.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { hasChoices, questionTypes, tidied, withType } from '../question-draft.ts'
import type { QuestionInput } from '../shapes.ts'
import { HintList } from './hint-list.tsx'
import { Choices } from './question-choices.tsx'
import { Numbers } from './question-numbers.tsx'
import { Texts } from './question-texts.tsx'
import styles from './quiz-editor.module.css'
import { RichText } from './rich-text.tsx'

/** Changes a question that is being written. */
export type SetQuestion = (change: (question: QuestionInput) => QuestionInput) => void

/** Writes one question; it is stored as a whole, because half a question cannot be marked. */
export function QuestionForm({
  question: known,
  onSave,
  onCancel,
}: {
  question: QuestionInput
  /** Answers why it was refused; null when it is stored. */
  onSave: (question: QuestionInput) => Promise<Problem | 'offline' | null>
  onCancel: () => void
}) {
  const t = useMessages()
  const [question, set] = useState(known)
  const [problem, setProblem] = useState<Problem | 'offline' | null>(null)
  const [isSaving, setSaving] = useState(false)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setSaving(true)
        void onSave(tidied(question)).then((why) => {
          setSaving(false)
          setProblem(why)
        })
      }}
    >
      <Stack>
        {problem ? (
          <div role="alert">
            <Callout tone="danger" title={t('teaching.question_not_saved')}>
              <Why problem={problem} />
            </Callout>
          </div>
        ) : null}
        <div className={styles.pair}>
          <Select
            label={t('teaching.question_type')}
            value={question.type}
            onChange={(event) => {
              const type = questionTypes.find((one) => one === event.target.value)
              if (type) set(withType(question, type))
            }}
            options={questionTypes.map((value) => ({ value, label: t(`teaching.question_${value}`) }))}
          />
          <TextInput
            type="number"
            label={t('teaching.points')}
            min={0}
            max={1000}
            step={1}
            required
            defaultValue={question.points}
            onChange={(event) => set({ ...question, points: Math.trunc(event.target.valueAsNumber || 0) })}
          />
        </div>
        <div>
          <p className={styles.label}>{t('teaching.prompt')}</p>
          <RichText
            compact
            html={question.promptHtml}
            label={t('teaching.prompt')}
            autoFocus={known.promptHtml === ''}
            onChange={(promptHtml) => set((now) => ({ ...now, promptHtml }))}
          />
        </div>
        {hasChoices(question.type) ? <Choices question={question} set={set} /> : null}
        {question.type === 'numeric' ? <Numbers question={question} set={set} /> : null}
        {question.type === 'short_text' ? <Texts question={question} set={set} /> : null}
        <HintList hints={question.hints} onChange={(hints) => set((now) => ({ ...now, hints }))} />
        <div>
          <p className={styles.label}>{t('teaching.explanation')}</p>
          <RichText
            compact
            html={question.explanationHtml ?? ''}
            label={t('teaching.explanation')}
            placeholder={t('teaching.explanation_placeholder')}
            onChange={(explanationHtml) => set((now) => ({ ...now, explanationHtml }))}
          />
        </div>
        <Row>
          <Button type="submit" variant="primary" loading={isSaving}>
            {t('teaching.save_question')}
          </Button>
          <Button onClick={onCancel}>{t('ui.cancel')}</Button>
        </Row>
      </Stack>
    </form>
  )
}

const reasons: Record<string, MessageKey> = {
  too_few: 'teaching.question_too_few',
  none_right: 'teaching.question_none_right',
  one_right: 'teaching.question_one_right',
  range: 'teaching.question_range',
}

function Why({ problem }: { problem: Problem | 'offline' }) {
  const t = useMessages()
  if (problem === 'offline') return <p>{t('teaching.no_connection')}</p>
  const words = ({ code, message }: FieldProblem) => (reasons[code] ? t(reasons[code]) : message)
  return problem.errors.length > 0 ? (
    problem.errors.map((error) => <p key={error.pointer + error.code}>{words(error)}</p>)
  ) : (
    <p>{problem.title}</p>
  )
}
