import type { TObject, TSchema } from 'typebox'
import type { App } from '../../../platform/ctx.ts'
import { hit } from '../../../platform/http/limits.queries.ts'
import { networkOf } from '../../../platform/http/mount-routes.ts'
import { hashToken } from '../../../platform/keys.ts'
import { OverRequestRate } from './errors.ts'
import type { WireInput, WireLimit } from './route.ts'

const windows: Record<Extract<WireLimit, string>, number> = {
  emailSent: 3600,
  smsSent: 3600,
  otp: 300,
  verify: 300,
  tokenRefresh: 300,
  anonymous: 3600,
}

/**
 * Counts one request against a limit.
 * @param endpoint what is counted; limits of the settings count over all endpoints that name them
 * @throws OverRequestRate
 */
export async function countHit(
  app: App,
  endpoint: string,
  limit: WireLimit,
  input: Pick<WireInput<TObject, TObject, TSchema>, 'request' | 'params' | 'query' | 'body'>,
): Promise<void> {
  const { max, windowSeconds, by } =
    typeof limit === 'string'
      ? { max: app.config.auth.rateLimits[limit], windowSeconds: windows[limit], by: undefined }
      : { by: undefined, ...limit }
  const who = by
    ? `input:${hashToken(by(input as never).toLowerCase()).toString('base64url')}`
    : `ip:${networkOf(input.request.ip)}`
  const about = typeof limit === 'string' ? limit : endpoint
  const { used, resetSeconds } = await hit(app.database.db, `wire ${about} ${who}`, windowSeconds)
  if (used > max) throw OverRequestRate({}, { headers: { 'retry-after': String(resetSeconds) } })
}
