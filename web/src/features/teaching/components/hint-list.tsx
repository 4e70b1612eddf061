import { IconTrash } from '@tabler/icons-react'
import { useMessages } from '~/lib/messages/index.ts'
import { Button, IconButton } from '~/ui/button.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import styles from './page-editor.module.css'
import { RichText } from './rich-text.tsx'

/** Hints in the order they are given away. */
export function HintList({ hints, onChange }: { hints: string[]; onChange: (hints: string[]) => void }) {
  const t = useMessages()
  // Hints have no names of their own; a changed length is a new list to draw.
  return (
    <div>
      <p className={styles.label}>{t('teaching.hints')}</p>
      <Stack gap="tight">
        {hints.map((hint, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a changed length is a new list
          <div key={`${hints.length} ${index}`} className={styles.hint}>
            <RichText
              compact
              html={hint}
              label={t('teaching.hint_number', { number: index + 1 })}
              placeholder={t('teaching.hint_number', { number: index + 1 })}
              onChange={(html) => onChange(hints.with(index, html))}
            />
            <IconButton
              label={t('teaching.remove_hint', { number: index + 1 })}
              onClick={() => onChange(hints.toSpliced(index, 1))}
            >
              <IconTrash />
            </IconButton>
          </div>
        ))}
        <Row>
          <Button size="small" disabled={hints.length >= 20} onClick={() => onChange([...hints, ''])}>
            {t('teaching.add_hint')}
          </Button>
        </Row>
      </Stack>
    </div>
  )
}
