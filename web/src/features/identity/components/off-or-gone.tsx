import { Form } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Section, Stack } from '~/ui/layout.tsx'
import { Guarded } from './guarded.tsx'
import styles from './security.module.css'

type Act = { button: string; title: string; text: string }

/**
 * The end of a page about a connection: switching it off or on (`intent=switch`, `disabled`) and removing it
 * (`intent=delete`).
 */
export function OffOrGone({
  open,
  isOff,
  problem,
  off,
  on,
  gone,
}: {
  open: boolean
  isOff: boolean
  problem: Problem | null
  /** Null where there is only removing. */
  off: Act | null
  /** Switches it on again. */
  on?: string
  gone: Act
}) {
  const t = useMessages()
  return (
    <Section title={off ? t('access.off_title') : gone.button}>
      <Card>
        <Guarded open={open}>
          <Stack>
            <FormErrors problem={problem} />
            {off ? (
              <Form method="post" preventScrollReset className={styles.act}>
                <input type="hidden" name="disabled" value={String(!isOff)} />
                <p>{off.text}</p>
                {isOff ? (
                  <Button type="submit" name="intent" value="switch">
                    {on}
                  </Button>
                ) : (
                  <ConfirmButton
                    name="intent"
                    value="switch"
                    title={off.title}
                    message={off.text}
                    confirmLabel={off.button}
                  >
                    {off.button}
                  </ConfirmButton>
                )}
              </Form>
            ) : null}
            <Form method="post" className={styles.act}>
              <p>{gone.text}</p>
              <ConfirmButton
                name="intent"
                value="delete"
                title={gone.title}
                message={gone.text}
                confirmLabel={gone.button}
              >
                {gone.button}
              </ConfirmButton>
            </Form>
          </Stack>
        </Guarded>
      </Card>
    </Section>
  )
}
