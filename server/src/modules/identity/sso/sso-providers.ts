import type { Ctx } from '../../../platform/ctx.ts'
import { InvalidInput, NotFound } from '../../../platform/errors.ts'
import { outgoingFetch } from '../../../platform/http/outgoing.ts'
import { record } from '../../audit/index.ts'
import { NoSuchRole } from '../errors.ts'
import { refuseGiving } from '../people/members.ts'
import { holdRoles } from '../people/roles.queries.ts'
import { sealSecret } from '../providers/providers.ts'
import { claimDomain } from './domains.ts'
import {
  SamlOff,
  SsoEntityChanged,
  SsoEntityTaken,
  SsoKindFixed,
  SsoMetadataRefused,
  SsoResourceTaken,
  SsoRoleRefused,
  SsoTooMany,
} from './errors.ts'
import { isWebAddress, readMetadata } from './metadata.ts'
import type { AttributeMapping } from './profiles.ts'
import {
  countSsoProviders,
  deleteSessionsOfProvider,
  deleteSsoProvider,
  findSsoProviders,
  insertSsoProvider,
  type SsoProviderRow,
  updateSsoProvider,
  upsertOidc,
  upsertSaml,
} from './sso-providers.queries.ts'

const mostProviders = 20

/** What somebody wishes of a single sign-on. Metadata is read already. */
export type SsoWish = {
  name?: string
  resourceId?: string | null
  disabled?: boolean
  defaultRoleId?: string | null
  attributeMapping?: AttributeMapping
  metadata?: { xml: string; url: string | null }
  issuer?: string
  clientId?: string
  clientSecret?: string
}

/** A single sign-on of the organization. Throws NotFound. */
export async function ssoProviderById(ctx: Ctx, id: string): Promise<SsoProviderRow> {
  const [found] = await findSsoProviders(ctx.db, ctx.organizationId, { id })
  if (!found) throw NotFound()
  return found
}

/** Whether metadata may name addresses without TLS: only where Stoa itself, or its whole network, has none. */
export const allowsHttp = (ctx: Ctx): boolean =>
  ctx.app.config.auth.allowPrivateProviders || ctx.app.config.url.startsWith('http:')

/**
 * The metadata somebody gave, or that of the address they gave: read before the transaction.
 * @throws SsoMetadataRefused, InvalidInput, OutgoingRefused, OutgoingFailed
 */
export async function metadataGiven(
  ctx: Ctx,
  given: { metadataXml?: string; metadataUrl?: string },
): Promise<SsoWish['metadata']> {
  const { metadataXml, metadataUrl } = given
  if (metadataXml !== undefined && metadataUrl !== undefined) {
    const fields = [{ pointer: '/metadataUrl', code: 'not', message: 'goes without metadataXml' }]
    throw InvalidInput({}, { fields })
  }
  if (metadataUrl !== undefined) {
    const answer = await outgoingFetch(ctx.app)(metadataUrl, {
      headers: { accept: 'application/samlmetadata+xml, application/xml;q=0.9, text/xml;q=0.8' },
    })
    if (!answer.ok) throw SsoMetadataRefused({ reason: `status_${answer.status}` })
    return checked(ctx, await answer.text(), metadataUrl)
  }
  return metadataXml === undefined ? undefined : checked(ctx, metadataXml, null)
}

function checked(ctx: Ctx, xml: string, url: string | null) {
  readMetadata(xml, allowsHttp(ctx))
  return { xml, url }
}

/**
 * Sets up a single sign-on.
 * @throws SsoTooMany, SsoResourceTaken, SsoEntityTaken, SsoKindFixed, SamlOff, NoSuchRole, SsoRoleRefused,
 *   RankTooHigh, PermissionNotHeld, and what `claimDomain` throws
 */
export async function createSsoProvider(
  ctx: Ctx,
  kind: 'saml' | 'oidc',
  wish: SsoWish,
  domains: readonly string[],
): Promise<SsoProviderRow> {
  if (kind === 'saml' && !ctx.app.config.auth.samlEnabled) throw SamlOff()
  if ((await countSsoProviders(ctx.db, ctx.organizationId)) >= mostProviders)
    throw SsoTooMany({ limit: mostProviders })
  refuseOtherKind(kind, wish)
  await refuseRoles(ctx, wish, null)
  const next = {
    kind,
    name: wish.name?.trim() ?? '',
    resourceId: wish.resourceId ?? null,
    disabled: wish.disabled ?? false,
    defaultRoleId: wish.defaultRoleId ?? null,
  }
  const id = await insertSsoProvider(ctx.db, ctx.organizationId, next)
  if (!id) throw SsoResourceTaken()
  const attributeMapping = wish.attributeMapping ?? { keys: {} }
  if (kind === 'saml') await setSaml(ctx, id, wish.metadata, null, attributeMapping)
  else await setOidc(ctx, { ...next, id }, wish, null, attributeMapping)
  for (const domain of new Set(domains)) await claimDomain(ctx, id, domain)
  const made = await ssoProviderById(ctx, id)
  await record(ctx, 'identity.sso_created', { entityType: 'sso_provider', entityId: id, after: told(made) })
  return made
}

/**
 * Changes a single sign-on. Switching it off ends every session that came by it.
 * @throws SsoResourceTaken, SsoEntityChanged, SsoKindFixed, NoSuchRole, SsoRoleRefused, RankTooHigh, PermissionNotHeld
 */
export async function changeSsoProvider(
  ctx: Ctx,
  before: SsoProviderRow,
  wish: SsoWish,
): Promise<SsoProviderRow> {
  refuseOtherKind(before.kind, wish)
  await refuseRoles(ctx, wish, before)
  const next = {
    name: wish.name?.trim() ?? before.name,
    resourceId: wish.resourceId === undefined ? before.resourceId : wish.resourceId,
    disabled: wish.disabled ?? before.disabled,
    defaultRoleId: wish.defaultRoleId === undefined ? before.defaultRoleId : wish.defaultRoleId,
  }
  if (!(await updateSsoProvider(ctx.db, ctx.organizationId, before.id, next))) throw SsoResourceTaken()
  const attributeMapping = wish.attributeMapping ?? before.attributeMapping
  if (before.kind === 'saml') {
    // What was taken once stays, also when it says that it has expired since.
    const kept = { xml: before.metadataXml ?? '', url: before.metadataUrl, isKept: true }
    await setSaml(ctx, before.id, wish.metadata ?? kept, before.entityId, attributeMapping)
  } else await setOidc(ctx, { ...next, id: before.id }, wish, before, attributeMapping)
  if (next.disabled && !before.disabled) await deleteSessionsOfProvider(ctx.db, before.id)
  const after = await ssoProviderById(ctx, before.id)
  await record(ctx, 'identity.sso_changed', {
    entityType: 'sso_provider',
    entityId: before.id,
    before: told(before),
    after: { ...told(after), ...(wish.clientSecret ? { clientSecret: 'changed' } : {}) },
  })
  return after
}

/** Removes a single sign-on with its domains; whoever came by it is signed out. */
export async function removeSsoProvider(ctx: Ctx, provider: SsoProviderRow): Promise<void> {
  await deleteSsoProvider(ctx.db, ctx.organizationId, provider.id)
  await record(ctx, 'identity.sso_removed', {
    entityType: 'sso_provider',
    entityId: provider.id,
    before: told(provider),
  })
}

async function setSaml(
  ctx: Ctx,
  id: string,
  metadata: { xml: string; url: string | null; isKept?: boolean } | undefined,
  entityBefore: string | null,
  attributeMapping: AttributeMapping,
): Promise<void> {
  if (!metadata) throw InvalidInput({}, { fields: [missing('/metadataXml')] })
  const { entityId } = readMetadata(metadata.xml, allowsHttp(ctx), {
    expired: metadata.isKept ?? false,
  })
  if (entityBefore !== null && entityId !== entityBefore) throw SsoEntityChanged()
  const fields = { entityId, metadataXml: metadata.xml, metadataUrl: metadata.url, attributeMapping }
  if (!(await upsertSaml(ctx.db, ctx.organizationId, id, fields))) throw SsoEntityTaken()
}

async function setOidc(
  ctx: Ctx,
  { id, name, disabled }: { id: string; name: string; disabled: boolean },
  wish: SsoWish,
  before: SsoProviderRow | null,
  attributeMapping: AttributeMapping,
): Promise<void> {
  const issuer = wish.issuer ?? before?.issuer
  const clientId = wish.clientId ?? before?.clientId
  const fields = [...(issuer ? [] : [missing('/issuer')]), ...(clientId ? [] : [missing('/clientId')])]
  if (!issuer || !clientId) throw InvalidInput({}, { fields })
  if (!isWebAddress(issuer, ctx.app.config.auth.allowPrivateProviders)) {
    const wrong = [{ pointer: '/issuer', code: 'format', message: 'is not an https address' }]
    throw InvalidInput({}, { fields: wrong })
  }
  // Whoever answers at another issuer is somebody else: what people were known by there is not theirs any more.
  if (before && before.issuer !== issuer) throw SsoEntityChanged()
  await upsertOidc(ctx.db, ctx.organizationId, id, {
    issuer,
    clientId,
    clientSecret: sealSecret(ctx.app, wish.clientSecret ?? null),
    name,
    enabled: !disabled,
    attributeMapping,
  })
}

const missing = (pointer: string) => ({ pointer, code: 'required', message: 'is missing' })

function refuseOtherKind(kind: 'saml' | 'oidc', wish: SsoWish): void {
  const isOidc = [wish.issuer, wish.clientId, wish.clientSecret].some((value) => value !== undefined)
  if (kind === 'saml' ? isOidc : wish.metadata !== undefined) throw SsoKindFixed()
}

/** Nobody lets a sign-on give a role they could not give themselves; an owner's role is given by hand only. */
async function refuseRoles(ctx: Ctx, wish: SsoWish, before: SsoProviderRow | null): Promise<void> {
  const known = [before?.defaultRoleId, ...Object.values(before?.attributeMapping.roles ?? {})]
  const wanted = [wish.defaultRoleId, ...Object.values(wish.attributeMapping?.roles ?? {})]
  const fresh = new Set(wanted.filter((id): id is string => Boolean(id) && !known.includes(id)))
  const roles = await holdRoles(ctx.db, ctx.organizationId, [...fresh])
  if (roles.length !== fresh.size) throw NoSuchRole()
  for (const role of roles) {
    if (role.permissions.includes('*')) throw SsoRoleRefused()
    refuseGiving(ctx, role)
  }
}

/** What the audit trail keeps of it. */
const told = (provider: SsoProviderRow) => ({
  kind: provider.kind,
  name: provider.name,
  resourceId: provider.resourceId,
  disabled: provider.disabled,
  defaultRoleId: provider.defaultRoleId,
  entityId: provider.entityId,
  metadataUrl: provider.metadataUrl,
  issuer: provider.issuer,
  clientId: provider.clientId,
  attributeMapping: provider.attributeMapping,
  domains: provider.domains.map(({ domain }) => domain),
})
