import { IconUpload } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { useUpload } from '~/lib/upload.ts'
import { Button } from '~/ui/button.tsx'
import { ProgressBar } from '~/ui/progress.tsx'
import styles from './file-drop.module.css'
import type { UploadedFile } from './uploaded-file.ts'

/** Chooses a file or takes one that is dropped, and sends it at once. */
export function FileDrop({
  label,
  help,
  accept,
  bucket = 'course-media',
  onDone,
}: {
  label: string
  help?: ReactNode
  /** As of a file field, e.g. `image/*`. */
  accept: string
  bucket?: 'course-media' | 'public'
  onDone: (file: UploadedFile) => void
}) {
  const t = useMessages()
  const format = useFormat()
  const id = useId()
  const [isOver, setOver] = useState(false)
  const { upload, problem, start, cancel } = useUpload<UploadedFile>({
    address: (file) => `/api/v1/files/objects?${new URLSearchParams({ name: file.name, bucket })}`,
    onDone,
  })
  if (upload) {
    return (
      <div className={styles.sending} role="status">
        <p className={styles.name}>{t('teaching.uploading', { name: upload.name })}</p>
        <ProgressBar done={upload.sent} total={upload.size} label={upload.name} showShare />
        <p className={styles.help}>
          {t('teaching.uploaded_of', { sent: format.bytes(upload.sent), size: format.bytes(upload.size) })}
        </p>
        <Button size="small" onClick={cancel}>
          {t('teaching.stop_upload')}
        </Button>
      </div>
    )
  }
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the field inside does the same */}
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const file = event.dataTransfer.files[0]
          if (file) start(file)
        }}
      >
        <input
          id={id}
          type="file"
          accept={accept}
          className={styles.input}
          aria-describedby={`${id}-help`}
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) start(file)
            event.target.value = ''
          }}
        />
        <label htmlFor={id} className={styles.label}>
          <IconUpload size={18} stroke={1.75} aria-hidden="true" />
          {label}
        </label>
        <p id={`${id}-help`} className={styles.help}>
          {help ?? t('teaching.or_drop')}
        </p>
      </div>
      {problem ? (
        <p role="alert" className={styles.error}>
          {problem.title || t('teaching.upload_failed')}
        </p>
      ) : null}
    </div>
  )
}
