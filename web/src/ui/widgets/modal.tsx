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
      <MantineModal
        opened={opened}
        onClose={onClose}
        title={title}
        size={{ small: '26rem', medium: '36rem', large: '52rem' }[size]}
        centered
        padding="lg"
        overlayProps={{ backgroundOpacity: 0.45, color: '#14110d' }}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
        transitionProps={{ transition: 'fade', duration: 120 }}
        classNames={{
          content: styles.content ?? '',
          header: styles.header ?? '',
          title: styles.title ?? '',
          close: styles.close ?? '',
        }}
      >
        {children}
      </MantineModal>
    </Widgets>
  )
}
