import type { Account, KoaContextWithOIDC } from 'oidc-provider'
import type { App } from '../../../platform/ctx.ts'
import { findAccountFacts } from './accounts.queries.ts'
import { organizationOfClient } from './interactions.ts'
import { seconds } from './issuer.ts'

/** Which claims an app gets by which scope, OpenID Connect Core 5.4. */
export const claimsByScope = {
  openid: ['sub', 'acr', 'amr', 'auth_time', 'organization_id', 'organization_role'],
  profile: ['name', 'picture', 'locale', 'zoneinfo', 'updated_at'],
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
}

/** A member of the app's organization; undefined ends whatever the app was about to do. */
export async function findAccount(
  app: App,
  ctx: KoaContextWithOIDC,
  userId: string,
): Promise<Account | undefined> {
  const organization = organizationOfClient(ctx)
  const facts = await findAccountFacts(app.database.db, organization.id, userId)
  if (!facts) return undefined
  return {
    accountId: userId,
    claims: async () => ({
      sub: userId,
      name: facts.name,
      locale: facts.locale,
      zoneinfo: facts.zoneinfo,
      updated_at: seconds(facts.updatedAt),
      ...(facts.picture ? { picture: facts.picture } : {}),
      ...(facts.email ? { email: facts.email, email_verified: facts.emailVerified } : {}),
      ...(facts.phone ? { phone_number: facts.phone, phone_number_verified: facts.phoneVerified } : {}),
      organization_id: organization.id,
      organization_role: facts.organizationRole,
    }),
  }
}
