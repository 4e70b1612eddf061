import { useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { TextInput } from '~/ui/field.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import styles from './accent-field.module.css'
import { AccentPreview } from './accent-preview.tsx'

/** The organization's accent colour, by number or by picking, with what becomes of it. */
export function AccentField({ accent, error }: { accent: string | null; error: string | undefined }) {
  const t = useMessages()
  const [colour, setColour] = useState(accent ?? '')
  return (
    <Stack>
      <Row className={styles.line}>
        <TextInput
          label={t('people.accent')}
          name="accentColor"
          required={false}
          placeholder="#14507a"
          pattern="#[0-9A-Fa-f]{6}"
          maxLength={7}
          spellCheck={false}
          value={colour}
          error={error}
          help={t('people.accent_help')}
          onChange={(event) => setColour(event.target.value)}
        />
        <input
          type="color"
          aria-label={t('people.accent_pick')}
          className={styles.picker}
          value={/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#14507a'}
          onChange={(event) => setColour(event.target.value)}
        />
        {colour ? (
          <Button variant="quiet" onClick={() => setColour('')}>
            {t('people.accent_reset')}
          </Button>
        ) : null}
      </Row>
      <AccentPreview colour={colour} />
    </Stack>
  )
}
