import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import { Modal as MantineModal } from '@mantine/core'
import { useMessages } from '../../lib/messages/index.ts'
import type { DialogProps } from '../dialog.tsx'
import styles from './modal.module.css'
import { Widgets } from './provider.tsx'

export default function Modal({ opened, onClose, title, size = 'medium', children }: DialogProps) {
  const t = useMessages()
  return (
    <Widgets>
      <MantineModal.Root
        opened={opened}
        onClose={onClose}
        size={{ small: '26rem', medium: '36rem', large: '52rem' }[size]}
        centered
        transitionProps={{ transition: 'fade', duration: 120 }}
        classNames={{ content: styles.content ?? '' }}
      >
        <MantineModal.Overlay backgroundOpacity={0.45} color="#14110d" />
        <MantineModal.Content>
          {/* Not the library's own head: that is a banner landmark, and a page has one already. */}
          <div className={styles.head}>
            <MantineModal.Title className={styles.title}>{title}</MantineModal.Title>
            <MantineModal.CloseButton className={styles.close} aria-label={t('ui.close')} />
          </div>
          <MantineModal.Body className={styles.body}>{children}</MantineModal.Body>
        </MantineModal.Content>
      </MantineModal.Root>
    </Widgets>
  )
}
