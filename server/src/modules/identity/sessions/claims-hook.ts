import { createHmac, randomUUID } from 'node:crypto'
import type { Ctx } from '../../../platform/ctx.ts'
import { Unavailable } from '../../../platform/errors.ts'

/** Claims a hook cannot change, because our own checks rest on them. */
const fixed = [
  'iss',
  'sub',
  'aud',
  'exp',
  'iat',
  'session_id',
  'aal',
  'amr',
  'role',
  'is_anonymous',
  'organization_id',
]
const patienceMs = 5000

/**
 * Asks the operator's program for further claims, signed as Standard Webhooks. Without an answer no token is
 * issued: claims may be what another system's permissions rest on.
 * @throws Unavailable
 */
export async function askClaimsHook(
  ctx: Ctx,
  authenticationMethod: string,
  claims: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { hook } = ctx.app.config.auth
  if (!hook) return claims
  const body = JSON.stringify({
    user_id: claims.sub,
    claims,
    authentication_method: authenticationMethod,
  })
  const id = `msg_${randomUUID()}`
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = hook.secret
    ? createHmac('sha256', Buffer.from(hook.secret.replace(/^v1,whsec_/, ''), 'base64'))
        .update(`${id}.${timestamp}.${body}`)
        .digest('base64')
    : null
  try {
    const answer = await fetch(hook.uri, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        ...(signature ? { 'webhook-signature': `v1,${signature}` } : {}),
      },
      body,
    })
    const told = (await answer.json()) as { claims?: Record<string, unknown> }
    if (!answer.ok || typeof told.claims !== 'object' || told.claims === null)
      throw new Error(`The hook answered ${answer.status}.`)
    return { ...told.claims, ...Object.fromEntries(fixed.map((name) => [name, claims[name]])) }
  } catch (error) {
    ctx.log.error({ err: error }, 'the hook for access tokens failed')
    throw Unavailable()
  }
}
