import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogActions } from '~/ui/dialog.tsx'
import { Section, Stack } from '~/ui/layout.tsx'
import { toast } from '~/ui/toast.ts'
import type { PageChange } from '../page-change.ts'
import type { Quiz, QuizSettings } from '../shapes.ts'
import { QuizQuestions } from './quiz-questions.tsx'
import { QuizRules } from './quiz-settings.tsx'
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
        <QuizRules quiz={quiz} onSave={(settings) => draft.changeQuiz({ kind: 'set_quiz', settings })} />
        <QuizQuestions quiz={quiz} draft={draft} change={change} />
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
