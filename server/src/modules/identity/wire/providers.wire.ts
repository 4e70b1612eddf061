import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { App, Ctx } from '../../../platform/ctx.ts'
import { AppError, Forbidden, NotFound } from '../../../platform/errors.ts'
import { Id } from '../../../platform/http/schemas.ts'
import { issueFlowCode } from '../codes/flow-states.ts'
import { oneself } from '../policy.ts'
import { browserTokenOf, keepBrowserToken } from '../providers/browser-cookie.ts'
import { LinkingOff } from '../providers/errors.ts'
import { disconnect } from '../providers/identities.ts'
import { finishVisit, type Returned } from '../providers/returns.ts'
import { beginProvider, type Departure, originOf, takeVisit, type Visit } from '../providers/visits.ts'
import { handOver } from '../sessions/session-cookie.ts'
import { openSession } from '../sessions/sessions.ts'
import { flowOf, Word } from './bodies.ts'
import { defineWireError, unexpected, ValidationFailed, wireFailure } from './errors.ts'
import { redirectTarget, withCode, withError, withSession } from './redirects.ts'
import { Redirect, wireRoute } from './route.ts'
import { enter } from './session-view.ts'

const IdentityNotFound = defineWireError('identity_not_found', 422, "Identity doesn't exist")

const Query = Type.Object({
  provider: Word,
  scopes: Type.Optional(Type.String({ maxLength: 2000 })),
  redirect_to: Type.Optional(Type.String({ maxLength: 2000 })),
  code_challenge: Word,
  code_challenge_method: Word,
  invite_token: Word,
  skip_http_redirect: Word,
})

/** What an app may tell the provider through us. */
const passedOn = [
  'access_type',
  'acr_values',
  'display',
  'domain_hint',
  'hd',
  'include_granted_scopes',
  'login_hint',
  'max_age',
  'prompt',
  'ui_locales',
]

async function begin(
  ctx: Ctx,
  purpose: 'sign_in' | 'link',
  query: Static<typeof Query>,
  request: FastifyRequest,
): Promise<Departure> {
  const { provider, scopes } = query
  if (!provider) throw ValidationFailed({ reason: 'Unsupported provider: missing provider' })
  const redirectTo = redirectTarget(ctx.app, request)
  const flow = { providerType: provider, authenticationMethod: 'oauth', redirectTo }
  const given = request.query as Record<string, unknown>
  const parameters = passedOn.flatMap((name) =>
    typeof given[name] === 'string' ? [[name, given[name].slice(0, 500)]] : [],
  )
  return beginProvider(ctx, {
    provider,
    purpose,
    redirectTo,
    surface: 'app',
    browserToken: browserTokenOf(ctx.app, request),
    flowStateId: await flowOf(ctx, query, flow),
    scopes: (scopes ?? '').split(' ').filter(Boolean).slice(0, 50),
    parameters: Object.fromEntries(parameters) as Record<string, string>,
    invite: purpose === 'link' ? null : (query.invite_token ?? null),
  })
}

const ticketPurpose = 'provider-ticket'

/**
 * Sends the browser off, or gives the app an address to send it to. That one is ours: a cookie set on the answer
 * to a program would not reach the browser.
 */
export function send(ctx: Ctx, reply: FastifyReply, departure: Departure, asJson: boolean) {
  if (!asJson) {
    keepBrowserToken(ctx.app, reply, departure.browserToken)
    return new Redirect(departure.url, 302)
  }
  const ticket = ctx.app.keys.seal(ticketPurpose, JSON.stringify({ ...departure, at: ctx.now.getTime() }))
  return { url: `${ctx.app.config.url}/auth/v1/authorize/continue?ticket=${ticket}` }
}

const authorize = wireRoute({
  method: 'GET',
  path: '/authorize',
  allow: 'anyone',
  limits: [{ max: 300, windowSeconds: 300 }],
  query: Query,
  async handle(ctx, { query, request, reply }) {
    const departure = await begin(ctx, 'sign_in', query, request)
    return send(ctx, reply, departure, query.skip_http_redirect === 'true')
  },
})

const continueWithTicket = wireRoute({
  method: 'GET',
  path: '/authorize/continue',
  allow: 'anyone',
  query: Type.Object({ ticket: Type.String({ maxLength: 8000 }) }),
  async handle(ctx, { query, reply }) {
    const departure = opened(ctx.app, query.ticket)
    if (!departure || ctx.now.getTime() - departure.at > 600_000)
      throw ValidationFailed({ reason: 'This address has expired' })
    keepBrowserToken(ctx.app, reply, departure.browserToken)
    return new Redirect(departure.url, 302)
  },
})

function opened(app: App, ticket: string): (Departure & { at: number }) | null {
  try {
    return JSON.parse(app.keys.open(ticketPurpose, ticket)) as Departure & { at: number }
  } catch {
    return null
  }
}

const linkAuthorize = wireRoute({
  method: 'GET',
  path: '/user/identities/authorize',
  allow: 'user',
  limits: [{ max: 300, windowSeconds: 300 }],
  query: Query,
  async handle(ctx, { query, request, reply }) {
    refuseOthers(ctx)
    const departure = await begin(ctx, 'link', query, request)
    return send(ctx, reply, departure, query.skip_http_redirect === 'true')
  },
})

const unlink = wireRoute({
  method: 'DELETE',
  path: '/user/identities/:identityId',
  allow: 'user',
  params: Type.Object({ identityId: Id }),
  async handle(ctx, { params }) {
    refuseOthers(ctx)
    await disconnect(ctx, params.identityId).catch((error: unknown) => {
      if (error instanceof AppError && error.code === NotFound.code) throw IdentityNotFound()
      throw error
    })
    return {}
  },
})

function refuseOthers(ctx: Ctx) {
  if (!ctx.app.config.auth.manualLinking) throw LinkingOff()
  const verdict = oneself(ctx.actor)
  if (verdict !== true) throw Forbidden({ reason: verdict.refused })
}

const Answer = Type.Object({
  state: Type.Optional(Type.String({ maxLength: 500 })),
  code: Type.Optional(Type.String({ maxLength: 4000 })),
  iss: Type.Optional(Type.String({ maxLength: 1000 })),
  error: Type.Optional(Type.String({ maxLength: 500 })),
  error_description: Type.Optional(Type.String({ maxLength: 2000 })),
})
type Answer = Static<typeof Answer>
const fields = ['state', 'code', 'iss', 'error', 'error_description'] as const

function searchOf(answer: Answer): URLSearchParams {
  const search = new URLSearchParams()
  for (const name of fields) if (answer[name] !== undefined) search.set(name, answer[name])
  return search
}

const callbackByForm = wireRoute({
  method: 'POST',
  path: '/callback',
  allow: 'anyone',
  transaction: false,
  body: Answer,
  // The cookie of the browser does not come along with a form of another site, but with the address it leads to.
  handle: async (_ctx, { body }) => new Redirect(`/auth/v1/callback?${searchOf(body)}`, 303),
})

const callback = wireRoute({
  method: 'GET',
  path: '/callback',
  allow: 'anyone',
  limits: [{ max: 600, windowSeconds: 300 }],
  query: Answer,
  async handle(ctx, { query, request, reply }) {
    const state = query.state ?? null
    let visit: Visit
    try {
      visit = await takeVisit(ctx, state, browserTokenOf(ctx.app, request))
    } catch (error) {
      const origin = await originOf(ctx, state)
      if (origin?.surface === 'app')
        return new Redirect(withError(origin.redirectTo ?? ctx.app.config.auth.siteUrl, error, true))
      return new Redirect(problemAt('/sign-in', error))
    }
    try {
      const url = await finishVisit(ctx, visit, searchOf(query), (tx, returned) =>
        visit.surface === 'web' ? welcomeWeb(tx, returned, reply) : welcomeApp(tx, returned),
      )
      return new Redirect(url)
    } catch (error) {
      if (!wireFailure(error)) request.log.error({ err: error }, 'unexpected error')
      return new Redirect(failureUrl(ctx.app, visit, error))
    }
  },
})

/** Opens a session of the web app, in a cookie, and says which page comes next. */
async function welcomeWeb(ctx: Ctx, returned: Returned, reply: FastifyReply): Promise<string> {
  const { visit, provider, userId, proof } = returned
  const next = visit.redirectTo ?? '/'
  if (visit.purpose === 'link') return withParameter(next, 'connected', provider.key)
  if (visit.purpose === 'test') return next
  const entered = await openSession(ctx, userId, { ...proof, carrier: 'cookie' })
  await handOver(ctx, reply, 'cookie', entered)
  return `/sign-in/finish?${new URLSearchParams({ next })}`
}

/** Hands the app a code for its verifier, or a session when it began without PKCE. */
async function welcomeApp(ctx: Ctx, returned: Returned): Promise<string> {
  const { visit, proven, userId, proof } = returned
  const address = visit.redirectTo ?? ctx.app.config.auth.siteUrl
  const { accessToken = null, refreshToken = null } = proven.tokens ?? {}
  if (visit.flowStateId)
    return withCode(
      address,
      await issueFlowCode(ctx, visit.flowStateId, userId, { accessToken, refreshToken }),
    )
  const session = await enter(ctx, userId, proof)
  const tokens = {
    ...(accessToken ? { provider_token: accessToken } : {}),
    ...(refreshToken ? { provider_refresh_token: refreshToken } : {}),
  }
  return withSession(address, { ...session, ...tokens }, '')
}

function failureUrl(app: App, visit: Visit, error: unknown): string {
  if (visit.surface === 'app')
    return withError(visit.redirectTo ?? app.config.auth.siteUrl, error, visit.flowStateId !== null)
  if (visit.purpose !== 'sign_in') return problemAt(visit.redirectTo ?? '/account/security', error)
  const back = problemAt('/sign-in', error)
  return visit.redirectTo && visit.redirectTo !== '/' ? withParameter(back, 'next', visit.redirectTo) : back
}

/** A page of ours that tells what went wrong, by the code of the error. */
const problemAt = (path: string, error: unknown): string => {
  const isKnown = error instanceof AppError
  const told = withParameter(path, 'problem', isKnown ? error.code : unexpected.errorCode)
  return isKnown && error.params.provider
    ? withParameter(told, 'provider', String(error.params.provider))
    : told
}

function withParameter(path: string, name: string, value: string): string {
  const url = new URL(path, 'http://own.invalid')
  url.searchParams.set(name, value)
  return url.pathname + url.search + url.hash
}

/** Signing in by accounts elsewhere, and connecting them. */
export const providerRoutes = [authorize, continueWithTicket, linkAuthorize, unlink, callbackByForm, callback]
