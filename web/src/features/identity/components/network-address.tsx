import { useSite } from '~/lib/session.ts'

/** A network address with the country it is registered in. */
export function NetworkAddress({ ip, country }: { ip: string | null; country: string | null }) {
  const { locale } = useSite()
  if (!ip) return '–'
  const name = country && new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(country)
  return name ? `${ip} (${name})` : ip
}
