import { verifyAll } from '../modules/audit/index.ts'
import { organizationId, withStoa } from './with-stoa.ts'

/** Exit code 1 when a chain is broken. */
export async function auditVerify(options: { organization?: string; json?: boolean }): Promise<void> {
  const results = await withStoa(async (stoa) =>
    verifyAll(stoa.app, options.organization ? await organizationId(stoa, options.organization) : null),
  )
  const broken = results.filter((result) => result.status === 'broken')
  if (options.json) console.log(JSON.stringify({ ok: broken.length === 0, chains: results }))
  else {
    for (const { organizationId: id, status, verifiedEntries, totalEntries, firstFailure } of results) {
      const where = firstFailure
        ? `: first bad entry is ${firstFailure.seq} (${firstFailure.kind}${firstFailure.field ? `, ${firstFailure.field}` : ''})`
        : ''
      console.log(`${status.padEnd(7)} ${id}  ${verifiedEntries} of ${totalEntries} entries${where}`)
    }
    if (results.length === 0) console.log('There are no entries yet.')
  }
  if (broken.length > 0) process.exitCode = 1
}
