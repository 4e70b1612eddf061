import { type Adapter, type AdapterPayload, errors, Provider } from 'oidc-provider'
import type { App } from '../../../platform/ctx.ts'
import { hashToken, randomToken } from '../../../platform/keys.ts'
import {
  type Artifact,
  consumeArtifact,
  deleteArtifact,
  deleteOfGrant,
  findArtifact,
  findSessionMemory,
  upsertArtifact,
} from './artifacts.queries.ts'
import {
  consumeCode,
  consumeCodesOfGrant,
  endAsked,
  findAsked,
  findCode,
  upsertAsked,
  upsertCode,
} from './authorizations.queries.ts'
import { clientMetadata } from './client-metadata.ts'
import { findClient } from './clients.queries.ts'
import { findConsent } from './consents.queries.ts'
import { endReplayed } from './consents.ts'
import { closePayload, openPayload, type Payload } from './payloads.ts'

const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Text as the database takes it. */
const text = (value: unknown): string | null =>
  typeof value === 'string' && !value.includes('\u0000') ? value : null
const uuid = (value: unknown): string | null =>
  typeof value === 'string' && uuidShape.test(value) ? value : null
const never = (what: string) => async (): Promise<never> => {
  throw new Error(`oidc-provider does not ${what}; see clients.ts and consents.ts.`)
}
const none = async () => undefined

/** Where oidc-provider keeps what it knows: our tables, nothing in this process. */
export function adapterOf(app: App, name: string): Adapter {
  switch (name) {
    case 'Client':
      return {
        ...artifacts(app, name),
        find: clientFinder(app),
        upsert: never('keep clients'),
        destroy: none,
      }
    case 'Grant':
      return grants(app)
    case 'Interaction':
      return interactions(app)
    case 'AuthorizationCode':
      return codes(app)
    default:
      return artifacts(app, name)
  }
}

const clientFinder = (app: App) => async (id: string) => {
  const client = uuidShape.test(id) ? await findClient(app.database.db, id) : null
  return client ? (clientMetadata(client) as unknown as AdapterPayload) : undefined
}

/** A grant is a person's consent: oidc-provider reads it and takes it back, the person gives it. */
const grants = (app: App): Adapter => ({
  ...artifacts(app, 'Grant'),
  upsert: never('keep consents'),
  async find(id) {
    const consent = uuidShape.test(id) ? await findConsent(app.database.db, id) : null
    if (!consent) return undefined
    return {
      jti: consent.id,
      kind: 'Grant',
      accountId: consent.userId,
      clientId: consent.clientId,
      openid: { scope: consent.scopes.join(' ') },
      iat: Math.floor(consent.grantedAt.getTime() / 1000),
    } as AdapterPayload
  },
  // Asked for only when a used code or token comes again: see revokeGrantPolicy in provider.ts.
  async destroy(id) {
    if (uuidShape.test(id)) await endReplayed(app, id)
  },
})

const interactions = (app: App): Adapter => ({
  ...artifacts(app, 'Interaction'),
  async upsert(id, payload, seconds) {
    const params = (payload.params ?? {}) as Payload
    const kept = await upsertAsked(app.database.db, {
      authorizationId: id,
      clientId: uuid(params.client_id) ?? '',
      userId: uuid((payload.session as Payload | undefined)?.accountId),
      redirectUri: text(params.redirect_uri) ?? '',
      scope: text(params.scope) ?? '',
      state: text(params.state),
      nonce: text(params.nonce),
      codeChallenge: text(params.code_challenge),
      payload: closePayload(app, payload),
      seconds: seconds ?? 3600,
    })
    if (!kept) throw new errors.InvalidClient('client is invalid', 'client not found')
  },
  async find(id) {
    const asked = await findAsked(app.database.db, id)
    // What came by the other protocol (/auth/v1) is answered there.
    return asked?.payload.kind === 'Interaction' ? openPayload(app, id, asked) : undefined
  },
  destroy: (id) => endAsked(app.database.db, id),
})

const codes = (app: App): Adapter => ({
  ...artifacts(app, 'AuthorizationCode'),
  async upsert(id, payload, seconds) {
    // The code lands on the row of the request somebody answered; without a question there is a row for it alone.
    const asked = Provider.ctx?.oidc.entities.Interaction?.uid
    const kept = await upsertCode(app.database.db, {
      authorizationId: asked ?? randomToken(),
      clientId: payload.clientId ?? '',
      userId: uuid(payload.accountId),
      redirectUri: text(payload.redirectUri) ?? '',
      scope: text(payload.scope) ?? '',
      nonce: text(payload.nonce),
      codeChallenge: text(payload.codeChallenge),
      codeHash: hashToken(id),
      payload: closePayload(app, payload),
      seconds: seconds ?? 60,
    })
    if (!kept) throw new errors.InvalidRequest('this request was answered already')
  },
  async find(id) {
    const code = await findCode(app.database.db, hashToken(id))
    return code ? openPayload(app, id, code) : undefined
  },
  async consume(id) {
    if (await consumeCode(app.database.db, hashToken(id))) return
    await endGrantOf(app, await findCode(app.database.db, hashToken(id)))
    throw new errors.InvalidGrant('authorization code already consumed')
  },
  async destroy(id) {
    await consumeCode(app.database.db, hashToken(id))
  },
  revokeByGrantId: (grantId) => consumeCodesOfGrant(app.database.db, grantId),
})

/** Two at once are as bad as two in a row. */
async function endGrantOf(app: App, used: { payload: Payload } | null): Promise<void> {
  const grantId = uuid(used?.payload.grantId)
  if (grantId) await endReplayed(app, grantId)
}

function artifacts(app: App, kind: string): Adapter {
  const { db } = app.database
  const opened = (id: string, found: Artifact | null) => (found ? openPayload(app, id, found) : undefined)
  return {
    async upsert(id, payload, seconds) {
      // A session of ours is remembered under its own id; see sessions.ts.
      const kept = await upsertArtifact(db, {
        kind,
        idHash: hashToken(id),
        payload: closePayload(app, payload),
        grantId: text(payload.grantId),
        uidHash: payload.uid ? hashToken(payload.uid) : null,
        clientId: uuid(payload.clientId),
        userId: uuid(payload.accountId),
        seconds: seconds ?? null,
        once: kind === 'ReplayDetection',
      })
      if (!kept) throw new errors.InvalidRequest('this proof was used already')
    },
    find: async (id) => opened(id, await findArtifact(db, kind, hashToken(id))),
    async findByUid(uid) {
      if (!uuidShape.test(uid)) return undefined
      return opened(uid, await findSessionMemory(db, uid, hashToken(uid)))
    },
    findByUserCode: none,
    async consume(id) {
      if (await consumeArtifact(db, kind, hashToken(id))) return
      await endGrantOf(app, await findArtifact(db, kind, hashToken(id)))
      throw new errors.InvalidGrant(`${kind} already consumed`)
    },
    destroy: (id) => deleteArtifact(db, kind, hashToken(id)),
    revokeByGrantId: (grantId) => deleteOfGrant(db, grantId, kind),
  }
}
