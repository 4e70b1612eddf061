import { type Ctx, noOrganization, withTransaction } from '../../../platform/ctx.ts'
import { hashToken, randomToken } from '../../../platform/keys.ts'
import { LinkNotValid } from '../errors.ts'
import { requireOwnSignIn } from '../factors/own-sign-in.ts'
import { findOpenInvitation } from '../joining/invitations.queries.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import { departure } from './dialogue.ts'
import { ProviderVisitUnknown } from './errors.ts'
import { type Provider, providerOf, ssoProviderOf } from './providers.ts'
import {
  consumeVisit,
  findOrigin,
  insertVisit,
  type Surface,
  type VisitPurpose,
  type VisitRow,
} from './visits.queries.ts'

/** Minutes somebody may take at a provider. */
export const visitMinutes = 10

export type VisitWish = {
  /** Where to go on afterwards: a path of ours on the web, an allowed address for apps. Already checked. */
  redirectTo: string | null
  surface: Surface
  /** What the browser brought in its cookie, so that two windows do not push each other out. */
  browserToken?: string | null
  flowStateId?: string | null
  scopes?: string[]
  loginHint?: string | null
  /** Further parameters for the provider, such as `prompt`. */
  parameters?: Record<string, string>
}

/** Somebody may leave: send them to `url`, and let their browser keep `browserToken` until they are back. */
export type Departure = { url: string; browserToken: string }

/**
 * Sends somebody to a provider, to sign in or to connect an account of theirs there. Opens its own transaction:
 * the provider may have to be asked first.
 * @throws ProviderUnknown, LinkNotValid, ProviderFailed, OutgoingRefused, OutgoingFailed; ProofTooOld and
 *   OwnSignInNeeded when connecting
 */
export async function beginProvider(
  ctx: Ctx,
  wish: VisitWish & {
    provider: string
    purpose: 'sign_in' | 'link'
    /** Token of an invitation they came by. */
    invite?: string | null
  },
): Promise<Departure> {
  const isLink = wish.purpose === 'link'
  if (isLink) {
    requireRecentProof(ctx)
    await requireOwnSignIn(ctx)
  }
  const inviteTokenHash = wish.invite ? hashToken(wish.invite) : null
  const invitation = inviteTokenHash && (await findOpenInvitation(ctx.db, inviteTokenHash))
  if (inviteTokenHash && !invitation) throw LinkNotValid()
  // The link of an invitation says by itself which organization it is about.
  const there = invitation ? { ...ctx, organizationId: invitation.organizationId } : ctx
  const provider = await providerOf(there, wish.provider)
  return depart(there, provider, wish, {
    purpose: wish.purpose,
    userId: isLink ? ctx.actor.userId : null,
    sessionId: isLink ? ctx.actor.sessionId : null,
    ssoProviderId: null,
    inviteTokenHash,
  })
}

/**
 * Sends somebody to the OpenID Connect side of a single sign-on of the organization of `ctx`; `test` only tries
 * whether it works.
 * @throws ProviderUnknown, ProviderFailed, OutgoingRefused, OutgoingFailed
 */
export async function beginOidcSso(
  ctx: Ctx,
  ssoProviderId: string,
  wish: VisitWish & { purpose?: 'sign_in' | 'test' },
): Promise<Departure> {
  const provider = await ssoProviderOf(ctx, ssoProviderId)
  return depart(ctx, provider, wish, {
    purpose: wish.purpose ?? 'sign_in',
    userId: ctx.actor.userId,
    sessionId: ctx.actor.sessionId,
    ssoProviderId,
    inviteTokenHash: null,
  })
}

const tokenShape = /^[A-Za-z0-9_-]{43}$/
const sealPurpose = 'provider-visit'

async function depart(
  ctx: Ctx,
  provider: Provider,
  wish: VisitWish,
  about: {
    purpose: VisitPurpose
    userId: string | null
    sessionId: string | null
    ssoProviderId: string | null
    inviteTokenHash: Buffer | null
  },
): Promise<Departure> {
  const secrets = { state: randomToken(), verifier: randomToken(), nonce: randomToken() }
  const url = await departure(ctx.app, provider, secrets, wish)
  const given = wish.browserToken
  const browserToken = given && tokenShape.test(given) ? given : randomToken()
  await withTransaction(ctx.app, ctx, (tx) =>
    insertVisit(tx.db, {
      ...about,
      organizationId: ctx.organizationId === noOrganization ? null : ctx.organizationId,
      providerType: provider.key,
      stateHash: hashToken(secrets.state),
      browserHash: hashToken(browserToken),
      codeVerifier: ctx.app.keys.seal(sealPurpose, secrets.verifier),
      nonce: ctx.app.keys.seal(sealPurpose, secrets.nonce),
      flowStateId: wish.flowStateId ?? null,
      redirectTo: wish.redirectTo,
      surface: wish.surface,
      expiresAt: new Date(ctx.now.getTime() + visitMinutes * 60_000),
    }),
  )
  return { url, browserToken }
}

/** Somebody who is back, with what is needed to check the answer they bring. */
export type Visit = Omit<VisitRow, 'codeVerifier' | 'nonce'> & {
  secrets: { state: string; verifier: string; nonce: string }
}

/**
 * Takes somebody back who left from this browser. Works once, whatever comes of it.
 * @throws ProviderVisitUnknown
 */
export async function takeVisit(ctx: Ctx, state: string | null, browserToken: string | null): Promise<Visit> {
  if (!state || !browserToken) throw ProviderVisitUnknown()
  const row = await withTransaction(ctx.app, ctx, (tx) =>
    consumeVisit(tx.db, hashToken(state), hashToken(browserToken)),
  )
  if (!row) throw ProviderVisitUnknown()
  const { codeVerifier, nonce, ...visit } = row
  const open = (sealed: string) => ctx.app.keys.open(sealPurpose, sealed)
  return { ...visit, secrets: { state, verifier: open(codeVerifier), nonce: open(nonce) } }
}

/** Where a visit that cannot be taken came from, to tell its failure there; null when nobody knows. */
export const originOf = (
  ctx: Ctx,
  state: string | null,
): Promise<{ surface: Surface; redirectTo: string | null } | null> =>
  state ? findOrigin(ctx.db, hashToken(state)) : Promise.resolve(null)
