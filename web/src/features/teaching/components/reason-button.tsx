import { useState } from 'react'
import { Form, useNavigation } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { useSite } from '~/lib/session.ts'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogActions } from '~/ui/dialog.tsx'
import { Textarea, TextInput } from '~/ui/field.tsx'
import { Row, Stack } from '~/ui/layout.tsx'

/** Something hard that is only done with a reason: the button asks for it, then sends the form of the page. */
export function ReasonButton({
  intent,
  hidden = {},
  title,
  text,
  reasonLabel,
  untilLabel,
  label,
  problem,
}: {
  intent: string
  hidden?: Record<string, string>
  title: string
  text: string
  reasonLabel: string
  /** Asks for an end too; empty is for good. */
  untilLabel?: string
  label: string
  problem: Problem | null
}) {
  const t = useMessages()
  const { timeZone } = useSite()
  const { state } = useNavigation()
  const [isAsking, setAsking] = useState(false)
  const errors = fieldErrors(problem)
  return (
    <Row>
      <Button onClick={() => setAsking(true)}>{label}</Button>
      <Dialog opened={isAsking} onClose={() => setAsking(false)} title={title}>
        <Form method="post" preventScrollReset onSubmit={() => setAsking(false)}>
          <input type="hidden" name="intent" value={intent} />
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Stack>
            <p>{text}</p>
            <Textarea
              name="reason"
              label={reasonLabel}
              required
              maxLength={1000}
              rows={3}
              error={errors.reason}
              data-autofocus
            />
            {untilLabel ? (
              <TextInput
                type="datetime-local"
                name="until"
                label={untilLabel}
                required={false}
                help={t('teaching.in_time_zone', { timeZone })}
                error={errors.until}
              />
            ) : null}
          </Stack>
          <DialogActions>
            <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
            <Button type="submit" variant="danger" loading={state === 'submitting'}>
              {label}
            </Button>
          </DialogActions>
        </Form>
      </Dialog>
    </Row>
  )
}
