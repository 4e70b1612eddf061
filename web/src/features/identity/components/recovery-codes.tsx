import { IconCopy, IconDownload } from '@tabler/icons-react'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { toast } from '~/ui/toast.ts'
import styles from './auth.module.css'

/** Recovery codes, the one time they are told. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const t = useMessages()
  const text = codes.join('\n')
  return (
    <Stack>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Row>
        <Button
          icon={<IconCopy size={18} stroke={1.75} aria-hidden="true" />}
          onClick={() =>
            void navigator.clipboard.writeText(text).then(() => toast({ message: t('door.copied') }))
          }
        >
          {t('door.copy')}
        </Button>
        <Button
          icon={<IconDownload size={18} stroke={1.75} aria-hidden="true" />}
          onClick={() => {
            const link = document.createElement('a')
            link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }))
            link.download = 'recovery-codes.txt'
            link.click()
            URL.revokeObjectURL(link.href)
          }}
        >
          {t('door.remember_download')}
        </Button>
      </Row>
    </Stack>
  )
}
