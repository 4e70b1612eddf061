import '@mantine/core/styles/Notification.layer.css'
import '@mantine/notifications/styles.layer.css'
import { Notifications, notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useMessages } from '../../lib/messages/index.ts'
import { Button } from '../button.tsx'
import { takeToasts, useWaitingToasts } from '../toast.ts'
import { Widgets } from './provider.tsx'
import styles from './toast-host.module.css'

export default function ToastHost() {
  const t = useMessages()
  const waiting = useWaitingToasts()
  useEffect(() => {
    if (waiting.length === 0) return
    for (const { message, tone = 'neutral', undo } of takeToasts()) {
      const id = crypto.randomUUID()
      notifications.show({
        id,
        autoClose: undo ? 8000 : 5000,
        role: tone === 'danger' ? 'alert' : 'status',
        classNames: { root: `${styles.toast} ${styles[tone]}`, description: styles.words ?? '' },
        closeButtonProps: { 'aria-label': t('ui.close') },
        message: (
          <span className={styles.line}>
            {message}
            {undo ? (
              <Button
                size="small"
                variant="quiet"
                className={styles.undo}
                onClick={() => {
                  notifications.hide(id)
                  undo()
                }}
              >
                {t('ui.undo')}
              </Button>
            ) : null}
          </span>
        ),
      })
    }
  }, [waiting, t])
  return (
    <Widgets>
      <Notifications position="bottom-center" containerWidth="26rem" transitionDuration={120} limit={4} />
    </Widgets>
  )
}
