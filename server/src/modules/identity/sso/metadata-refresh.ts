import { system } from '../../../platform/actor.ts'
import { type App, createCtx, withTransaction } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors.ts'
import { findPublishedMetadata } from './sso-providers.queries.ts'
import { changeSsoProvider, metadataGiven, ssoProviderById } from './sso-providers.ts'

/**
 * Reads published metadata again, so that a certificate that was renewed in time is known before it is used. What
 * cannot be read, or is suddenly of somebody else, leaves everything as it is.
 */
export async function readMetadataAgain(app: App): Promise<void> {
  for (const { organizationId, ssoProviderId, metadataUrl } of await findPublishedMetadata(app.database.db)) {
    const seed = { actor: system, organizationId, requestId: 'identity.sso_metadata' }
    try {
      const metadata = await metadataGiven(createCtx(app, seed), { metadataUrl })
      await withTransaction(app, seed, async (ctx) => {
        const provider = await ssoProviderById(ctx, ssoProviderId)
        if (!metadata || metadata.xml === provider.metadataXml) return
        await changeSsoProvider(ctx, provider, { metadata })
      })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      app.log.warn({ ssoProviderId, code: error.code }, 'metadata could not be read again')
    }
  }
}
