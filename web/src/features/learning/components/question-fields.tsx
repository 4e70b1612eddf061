import { useId } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { Select, TextInput } from '~/ui/field.tsx'
import { Prose } from '~/ui/prose.tsx'
import { answerField } from '../answers.ts'
import type { Question } from '../shapes.ts'
import { Hints } from './block.tsx'
import { needsMarkup, plainText } from './plain-text.ts'
import styles from './quiz.module.css'

/** A question to answer, by its type. */
export function QuestionFields({
  question,
  number,
  total,
  given,
}: {
  question: Question
  number: number
  total: number
  /** The answer kept so far. */
  given: string | string[] | null
}) {
  const id = useId()
  return (
    <fieldset className={styles.question} aria-labelledby={`${id}-number ${id}-prompt`}>
      <QuestionHead question={question} number={number} total={total} numberId={`${id}-number`} />
      <div id={`${id}-prompt`} className={styles.prompt}>
        <Prose html={question.promptHtml} />
      </div>
      <AnswerFields question={question} given={given} />
      <Hints hints={question.hints} />
    </fieldset>
  )
}

/** Which question of how many, and what it is worth. */
export function QuestionHead({
  question,
  number,
  total,
  numberId,
}: {
  question: { points: number }
  number: number
  total: number
  numberId?: string
}) {
  const t = useMessages()
  return (
    <p className={styles.number} id={numberId}>
      {total > 1 ? t('learning.question_of', { number, total }) : t('learning.question')}
      {question.points > 1 ? ` · ${t('learning.points', { count: question.points })}` : null}
    </p>
  )
}

function AnswerFields({ question, given }: { question: Question; given: string | string[] | null }) {
  const t = useMessages()
  // A list that drops down can only show words.
  const isShownOpen =
    question.type === 'dropdown' && question.options.some((option) => needsMarkup(option.html))
  switch (isShownOpen ? 'single' : question.type) {
    case 'single':
    case 'multiple': {
      const several = question.type === 'multiple'
      const name = answerField(question.id, several)
      const chosen = Array.isArray(given) ? given : [given]
      return (
        <div className={styles.options}>
          {several ? (
            <>
              <p className={styles.note}>{t('learning.choose_all')}</p>
              {/* Says that nothing is chosen when nothing is. */}
              <input type="hidden" name={name} value="" />
            </>
          ) : null}
          {question.options.map((option) => (
            <label key={option.key} className={styles.option}>
              <input
                type={several ? 'checkbox' : 'radio'}
                name={name}
                value={option.key}
                defaultChecked={chosen.includes(option.key)}
              />
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the server sanitizes before it stores */}
              <span dangerouslySetInnerHTML={{ __html: option.html }} />
            </label>
          ))}
        </div>
      )
    }
    case 'dropdown':
      return (
        <div className={styles.line}>
          <Select
            label={t('learning.your_answer')}
            name={answerField(question.id, false)}
            defaultValue={typeof given === 'string' ? given : ''}
            options={[
              { value: '', label: t('learning.choose') },
              ...question.options.map((option) => ({ value: option.key, label: plainText(option.html) })),
            ]}
          />
        </div>
      )
    case 'numeric':
      return (
        <div className={styles.line}>
          <TextInput
            label={t('learning.your_answer')}
            help={t('learning.number_help')}
            name={answerField(question.id, false)}
            defaultValue={typeof given === 'string' ? given : ''}
            inputMode="decimal"
            autoComplete="off"
            maxLength={100}
          />
        </div>
      )
    case 'short_text':
      return (
        <div className={styles.line}>
          <TextInput
            label={t('learning.your_answer')}
            name={answerField(question.id, false)}
            defaultValue={typeof given === 'string' ? given : ''}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={1000}
          />
        </div>
      )
  }
}
