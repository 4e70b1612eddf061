import { IconMessage, IconPlus, IconTrash } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { Button, IconButton } from '~/ui/button.tsx'
import { Row } from '~/ui/layout.tsx'
import { withOption, withoutOption, withRight } from '../question-draft.ts'
import type { QuestionInput } from '../shapes.ts'
import type { SetQuestion } from './question-form.tsx'
import styles from './quiz-editor.module.css'
import { RichText } from './rich-text.tsx'

/** The choices of a question and which are right. */
export function Choices({ question, set }: { question: QuestionInput; set: SetQuestion }) {
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
