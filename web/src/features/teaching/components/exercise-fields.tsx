import { useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { TextInput } from '~/ui/field.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { type BlockFieldProps, text } from './block-field-props.ts'
import { HintList } from './hint-list.tsx'
import styles from './page-editor.module.css'
import { RichText } from './rich-text.tsx'

/** A task with hints and a way to do it. */
export function ExerciseFields({ content, change, autoFocus }: BlockFieldProps) {
  const t = useMessages()
  const hints = (content.hints ?? []) as string[]
  const [hasSolution, setSolution] = useState(text(content.solutionHtml) !== '')
  return (
    <Stack>
      <TextInput
        label={t('teaching.exercise_title')}
        defaultValue={text(content.title)}
        maxLength={500}
        onChange={(event) => change({ title: event.target.value })}
      />
      <div>
        <p className={styles.label}>{t('teaching.exercise_task')}</p>
        <RichText
          compact
          html={text(content.html)}
          label={t('teaching.exercise_task')}
          autoFocus={autoFocus}
          onChange={(html) => change({ html })}
        />
      </div>
      <HintList hints={hints} onChange={(next) => change({ hints: next })} />
      {hasSolution ? (
        <div>
          <p className={styles.label}>{t('teaching.solution')}</p>
          <RichText
            compact
            html={text(content.solutionHtml)}
            label={t('teaching.solution')}
            onChange={(html) => change({ solutionHtml: html || null })}
          />
        </div>
      ) : (
        <Row>
          <Button size="small" onClick={() => setSolution(true)}>
            {t('teaching.add_solution')}
          </Button>
        </Row>
      )}
    </Stack>
  )
}
