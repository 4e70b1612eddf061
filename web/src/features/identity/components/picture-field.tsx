import { IconUpload } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { useFetcher, useRevalidator } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { useUpload } from '~/lib/upload.ts'
import { Button } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { ProgressBar } from '~/ui/progress.tsx'
import { toast } from '~/ui/toast.ts'
import { useActionToast } from '~/ui/use-action-toast.ts'
import styles from './picture-field.module.css'

/**
 * A picture that is changed or removed at once, beside how it looks. Removing sends `intent=no_<which>` to the page.
 * @param address where the API takes the picture
 */
export function PictureField({
  which,
  label,
  help,
  address,
  hasPicture,
  children,
}: {
  which: 'avatar' | 'logo' | 'cover'
  label: string
  help: string
  address: string
  hasPicture: boolean
  /** The picture as it looks, or what stands in its place. */
  children: ReactNode
}) {
  const t = useMessages()
  const id = useId()
  const { revalidate } = useRevalidator()
  const remover = useFetcher<{ problem: Problem | null }>()
  const { upload, problem, start, cancel } = useUpload<unknown>({
    address: () => address,
    method: 'PUT',
    onDone: () => {
      toast({ message: t('pictures.saved'), tone: 'success' })
      void revalidate()
    },
  })
  useActionToast(remover.data, remover.data && !remover.data.problem ? t('pictures.removed') : null)
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.body} data-wide={which === 'cover' || undefined}>
        <div className={styles.shown}>{children}</div>
        <div className={styles.acts}>
          {upload ? (
            <div role="status" className={styles.sending}>
              <ProgressBar done={upload.sent} total={upload.size} label={upload.name} showShare />
              <Button size="small" onClick={cancel}>
                {t('pictures.stop')}
              </Button>
            </div>
          ) : (
            <div className={styles.buttons}>
              <span className={styles.choose}>
                <input
                  id={id}
                  type="file"
                  accept="image/png,image/jpeg,image/webp,image/avif"
                  className={styles.input}
                  aria-describedby={`${id}-help`}
                  onChange={(event) => {
                    const file = event.target.files?.[0]
                    if (file) start(file)
                    event.target.value = ''
                  }}
                />
                <label htmlFor={id} className={styles.button}>
                  <IconUpload size={18} stroke={1.75} aria-hidden="true" />
                  {t(hasPicture ? `pictures.replace_${which}` : `pictures.choose_${which}`)}
                </label>
              </span>
              {hasPicture ? (
                <remover.Form method="post">
                  <Button
                    type="submit"
                    variant="quiet"
                    name="intent"
                    value={`no_${which}`}
                    loading={remover.state !== 'idle'}
                  >
                    {t(`pictures.remove_${which}`)}
                  </Button>
                </remover.Form>
              ) : null}
            </div>
          )}
          <p id={`${id}-help`} className={styles.help}>
            {help}
          </p>
          <FormErrors problem={problem ?? remover.data?.problem} />
        </div>
      </div>
    </fieldset>
  )
}
