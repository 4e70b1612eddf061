import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMessages } from '~/lib/messages/index.ts'
import { Button, IconButton } from '~/ui/button.tsx'
import { Select, TextInput } from '~/ui/field.tsx'
import { Row } from '~/ui/layout.tsx'
import { type NumericKey, newNumber } from '../question-draft.ts'
import type { QuestionInput } from '../shapes.ts'
import type { SetQuestion } from './question-form.tsx'
import styles from './quiz-editor.module.css'

/** The numbers that are right, each alone or as a range. */
export function Numbers({ question, set }: { question: QuestionInput; set: SetQuestion }) {
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
