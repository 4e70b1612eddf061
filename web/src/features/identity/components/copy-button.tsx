import { IconCopy } from '@tabler/icons-react'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { toast } from '~/ui/toast.ts'
import styles from './auth.module.css'

/** Puts a text into the clipboard and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useMessages()
  return (
    <Button
      className={styles.needsScript ?? ''}
      icon={<IconCopy size={18} stroke={1.75} aria-hidden="true" />}
      onClick={() =>
        void navigator.clipboard.writeText(text).then(() => toast({ message: t('door.copied') }))
      }
    >
      {label}
    </Button>
  )
}
