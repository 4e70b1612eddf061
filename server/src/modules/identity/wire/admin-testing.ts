import type { InjectOptions } from 'fastify'
import type { Config } from '../../../platform/config.ts'
import { testConfig } from '../../../testing/test-config.ts'
import type { TestStoa } from '../../../testing/test-stoa.ts'
import { signServiceToken } from '../sessions/access-tokens.ts'

/** A configuration under which one network address may try as often as a test likes. */
export function patientConfig(): Partial<Config> {
  const { auth } = testConfig()
  return { auth: { ...auth, rateLimits: { ...auth.rateLimits, otp: 10_000, verify: 10_000 } } }
}

export type WireAnswer = {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: the body of an answer has the shape the test says it has
  body: any
  headers: Record<string, string>
}

/** Calls /auth/v1 with a key, or without one. */
export type WireService = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<WireAnswer>

export const withKey =
  (stoa: TestStoa, key: string | null): WireService =>
  async (method, path, body, headers = {}) => {
    const answer = await stoa.server.inject({
      method,
      url: `/auth/v1${path}`,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json;charset=UTF-8' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    } as InjectOptions)
    return {
      status: answer.statusCode,
      body: answer.payload ? JSON.parse(answer.payload) : null,
      headers: answer.headers as Record<string, string>,
    }
  }

/** Calls as a service of one organization; null: with a key of the whole installation. */
export async function serviceAt(stoa: TestStoa, organizationId: string | null): Promise<WireService> {
  return withKey(stoa, await signServiceToken(stoa.app, 'service_role', organizationId))
}
