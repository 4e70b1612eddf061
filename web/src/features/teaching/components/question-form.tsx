import { IconMessage, IconPlus, IconTrash } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { type MessageKey, useMessages } from '~/lib/messages/index.ts'
import type { FieldProblem, Problem } from '~/lib/problem.ts'
import { Button, IconButton } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { Checkbox, Select, Textarea, TextInput } from '~/ui/field.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import {
  hasChoices,
  type NumericKey,
  newNumber,
  questionTypes,
  textsOf,
  tidied,
  withOption,
  withoutOption,
  withRight,
  withType,
} from '../question-draft.ts'
import type { QuestionInput } from '../shapes.ts'
import { HintList } from './hint-list.tsx'
import styles from './quiz-editor.module.css'
import { RichText } from './rich-text.tsx'

type Set = (change: (question: QuestionInput) => QuestionInput) => void

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

function Choices({ question, set }: { question: QuestionInput; set: Set }) {
  const t = useMessages()
  const group = useId()
  const [withFeedback, setWithFeedback] = useState<ReadonlySet<string>>(
    () => new Set(question.options.filter((option) => option.feedbackHtml).map(({ key }) => key)),
  )
  const write = (key: string, part: { html?: string; feedbackHtml?: string }) =>
    set((now) => ({
      ...now,
      options: now.options.map((option) => (option.key === key ? { ...option, ...part } : option)),
    }))
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.label}>
        {t(question.type === 'multiple' ? 'teaching.choices_several' : 'teaching.choices_one')}
      </legend>
      {question.options.map((option, index) => {
        const name = t('teaching.choice_number', { number: index + 1 })
        return (
          <div key={option.key} className={styles.choice}>
            <input
              type={question.type === 'multiple' ? 'checkbox' : 'radio'}
              name={group}
              className={styles.right}
              aria-label={t('teaching.is_right_choice', { choice: name })}
              title={t('teaching.is_right_choice', { choice: name })}
              checked={question.answer.correct?.includes(option.key) ?? false}
              onChange={(event) => set((now) => withRight(now, option.key, event.target.checked))}
            />
            <div className={styles.choiceTexts}>
              <RichText
                compact
                html={option.html}
                label={name}
                placeholder={name}
                onChange={(html) => write(option.key, { html })}
              />
              {withFeedback.has(option.key) ? (
                <RichText
                  compact
                  html={option.feedbackHtml ?? ''}
                  label={t('teaching.feedback_for', { choice: name })}
                  placeholder={t('teaching.feedback_placeholder')}
                  onChange={(feedbackHtml) => write(option.key, { feedbackHtml })}
                />
              ) : null}
            </div>
            <IconButton
              label={t('teaching.feedback_for', { choice: name })}
              aria-expanded={withFeedback.has(option.key)}
              onClick={() => setWithFeedback(new Set([...withFeedback, option.key]))}
            >
              <IconMessage />
            </IconButton>
            <IconButton
              label={t('teaching.remove_choice', { choice: name })}
              disabled={question.options.length <= 2}
              onClick={() => set((now) => withoutOption(now, option.key))}
            >
              <IconTrash />
            </IconButton>
          </div>
        )
      })}
      <Row>
        <Button
          size="small"
          icon={<IconPlus />}
          disabled={question.options.length >= 50}
          onClick={() => set(withOption)}
        >
          {t('teaching.add_choice')}
        </Button>
      </Row>
    </fieldset>
  )
}

function Numbers({ question, set }: { question: QuestionInput; set: Set }) {
  const t = useMessages()
  const numbers = question.answer.numeric ?? []
  const write = (index: number, part: Partial<NumericKey>) =>
    set((now) => {
      const all = now.answer.numeric ?? []
      const old = all[index]
      return old ? { ...now, answer: { numeric: all.with(index, { ...old, ...part }) } } : now
    })
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.label}>{t('teaching.right_numbers')}</legend>
      {numbers.map((number, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a changed length is a new list
        <div key={`${numbers.length} ${index}`} className={styles.number}>
          {number.range ? (
            <>
              <NumberField
                label={t('teaching.from')}
                value={number.range[0] ?? 0}
                onChange={(from) => write(index, { range: [from, number.range?.[1] ?? from], answer: from })}
              />
              <NumberField
                label={t('teaching.to')}
                value={number.range[1] ?? 0}
                onChange={(to) => write(index, { range: [number.range?.[0] ?? to, to] })}
              />
            </>
          ) : (
            <>
              <NumberField
                label={t('teaching.right_number')}
                value={number.answer}
                onChange={(answer) => write(index, { answer })}
              />
              <NumberField
                label={t('teaching.tolerance')}
                value={number.tolerance}
                min={0}
                onChange={(tolerance) => write(index, { tolerance: Math.max(0, tolerance) })}
              />
              <Select
                label={t('teaching.tolerance_kind')}
                value={number.toleranceKind}
                onChange={(event) =>
                  write(index, { toleranceKind: event.target.value === 'percent' ? 'percent' : 'absolute' })
                }
                options={[
                  { value: 'absolute', label: t('teaching.tolerance_absolute') },
                  { value: 'percent', label: t('teaching.tolerance_percent') },
                ]}
              />
            </>
          )}
          <Button
            size="small"
            variant="quiet"
            onClick={() => write(index, { range: number.range ? null : [number.answer, number.answer] })}
          >
            {t(number.range ? 'teaching.one_number' : 'teaching.a_range')}
          </Button>
          <IconButton
            label={t('teaching.remove_number')}
            disabled={numbers.length <= 1}
            onClick={() => set((now) => ({ ...now, answer: { numeric: numbers.toSpliced(index, 1) } }))}
          >
            <IconTrash />
          </IconButton>
        </div>
      ))}
      <Row>
        <Button
          size="small"
          icon={<IconPlus />}
          onClick={() => set((now) => ({ ...now, answer: { numeric: [...numbers, newNumber] } }))}
        >
          {t('teaching.add_number')}
        </Button>
      </Row>
    </fieldset>
  )
}

function NumberField({
  label,
  value,
  min,
  onChange,
}: {
  label: string
  value: number
  min?: number
  onChange: (value: number) => void
}) {
  return (
    <TextInput
      type="number"
      step="any"
      label={label}
      required
      min={min}
      defaultValue={value}
      onChange={(event) => {
        const typed = event.target.valueAsNumber
        if (Number.isFinite(typed)) onChange(typed)
      }}
    />
  )
}

function Texts({ question, set }: { question: QuestionInput; set: Set }) {
  const t = useMessages()
  const { texts = [], caseSensitive = false } = question.answer
  return (
    <Stack gap="tight">
      <Textarea
        label={t('teaching.right_texts')}
        help={t('teaching.right_texts_help')}
        rows={3}
        defaultValue={texts.join('\n')}
        onChange={(event) =>
          set((now) => ({ ...now, answer: { ...now.answer, texts: textsOf(event.target.value) } }))
        }
      />
      <Checkbox
        label={t('teaching.case_sensitive')}
        checked={caseSensitive}
        onChange={(event) =>
          set((now) => ({ ...now, answer: { ...now.answer, caseSensitive: event.target.checked } }))
        }
      />
    </Stack>
  )
}
