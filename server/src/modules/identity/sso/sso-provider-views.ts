import { X509Certificate } from 'node:crypto'
import type { Ctx } from '../../../platform/ctx.ts'
import { proofRecord } from './dns.ts'
import { readMetadata } from './metadata.ts'
import type { AttributeMapping } from './profiles.ts'
import type { SsoDomainRow, SsoProviderRow } from './sso-providers.queries.ts'
import { allowsHttp } from './sso-providers.ts'

const simple = ['email', 'name', 'firstName', 'lastName', 'groups'] as const

/** A mapping as the set-up page writes it. */
export type SimpleMapping = Partial<Record<(typeof simple)[number], string | null>> & {
  roles?: Array<{ group: string; roleId: string }>
}

export function mappingGiven(given: SimpleMapping): AttributeMapping {
  const keys: AttributeMapping['keys'] = {}
  for (const key of simple) if (given[key]) keys[key] = { name: given[key] }
  const roles = Object.fromEntries((given.roles ?? []).map(({ group, roleId }) => [group, roleId]))
  return { keys, ...(Object.keys(roles).length > 0 ? { roles } : {}) }
}

function mappingShown({ keys, roles = {} }: AttributeMapping) {
  const of = (key: (typeof simple)[number]) => keys[key]?.name ?? keys[key]?.names?.[0] ?? null
  return {
    email: of('email'),
    name: of('name'),
    firstName: of('firstName'),
    lastName: of('lastName'),
    groups: of('groups'),
    roles: Object.entries(roles).map(([group, roleId]) => ({ group, roleId })),
  }
}

export const domainShown = (row: SsoDomainRow) => ({
  id: row.id,
  domain: row.domain,
  isProven: row.verifiedAt !== null,
  provenAt: row.verifiedAt,
  provenBy: row.verifiedBy,
  missingSince: row.missingSince,
  record: proofRecord(row.domain, row.verificationToken),
})

/** A single sign-on as administrators see it; never a secret. */
export function ssoProviderShown(ctx: Ctx, row: SsoProviderRow) {
  return {
    ...row,
    attributeMapping: mappingShown(row.attributeMapping),
    saml: row.kind === 'saml' ? samlShown(ctx, row) : null,
    oidc:
      row.kind === 'oidc'
        ? { issuer: row.issuer ?? '', clientId: row.clientId ?? '', hasClientSecret: row.hasClientSecret }
        : null,
    domains: row.domains.map(domainShown),
    lastTest:
      row.lastTestOutcome && row.lastTestedAt ? lastTestShown(row.lastTestedAt, row.lastTestOutcome) : null,
  }
}

function samlShown(ctx: Ctx, row: SsoProviderRow) {
  const metadataXml = row.metadataXml ?? ''
  const { certificates, signInUrl, entityId } = readMetadata(metadataXml, allowsHttp(ctx), { expired: true })
  return {
    entityId,
    signInUrl,
    metadataXml,
    metadataUrl: row.metadataUrl,
    certificates: certificates.map(({ pem, validUntil }) => ({
      fingerprint: new X509Certificate(pem).fingerprint256,
      validUntil,
    })),
  }
}

/** What became of a try, as it is kept. */
export type TestResult = {
  outcome: 'sign_in' | 'link' | 'create' | 'take_over' | 'refused'
  code: string | null
  reason: string | null
  email: string | null
  name: string | null
  groups: string[]
  attributes: Array<{ name: string; values: string[] }>
}

const lastTestShown = (at: Date, kept: string) => ({ at, ...(JSON.parse(kept) as TestResult) })
