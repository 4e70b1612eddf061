import type { App } from '../../platform/ctx.ts'
import { organizationsWithChains } from './entries.queries.ts'
import { type Verification, verifyChain } from './verify.ts'

/** Verifies the chains of all organizations, or of one. */
export async function verifyAll(app: App, only: string | null): Promise<Verification[]> {
  const organizations = only ? [only] : await organizationsWithChains(app.database.db)
  const results: Verification[] = []
  for (const organizationId of organizations) results.push(await verifyChain(app, organizationId))
  return results
}
