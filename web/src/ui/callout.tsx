import {
  IconAlertCircle,
  IconAlertTriangle,
  IconBulb,
  IconCircleCheck,
  IconInfoCircle,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './callout.module.css'

const icons = {
  info: IconInfoCircle,
  tip: IconBulb,
  success: IconCircleCheck,
  warning: IconAlertTriangle,
  danger: IconAlertCircle,
}

/** A note set apart from the text around it. */
export function Callout({
  tone = 'info',
  title,
  children,
}: {
  tone?: keyof typeof icons
  title?: ReactNode
  children?: ReactNode
}) {
  const Icon = icons[tone]
  return (
    <div className={`${styles.callout} ${styles[tone]}`}>
      <Icon size={20} stroke={1.75} aria-hidden="true" className={styles.icon} />
      <div className={styles.body}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
