import { presetProviders } from '../../../platform/auth-settings.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { outgoingFetch } from '../../../platform/http/outgoing.ts'
import { record } from '../../audit/index.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import { discover, reasonOf } from './dialogue.ts'
import {
  DiscoveryFailed,
  ProviderIncomplete,
  ProviderInUse,
  ProviderReserved,
  ProviderTaken,
  TooManyProviders,
} from './errors.ts'
import {
  countProviders,
  deleteIdentitiesOf,
  deleteProvider,
  findProviderRow,
  insertProvider,
  isProviderUsed,
  type ProviderFields,
  type ProviderRow,
  updateProvider,
} from './providers.queries.ts'
import { rowProvider, sealSecret } from './providers.ts'

const mostProviders = 50

/** What somebody says of a provider; the secret in clear. */
export type ProviderWish = Partial<ProviderFields> &
  Pick<ProviderFields, 'identifier' | 'providerType' | 'name' | 'clientId'>

const defaults = {
  clientSecret: null,
  issuer: null,
  discoveryUrl: null,
  skipNonceCheck: false,
  pkceEnabled: true,
  authorizationUrl: null,
  tokenUrl: null,
  userinfoUrl: null,
  jwksUri: null,
  scopes: [],
  acceptableClientIds: [],
  authorizationParams: {},
  attributeMapping: {},
  settings: {},
  emailOptional: false,
  enabled: true,
}

/** A provider the organization of `ctx` set up. Throws NotFound. */
export async function oauthProviderOf(ctx: Ctx, id: string): Promise<ProviderRow> {
  const row = await findProviderRow(ctx.db, ctx.organizationId, { id })
  if (!row) throw NotFound()
  return row
}

/**
 * Adds a provider people of the organization may sign in with.
 * @throws ProviderReserved, ProviderIncomplete, ProviderTaken, TooManyProviders, ProofTooOld
 */
export async function addProvider(ctx: Ctx, wish: ProviderWish): Promise<ProviderRow> {
  requireRecentProof(ctx)
  const { identifier } = wish
  const isReserved = (presetProviders as readonly string[]).includes(identifier)
  if (isReserved || ['email', 'phone', 'anonymous'].includes(identifier) || identifier.startsWith('sso:'))
    throw ProviderReserved({ identifier })
  const fields = { ...defaults, ...wish }
  refuseIncomplete(fields)
  if ((await countProviders(ctx.db, ctx.organizationId)) >= mostProviders)
    throw TooManyProviders({ limit: mostProviders })
  const id = await insertProvider(ctx.db, ctx.organizationId, {
    ...fields,
    clientSecret: sealSecret(ctx.app, fields.clientSecret),
  })
  if (!id) throw ProviderTaken()
  await record(ctx, 'identity.provider_added', {
    entityType: 'oauth_provider',
    entityId: id,
    after: told(fields),
  })
  return oauthProviderOf(ctx, id)
}

/** What decides who is speaking: whoever changes it could speak for everybody who is connected. */
const addresses = [
  'issuer',
  'discoveryUrl',
  'authorizationUrl',
  'tokenUrl',
  'userinfoUrl',
  'jwksUri',
] as const

/**
 * Changes what is given of a provider.
 * @throws ProviderIncomplete, ProofTooOld; ProviderInUse when its addresses change while people are connected
 */
export async function changeProvider(
  ctx: Ctx,
  before: ProviderRow,
  changes: Partial<ProviderFields>,
): Promise<ProviderRow> {
  requireRecentProof(ctx)
  const next = { ...before, ...changes }
  refuseIncomplete(next)
  const speaksOtherwise =
    addresses.some((name) => next[name] !== before[name]) ||
    JSON.stringify(next.attributeMapping) !== JSON.stringify(before.attributeMapping)
  if (speaksOtherwise && ctx.actor.kind !== 'system' && (await isProviderUsed(ctx.db, before)))
    throw ProviderInUse()
  const { clientSecret } = changes
  await updateProvider(ctx.db, ctx.organizationId, before.id, {
    ...changes,
    ...(clientSecret === undefined ? {} : { clientSecret: sealSecret(ctx.app, clientSecret) }),
  })
  await record(ctx, 'identity.provider_changed', {
    entityType: 'oauth_provider',
    entityId: before.id,
    before: told(before),
    after: { ...told(next), ...(clientSecret === undefined ? {} : { secretChanged: true }) },
  })
  return oauthProviderOf(ctx, before.id)
}

/** Takes a provider away; whoever was connected through it comes in another way. */
export async function removeProvider(ctx: Ctx, row: ProviderRow): Promise<void> {
  requireRecentProof(ctx)
  await deleteIdentitiesOf(ctx.db, row)
  if (!(await deleteProvider(ctx.db, ctx.organizationId, row.id))) throw NotFound()
  await record(ctx, 'identity.provider_removed', {
    entityType: 'oauth_provider',
    entityId: row.id,
    before: told(row),
  })
}

/** What may stand in the audit trail: everything but the secret. */
const told = ({ identifier, name, clientId, issuer, tokenUrl, scopes, enabled }: ProviderFields) => ({
  identifier,
  name,
  clientId,
  issuer,
  tokenUrl,
  scopes,
  enabled,
})

function refuseIncomplete(fields: ProviderFields): void {
  const needed =
    fields.providerType === 'oidc'
      ? { issuer: fields.issuer }
      : {
          authorizationUrl: fields.authorizationUrl,
          tokenUrl: fields.tokenUrl,
          userinfoUrl: fields.userinfoUrl,
        }
  const missing = Object.entries(needed).filter(([, value]) => !value)
  if (missing.length > 0) throw ProviderIncomplete({ missing: missing.map(([name]) => name).join(', ') })
}

export type ProviderTestResult = {
  works: boolean
  problem: string | null
  issuer: string | null
  checks: { code: 'reachable' | 'issuer' | 'endpoints' | 'pkce' | 'keys'; passes: boolean; message: string }[]
}

/** Tries what can be tried without a person: reads the discovery document and the keys. Changes nothing. */
export async function testProvider(ctx: Ctx, row: ProviderRow): Promise<ProviderTestResult> {
  const provider = rowProvider(ctx.app, row)
  const checks: ProviderTestResult['checks'] = []
  const check = (code: (typeof checks)[number]['code'], passes: boolean, message: string) =>
    checks.push({ code, passes, message })
  const result = (issuer: string | null): ProviderTestResult => {
    const failed = checks.find(({ passes }) => !passes)
    return { works: !failed, problem: failed?.message ?? null, issuer, checks }
  }
  if (row.providerType === 'oauth2') {
    const hosts = [row.authorizationUrl, row.tokenUrl, row.userinfoUrl].map(
      (url) => new URL(url ?? '').hostname,
    )
    check('endpoints', true, `It is reached at ${[...new Set(hosts)].join(', ')}.`)
    const reached = await outgoingFetch(ctx.app)(row.userinfoUrl ?? '').then(
      () => null,
      (error: unknown) => reasonOf(error),
    )
    check('reachable', reached === null, reached ?? 'The provider answers.')
    return result(null)
  }
  const found = await discover(ctx.app, provider).then(
    (configuration) => ({ metadata: configuration.serverMetadata() }),
    (error: unknown) => ({ problem: causeOf(error) }),
  )
  if ('problem' in found) {
    check('reachable', false, DiscoveryFailed({ reason: found.problem }).message)
    return result(null)
  }
  const { metadata } = found
  check('reachable', true, 'The discovery document was read.')
  const isSame = !row.issuer || new URL(metadata.issuer).href === new URL(row.issuer).href
  const issuerText = isSame
    ? `The issuer is ${metadata.issuer}.`
    : `The document is of ${metadata.issuer}; enter that as the issuer.`
  check('issuer', isSame || provider.dialect === 'microsoft', issuerText)
  const missing = (['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const).filter(
    (name) => !metadata[name],
  )
  const complete = 'It names every address that is needed.'
  check('endpoints', missing.length === 0, missing.length > 0 ? `It lacks ${missing.join(', ')}.` : complete)
  const pkce = metadata.code_challenge_methods_supported
  const takesPkce = !row.pkceEnabled || pkce === undefined || pkce.includes('S256')
  check(
    'pkce',
    takesPkce,
    takesPkce ? 'PKCE fits.' : 'It does not take PKCE with S256; switch PKCE off for it.',
  )
  if (metadata.jwks_uri) {
    const problem = await keysProblem(ctx, metadata.jwks_uri)
    check('keys', problem === null, problem ?? 'Its signing keys were read.')
  }
  return result(metadata.issuer)
}

async function keysProblem(ctx: Ctx, url: string): Promise<string | null> {
  try {
    const answer = await outgoingFetch(ctx.app)(url, { headers: { accept: 'application/json' } })
    const { keys } = (await answer.json()) as { keys?: unknown }
    return Array.isArray(keys) && keys.length > 0 ? null : `There are no signing keys at ${url}.`
  } catch (error) {
    return `Its signing keys could not be read: ${causeOf(error)}`
  }
}

/** The innermost reason, which says most. */
function causeOf(error: unknown): string {
  let found = error
  while (found instanceof Error && found.cause instanceof Error) found = found.cause
  return reasonOf(found)
}
