import { AuthClient } from '@supabase/auth-js'
import type { InjectOptions } from 'fastify'
import type { TestStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, mailTo } from '../testing.ts'

export const wireUrl = 'http://stoa.test/auth/v1'

/** A fetch that reaches the server of a test without a network. */
export function wireFetch(stoa: TestStoa, base: Record<string, string> = {}, ip = '127.0.0.1'): typeof fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    const answer = await stoa.server.inject({
      method: (init.method ?? 'GET') as InjectOptions['method'],
      url: `${url.pathname}${url.search}`,
      headers: { ...base, ...Object.fromEntries(new Headers(init.headers)) },
      remoteAddress: ip,
      ...(init.body === undefined || init.body === null ? {} : { payload: String(init.body) }),
    } as InjectOptions)
    const headers = new Headers()
    for (const [name, value] of Object.entries(answer.headers))
      if (value !== undefined) headers.set(name, String(value))
    const isEmpty = answer.statusCode === 204 || answer.statusCode === 304
    return new Response(isEmpty ? null : answer.rawPayload.toString(), { status: answer.statusCode, headers })
  }
}

/** Supabase's own client, at an organization. */
export function authClient(
  stoa: TestStoa,
  organization: GivenOrganization,
  options: { flowType?: 'pkce' | 'implicit'; headers?: Record<string, string>; ip?: string } = {},
): InstanceType<typeof AuthClient> {
  const kept = new Map<string, string>()
  return new AuthClient({
    url: wireUrl,
    headers: { 'stoa-organization': organization.slug, ...options.headers },
    fetch: wireFetch(stoa, {}, options.ip),
    flowType: options.flowType ?? 'implicit',
    autoRefreshToken: false,
    detectSessionInUrl: false,
    persistSession: true,
    storageKey: `test-${Math.random()}`,
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
  })
}

/** A call to the wire without a client. */
export async function callWire(
  stoa: TestStoa,
  organization: GivenOrganization,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  options: { body?: unknown; token?: string; headers?: Record<string, string>; ip?: string } = {},
) {
  const answer = await stoa.server.inject({
    method,
    url: `/auth/v1${path}`,
    headers: {
      'stoa-organization': organization.slug,
      ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
      ...options.headers,
    },
    remoteAddress: options.ip ?? '127.0.0.1',
    ...(options.body === undefined ? {} : { payload: options.body as object }),
  })
  const isJson = String(answer.headers['content-type']).includes('json')
  return {
    status: answer.statusCode,
    // biome-ignore lint/suspicious/noExplicitAny: the body of an answer has the shape the test says it has
    body: (isJson ? JSON.parse(answer.payload) : null) as any,
    headers: answer.headers as Record<string, string>,
  }
}

/** Link and code in the newest mail to an address. */
export async function codeMailedTo(
  stoa: TestStoa,
  email: string,
): Promise<{ path: string; token: string; code: string }> {
  const { text } = await mailTo(stoa, email)
  const path = /\/auth\/v1(\/verify\?[^\s]+)/.exec(text)?.[1] ?? ''
  const token = new URLSearchParams(path.split('?')[1]).get('token') ?? ''
  const code = /\b(\d{6,10})\b/.exec(text.replace(/https?:\S+/g, ''))?.[1] ?? ''
  return { path, token, code }
}

/** The code in the newest text message to a number (digits without a plus). */
export async function codeTextedTo(stoa: TestStoa, phone: string): Promise<string> {
  await stoa.settle()
  const [message] = await stoa.sql<{ body: string }>(
    'select body from platform.caught_text_messages where recipient = $1 order by id desc limit 1',
    [`+${phone}`],
  )
  const code = /\b(\d{6,10})\b/.exec(message?.body ?? '')?.[1]
  if (!code) throw new Error(`There is no code for ${phone}.`)
  return code
}
