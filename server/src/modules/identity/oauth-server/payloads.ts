import type { AdapterPayload } from 'oidc-provider'
import type { App } from '../../../platform/ctx.ts'

const purpose = 'oauth-payload'

/** What may be read in the database: which thing, whose, how long. The rest is sealed; the token is not kept. */
const plain = new Set(
  (
    'kind iat exp iiat grantId accountId clientId scope sessionUid expiresWithSession authorizations uid gty jkt ' +
    'format rotations loginTs transient aud'
  ).split(' '),
)

export type Payload = Record<string, unknown>

/** A payload as it is stored. */
export function closePayload(app: App, payload: Payload): Payload {
  const open: Payload = {}
  const closed: Payload = {}
  for (const [key, value] of Object.entries(payload)) {
    if (key === 'jti' || key === 'consumed') continue
    ;(plain.has(key) ? open : closed)[key] = value
  }
  return Object.keys(closed).length === 0
    ? open
    : { ...open, sealed: app.keys.seal(purpose, JSON.stringify(closed)) }
}

/** A payload as oidc-provider reads it. */
export function openPayload(
  app: App,
  id: string,
  stored: { payload: Payload; consumedAt?: Date | null },
): AdapterPayload {
  const { sealed, ...open } = stored.payload
  const closed = typeof sealed === 'string' ? (JSON.parse(app.keys.open(purpose, sealed)) as Payload) : {}
  return {
    ...open,
    ...closed,
    jti: id,
    ...(stored.consumedAt ? { consumed: Math.floor(stored.consumedAt.getTime() / 1000) } : {}),
  } as AdapterPayload
}
