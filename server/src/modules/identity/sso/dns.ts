import { Resolver } from 'node:dns/promises'
import type { App } from '../../../platform/ctx.ts'

/** What an administrator puts into the DNS of a domain to prove it. */
export const proofRecord = (domain: string, verificationToken: string) => ({
  name: `_stoa.${domain}`,
  type: 'TXT',
  value: `stoa-verification=${verificationToken}`,
})

/** Codes of c-ares that say for certain that there is no such record. */
const isNoRecord = (error: unknown) =>
  ['ENODATA', 'ENOTFOUND', 'EBADNAME'].includes((error as { code?: string }).code ?? '')

/**
 * Looks for the proof of a domain, at `_stoa.<domain>` and at the domain itself.
 * @returns unknown when the DNS gave no answer either way
 */
export async function lookForProof(
  app: App,
  domain: string,
  verificationToken: string,
): Promise<'there' | 'missing' | 'unknown'> {
  const resolver = new Resolver({ timeout: 3000, tries: 2 })
  const { dnsServers } = app.config.auth
  if (dnsServers) resolver.setServers(dnsServers)
  const { name, value } = proofRecord(domain, verificationToken)
  const answers = await Promise.all(
    [name, domain].map(async (host) => {
      try {
        const records = await resolver.resolveTxt(host)
        // A long text comes in several strings, which belong together (RFC 7208, 3.3, has the same rule).
        return records.some((parts) => parts.join('').trim() === value) ? 'there' : 'missing'
      } catch (error) {
        return isNoRecord(error) ? 'missing' : 'unknown'
      }
    }),
  )
  if (answers.includes('there')) return 'there'
  return answers.includes('unknown') ? 'unknown' : 'missing'
}
