import { type Static, Type } from 'typebox'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors.ts'
import { claimDomain, dropDomain, enter } from '../sso/domains.ts'
import type { AttributeMapping } from '../sso/profiles.ts'
import { findSsoProviders, type SsoProviderRow, setNameIdFormat } from '../sso/sso-providers.queries.ts'
import {
  changeSsoProvider,
  createSsoProvider,
  metadataGiven,
  removeSsoProvider,
  type SsoWish,
} from '../sso/sso-providers.ts'
import { MetadataFetchFailed, NoSuchSso, ValidationFailed } from './errors.ts'
import { wireRoute } from './route.ts'

const Names = Type.Object({
  name: Type.Optional(Type.String({ maxLength: 300 })),
  names: Type.Optional(Type.Array(Type.String({ maxLength: 300 }), { maxItems: 20 })),
  default: Type.Optional(Type.Unknown()),
  array: Type.Optional(Type.Boolean()),
})
const fields = {
  metadata_url: Type.Optional(Type.String({ maxLength: 2000 })),
  metadata_xml: Type.Optional(Type.String({ maxLength: 1_000_000 })),
  domains: Type.Optional(Type.Array(Type.String({ maxLength: 253 }), { maxItems: 50 })),
  attribute_mapping: Type.Optional(
    Type.Object({ keys: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Names)) }),
  ),
  name_id_format: Type.Optional(Type.String({ maxLength: 200 })),
  resource_id: Type.Optional(Type.String({ maxLength: 120 })),
  disabled: Type.Optional(Type.Boolean()),
}
const Changes = Type.Object(fields)
const NewProvider = Type.Object({ type: Type.Optional(Type.String()), ...fields })
const Params = Type.Object({ ssoProviderId: Type.String({ maxLength: 150 }) })

/** A provider as Supabase's auth server shows it; the contract and the server name the domains differently. */
function view(row: SsoProviderRow) {
  const domains = row.domains.map(({ id, domain, createdAt, updatedAt }) => ({
    id,
    domain,
    created_at: createdAt,
    updated_at: updatedAt,
  }))
  return {
    id: row.id,
    ...(row.resourceId ? { resource_id: row.resourceId } : {}),
    disabled: row.disabled,
    ...(row.kind === 'saml'
      ? {
          saml: {
            id: row.samlId,
            entity_id: row.entityId,
            metadata_xml: row.metadataXml,
            ...(row.metadataUrl ? { metadata_url: row.metadataUrl } : {}),
            attribute_mapping: { keys: row.attributeMapping.keys },
            ...(row.nameIdFormat ? { name_id_format: row.nameIdFormat } : {}),
          },
        }
      : { oidc: { issuer: row.issuer, client_id: row.clientId } }),
    domains,
    sso_domains: domains,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
  }
}

const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** By id, or by `resource_` and the name it has in a tool of the operator's. @throws NoSuchSso */
async function providerOf(ctx: Ctx, named: string): Promise<SsoProviderRow> {
  const isResource = named.startsWith('resource_')
  if (!isResource && !uuidShape.test(named)) throw NoSuchSso()
  const by = isResource ? { resourceId: named.slice('resource_'.length) } : { id: named }
  const [found] = await findSsoProviders(ctx.db, ctx.organizationId, by)
  if (!found) throw NoSuchSso()
  return found
}

async function wishOf(ctx: Ctx, body: Static<typeof Changes>): Promise<SsoWish> {
  const { metadata_url: url, metadata_xml: xml } = body
  if (url && xml)
    throw ValidationFailed({ reason: 'Only one of metadata_xml or metadata_url needs to be set' })
  const metadata = await metadataGiven(ctx, {
    ...(url ? { metadataUrl: url } : {}),
    ...(xml ? { metadataXml: xml } : {}),
  }).catch((error: unknown) => {
    const isOutgoing = error instanceof AppError && error.code.startsWith('outgoing_')
    throw isOutgoing ? MetadataFetchFailed({ reason: error.message }) : error
  })
  const keys = body.attribute_mapping?.keys as AttributeMapping['keys'] | undefined
  return {
    ...(metadata ? { metadata } : {}),
    ...(keys ? { attributeMapping: { keys } } : {}),
    ...(body.resource_id === undefined ? {} : { resourceId: body.resource_id || null }),
    ...(body.disabled === undefined ? {} : { disabled: body.disabled }),
  }
}

/** Makes the domains of a provider exactly these; the operator vouches for them. */
async function setDomains(ctx: Ctx, provider: SsoProviderRow, wanted: readonly string[]): Promise<void> {
  const names = new Set(wanted.map((domain) => domain.toLowerCase()))
  for (const old of provider.domains) if (!names.has(old.domain)) await dropDomain(ctx, old)
  for (const domain of names) {
    const known = provider.domains.find((one) => one.domain === domain)
    const id = known?.id ?? (await claimDomain(ctx, provider.id, domain))
    if (known?.verifiedAt) continue
    const now = (await providerOf(ctx, provider.id)).domains.find((one) => one.id === id)!
    await enter(ctx, { ...now, ssoProviderId: provider.id }, 'operator')
  }
}

const list = wireRoute({
  method: 'GET',
  path: '/admin/sso/providers',
  allow: 'service',
  query: Type.Object({ resource_id: Type.Optional(Type.String({ maxLength: 120 })) }),
  async handle(ctx, { query }) {
    const only = query.resource_id ? { resourceId: query.resource_id } : null
    return { items: (await findSsoProviders(ctx.db, ctx.organizationId, only)).map(view) }
  },
})

const create = wireRoute({
  method: 'POST',
  path: '/admin/sso/providers',
  allow: 'service',
  body: NewProvider,
  transaction: false,
  async handle(ctx, { body }) {
    if (body.type !== 'saml')
      throw ValidationFailed({ reason: "Only 'saml' supported for SSO provider type" })
    if (!body.metadata_url && !body.metadata_xml)
      throw ValidationFailed({ reason: 'Either metadata_xml or metadata_url must be set' })
    const wish = await wishOf(ctx, body)
    return withTransaction(ctx.app, ctx, async (tx) => {
      const name = body.resource_id || body.domains?.[0] || 'SAML'
      const made = await createSsoProvider(tx, 'saml', { ...wish, name }, [])
      await setFormat(tx, made.id, body)
      await setDomains(tx, made, body.domains ?? [])
      return view(await providerOf(tx, made.id))
    })
  },
})

const show = wireRoute({
  method: 'GET',
  path: '/admin/sso/providers/:ssoProviderId',
  allow: 'service',
  params: Params,
  handle: async (ctx, { params }) => view(await providerOf(ctx, params.ssoProviderId)),
})

const change = wireRoute({
  method: 'PUT',
  path: '/admin/sso/providers/:ssoProviderId',
  allow: 'service',
  params: Params,
  body: Changes,
  transaction: false,
  async handle(ctx, { params, body }) {
    await providerOf(ctx, params.ssoProviderId)
    const wish = await wishOf(ctx, body)
    return withTransaction(ctx.app, ctx, async (tx) => {
      const before = await providerOf(tx, params.ssoProviderId)
      const { roles } = before.attributeMapping
      // The wire knows of no roles; those set in the browser stay.
      if (wish.attributeMapping && roles) wish.attributeMapping.roles = roles
      const after = await changeSsoProvider(tx, before, wish)
      await setFormat(tx, after.id, body)
      if (body.domains) await setDomains(tx, after, body.domains)
      return view(await providerOf(tx, after.id))
    })
  },
})

const remove = wireRoute({
  method: 'DELETE',
  path: '/admin/sso/providers/:ssoProviderId',
  allow: 'service',
  params: Params,
  async handle(ctx, { params }) {
    const provider = await providerOf(ctx, params.ssoProviderId)
    await removeSsoProvider(ctx, provider)
    return view(provider)
  },
})

const setFormat = async (ctx: Ctx, id: string, { name_id_format: format }: Static<typeof Changes>) => {
  if (format !== undefined) await setNameIdFormat(ctx.db, ctx.organizationId, id, format || null)
}

export const adminSsoRoutes = [list, create, show, change, remove]
