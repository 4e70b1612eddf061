import type { FastifyRequest } from 'fastify'
import type { App } from '../../../platform/ctx.ts'
import { unexpected, wireFailure } from './errors.ts'
import type { SessionView } from './session-view.ts'

/** Schemes that run something, or read something, instead of leading to an app. */
const neverSchemes = new Set([
  'javascript:',
  'data:',
  'vbscript:',
  'file:',
  'blob:',
  'about:',
  'view-source:',
])
const longest = 2000

/**
 * Where somebody goes on after signing in: the address the app asks for when the operator allows it, else the
 * address of the site. Asked for by `redirect_to` in query or header, else the page the request came from.
 */
export function redirectTarget(app: App, request: FastifyRequest): string {
  const { redirect_to: inQuery } = request.query as Record<string, unknown>
  const asked = [inQuery, request.headers.redirect_to, request.headers.referer]
  for (const one of asked) if (typeof one === 'string' && isAllowed(app, one)) return one
  return app.config.auth.siteUrl
}

/** Whether people may be sent to an address: on the site itself, or one that fits the operator's list. */
export function isAllowed(app: Pick<App, 'config'>, address: string): boolean {
  const url = parsed(address)
  if (!url) return false
  const { siteUrl, uriAllowList } = app.config.auth
  const site = parsed(siteUrl)
  if (site && url.protocol === site.protocol && url.host === site.host) return true
  const plain = url.href.replace(/#.*$/s, '')
  return uriAllowList.some((pattern) => patternOf(pattern).test(plain) || isSame(pattern, plain))
}

function parsed(address: string): URL | null {
  if (address.length > longest || /[\p{Cc}\s\\]/u.test(address)) return null
  const url = URL.parse(address)
  if (!url || neverSchemes.has(url.protocol) || url.username || url.password) return null
  return url
}

/** An entry without wildcards is compared as the address it is, so a missing slash at its end is no difference. */
const isSame = (pattern: string, href: string) => URL.parse(pattern)?.href === href

const patterns = new Map<string, RegExp>()

/**
 * Wildcards as Supabase's server reads them: `*` is anything without a dot or slash, `**` anything, `?` one
 * character that is neither. In the host part none of them reaches beyond its end.
 */
function patternOf(text: string): RegExp {
  let pattern = patterns.get(text)
  if (!pattern) {
    const [, host = '', path = ''] = /^(https?:\/\/[^/]*)?(.*)$/s.exec(text) ?? []
    pattern = new RegExp(`^${sourceOf(host, '[^/@?#]*')}${sourceOf(path, '.*')}$`)
    patterns.set(text, pattern)
  }
  return pattern
}

const sourceOf = (glob: string, anything: string) =>
  glob.replace(/\*\*|\*|\?|[^*?]+/g, (part) => {
    if (part === '**') return anything
    if (part === '*') return '[^./@:?#]*'
    if (part === '?') return '[^./@:?#]'
    return part.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  })

/** Hands a session on in the fragment of an address, which is not sent to any server. */
export function withSession(address: string, session: SessionView, type: string): string {
  const { access_token, expires_at, expires_in, refresh_token, provider_token, provider_refresh_token } =
    session
  return withFragment(address, {
    access_token,
    expires_at: String(expires_at),
    expires_in: String(expires_in),
    ...(provider_refresh_token ? { provider_refresh_token } : {}),
    ...(provider_token ? { provider_token } : {}),
    refresh_token,
    token_type: 'bearer',
    type,
  })
}

/** Hands the code of a PKCE sign-in on. */
export const withCode = (address: string, code: string): string => withQuery(address, { code })

/** Tells a page what came of a link. */
export const withMessage = (address: string, message: string): string => withFragment(address, { message })

/** Tells a page what went wrong, in fragment and, for an app that uses PKCE, in the query. */
export function withError(address: string, error: unknown, isPkce = false): string {
  const { errorCode, message, status } = wireFailure(error) ?? unexpected
  const about = {
    error: status >= 500 ? 'server_error' : 'access_denied',
    error_code: errorCode,
    error_description: message,
  }
  return withFragment(isPkce ? withQuery(address, about) : address, about)
}

function withQuery(address: string, fields: Record<string, string>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value)
  return url.href
}

function withFragment(address: string, fields: Record<string, string>): string {
  const url = new URL(address)
  url.hash = new URLSearchParams(fields).toString()
  return url.href
}
