import { IconApi, IconApps, IconBuilding, IconLogin2, IconUsersGroup } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { Grid } from '~/ui/layout.tsx'
import styles from './security.module.css'

const places = [
  { to: '/admin/security/sso', icon: IconBuilding, name: 'access.sso', text: 'access.sso_lead' },
  {
    to: '/admin/security/providers',
    icon: IconLogin2,
    name: 'access.providers',
    text: 'access.providers_lead',
  },
  {
    to: '/admin/security/directories',
    icon: IconUsersGroup,
    name: 'access.directories',
    text: 'access.directories_lead',
  },
  { to: '/admin/security/apps', icon: IconApps, name: 'access.apps', text: 'access.apps_lead' },
  { to: '/admin/security/tokens', icon: IconApi, name: 'access.tokens', text: 'access.tokens_lead' },
] as const

/** The pages about who gets in, each with a sentence. */
export function SecurityPlaces() {
  const t = useMessages()
  return (
    <Grid cells="medium">
      {places.map(({ to, icon: Icon, name, text }) => (
        <Link key={to} to={to} className={styles.place}>
          <Icon size={22} stroke={1.75} aria-hidden="true" className={styles.placeIcon} />
          <span className={styles.placeName}>{t(name)}</span>
          <span className={styles.placeText}>{t(text)}</span>
        </Link>
      ))}
    </Grid>
  )
}
