import { useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { Checkbox, TextInput } from '~/ui/field.tsx'
import { Card, Row, Stack } from '~/ui/layout.tsx'
import { toast } from '~/ui/toast.ts'
import type { Quiz, QuizSettings } from '../shapes.ts'
import styles from './quiz-editor.module.css'
import { RichText } from './rich-text.tsx'

/** How a quiz is held, in a line that opens. */
export function QuizRules({
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
