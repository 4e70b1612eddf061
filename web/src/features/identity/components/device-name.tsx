import { IconDeviceDesktop, IconDeviceMobile, IconDevices, IconDeviceTablet } from '@tabler/icons-react'
import { useMessages } from '~/lib/messages/index.ts'
import styles from './device-name.module.css'

export type Device = {
  browser: string | null
  system: string | null
  kind: 'desktop' | 'mobile' | 'tablet' | 'other'
}

const icons = {
  desktop: IconDeviceDesktop,
  mobile: IconDeviceMobile,
  tablet: IconDeviceTablet,
  other: IconDevices,
}

/** A device as it called itself: "Firefox 146 on Linux". */
export function DeviceName({ device }: { device: Device }) {
  const t = useMessages()
  const Icon = icons[device.kind]
  const { browser, system } = device
  return (
    <span className={styles.device}>
      <Icon size={18} stroke={1.75} aria-hidden="true" className={styles.icon} />
      <span>
        {browser && system
          ? t('identity.browser_on_system', { browser, system })
          : (browser ?? system ?? t('identity.unknown_device'))}
      </span>
    </span>
  )
}
