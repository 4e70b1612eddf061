import {
  IconBrandGithub,
  IconBrandGoogle,
  IconBrandWindows,
  IconBuilding,
  IconLogin2,
} from '@tabler/icons-react'
import { useMessages } from '~/lib/messages/index.ts'
import { LinkButton } from '~/ui/button.tsx'
import { Stack } from '~/ui/layout.tsx'
import styles from './auth.module.css'
import { useNext } from './next-field.tsx'

/** Single sign-on that fits an address. */
export type SsoWay = { providerId: string; name: string; organizationName: string; isRequired: boolean }

const icons = { google: IconBrandGoogle, github: IconBrandGithub, azure: IconBrandWindows }

/** The mark of a provider; a door for one that has none here. */
export const providerIcon = (key: string) => icons[key as keyof typeof icons] ?? IconLogin2

type Providers = {
  providers: { key: string; name: string }[]
  /** Token of an invitation that is accepted on the way. */
  invitation?: string
}

function pathTo(key: string, next: string | null, invitation: string | undefined): string {
  const query = new URLSearchParams({ ...(next ? { next } : {}), ...(invitation ? { invitation } : {}) })
  return `/sign-in/with/${encodeURIComponent(key)}${query.size > 0 ? `?${query}` : ''}`
}

/** Ways in through other providers. Links, not forms: the way leads to another site. */
export function ProviderLinks({ providers, invitation }: Providers) {
  const t = useMessages()
  const next = useNext()
  if (providers.length === 0) return null
  return (
    <Stack gap="tight">
      {providers.map(({ key, name }) => {
        const Icon = providerIcon(key)
        return (
          <LinkButton
            key={key}
            to={pathTo(key, next, invitation)}
            reloadDocument
            size="large"
            className={styles.wide ?? ''}
            icon={<Icon size={18} stroke={1.75} aria-hidden="true" />}
          >
            {t('door.continue_with', { name })}
          </LinkButton>
        )
      })}
    </Stack>
  )
}

/** The same under a form that does what they do; nothing when there are none. */
export function OrProviders({ providers, ...rest }: Providers) {
  if (providers.length === 0) return null
  return (
    <>
      <Or />
      <ProviderLinks providers={providers} {...rest} />
    </>
  )
}

/** The sign-on of the person's organization. */
export function SsoLink({ way, email }: { way: SsoWay; email: string | null }) {
  const t = useMessages()
  const next = useNext()
  const query = new URLSearchParams({ ...(email ? { email } : {}), ...(next ? { next } : {}) })
  return (
    <Stack gap="tight">
      <p>{t('door.sso_lead', { organization: way.organizationName })}</p>
      <LinkButton
        to={`/sign-in/through/${way.providerId}?${query}`}
        reloadDocument
        variant={way.isRequired ? 'primary' : 'secondary'}
        size="large"
        className={styles.wide ?? ''}
        icon={<IconBuilding size={18} stroke={1.75} aria-hidden="true" />}
      >
        {t('door.sso_button', { name: way.name || way.organizationName })}
      </LinkButton>
    </Stack>
  )
}

/** The line between two ways of doing the same. */
export function Or() {
  const t = useMessages()
  return (
    <p className={styles.or}>
      <span>{t('door.email_or')}</span>
    </p>
  )
}
