import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider'
import { anonymous } from '../../../platform/actor.ts'
import { type App, noOrganization, withTransaction } from '../../../platform/ctx.ts'
import { record } from '../../audit/index.ts'
import { sessionCookie } from '../authenticate.ts'
import { findCaller } from '../callers.queries.ts'
import { deleteSession } from '../sessions/sessions.queries.ts'
import { type Entrant, entrantOf } from './entrants.ts'
import { seconds } from './issuer.ts'

type KoaContext = Pick<KoaContextWithOIDC, 'cookies' | 'req'> & { oidc?: KoaContextWithOIDC['oidc'] }

const known = new WeakMap<object, Promise<Entrant | null>>()

/** Who is signed in where a request comes from; asked once a request. */
export function entrantOfContext(app: App, ctx: KoaContext): Promise<Entrant | null> {
  let entrant = known.get(ctx.req)
  if (!entrant) {
    const name = sessionCookie(app.config.url.startsWith('https:'))
    entrant = entrantOf(app, ctx.cookies.get(name, { signed: false }))
    known.set(ctx.req, entrant)
  }
  return entrant
}

/**
 * Makes oidc-provider's idea of a session ours: who is signed in is what our own cookie says at this moment, and
 * what it remembers (which app got which consent) lives and dies with that session, under its id. A cookie of its
 * own is used for strangers only, who have nothing to remember but the way to the end of a sign-out.
 */
export function bindSessions(app: App, provider: Provider): void {
  // biome-ignore lint/suspicious/noExplicitAny: the type package leaves out that a session can be made and found
  const Session = provider.Session as any
  const byCookie = Session.get.bind(Session) as (ctx: KoaContext) => Promise<{ accountId?: string }>

  Session.get = async (ctx: KoaContextWithOIDC) => {
    const entrant = await entrantOfContext(app, ctx)
    const session = entrant
      ? ((await Session.findByUid(entrant.sessionId)) ??
        Session.instantiate({ uid: entrant.sessionId, jti: entrant.sessionId }))
      : await byCookie(ctx)
    if (!entrant) {
      const stranger = session.accountId ? new Session() : session
      ctx.oidc?.entity('Session', stranger)
      return stranger
    }
    if (entrant.isImpersonated)
      throw new errors.AccessDenied('nobody lets an app in while they act for somebody else')
    Object.assign(session, {
      accountId: entrant.userId,
      loginTs: seconds(entrant.authenticatedAt),
      acr: entrant.acr,
      amr: entrant.amr,
    })
    ctx.oidc?.entity('Session', session)
    return session
  }

  // The id is that of our session and not a secret, so there is nothing to renew when somebody signs in.
  const renew = Session.prototype.resetIdentifier as () => void
  Session.prototype.resetIdentifier = function resetIdentifier() {
    if (this.accountId) this.touched = true
    else renew.call(this)
  }

  // Our own sign-in decides who somebody is; an answered question only says when they proved it.
  const logIn = Session.prototype.loginAccount as (details: { accountId: string }) => void
  Session.prototype.loginAccount = function loginAccount(details: { accountId: string }) {
    if (this.accountId !== details.accountId) throw new errors.AccessDenied('somebody else is signed in now')
    logIn.call(this, details)
  }

  // What an app was given without leave to go on alone ends with the session by itself; the consent stays.
  const authorizationFor = Session.prototype.authorizationFor as (...args: unknown[]) => object
  Session.prototype.authorizationFor = function remembered(...args: unknown[]) {
    return Object.assign(authorizationFor.apply(this, args), { persistsLogout: true })
  }

  const forget = Session.prototype.destroy as () => Promise<void>
  Session.prototype.destroy = async function destroy() {
    await forget.call(this)
    if (this.accountId) await signOut(app, this.accountId as string, this.uid as string)
  }
}

/**
 * Remembers with a session of ours that an app was let in, for requests that came another way than by a browser.
 * @returns the session's name towards that app
 */
export async function rememberGrant(
  provider: Provider,
  { sessionId, userId, authenticatedAt }: Pick<Entrant, 'sessionId' | 'userId' | 'authenticatedAt'>,
  clientId: string,
  grantId: string,
): Promise<string> {
  // biome-ignore lint/suspicious/noExplicitAny: the type package leaves out that a session can be made and found
  const Session = provider.Session as any
  const session =
    (await Session.findByUid(sessionId)) ?? Session.instantiate({ uid: sessionId, jti: sessionId })
  Object.assign(session, { accountId: userId, loginTs: seconds(authenticatedAt) })
  session.ensureClientContainer(clientId)
  session.grantIdFor(clientId, grantId)
  await session.save(30 * 24 * 3600)
  return session.sidFor(clientId) as string
}

/** Signing out of an app that asks for it signs out of Stoa. */
async function signOut(app: App, userId: string, sessionId: string): Promise<void> {
  const facts = await findCaller(app.database.db, { sessionId }, null)
  const organizationId = facts?.organizationId ?? noOrganization
  const actor = { ...anonymous, kind: 'person' as const, userId, sessionId, email: facts?.email ?? null }
  const seed = { actor, organizationId, requestId: `sign-out ${sessionId}` }
  await withTransaction(app, seed, async (ctx) => {
    const ended = await deleteSession(ctx.db, userId, sessionId)
    if (ended && organizationId !== noOrganization)
      await record(ctx, 'identity.session_ended', { entityType: 'session', entityId: sessionId })
  })
}

/** Takes away the cookies that must not be there: oidc-provider's when somebody is signed in, ours after sign-out. */
export async function tidyCookies(app: App, provider: Provider, ctx: KoaContextWithOIDC): Promise<void> {
  if (!(await entrantOfContext(app, ctx))) return
  const own = `${provider.cookieName('session')}`
  const set = ([] as string[]).concat(
    (ctx.res.getHeader('set-cookie') as string[] | string | undefined) ?? [],
  )
  const kept = set.filter((cookie) => !cookie.startsWith(`${own}=`) && !cookie.startsWith(`${own}.sig=`))
  // biome-ignore lint/suspicious/noExplicitAny: `destroyed` is missing in the type package
  if ((ctx.oidc?.session as any)?.destroyed) {
    const secure = app.config.url.startsWith('https:')
    kept.push(
      `${sessionCookie(secure)}=; path=/; max-age=0; httponly; samesite=lax${secure ? '; secure' : ''}`,
    )
  }
  if (kept.length > 0) ctx.res.setHeader('set-cookie', kept)
  else ctx.res.removeHeader('set-cookie')
}
