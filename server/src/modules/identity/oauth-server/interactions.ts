import { errors, interactionPolicy, type KoaContextWithOIDC, type Provider } from 'oidc-provider'
import type { App } from '../../../platform/ctx.ts'
import { findAsked } from './authorizations.queries.ts'
import { standingAt } from './entrants.ts'
import { seconds } from './issuer.ts'
import { entrantOfContext } from './sessions.ts'

const { Check, base } = interactionPolicy

/** Levels of assurance an app can ask for, as in our own tokens: aal2 is a second factor. */
export const assuranceLevels = ['aal1', 'aal2'] as const

/** Whose people the app of a request asks. */
export const organizationOfClient = (ctx: KoaContextWithOIDC) => ({
  id: String(ctx.oidc.client?.organization_id),
  slug: String(ctx.oidc.client?.organization_slug),
})

/** When somebody is asked, and what for. */
export function policyOf(app: App) {
  const policy = base()
  const { checks } = policy.get('login')!
  checks.add(
    new Check('standing', 'End-User has to sign in at the organization of the client', async (ctx) => {
      const entrant = await entrantOfContext(app, ctx)
      if (!entrant) return false
      const standing = await standingAt(app, entrant.sessionId, organizationOfClient(ctx))
      if (standing === 'stranger')
        throw new errors.AccessDenied('the person does not belong to the organization of this app')
      return standing === 'sign_in'
    }),
  )
  checks.add(
    new Check('acr', 'none of the requested ACRs could be obtained', (ctx) => {
      const wanted = String(ctx.oidc.params?.acr_values ?? '')
        .split(' ')
        .filter((level) => (assuranceLevels as readonly string[]).includes(level))
      // A wish, not a condition (OpenID Connect Core 3.1.2.1): whoever has no second factor is asked once.
      if (wanted.length === 0 || ctx.oidc.result?.login) return false
      return !wanted.some((level) => level <= (ctx.oidc.acr ?? ''))
    }),
  )
  return policy
}

/** Where somebody is sent: to our sign-in, which sends them back here, or to the page that asks for consent. */
export function interactionUrl(
  ctx: KoaContextWithOIDC,
  interaction: { uid: string; returnTo: string; prompt: { name: string; reasons: string[] } },
): string {
  const { name, reasons } = interaction.prompt
  if (name === 'consent') return `/authorize?authorization_id=${encodeURIComponent(interaction.uid)}`
  const { pathname } = new URL(interaction.returnTo)
  const query = new URLSearchParams({ next: pathname, organization: organizationOfClient(ctx).slug })
  const hint = ctx.oidc.params?.login_hint
  if (typeof hint === 'string' && hint.length <= 254) query.set('email', hint)
  // They are signed in and have to show once more who they are.
  if (!reasons.includes('no_session')) query.set('again', reasons.includes('acr') ? 'aal2' : '1')
  return `/sign-in?${query}`
}

/**
 * Somebody comes back from our sign-in: when they proved who they are after they were asked to, the question is
 * answered. The request goes on with whoever is signed in now, who may be somebody else than before.
 */
export async function noteReturn(
  app: App,
  provider: Provider,
  ctx: KoaContextWithOIDC,
  uid: string,
): Promise<void> {
  // Only the browser that asked comes back: an address somebody else sent leads nowhere.
  if (ctx.cookies.get(provider.cookieName('resume'), { signed: true }) !== uid) return
  const entrant = await entrantOfContext(app, ctx)
  if (!entrant) return
  const interaction = await provider.Interaction.find(uid)
  if (interaction?.prompt.name !== 'login') return
  const asked = await findAsked(app.database.db, uid)
  if (asked && entrant.authenticatedAt > asked.createdAt) {
    interaction.result = {
      login: {
        accountId: entrant.userId,
        ts: seconds(entrant.authenticatedAt),
        acr: entrant.acr,
        amr: entrant.amr,
      },
    }
  }
  // A new sign-in is a new session; nothing was allowed yet that would have to belong to the old one.
  interaction.session = undefined
  await interaction.persist()
}
