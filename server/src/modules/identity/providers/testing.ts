import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { Provider } from 'oidc-provider'
import type { AuthSettings } from '../../../platform/auth-settings.ts'
import type { Config } from '../../../platform/config.ts'
import { testConfig } from '../../../testing/test-config.ts'
import type { TestStoa } from '../../../testing/test-stoa.ts'

/** Whom a provider lets in at present: what it says of whoever comes next. */
export type GivenClaims = { sub: string; email?: string; email_verified?: boolean } & Record<string, unknown>

export type GivenIssuer = {
  url: string
  clientId: string
  clientSecret: string
  /** Says who comes next. */
  person: GivenClaims
  /** Goes through the provider as a browser would, and comes back with the address it is sent to in the end. */
  visit(url: string): Promise<URL>
  /** An id token of this issuer with any claims; audience and times are filled in. */
  idToken(claims: JWTPayload, changes?: { kid?: string; typ?: string }): Promise<string>
  close(): Promise<void>
}

export const testCallback = 'http://stoa.test/auth/v1/callback'

async function listen(handler: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(handler)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const closed = (server: Server) =>
  new Promise<void>((done) => {
    server.closeAllConnections()
    server.close(() => done())
  })

/** A real OpenID Connect provider on this machine. Whoever comes is let in at once, as `person`. Close it. */
export async function givenIssuer(
  person: GivenClaims = { sub: 'nobody' },
  { callbacks = [testCallback] }: { callbacks?: string[] } = {},
): Promise<GivenIssuer> {
  let handler: RequestListener = (_request, response) => response.writeHead(503).end()
  const { server, url } = await listen((request, response) => handler(request, response))
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), kid: 'given', alg: 'RS256', use: 'sig' }
  const [clientId, clientSecret] = ['stoa-at-given', 'a-secret-only-for-tests-0123456789']
  const given: GivenIssuer = {
    url,
    clientId,
    clientSecret,
    person,
    visit: (address) => walk(address, url),
    idToken: (claims, { kid = 'given', typ = 'JWT' } = {}) =>
      new SignJWT({
        iss: url,
        aud: clientId,
        iat: Math.floor(Date.now() / 1000),
        exp: Math.floor(Date.now() / 1000) + 600,
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', kid, typ })
        .sign(privateKey),
    close: () => closed(server),
  }
  const known = new Map<string, GivenClaims>()
  const provider = new Provider(url, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: callbacks,
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [jwk as never] },
    cookies: { keys: ['only for tests'] },
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub', 'groups', 'xms_edov'],
      email: ['email', 'email_verified'],
      profile: ['name', 'given_name', 'family_name', 'picture', 'preferred_username'],
    },
    pkce: { required: () => false },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => known.get(sub) ?? { sub } }),
    ttl: { AccessToken: 600, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
  })
  const letIn = async (request: IncomingMessage, response: Parameters<RequestListener>[1]) => {
    const { prompt, params } = await provider.interactionDetails(request, response)
    const { sub } = given.person
    known.set(sub, { ...given.person })
    const grant = new provider.Grant({ accountId: sub, clientId: String(params.client_id) })
    grant.addOIDCScope('openid email profile offline_access')
    const consent = { grantId: await grant.save() }
    const result = prompt.name === 'login' ? { login: { accountId: sub }, consent } : { consent }
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true })
  }
  const callback = provider.callback()
  handler = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response)
    letIn(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  }
  return given
}

/** Follows redirects as a browser does, with cookies, until one leads away from `home`. */
async function walk(start: string, home: string): Promise<URL> {
  const jar = new Map<string, string>()
  let at = new URL(start)
  for (let hop = 0; hop < 10; hop++) {
    if (at.origin !== new URL(home).origin) return at
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      jar.set(name, value)
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`${at.pathname} answered ${answer.status}: ${await answer.text()}`)
    at = new URL(location, at)
  }
  throw new Error('It leads round in circles.')
}

export type GivenGitHub = {
  url: string
  /** Who comes next. */
  user: { id: number; login: string; name: string | null; email: string | null }
  emails: { email: string; primary: boolean; verified: boolean }[]
  visit(url: string): Promise<URL>
  close(): Promise<void>
}

/** As much of GitHub as signing in needs: codes that work once, and PKCE. Close it. */
export async function givenGitHub(): Promise<GivenGitHub> {
  const codes = new Map<string, { challenge: string | null; redirectUri: string | null }>()
  const { createHash, randomUUID } = await import('node:crypto')
  const body = async (request: IncomingMessage) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    return new URLSearchParams(Buffer.concat(parts).toString())
  }
  const { server, url } = await listen((request, response) => {
    const json = (value: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    const at = new URL(request.url ?? '/', 'http://github.test')
    const isKnown = request.headers.authorization === 'Bearer gho_given'
    switch (at.pathname) {
      case '/login/oauth/authorize': {
        const code = randomUUID()
        const back = new URL(at.searchParams.get('redirect_uri') ?? '')
        codes.set(code, {
          challenge: at.searchParams.get('code_challenge'),
          redirectUri: at.searchParams.get('redirect_uri'),
        })
        back.searchParams.set('code', code)
        back.searchParams.set('state', at.searchParams.get('state') ?? '')
        response.writeHead(302, { location: back.href }).end()
        return
      }
      case '/login/oauth/access_token':
        body(request).then(
          (form) => {
            const code = form.get('code') ?? ''
            const found = codes.get(code)
            codes.delete(code)
            const challenge = createHash('sha256')
              .update(form.get('code_verifier') ?? '')
              .digest('base64url')
            if (!found || found.challenge !== challenge || found.redirectUri !== form.get('redirect_uri'))
              return json({ error: 'bad_verification_code', error_description: 'The code is incorrect.' })
            return json({ access_token: 'gho_given', token_type: 'bearer', scope: 'read:user,user:email' })
          },
          () => json({}, 500),
        )
        return
      case '/api/v3/user':
        return void (isKnown ? json(given.user) : json({ message: 'Bad credentials' }, 401))
      case '/api/v3/user/emails':
        return void (isKnown ? json(given.emails) : json({ message: 'Bad credentials' }, 401))
      default:
        return void json({ message: 'Not Found' }, 404)
    }
  })
  const given: GivenGitHub = {
    url,
    user: { id: 1, login: 'octo', name: null, email: null },
    emails: [],
    visit: (address) => walk(address, url),
    close: () => closed(server),
  }
  return given
}

/** A configuration whose Google, Microsoft and GitHub are the given ones. */
export function withProviders(
  given: { google?: GivenIssuer; azure?: GivenIssuer; github?: GivenGitHub },
  changes: Partial<AuthSettings> = {},
): Partial<Config> {
  const { auth } = testConfig()
  const preset = (issuer: GivenIssuer | undefined) =>
    issuer && { clientId: issuer.clientId, secret: issuer.clientSecret, url: issuer.url }
  const [google, azure] = [preset(given.google), preset(given.azure)]
  return {
    auth: {
      ...auth,
      allowPrivateProviders: true,
      external: {
        ...(google ? { google } : {}),
        ...(azure ? { azure } : {}),
        ...(given.github ? { github: { clientId: 'gh', secret: 'gh-secret', url: given.github.url } } : {}),
      },
      ...changes,
    },
  }
}

/** A browser: keeps cookies, and goes nowhere by itself. */
export type GivenBrowser = {
  cookies: Map<string, string>
  get(url: string): Promise<{ status: number; location: string; body: string }>
  post(path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }>
}

/** A browser that looks at one organization, signed in as somebody if a session token is given. */
export function givenBrowser(
  stoa: TestStoa,
  organization: { slug: string },
  session: string | null = null,
): GivenBrowser {
  const cookies = new Map(session ? [['stoa', session]] : [])
  const call = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await stoa.server.inject({
      method,
      url,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'stoa-organization': organization.slug,
      },
      ...(payload ? { payload } : {}),
    })
    for (const { name, value } of answer.cookies) cookies.set(name, value)
    return answer
  }
  return {
    cookies,
    async get(url) {
      const { statusCode, headers, payload } = await call('GET', url)
      return { status: statusCode, location: String(headers.location ?? ''), body: payload }
    },
    async post(path, body) {
      const answer = await call('POST', `/api/v1${path}`, body as object)
      return { status: answer.statusCode, body: answer.json() as Record<string, unknown> }
    },
  }
}

/** Path and query of an address, as a server sees it. */
export const pathOf = (url: URL): string => url.pathname + url.search
