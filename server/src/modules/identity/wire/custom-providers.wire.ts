import { type Static, Type } from 'typebox'
import { presetProviders } from '../../../platform/auth-settings.ts'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors.ts'
import { discover, reasonOf } from '../providers/dialogue.ts'
import { addProvider, changeProvider, removeProvider } from '../providers/oauth-providers.ts'
import {
  findProviderRow,
  findProviders,
  type ProviderFields,
  type ProviderRow,
} from '../providers/providers.queries.ts'
import { rowProvider } from '../providers/providers.ts'
import { defineWireError, ValidationFailed } from './errors.ts'
import { wireRoute } from './route.ts'

const NotThere = defineWireError('custom_provider_not_found', 404, 'Custom OAuth provider not found')
const Exists = defineWireError('conflict', 400, 'A custom OAuth provider with this identifier already exists')
const Quota = defineWireError(
  'over_custom_provider_quota',
  400,
  'Maximum number of custom OIDC/OAuth providers reached',
)

const Short = Type.Optional(Type.String({ maxLength: 500 }))
const Url = Type.Optional(Type.String({ maxLength: 1000 }))
const Words = Type.Optional(Type.Array(Type.String({ maxLength: 500 }), { maxItems: 50 }))
const Flag = Type.Optional(Type.Boolean())
const Body = Type.Object({
  provider_type: Short,
  identifier: Short,
  name: Short,
  client_id: Short,
  client_secret: Type.Optional(Type.String({ maxLength: 2000 })),
  acceptable_client_ids: Words,
  scopes: Words,
  pkce_enabled: Flag,
  attribute_mapping: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  custom_claims_allowlist: Words,
  authorization_params: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  enabled: Flag,
  email_optional: Flag,
  issuer: Url,
  discovery_url: Url,
  skip_nonce_check: Flag,
  authorization_url: Url,
  token_url: Url,
  userinfo_url: Url,
  jwks_uri: Url,
})
type Body = Static<typeof Body>

const invalid = (reason: string) => ValidationFailed({ reason })

/** A provider as Supabase's auth server shows it; never its secret. */
function view(row: ProviderRow) {
  const isOidc = row.providerType === 'oidc'
  return {
    id: row.id,
    provider_type: row.providerType,
    identifier: row.identifier,
    name: row.name,
    client_id: row.clientId,
    acceptable_client_ids: row.acceptableClientIds,
    scopes: isOidc ? [...new Set(['openid', ...row.scopes])] : row.scopes,
    pkce_enabled: row.pkceEnabled,
    attribute_mapping: row.attributeMapping,
    custom_claims_allowlist: row.settings.customClaims ?? [],
    authorization_params: row.authorizationParams,
    enabled: row.enabled,
    email_optional: row.emailOptional,
    ...(isOidc
      ? {
          issuer: row.issuer,
          ...(row.discoveryUrl ? { discovery_url: row.discoveryUrl } : {}),
          skip_nonce_check: row.skipNonceCheck,
        }
      : {
          authorization_url: row.authorizationUrl,
          token_url: row.tokenUrl,
          userinfo_url: row.userinfoUrl,
          ...(row.jwksUri ? { jwks_uri: row.jwksUri } : {}),
        }),
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  }
}

function strings(name: string, given: Record<string, unknown>): Record<string, string> {
  for (const [key, value] of Object.entries(given))
    if (typeof value !== 'string' || value.length > 500 || key.length > 100)
      throw invalid(`${name} must be an object of strings`)
  return given as Record<string, string>
}

function address(name: string, given: string | undefined): string | undefined {
  if (given === undefined || given === '') return undefined
  if (!/^https?:\/\//.test(given) || !URL.canParse(given)) throw invalid(`${name} must be a valid URL`)
  return given
}

/** What a body says, in our words; what it does not say is left out. */
function fieldsOf(body: Body, before: ProviderRow | null): Partial<ProviderFields> {
  const given = {
    name: body.name?.trim(),
    clientId: body.client_id?.trim(),
    clientSecret: body.client_secret,
    acceptableClientIds: body.acceptable_client_ids,
    scopes: body.scopes,
    pkceEnabled: body.pkce_enabled,
    attributeMapping: body.attribute_mapping && strings('attribute_mapping', body.attribute_mapping),
    authorizationParams:
      body.authorization_params && strings('authorization_params', body.authorization_params),
    enabled: body.enabled,
    emailOptional: body.email_optional,
    issuer: address('issuer', body.issuer),
    discoveryUrl: address('discovery_url', body.discovery_url),
    skipNonceCheck: body.skip_nonce_check,
    authorizationUrl: address('authorization_url', body.authorization_url),
    tokenUrl: address('token_url', body.token_url),
    userinfoUrl: address('userinfo_url', body.userinfo_url),
    jwksUri: address('jwks_uri', body.jwks_uri),
    settings: {
      ...before?.settings,
      // Whoever holds a service key runs the installation or speaks for those who do.
      operator: true,
      ...(body.custom_claims_allowlist ? { customClaims: body.custom_claims_allowlist } : {}),
    },
  }
  for (const name of ['name', 'clientId', 'clientSecret'] as const)
    if (given[name] === '')
      throw invalid(
        `${name === 'name' ? 'name' : name === 'clientId' ? 'client_id' : 'client_secret'} must not be empty`,
      )
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<ProviderFields>
}

const identifierShape = /^custom:[A-Za-z0-9_-]{1,50}$/

function identifierOf(given: string | undefined): string {
  if (!given) throw invalid('identifier is required')
  const bare = given.replace(/^custom:/, '')
  if ((presetProviders as readonly string[]).includes(bare))
    throw invalid(
      `Cannot use reserved provider name: ${bare}. This provider is already built into Supabase Auth.`,
    )
  const identifier = `custom:${bare}`.toLowerCase()
  if (!identifierShape.test(identifier))
    throw invalid('identifier must only contain alphanumeric characters, hyphens, and underscores')
  return identifier
}

async function providerAt(ctx: Ctx, identifier: string): Promise<ProviderRow> {
  if (!identifierShape.test(identifier)) throw invalid("identifier must start with 'custom:' prefix")
  const row = await findProviderRow(ctx.db, ctx.organizationId, { identifier: identifier.toLowerCase() })
  if (!row) throw NotThere()
  return row
}

/** Reads the discovery document before anything is stored. */
async function refuseUnreadable(ctx: Ctx, row: ProviderRow): Promise<void> {
  if (row.providerType !== 'oidc') return
  const provider = { ...rowProvider(ctx.app, { ...row, clientSecret: null }) }
  const url = row.discoveryUrl ?? `${row.issuer?.replace(/\/$/, '')}/.well-known/openid-configuration`
  const configuration = await discover(ctx.app, provider).catch((error: unknown) => {
    let cause = error
    while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause
    throw invalid(`Failed to fetch OIDC discovery document from "${url}": ${reasonOf(cause)}`)
  })
  const metadata = configuration.serverMetadata()
  const needed = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const
  const missing = needed.filter((name) => !metadata[name])
  if (missing.length > 0)
    throw invalid(`OIDC discovery document is missing required fields: ${missing.join(', ')}`)
}

const blank = {
  id: '',
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
  emailOptional: false,
  enabled: true,
  ssoProviderId: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
}

const list = wireRoute({
  method: 'GET',
  path: '/admin/custom-providers',
  allow: 'service',
  query: Type.Object({ type: Short }),
  async handle(ctx, { query: { type } }) {
    if (type && type !== 'oidc' && type !== 'oauth2') throw invalid("type must be either 'oauth2' or 'oidc'")
    const rows = await findProviders(ctx.db, ctx.organizationId)
    return {
      providers: rows
        .filter((row) => identifierShape.test(row.identifier) && (!type || row.providerType === type))
        .map(view),
    }
  },
})

const create = wireRoute({
  method: 'POST',
  path: '/admin/custom-providers',
  allow: 'service',
  status: 201,
  transaction: false,
  body: Body,
  async handle(ctx, { body }) {
    const { provider_type: providerType } = body
    if (providerType !== 'oidc' && providerType !== 'oauth2')
      throw invalid("provider_type must be either 'oauth2' or 'oidc'")
    const identifier = identifierOf(body.identifier)
    for (const name of ['name', 'client_id', 'client_secret'] as const)
      if (!body[name]) throw invalid(`${name} is required`)
    const needed =
      providerType === 'oidc'
        ? (['issuer'] as const)
        : (['authorization_url', 'token_url', 'userinfo_url'] as const)
    for (const name of needed)
      if (!body[name])
        throw invalid(`${name} is required for ${providerType === 'oidc' ? 'OIDC' : 'OAuth2'} providers`)
    const fields = fieldsOf(body, null)
    const wish = { identifier, providerType, name: '', clientId: '', ...fields } as const
    const { organizationId } = ctx
    await refuseUnreadable(ctx, { ...blank, settings: {}, ...wish, organizationId })
    return withTransaction(ctx.app, ctx, async (tx) => view(await addProvider(tx, wish).catch(renamed)))
  },
})

function renamed(error: unknown): never {
  if (error instanceof AppError && error.code === 'identity.provider_taken') throw Exists()
  if (error instanceof AppError && error.code === 'identity.too_many_providers') throw Quota()
  throw error
}

const Params = Type.Object({ identifier: Type.String({ maxLength: 100 }) })

const show = wireRoute({
  method: 'GET',
  path: '/admin/custom-providers/:identifier',
  allow: 'service',
  params: Params,
  handle: async (ctx, { params }) => view(await providerAt(ctx, params.identifier)),
})

const change = wireRoute({
  method: 'PUT',
  path: '/admin/custom-providers/:identifier',
  allow: 'service',
  transaction: false,
  params: Params,
  body: Body,
  async handle(ctx, { params, body }) {
    const before = await providerAt(ctx, params.identifier)
    const fields = fieldsOf(body, before)
    if (fields.issuer !== undefined || fields.discoveryUrl !== undefined)
      await refuseUnreadable(ctx, { ...before, ...fields })
    return withTransaction(ctx.app, ctx, async (tx) =>
      view(await changeProvider(tx, await providerAt(tx, params.identifier), fields)),
    )
  },
})

const remove = wireRoute({
  method: 'DELETE',
  path: '/admin/custom-providers/:identifier',
  allow: 'service',
  params: Params,
  async handle(ctx, { params }) {
    await removeProvider(ctx, await providerAt(ctx, params.identifier))
  },
})

/** Providers of an organization, set up by a program of the operator. */
export const customProviderRoutes = [list, create, show, change, remove]
