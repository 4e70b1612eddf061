import { useMessages } from '~/lib/messages/index.ts'
import { Checkbox, Textarea } from '~/ui/field.tsx'
import { Stack } from '~/ui/layout.tsx'
import { textsOf } from '../question-draft.ts'
import type { QuestionInput } from '../shapes.ts'
import type { SetQuestion } from './question-form.tsx'

/** The words that are right. */
export function Texts({ question, set }: { question: QuestionInput; set: SetQuestion }) {
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
