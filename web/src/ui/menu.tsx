import '@mantine/core/styles/Menu.layer.css'
import { Menu as MantineMenu } from '@mantine/core'
import { Fragment, type ReactElement, type ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './menu.module.css'
import { overlayHome, Widgets } from './widgets/provider.tsx'

export type MenuItem = {
  label: string
  icon?: ReactNode
  /** Destructive things are last and red. */
  danger?: boolean
  disabled?: boolean
} & ({ to: string; onSelect?: undefined } | { onSelect: () => void; to?: undefined })

/** What else can be done with a thing. `trigger` is one button; groups are parted by a line. */
export function Menu({ trigger, groups }: { trigger: ReactElement; groups: MenuItem[][] }) {
  return (
    <Widgets>
      <MantineMenu
        position="bottom-end"
        width="max-content"
        shadow="md"
        withInitialFocusPlaceholder={false}
        portalProps={{ target: overlayHome }}
        transitionProps={{ transition: 'fade', duration: 100 }}
        classNames={{
          dropdown: styles.dropdown ?? '',
          item: styles.item ?? '',
          divider: styles.divider ?? '',
        }}
      >
        <MantineMenu.Target>{trigger}</MantineMenu.Target>
        <MantineMenu.Dropdown>
          {groups.map((items, index) => (
            <Fragment key={items[0]?.label ?? index}>
              {index > 0 ? <MantineMenu.Divider /> : null}
              {items.map((item) => {
                const shared = {
                  leftSection: item.icon,
                  disabled: item.disabled ?? false,
                  'data-danger': item.danger || undefined,
                }
                return item.to === undefined ? (
                  <MantineMenu.Item key={item.label} {...shared} onClick={item.onSelect}>
                    {item.label}
                  </MantineMenu.Item>
                ) : (
                  <MantineMenu.Item key={item.label} {...shared} component={Link} to={item.to}>
                    {item.label}
                  </MantineMenu.Item>
                )
              })}
            </Fragment>
          ))}
        </MantineMenu.Dropdown>
      </MantineMenu>
    </Widgets>
  )
}
