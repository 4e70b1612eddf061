import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isIP } from 'node:net'
import { Reader, type Response } from 'mmdb-lib'

/** What the lists of the address registries know of a network (CC0): the country it is registered in. */
type Network = Response & { country_code?: string }

let networks: Reader<Network> | null = null

/**
 * The country a network address is registered in, ISO 3166-1 alpha-2. A hint for people who look through their
 * sign-ins, no fact to decide by. Null for private and unknown addresses. Asks nobody: the list comes with Stoa.
 */
export function countryOf(ip: string | null): string | null {
  if (!ip || isIP(ip) === 0) return null
  networks ??= new Reader<Network>(
    readFileSync(
      createRequire(import.meta.url).resolve(
        '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb',
      ),
    ),
  )
  const code = networks.get(ip)?.country_code
  return code && /^[A-Z]{2}$/.test(code) && code !== 'ZZ' ? code : null
}
