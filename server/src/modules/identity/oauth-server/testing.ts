import { createServer } from 'node:net'
import * as client from 'openid-client'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, type GivenPerson, givenPerson } from '../testing.ts'

export type OAuthStoa = TestStoa & { url: string }

/** A whole Stoa that listens on a port of this machine, for clients that know nothing of tests. */
export async function listeningStoa(): Promise<OAuthStoa> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const stoa = await testStoa({ url })
  await stoa.server.listen({ port, host: '127.0.0.1' })
  return { ...stoa, url }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

export const callback = 'https://app.test/callback'

/** An app of an organization, registered by its administrator. */
export async function givenApp(
  stoa: OAuthStoa,
  organization: GivenOrganization,
  changes: Record<string, unknown> = {},
): Promise<{ clientId: string; secret: string | null }> {
  const admin = await givenPerson(stoa, organization, 'admin', 'Ada Admin')
  const { body } = await stoa.as(admin).post('/identity/oauth-clients', {
    name: 'Notes',
    redirectUris: [callback],
    postLogoutRedirectUris: ['https://app.test/bye'],
    scopes: ['openid', 'profile', 'email', 'offline_access', 'identity:read', 'learning:read'],
    ...changes,
  })
  return body
}

/** The independent client of an app. */
export function clientOf(
  stoa: OAuthStoa,
  app: { clientId: string; secret: string | null },
): Promise<client.Configuration> {
  const auth = app.secret ? client.ClientSecretBasic(app.secret) : client.None()
  return client.discovery(new URL(`${stoa.url}/oauth`), app.clientId, undefined, auth, {
    execute: [client.allowInsecureRequests],
  })
}

/** A browser: it keeps cookies by path and shows them again, and goes where it is sent. */
export class Browser {
  readonly stoa: OAuthStoa
  readonly jar = new Map<string, { value: string; path: string }>()

  constructor(stoa: OAuthStoa, person?: { token: string }) {
    this.stoa = stoa
    if (person) this.signIn(person)
  }

  signIn(person: { token: string }): void {
    this.jar.set('stoa', { value: person.token, path: '/' })
  }

  cookiesFor(path: string): string {
    return [...this.jar]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, cookie]) => `${name}=${cookie.value}`)
      .join('; ')
  }

  async fetch(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, this.stoa.url)
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, accept: 'text/html', cookie: this.cookiesFor(url.pathname) },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ')
      const name = pair.slice(0, pair.indexOf('='))
      const value = pair.slice(pair.indexOf('=') + 1)
      const path = attributes.find((one) => one.toLowerCase().startsWith('path='))?.slice(5) ?? '/'
      const gone = attributes.some((one) => /^(max-age=0|expires=Thu, 01 Jan 1970)/i.test(one))
      if (gone || value === '') this.jar.delete(name)
      else this.jar.set(name, { value, path })
    }
    return answer
  }

  /** Follows redirects inside the OAuth server; where it ends: a page of the web app, the app, or an answer. */
  async follow(address: string | URL): Promise<{ url: URL; answer: Response }> {
    let url = new URL(address, this.stoa.url)
    for (let steps = 0; steps < 10; steps += 1) {
      const answer = await this.fetch(url)
      const location = answer.headers.get('location')
      if (!location) return { url, answer }
      url = new URL(location, url)
      if (url.origin !== this.stoa.url || !url.pathname.startsWith('/oauth/')) return { url, answer }
    }
    throw new Error(`Round and round at ${url}`)
  }

  /** The person's answer on the consent page. */
  async decide(page: URL, allow: boolean): Promise<{ url: URL; answer: Response }> {
    const id = page.searchParams.get('authorization_id')
    const answer = await this.fetch(`/api/v1/identity/authorizations/${id}/decision`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.stoa.url },
      body: JSON.stringify({ allow }),
    })
    if (answer.status !== 200) throw new Error(`decision: ${answer.status} ${await answer.text()}`)
    const { url } = (await answer.json()) as { url: string }
    return this.follow(url)
  }
}

type Asking = { url: URL; verifier: string; state: string; nonce: string }

/** A request of an app with everything it should have. */
export async function ask(
  config: client.Configuration,
  parameters: Record<string, string> = {},
): Promise<Asking> {
  const verifier = client.randomPKCECodeVerifier()
  const [state, nonce] = [client.randomState(), client.randomNonce()]
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid profile email offline_access identity:read',
    prompt: 'consent',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...parameters,
  })
  return { url, verifier, state, nonce }
}

/** Goes the whole way: asked, allowed, back at the app with a code. */
export async function allowed(
  stoa: OAuthStoa,
  config: client.Configuration,
  person: GivenPerson,
  parameters: Record<string, string> = {},
): Promise<Asking & { back: URL; browser: Browser }> {
  const asking = await ask(config, parameters)
  const browser = new Browser(stoa, person)
  const { url: page } = await browser.follow(asking.url)
  const { url: back } = await browser.decide(page, true)
  return { ...asking, back, browser }
}

export const redeem = (
  config: client.Configuration,
  { back, verifier, state, nonce }: Asking & { back: URL },
) =>
  client.authorizationCodeGrant(config, back, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  })
