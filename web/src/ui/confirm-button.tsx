import { type ComponentProps, type ReactNode, useRef, useState } from 'react'
import { useMessages } from '../lib/messages/index.ts'
import { Button } from './button.tsx'
import { Dialog, DialogActions } from './dialog.tsx'

/**
 * A submit button that asks first. Put it in a form, or pass `form` with the form's id; with the answer yes the
 * form is sent as if this button had been pressed, so `name` and `value` arrive.
 */
export function ConfirmButton({
  title,
  message,
  confirmLabel,
  dangerous = true,
  ...button
}: {
  /** The question: "Delete this lesson?" */
  title: string
  /** What will happen, and whether it can be undone. */
  message: ReactNode
  /** What happens, as a verb: "Delete lesson". */
  confirmLabel: string
  dangerous?: boolean
} & ComponentProps<typeof Button>) {
  const t = useMessages()
  const [asking, setAsking] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Button
        {...button}
        ref={trigger}
        type="submit"
        onClick={(event) => {
          event.preventDefault()
          setAsking(true)
        }}
      />
      <Dialog opened={asking} onClose={() => setAsking(false)} title={title} size="small">
        <div>{message}</div>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
          <Button
            variant={dangerous ? 'danger' : 'primary'}
            onClick={() => {
              setAsking(false)
              trigger.current?.form?.requestSubmit(trigger.current)
            }}
          >
            {confirmLabel}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
